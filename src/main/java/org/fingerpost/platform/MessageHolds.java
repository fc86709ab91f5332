package org.fingerpost.platform;

import java.util.Collection;

/** Holds back what would leave about a referral whose record is restricted (UK GDPR Article 18). */
public interface MessageHolds {

  /** From now on nothing is sent about these but to the person and to colleagues; what waits to be sent is called back. Safe to repeat. */
  void hold(Collection<String> referralIds);

  /** Messages are sent again. What was called back is not sent after all. */
  void release(Collection<String> referralIds);
}
