/**
 * Groups of the community: those that exist are helped to be open to everybody and to last, new ones are helped to begin, and what is
 * missing is counted, so that somebody can begin it. Contact persons stay here and never reach the engine.
 */
@org.springframework.modulith.ApplicationModule(
    allowedDependencies = {"directory", "kitemark", "notification", "platform", "scheme"})
package org.fingerpost.community;
