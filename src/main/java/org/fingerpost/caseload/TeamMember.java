package org.fingerpost.caseload;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/**
 * A link worker as their team lead sees them.
 *
 * @param active whether the account is open; who has left with work in hand is still shown
 * @param settled whether anything is set for them; until then they are given nobody
 * @param capacity weighted caseload at which they get nothing more by itself
 * @param warnAt weighted caseload from which others come first, as set or by default
 * @param open open referrals
 * @param weighted what these weigh together
 * @param gender {@code FEMALE}, {@code MALE}, or {@code null}
 */
public record TeamMember(
    String userId,
    String name,
    boolean active,
    boolean settled,
    int capacity,
    BigDecimal warnAt,
    int open,
    BigDecimal weighted,
    List<String> patches,
    List<String> practices,
    List<String> languages,
    String gender) {

  /** {@code FULL}, {@code NEARLY_FULL} or {@code ROOM}. */
  public String load() {
    if (weighted.compareTo(BigDecimal.valueOf(capacity)) >= 0) {
      return "FULL";
    }
    return weighted.compareTo(warnAt) >= 0 ? "NEARLY_FULL" : "ROOM";
  }

  /** The weight as people write it. */
  public String weight() {
    return Caseload.shown(weighted);
  }

  public String warning() {
    return warnAt.setScale(0, RoundingMode.CEILING).toPlainString();
  }

  /**
   * What a team lead sets.
   *
   * @param warnAt {@code null} for three quarters of the capacity
   * @param practices national codes of general practices
   * @param gender {@code FEMALE}, {@code MALE}, or {@code null}
   */
  public record Settings(
      int capacity, Integer warnAt, List<String> patches, List<String> practices, List<String> languages, String gender) {}
}
