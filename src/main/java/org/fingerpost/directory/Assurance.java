package org.fingerpost.directory;

import java.sql.Types;
import java.time.LocalDate;
import java.util.Optional;
import org.fingerpost.scheme.KiteMarkLevel;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The kite mark in the directory: whoever awards it says so here, and every match made from then on goes by it. The scheme
 * folder only gives the level that an organisation is listed with at first.
 */
@Component
public class Assurance {

  private final JdbcClient db;
  private final Directory directory;

  Assurance(JdbcClient db, Directory directory) {
    this.db = db;
    this.directory = directory;
  }

  /**
   * Sets the mark, in the transaction of whatever decided it.
   *
   * @param validUntil last day, or {@code null} for none
   * @throws IllegalArgumentException if the scheme's directory has no such organisation
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void set(String schemeId, String organisationId, KiteMarkLevel level, LocalDate validUntil) {
    int changed =
        db.sql(
                """
                update organisation set mark_level = :level, mark_until = :until
                 where scheme_id = :scheme and organisation_id = :organisation
                """)
            .param("level", level.name())
            .param("until", validUntil, Types.DATE)
            .param("scheme", schemeId)
            .param("organisation", organisationId)
            .update();
    if (changed == 0) {
      throw new IllegalArgumentException("No organisation " + organisationId + " in " + schemeId);
    }
    directory.changed(schemeId);
  }

  /** The mark as it stands; empty if the scheme's directory has no such organisation. */
  public Optional<Mark> of(String schemeId, String organisationId) {
    return db.sql("select mark_level, mark_until from organisation where scheme_id = :scheme and organisation_id = :id")
        .param("scheme", schemeId)
        .param("id", organisationId)
        .query(
            (row, number) ->
                new Mark(KiteMarkLevel.valueOf(row.getString(1)), row.getObject(2, LocalDate.class)))
        .optional();
  }
}
