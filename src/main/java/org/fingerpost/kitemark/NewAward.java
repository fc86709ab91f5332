package org.fingerpost.kitemark;

import java.time.LocalDate;
import java.util.List;
import org.fingerpost.scheme.KiteMarkLevel;

/**
 * A mark that shall be awarded, from today.
 *
 * @param reference of the application, KM-…
 * @param mostOpen how many introductions may be open at once; {@code null} for any number
 * @param renewMonths how long it lasts; more than 0
 * @param insuranceUntil last day, or {@code null}
 * @param dbsUntil or {@code null}
 * @param trainingUntil or {@code null}
 * @param confirmedBy user id of the assessor; {@code null} for a mark recorded before Fingerpost
 * @param confirmedSecondBy user id, or {@code null}
 * @param conditions what was promised with it, each by a day
 */
public record NewAward(
    String schemeId,
    String organisationId,
    String reference,
    KiteMarkLevel level,
    ReferralMode mode,
    Integer mostOpen,
    int renewMonths,
    LocalDate insuranceUntil,
    LocalDate dbsUntil,
    LocalDate trainingUntil,
    String confirmedBy,
    String confirmedSecondBy,
    List<Promise> conditions) {

  public NewAward {
    conditions = List.copyOf(conditions);
  }

  /**
   * @param code of evidence ({@link EvidenceItem}) or of an action ({@link MarkAction})
   */
  public record Promise(String code, LocalDate dueOn) {}
}
