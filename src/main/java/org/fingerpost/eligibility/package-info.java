/** Gathers coded facts, asks the route table, keeps what it said and why, and lets a team lead confirm or change it. */
@org.springframework.modulith.ApplicationModule
package org.fingerpost.eligibility;
