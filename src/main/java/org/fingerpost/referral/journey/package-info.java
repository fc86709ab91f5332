/** The contract between the journey's models and Java: ids, variables and message names, said once. */
@org.springframework.modulith.NamedInterface("journey")
package org.fingerpost.referral.journey;
