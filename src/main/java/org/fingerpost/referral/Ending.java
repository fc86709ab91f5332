package org.fingerpost.referral;

/** How a referral may end at any time, whatever stage it is in. What stops, and what is said to whom, differs. */
public enum Ending {
  /** The person, or somebody for them, takes it back. */
  WITHDRAWN,
  /** The person lives somewhere else now; the scheme of the new area may take over, if the person agrees. */
  MOVED_AWAY,
  /** The person has died: nothing is sent to them any more, and others are told with care. */
  DIED
}
