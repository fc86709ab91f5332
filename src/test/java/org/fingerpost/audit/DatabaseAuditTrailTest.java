package org.fingerpost.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.fingerpost.FingerpostTest;
import org.fingerpost.platform.Actor;
import org.fingerpost.platform.AuditEvent;
import org.fingerpost.platform.AuditTrail;
import org.fingerpost.platform.CurrentActor;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@FingerpostTest
@DisplayNameGeneration(ReplaceUnderscores.class)
class DatabaseAuditTrailTest {

  @Autowired AuditTrail audit;
  @Autowired CurrentActor currentActor;
  @Autowired JdbcClient database;
  @Autowired TransactionTemplate transaction;

  @Test
  void an_act_is_kept_with_its_actor_and_its_codes() {
    currentActor.as(
        Actor.staff("grace"),
        () ->
            transaction.executeWithoutResult(
                status ->
                    audit.record(
                        event(
                            "FP-AUD1-0001",
                            Map.of("route", "SIGNPOST", "ruleId", "rule_informationOnly")))));

    var entry =
        database
            .sql(
                "select actor_kind, actor_id, act, details->>'route' route from audit_entry where"
                    + " subject_id = ?")
            .param("FP-AUD1-0001")
            .query()
            .singleRow();
    assertThat(entry)
        .containsEntry("actor_kind", "STAFF")
        .containsEntry("actor_id", "grace")
        .containsEntry("act", "route.confirmed")
        .containsEntry("route", "SIGNPOST");
  }

  @Test
  void an_act_that_is_rolled_back_leaves_no_entry() {
    transaction.executeWithoutResult(
        status -> {
          audit.record(event("FP-AUD1-0002", Map.of()));
          status.setRollbackOnly();
        });

    assertThat(entriesAbout("FP-AUD1-0002")).isZero();
  }

  @Test
  void outside_a_transaction_nothing_is_recorded() {
    assertThatThrownBy(() -> audit.record(event("FP-AUD1-0003", Map.of())))
        .isInstanceOf(IllegalStateException.class);
    assertThat(entriesAbout("FP-AUD1-0003")).isZero();
  }

  @Test
  void prose_in_an_entry_stops_the_act() {
    assertThatThrownBy(
            () ->
                transaction.executeWithoutResult(
                    status ->
                        audit.record(
                            event(
                                "FP-AUD1-0004",
                                Map.of("reason", "She asked us to wait until spring")))))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(entriesAbout("FP-AUD1-0004")).isZero();
  }

  @Test
  void the_record_cannot_be_changed_or_deleted() {
    transaction.executeWithoutResult(status -> audit.record(event("FP-AUD1-0005", Map.of())));

    assertThatThrownBy(() -> database.sql("update audit_entry set actor_id = 'nobody'").update())
        .hasMessageContaining("append-only");
    assertThatThrownBy(() -> database.sql("delete from audit_entry").update())
        .hasMessageContaining("append-only");
    assertThatThrownBy(() -> database.sql("truncate audit_entry").update())
        .hasMessageContaining("append-only");
    assertThat(entriesAbout("FP-AUD1-0005")).isOne();
  }

  private long entriesAbout(String subject) {
    return database
        .sql("select count(*) from audit_entry where subject_id = ?")
        .param(subject)
        .query(Long.class)
        .single();
  }

  private static AuditEvent event(String subject, Map<String, String> details) {
    return AuditEvent.ofReferral("route.confirmed", subject, "gloucestershire", details);
  }
}
