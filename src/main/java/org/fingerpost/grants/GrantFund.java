package org.fingerpost.grants;

import java.time.Clock;
import java.time.LocalDate;
import java.time.Month;
import org.fingerpost.scheme.Schemes;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What a scheme has for small grants in a financial year. It is changed by one conditional update of one row: whoever comes second
 * waits for that row and then finds what is left, so that two panels that decide at once cannot spend the same pound. The row's own
 * check refuses whatever else would take it below zero.
 */
@Component
public class GrantFund {

  private final JdbcClient db;
  private final Schemes schemes;
  private final Clock clock;

  GrantFund(JdbcClient db, Schemes schemes, Clock clock) {
    this.db = db;
    this.schemes = schemes;
    this.clock = clock;
  }

  /** The financial year that today is in, by the calendar year it begins in. */
  public int thisYear() {
    var today = LocalDate.now(clock);
    return today.getMonth().compareTo(Month.APRIL) < 0 ? today.getYear() - 1 : today.getYear();
  }

  /** As it stands; begun with what the scheme says when it is first looked at. */
  @Transactional
  public Standing of(String schemeId, int year) {
    begin(schemeId, year);
    return db.sql(
            """
            select total_pence, reserved_pence, spent_pence from grant_fund where scheme_id = :scheme and year = :year
            """)
        .param("scheme", schemeId)
        .param("year", year)
        .query((row, number) -> new Standing(year, row.getLong(1), row.getLong(2), row.getLong(3)))
        .single();
  }

  private void begin(String schemeId, int year) {
    db.sql(
            """
            insert into grant_fund (scheme_id, year, total_pence) values (:scheme, :year, :total) on conflict do nothing
            """)
        .param("scheme", schemeId)
        .param("year", year)
        .param("total", schemes.get(schemeId).grants().fundPerYear())
        .update();
  }

  /**
   * Sets an amount aside for a grant that was just awarded.
   *
   * @return false, and nothing is changed, if the fund does not hold that much
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public boolean reserve(String schemeId, int year, long pence) {
    begin(schemeId, year);
    return change(
            """
            update grant_fund set reserved_pence = reserved_pence + :pence
            where scheme_id = :scheme and year = :year and total_pence - reserved_pence - spent_pence >= :pence
            """,
            schemeId,
            year,
            pence)
        == 1;
  }

  /** What was set aside is paid. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void spend(String schemeId, int year, long pence) {
    one(
        change(
            """
            update grant_fund set reserved_pence = reserved_pence - :pence, spent_pence = spent_pence + :pence
            where scheme_id = :scheme and year = :year
            """,
            schemeId,
            year,
            pence));
  }

  /** What was set aside is not needed. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void release(String schemeId, int year, long pence) {
    one(
        change(
            "update grant_fund set reserved_pence = reserved_pence - :pence where scheme_id = :scheme and year = :year",
            schemeId,
            year,
            pence));
  }

  private int change(String sql, String schemeId, int year, long pence) {
    return db.sql(sql).param("scheme", schemeId).param("year", year).param("pence", pence).update();
  }

  private static void one(int rows) {
    if (rows != 1) {
      throw new IllegalStateException("There is no such fund");
    }
  }

  /**
   * Everything in pence.
   *
   * @param year the financial year by the calendar year it begins in
   */
  public record Standing(int year, long total, long reserved, long spent) {

    public long balance() {
      return total - reserved - spent;
    }
  }
}
