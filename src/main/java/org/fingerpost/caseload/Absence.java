package org.fingerpost.caseload;

import java.time.LocalDate;

/**
 * Days on which a link worker is away, or their leaving.
 *
 * @param lastDay {@code null} for somebody who leaves
 * @param coverUser who does their work meanwhile, or {@code null} for nobody
 * @param begun whether the work has gone to the cover
 */
public record Absence(
    String absenceId,
    String userId,
    String schemeId,
    LocalDate firstDay,
    LocalDate lastDay,
    String coverUser,
    Reason reason,
    boolean begun) {

  /** Why somebody is away, as far as it is anybody's business: illness is {@code OTHER}. */
  public enum Reason {
    LEAVE,
    TRAINING,
    OTHER,
    LEAVING
  }
}
