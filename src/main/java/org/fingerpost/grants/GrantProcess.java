package org.fingerpost.grants;

import java.time.Instant;
import java.util.UUID;

/** The running of grants: a port that {@code grants.process} implements with the workflow engine. */
public interface GrantProcess {

  /**
   * @return id of the process instance
   */
  String start(String reference, String schemeId);

  /** The group has sent its application again. */
  void answered(String reference);

  /** Asks one member of the panel for a score. */
  void askMember(String reference, String schemeId, UUID scoreId, String member, Instant dueAt);

  /** The panel has given as many scores as the scheme wants. */
  void panelScored(String processInstanceId, Instant decideDueAt);

  /** Nobody is asked for a score any more. */
  void endScoring(String reference);

  void termsAnswered(String reference, boolean accepted, Instant payDueAt);

  void reported(String reference, Instant judgeDueAt);

  /** A report of a grant that was closed without one. */
  void reportedLate(String reference, String schemeId, Instant judgeDueAt);

  void withdrawn(String processInstanceId);
}
