package org.fingerpost.grants;

import java.time.LocalDate;
import org.fingerpost.platform.Language;

/**
 * What an award letter says.
 *
 * @param amount in pence
 * @param acceptBy or {@code null} once the terms are answered
 * @param monitoringMonths after how many months the group reports
 */
public record AwardLetter(
    String reference,
    String schemeName,
    String contact,
    String organisationName,
    String title,
    long amount,
    String reason,
    LocalDate decidedOn,
    LocalDate acceptBy,
    int monitoringMonths,
    Language language) {

  public String money() {
    return Pounds.written(amount);
  }

  @Override
  public String toString() {
    return "AwardLetter[" + reference + "]";
  }
}
