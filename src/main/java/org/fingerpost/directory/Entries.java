package org.fingerpost.directory;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.fingerpost.platform.AuditEvent;
import org.fingerpost.platform.AuditTrail;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Entries of the directory as they are changed: read whole as texts, written value by value, each change kept with what was there
 * before. From the first change on, the scheme folder changes that row no more.
 */
@Component
class Entries {

  private final JdbcClient db;
  private final JdbcOperations batches;
  private final Directory directory;
  private final AuditTrail audit;
  private final Clock clock;

  Entries(JdbcClient db, JdbcOperations batches, Directory directory, AuditTrail audit, Clock clock) {
    this.db = db;
    this.batches = batches;
    this.directory = directory;
    this.audit = audit;
    this.clock = clock;
  }

  /** Who changes something. */
  enum By {
    ORGANISATION,
    STAFF,
    IMPORT
  }

  /** Every organisation of a scheme, by id. */
  Map<String, Entry> organisations(String schemeId) {
    return read(schemeId, EntryField.Of.ORGANISATION, null).stream()
        .collect(Collectors.toMap(Entry::organisationId, entry -> entry, (a, b) -> a, LinkedHashMap::new));
  }

  /** Every activity of a scheme, by id. */
  Map<String, Entry> activities(String schemeId) {
    return read(schemeId, EntryField.Of.ACTIVITY, null).stream()
        .collect(Collectors.toMap(Entry::activityId, entry -> entry, (a, b) -> a, LinkedHashMap::new));
  }

  Optional<Entry> organisation(String schemeId, String organisationId) {
    return read(schemeId, EntryField.Of.ORGANISATION, organisationId).stream().findFirst();
  }

  /** Every activity of an organisation. */
  List<Entry> activitiesOf(String schemeId, String organisationId) {
    return read(schemeId, EntryField.Of.ACTIVITY, organisationId);
  }

  private List<Entry> read(String schemeId, EntryField.Of of, String organisationId) {
    List<EntryField> fields = EntryField.all(of);
    String columns =
        fields.stream().map(field -> field.kind().text(field.column())).collect(Collectors.joining(", "));
    boolean activity = of == EntryField.Of.ACTIVITY;
    return db.sql(
            "select organisation_id, %s, %s from %s where scheme_id = :scheme and (cast(:organisation as text) is null or organisation_id = :organisation) order by 1, 2"
                .formatted(activity ? "activity_id" : "null", columns, of.table()))
        .param("scheme", schemeId)
        .param("organisation", organisationId)
        .query(
            (row, number) -> {
              var values = new EnumMap<EntryField, String>(EntryField.class);
              for (int i = 0; i < fields.size(); i++) {
                values.put(fields.get(i), row.getString(i + 3));
              }
              return new Entry(schemeId, row.getString(1), row.getString(2), values);
            })
        .list();
  }

