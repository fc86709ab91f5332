/** Who works here and how they sign in: accounts, roles, one access policy, and the bridge to the engine's users and groups. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = "platform")
package org.fingerpost.identity;
