package org.fingerpost.community;

/** What is checked at a visit: first who can come, then whether the group can go on. Words: {@code community.check.<CODE>}. */
public enum Check {
  STEP_FREE,
  TOILETS,
  HEARING_LOOP,
  TRANSPORT,
  QUIET_SPACE,
  COSTS,
  LANGUAGE,
  WELCOME,
  PEOPLE,
  MONEY,
  VENUE,
  INSURANCE,
  SAFEGUARDING
}
