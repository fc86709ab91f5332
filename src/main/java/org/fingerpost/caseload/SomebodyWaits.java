package org.fingerpost.caseload;

/** A referral came on this scheme's waiting list. */
record SomebodyWaits(String schemeId) {}
