/**
 * Keeps the append-only record of who did what, in the transaction of the act itself, and lets
 * auditors read one referral's story from it together with the engine's history.
 */
@org.springframework.modulith.ApplicationModule(allowedDependencies = "platform")
package org.fingerpost.audit;
