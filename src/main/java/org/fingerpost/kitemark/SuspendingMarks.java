package org.fingerpost.kitemark;

import java.util.UUID;

/** The port through which a mark comes to be suspended. What follows from it, {@code suspend-mark} shows. */
public interface SuspendingMarks {

  /** {@code byWhom} where nobody decides: a paper has run out, and the table says so. Looked at by assessors afterwards. */
  String FINGERPOST = "fingerpost";

  /**
   * Asks for a mark to be suspended, in the current transaction. What an assessor asks for is confirmed by a second one first. Does
   * nothing if the mark is suspended already, or its suspension is being looked at.
   *
   * @param reasonCode code of {@link SuspensionReason}
   * @param byWhom user id, or {@link #FINGERPOST}
   */
  void suspend(UUID awardId, String reasonCode, String byWhom);
}
