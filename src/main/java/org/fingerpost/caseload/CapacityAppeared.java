package org.fingerpost.caseload;

/** A link worker of this scheme may have room now: somebody is back, joined, may take on more, or a referral ended. */
public record CapacityAppeared(String schemeId) {}
