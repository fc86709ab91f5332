/** Where models are changed: today the one deployer that every route to a deployment uses; drafts, checks and replay stand on it. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"platform", "scheme"})
package org.fingerpost.workbench;
