package org.fingerpost.caseload;

import java.time.Instant;

/** Follows absences in the workflow engine, whose timers start and end them. */
public interface AbsenceProcess {

  void start(String absenceId, String schemeId, Instant beginsAt, Instant endsAt);

  /** Ends it before its last day. Does nothing if it is over. */
  void end(String absenceId);
}
