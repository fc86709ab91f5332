package org.fingerpost.workbench.change;

import java.time.LocalDate;

/** The running of changes: a port that {@code workbench.process} implements with the workflow engine. */
public interface ChangeProcess {

  /** Begins the process of a change. */
  void start(String reference, String author);

  /** Finishes the second manager's task in their name, through the front door. */
  void decide(String userId, String reference, ChangeDecision decision, String words);

  /** Finishes the author's task in their name, through the front door. */
  void proposeAgain(String userId, String reference, String reason, LocalDate effectiveFrom);

  /** The author takes the change back. */
  void withdrawn(String reference);

  /** Puts the open task before the others of the managers. */
  void urge(String reference);
}
