package org.fingerpost.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Map;
import org.fingerpost.platform.AuditEvent;
import org.fingerpost.platform.AuditTrail;
import org.fingerpost.platform.CurrentActor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Writes audit entries into {@code audit_entry} with one statement each, on the connection of the
 * caller's transaction: the act and its entry commit together or not at all. The table itself
 * refuses to be changed (a trigger of migration V002).
 */
@Component
class DatabaseAuditTrail implements AuditTrail {

  private static final String INSERT =
      """
      insert into audit_entry (at, actor_kind, actor_id, act, subject_type, subject_id, scheme_id, details)
      values (:at, :actorKind, :actorId, :act, :subjectType, :subjectId, :schemeId, cast(:details as jsonb))
      """;

  private final JdbcClient database;
  private final CurrentActor currentActor;
  private final Clock clock;
  private final ObjectMapper json;

  DatabaseAuditTrail(
      JdbcClient database, CurrentActor currentActor, Clock clock, ObjectMapper json) {
    this.database = database;
    this.currentActor = currentActor;
    this.clock = clock;
    this.json = json;
  }

  /**
   * {@inheritDoc}
   *
   * @throws IllegalArgumentException if the event carries anything but ids, codes, counts and
   *     dates; see {@link AuditDetails}
   */
  @Override
  public void record(AuditEvent event) {
    if (!TransactionSynchronizationManager.isActualTransactionActive()) {
      throw new IllegalStateException(
          "The act '"
              + event.act()
              + "' must be recorded in the transaction of the act itself, but none is open here");
    }
    var actor = currentActor.get();
    database
        .sql(INSERT)
        .param("at", clock.instant().atOffset(ZoneOffset.UTC))
        .param("actorKind", actor.kind().name())
        .param("actorId", AuditDetails.checkedId("actor", actor.id()))
        .param("act", AuditDetails.checkedAct(event.act()))
        .param("subjectType", AuditDetails.checkedId("subject type", event.subjectType()))
        .param("subjectId", AuditDetails.checkedId("subject", event.subjectId()))
        .param("schemeId", event.schemeId())
        .param("details", written(AuditDetails.checked(event.details())))
        .update();
  }

  private String written(Map<String, String> details) {
    try {
      return json.writeValueAsString(details);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A map of texts can always be written as JSON", e);
    }
  }
}
