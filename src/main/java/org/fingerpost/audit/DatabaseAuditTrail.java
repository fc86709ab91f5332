package org.fingerpost.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.fingerpost.platform.AuditEvent;
import org.fingerpost.platform.AuditTrail;
import org.fingerpost.platform.CurrentActor;
import org.fingerpost.platform.NotRecorded;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
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
      insert into audit_entry (at, actor_kind, actor_id, act, subject_type, subject_id, scheme_id, details, via, session_mark)
      values (?, ?, ?, ?, ?, ?, ?, cast(? as jsonb), ?, ?)
      """;

  private final JdbcTemplate database;
  private final CurrentActor currentActor;
  private final Clock clock;
  private final ObjectMapper json;

  DatabaseAuditTrail(
      JdbcTemplate database, CurrentActor currentActor, Clock clock, ObjectMapper json) {
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
    var origin = currentActor.origin();
    entriesOfThisTransaction()
        .add(
            new Object[] {
              clock.instant().atOffset(ZoneOffset.UTC),
              actor.kind().name(),
              AuditDetails.checkedId("actor", actor.id()),
              AuditDetails.checkedAct(event.act()),
              AuditDetails.checkedId("subject type", event.subjectType()),
              AuditDetails.checkedId("subject", event.subjectId()),
              event.schemeId(),
              written(AuditDetails.checked(event.details())),
              origin.via().name(),
              origin.session()
            });
  }

  /** What is recorded in one transaction is written in one statement before it commits, or the transaction does not commit. */
  @SuppressWarnings("unchecked")
  private List<Object[]> entriesOfThisTransaction() {
    var waiting = (List<Object[]>) TransactionSynchronizationManager.getResource(this);
    if (waiting != null) {
      return waiting;
    }
    var entries = new ArrayList<Object[]>();
    TransactionSynchronizationManager.bindResource(this, entries);
    TransactionSynchronizationManager.registerSynchronization(new WriteBeforeCommit(entries));
    return entries;
  }

  private final class WriteBeforeCommit implements TransactionSynchronization {

    private final List<Object[]> entries;

    private WriteBeforeCommit(List<Object[]> entries) {
      this.entries = entries;
    }

    @Override
    public void suspend() {
      TransactionSynchronizationManager.unbindResource(DatabaseAuditTrail.this);
    }

    @Override
    public void resume() {
      TransactionSynchronizationManager.bindResource(DatabaseAuditTrail.this, entries);
    }

    @Override
    public void beforeCommit(boolean readOnly) {
      try {
        database.batchUpdate(INSERT, entries);
      } catch (DataAccessException e) {
        throw new NotRecorded(e);
      }
    }

    @Override
    public void beforeCompletion() {
      TransactionSynchronizationManager.unbindResourceIfPossible(DatabaseAuditTrail.this);
    }
  }

  private String written(Map<String, String> details) {
    try {
      return json.writeValueAsString(details);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A map of texts can always be written as JSON", e);
    }
  }
}