  /**
   * Changes an entry, in the transaction of whatever asks for it.
   *
   * @param wanted the fields that shall have another value; those that have it already are left alone
   * @param userId or the organisation's id
   * @return what was changed
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public List<EntryField> change(Entry entry, Map<EntryField, String> wanted, By by, String userId) {
    Map<EntryField, String> changes = new EnumMap<>(EntryField.class);
    wanted.forEach(
        (field, value) -> {
          if (!field.same(entry.value(field), value)) {
            changes.put(field, value);
          }
        });
    if (changes.isEmpty()) {
      return List.of();
    }
    boolean activity = entry.activityId() != null;
    // What is said of a week leaves the rest of the row to the folder.
    boolean lasting = changes.keySet().stream().anyMatch(field -> !field.weekly());
    String set =
        changes.keySet().stream()
            .map(field -> field.column() + " = " + field.kind().cast(":" + field.column()))
            .collect(Collectors.joining(", "));
    var update =
        db.sql(
                "update %s set %s%s where scheme_id = :scheme and %s = :id"
                    .formatted(
                        activity ? "activity" : "organisation",
                        set,
                        lasting ? ", edited_at = :now" : "",
                        activity ? "activity_id" : "organisation_id"))
            .param("scheme", entry.schemeId())
            .param("id", activity ? entry.activityId() : entry.organisationId());
    if (lasting) {
      update = update.param("now", Timestamp.from(clock.instant()));
    }
    for (var change : changes.entrySet()) {
      update = update.param(change.getKey().column(), change.getValue());
    }
    update.update();
    remember(entry, changes, by, userId);
    var details = new LinkedHashMap<String, String>();
    details.put("organisation", entry.organisationId());
    details.put("fields", changes.keySet().stream().map(EntryField::name).collect(Collectors.joining(" ")));
    details.put("changedBy", by.name());
    audit.record(
        new AuditEvent(
            "directory.entry-changed",
            activity ? "activity" : "organisation",
            activity ? entry.activityId() : entry.organisationId(),
            entry.schemeId(),
            details));
    directory.changed(entry.schemeId());
    return List.copyOf(changes.keySet());
  }

  /** Puts a new row into the directory, as somebody brought it. What is not among the values takes the usual value. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void add(Entry entry, By by, String userId) {
    boolean activity = entry.activityId() != null;
    List<String> columns = new ArrayList<>(List.of("scheme_id", "organisation_id"));
    List<String> values = new ArrayList<>(List.of(":scheme", ":organisation"));
    if (activity) {
      columns.add("activity_id");
      values.add(":activity");
    } else {
      columns.addAll(List.of("invented", "origin", "confirmed_on"));
      values.addAll(List.of("false", ":origin", ":today"));
    }
    columns.add("edited_at");
    values.add(":now");
    var given = new EnumMap<EntryField, String>(EntryField.class);
    entry.values().forEach((field, value) -> {
      if (value != null) {
        given.put(field, value);
      }
    });
    for (EntryField field : given.keySet()) {
      columns.add(field.column());
      values.add(field.kind().cast(":" + field.column()));
    }
    var insert =
        db.sql(
                "insert into %s (%s) values (%s)"
                    .formatted(
                        activity ? "activity" : "organisation", String.join(", ", columns), String.join(", ", values)))
            .param("scheme", entry.schemeId())
            .param("organisation", entry.organisationId())
            .param("now", Timestamp.from(clock.instant()));
    insert =
        activity
            ? insert.param("activity", entry.activityId())
            : insert.param("origin", by == By.IMPORT ? "IMPORT" : "REGISTERED").param("today", LocalDate.now(clock));
    for (var value : given.entrySet()) {
      insert = insert.param(value.getKey().column(), value.getValue());
    }
    insert.update();
    audit.record(
        activity
            ? new AuditEvent(
                "directory.activity-listed",
                "activity",
                entry.activityId(),
                entry.schemeId(),
                Map.of("organisation", entry.organisationId(), "changedBy", by.name()))
            : new AuditEvent(
                "directory.organisation-listed", "organisation", entry.organisationId(), entry.schemeId(), Map.of("origin", by.name())));
    directory.changed(entry.schemeId());
  }

  private void remember(Entry entry, Map<EntryField, String> changes, By by, String userId) {
    Timestamp now = Timestamp.from(clock.instant());
    batches.batchUpdate(
        """
        insert into directory_change (change_id, scheme_id, organisation_id, activity_id, field, value_before, value_after,
                                      changed_at, changed_by_kind, changed_by)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        changes.entrySet().stream()
            .map(
                change ->
                    new Object[] {
                      UUID.randomUUID(),
                      entry.schemeId(),
                      entry.organisationId(),
                      entry.activityId(),
                      change.getKey().name(),
                      entry.value(change.getKey()),
                      change.getValue(),
                      now,
                      by.name(),
                      userId
                    })
            .toList());
  }

  /** It was said today that an organisation's entry is right. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void confirmed(String schemeId, String organisationId) {
    db.sql("update organisation set confirmed_on = :today where scheme_id = :scheme and organisation_id = :id")
        .param("today", LocalDate.now(clock))
        .param("scheme", schemeId)
        .param("id", organisationId)
        .update();
    directory.changed(schemeId);
  }
}
