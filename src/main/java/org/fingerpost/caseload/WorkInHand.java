package org.fingerpost.caseload;

/** A link worker's work in the workflow engine. */
public interface WorkInHand {

  /**
   * Moves everything about one referral from one link worker to another, in the caller's transaction: the open tasks that are theirs,
   * and whose the tasks to come will be.
   */
  void move(String referralId, String fromUser, String toUser);
}
