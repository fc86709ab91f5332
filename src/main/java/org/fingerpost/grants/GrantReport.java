package org.fingerpost.grants;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** One report of a group on its project. One that was found wanting stays, and the next stands beside it. */
@Entity
@Table(name = "grant_report")
class GrantReport {

  @Id private UUID reportId;
  private String reference;
  private Instant sentAt;
  private String typedBy;
  private String done;
  private String changed;
  private String learnt;
  private int people;
  private long spentPence;
  private Boolean satisfactory;
  private String judgedReason;
  private String judgedBy;
  private Instant judgedAt;

  protected GrantReport() {}

  GrantReport(String reference, WrittenReport written, String typedBy, Instant now) {
    this.reportId = UUID.randomUUID();
    this.reference = reference;
    this.sentAt = now;
    this.typedBy = typedBy;
    this.done = written.done();
    this.changed = written.changed();
    this.learnt = written.learnt();
    this.people = written.people();
    this.spentPence = written.spent();
  }

  void judge(boolean good, String reason, String userId, Instant now) {
    satisfactory = good;
    judgedReason = reason;
    judgedBy = userId;
    judgedAt = now;
  }

  String judgedReason() {
    return judgedReason;
  }

  WrittenReport written() {
    return new WrittenReport(done, changed, learnt, people, spentPence);
  }
}
