package org.fingerpost.workbench.replay;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.fingerpost.platform.SmallCount;

/**
 * A replay that is kept with its draft.
 *
 * @param file which file of the draft was run
 * @param outOfDate whether the file has been edited since, or is no longer in the draft
 * @param run how many past decisions or cases were run; {@code null} until it is done
 * @param changed how many would be decided otherwise, or could not have followed; {@code null} until it is done
 */
public record ReportSummary(
    UUID reportId,
    UUID draftId,
    String file,
    Kind kind,
    State state,
    LocalDate from,
    LocalDate to,
    String startedBy,
    Instant startedAt,
    boolean outOfDate,
    SmallCount run,
    SmallCount changed) {

  /** What was run.  */
  public enum Kind {
    DECISION,
    PROCESS
  }

  /** Where it stands. Words: {@code replay.state.<CODE>}. */
  public enum State {
    RUNNING,
    DONE,
    CANCELLED,
    FAILED,
    /** The server stopped while it ran. */
    DIED
  }
}
