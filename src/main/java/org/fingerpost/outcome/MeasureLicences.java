package org.fingerpost.outcome;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.fingerpost.platform.AuditEvent;
import org.fingerpost.platform.AuditTrail;
import org.fingerpost.platform.InvalidInput;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The licences that organisations hold for measures whose words are not free. A scheme may not use such a measure before somebody
 * has written down which licence allows it.
 */
@Component
public class MeasureLicences {

  private static final int LONGEST_REFERENCE = 200;

  private final JdbcClient db;
  private final AuditTrail audit;
  private final Clock clock;

  MeasureLicences(JdbcClient db, AuditTrail audit, Clock clock) {
    this.db = db;
    this.audit = audit;
    this.clock = clock;
  }

  /** Whether a licence is recorded and has not run out. */
  @Transactional(readOnly = true)
  public boolean holds(String measureId, String schemeId) {
    return db.sql(
            """
            select exists (select 1 from measure_licence where measure = ? and scheme_id = ?
              and (valid_until is null or valid_until >= ?))
            """)
        .params(measureId, schemeId, Date.valueOf(LocalDate.now(clock)))
        .query(Boolean.class)
        .single();
  }

  /**
   * Records a licence, in place of an earlier one of the same scheme.
   *
   * @param reference the number or name under which the owner of the measure knows it
   * @param validUntil last day, or {@code null} if it does not run out
   * @param recordedBy user id of an administrator
   * @throws InvalidInput without a reference
   */
  @Transactional
  public void record(String measureId, String schemeId, String reference, LocalDate validUntil, String recordedBy) {
    if (reference == null || reference.isBlank() || reference.length() > LONGEST_REFERENCE) {
      throw new InvalidInput("reference", "outcome.measure.licence-reference", LONGEST_REFERENCE);
    }
    db.sql(
            """
            insert into measure_licence (measure, scheme_id, reference, valid_until, recorded_by, recorded_at)
            values (:measure, :scheme, :reference, :until, :by, :at)
            on conflict (measure, scheme_id) do update set reference = excluded.reference,
              valid_until = excluded.valid_until, recorded_by = excluded.recorded_by, recorded_at = excluded.recorded_at
            """)
        .param("measure", measureId)
        .param("scheme", schemeId)
        .param("reference", reference.strip())
        .param("until", validUntil == null ? null : Date.valueOf(validUntil))
        .param("by", recordedBy)
        .param("at", Timestamp.from(clock.instant()))
        .update();
    audit.record(
        new AuditEvent(
            "outcome.licence-recorded",
            "measure",
            measureId,
            schemeId,
            validUntil == null
                ? Map.of("measure", measureId)
                : Map.of("measure", measureId, "dueOn", validUntil.toString())));
  }
}
