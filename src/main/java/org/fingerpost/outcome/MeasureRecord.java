package org.fingerpost.outcome;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A person's answers to one measure on one occasion, as they were given: items that were not asked are not there. */
@Entity
@Table(name = "measure_record")
class MeasureRecord {

  @Id private UUID measureRecordId;
  private String referralId;
  private String measure;
  private String measureVersion;

  @Enumerated(EnumType.STRING)
  private Occasion occasion;

  @JdbcTypeCode(SqlTypes.JSON)
  private Map<String, Object> scores;

  private String recordedBy;
  private Instant recordedAt;

  protected MeasureRecord() {}

  MeasureRecord(
      String referralId, Measure measure, Occasion occasion, Scores scores, String recordedBy, Instant recordedAt) {
    this.measureRecordId = UUID.randomUUID();
    this.referralId = referralId;
    this.measure = measure.id();
    this.measureVersion = measure.version();
    this.occasion = occasion;
    this.scores = Map.copyOf(scores.byItem());
    this.recordedBy = recordedBy;
    this.recordedAt = recordedAt;
  }

  Map<String, Object> scores() {
    return scores;
  }
}
