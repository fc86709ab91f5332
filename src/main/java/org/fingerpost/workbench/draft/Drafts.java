package org.fingerpost.workbench.draft;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import org.fingerpost.platform.AuditEvent;
import org.fingerpost.platform.AuditTrail;
import org.fingerpost.platform.CurrentActor;
import org.fingerpost.platform.InvalidInput;
import org.fingerpost.platform.engine.ModelGuard;
import org.fingerpost.workbench.ModelBundle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The intended changes to models. What is kept here is never deployed, parsed by the engine or run. */
@Component
public class Drafts {

  private static final Pattern NAME =
      Pattern.compile("bpmn/[a-z0-9-]{1,100}\\.bpmn|dmn/[a-z0-9-]{1,100}\\.dmn|forms/[a-z0-9-]{1,100}\\.form");
  private static final int LONGEST_TITLE = 120;
  private static final int LONGEST_REASON = 500;

  /** An editor saves every few seconds; the trail says once in this time that somebody is at a file. */
  private static final Duration ONE_SITTING = Duration.ofMinutes(10);

  private final JdbcClient database;
  private final LiveModels live;
  private final AuditTrail audit;
  private final CurrentActor actor;
  private final Clock clock;

  Drafts(JdbcClient database, LiveModels live, AuditTrail audit, CurrentActor actor, Clock clock) {
    this.database = database;
    this.live = live;
    this.audit = audit;
    this.actor = actor;
    this.clock = clock;
  }

  /**
   * A draft with its files.
   *
   * @throws NoSuchDraft if there is none
   */
  @Transactional(readOnly = true)
  public Draft get(UUID id) {
    return database
        .sql("select * from model_draft where draft_id = ?")
        .param(id)
        .query((row, number) -> draft(row, files(id)))
        .optional()
        .orElseThrow(NoSuchDraft::new);
  }

  /** Every draft that is open or proposed, newest first. */
  @Transactional(readOnly = true)
  public List<Draft> open() {
    return list("status in ('OPEN', 'PROPOSED')", 200);
  }

  /** The drafts that have ended, newest first, as many as fit a page. */
  @Transactional(readOnly = true)
  public List<Draft> ended() {
    return list("status in ('LIVE', 'DROPPED')", 50);
  }

  private List<Draft> list(String which, int most) {
    return database
        .sql("select * from model_draft where " + which + " order by created_at desc, draft_id limit " + most)
        .query((row, number) -> draft(row, files(row.getObject("draft_id", UUID.class))))
        .list();
  }

  /**
   * Begins a draft without files.
   *
   * @throws InvalidInput if the title is missing or too long
   */
  @Transactional
  public Draft start(String schemeId, String title) {
    var id = UUID.randomUUID();
    database
        .sql(
            """
            insert into model_draft (draft_id, scheme_id, title, status, author, created_at, based_on)
            values (?, ?, ?, 'OPEN', ?, ?, ?)""")
        .params(id, schemeId, worded("title", title, LONGEST_TITLE), me(), now(), live.deployment(schemeId).orElse(null))
        .update();
    record("draft.started", id, schemeId, Map.of());
    return get(id);
  }

  /**
   * Begins a draft with a file as it is live: for a scheme that has no variant of it yet, this is how one is made.
   *
   * @throws NoSuchDraft if there is no such file
   */
  @Transactional
  public Draft startWith(String schemeId, String title, String file) {
    var draft = start(schemeId, title);
    add(draft.id(), file);
    return get(draft.id());
  }

  /**
   * Puts a live file into the draft, to be changed there. A file that is in it already stays as it is.
   *
   * @throws NoSuchDraft if there is no such file
   */
  @Transactional
  public void add(UUID id, String file) {
    String scheme = lock(id);
    byte[] content = live.file(scheme, named(file)).orElseThrow(NoSuchDraft::new);
    if (file(id, file).isEmpty()) {
      write(id, file, content, scheme, SavedWith.EDITOR);
      record("draft.fileAdded", id, scheme, Map.of("modelFile", file));
    }
  }

  /**
   * Keeps a file.
   *
   * @param expectedRevision of the state that was changed; 0 for a file that the draft does not have yet
   * @return the new revision
   * @throws EditedMeanwhile if another state stands there
   * @throws ContentRefused if the content must not be kept
   * @throws NotOpen if the draft is closed to changes
   */
  @Transactional
  public int save(UUID id, String file, byte[] content, int expectedRevision) {
    return save(id, file, content, expectedRevision, SavedWith.EDITOR);
  }

  @Transactional
  public int save(UUID id, String file, byte[] content, int expectedRevision, SavedWith door) {
    String scheme = lock(id);
    var refusals = ModelGuard.unsafe(named(file), content);
    if (!refusals.isEmpty()) {
      throw new ContentRefused(refusals);
    }
    var before = expected(id, file, expectedRevision);
    int revision = write(id, file, content, scheme, door);
    if (before.isEmpty() || !me().equals(before.get().savedBy()) || recordedAt(id, file).isBefore(clock.instant().minus(ONE_SITTING))) {
      database
          .sql("update model_draft_file set recorded_at = ? where draft_id = ? and name = ?")
          .params(now(), id, file)
          .update();
      record("draft.saved", id, scheme, details("modelFile", file, "content", ModelBundle.hashOf(content).substring(0, 16)));
    }
    return revision;
  }

  /**
   * Says that the draft takes the file away: a scheme's own variant, so that the shared one holds again, or a shared model.
   *
   * @throws NoSuchDraft if there is nothing to take away
   */
  @Transactional
  public void remove(UUID id, String file) {
    String scheme = lock(id);
    named(file);
    boolean there = scheme == null ? live.file(null, file).isPresent() : live.own(scheme, file);
    if (!there) {
      throw new NoSuchDraft();
    }
    write(id, file, null, scheme, SavedWith.EDITOR);
    record("draft.fileRemoved", id, scheme, Map.of("modelFile", file));
  }

  /** Takes a file out of the draft: it stays live as it is. */
  @Transactional
  public void takeOut(UUID id, String file) {
    String scheme = lock(id);
    int gone = database.sql("delete from model_draft_file where draft_id = ? and name = ?").params(id, named(file)).update();
    if (gone > 0) {
      record("draft.fileTakenOut", id, scheme, Map.of("modelFile", file));
    }
  }

  /** The files whose live state has moved on since they came into the draft, in order. */
  @Transactional(readOnly = true)
  public List<String> overtaken(UUID id) {
    String scheme = get(id).schemeId();
    return database
        .sql("select name, base_hash from model_draft_file where draft_id = ? order by name")
        .param(id)
        .query((row, number) -> Map.entry(row.getString("name"), Optional.ofNullable(row.getString("base_hash"))))
        .list()
        .stream()
        .filter(file -> !live.file(scheme, file.getKey()).map(ModelBundle::hashOf).equals(file.getValue()))
        .map(Map.Entry::getKey)
        .toList();
  }

  /** Says that what is live now was looked at and the draft's file is meant to follow it. */
  @Transactional
  public void caughtUp(UUID id, String file) {
    String scheme = lock(id);
    int there =
        database
            .sql("update model_draft_file set base_hash = ? where draft_id = ? and name = ?")
            .params(live.file(scheme, named(file)).map(ModelBundle::hashOf).orElse(null), id, file)
            .update();
    if (there > 0) {
      record("draft.caughtUp", id, scheme, Map.of("modelFile", file));
    }
  }

  /** Moves a draft on: proposed, back to open, live. Dropping needs a reason: {@link #drop}. */
  @Transactional
  public void status(UUID id, DraftStatus status) {
    var before = get(id);
    if (before.status() == status) {
      return;
    }
    if (before.status() == DraftStatus.LIVE || before.status() == DraftStatus.DROPPED) {
      throw new NotOpen(before.status());
    }
    database.sql("update model_draft set status = ? where draft_id = ?").params(status.name(), id).update();
    record("draft.moved", id, before.schemeId(), details("from", before.status().name(), "to", status.name()));
  }

  /**
   * Gives a draft up.
   *
   * @throws InvalidInput without a reason
   */
  @Transactional
  public void drop(UUID id, String why) {
    String scheme = lock(id);
    database
        .sql("update model_draft set status = 'DROPPED', dropped_why = ? where draft_id = ?")
        .params(worded("why", why, LONGEST_REASON), id)
        .update();
    record("draft.dropped", id, scheme, Map.of());
  }

  /** How each file was saved last, by name. */
  @Transactional(readOnly = true)
  public Map<String, SavedWith> savedWith(UUID id) {
    var doors = new TreeMap<String, SavedWith>();
    database
        .sql("select name, saved_with from model_draft_file where draft_id = ?")
        .param(id)
        .query((row, number) -> doors.put(row.getString("name"), SavedWith.valueOf(row.getString("saved_with"))))
        .list();
    return doors;
  }

  /** Why a draft was dropped. */
  @Transactional(readOnly = true)
  public Optional<String> droppedWhy(UUID id) {
    return database.sql("select dropped_why from model_draft where draft_id = ? and dropped_why is not null").param(id).query(String.class).optional();
  }

  private int write(UUID id, String file, byte[] content, String scheme, SavedWith door) {
    return database
        .sql(
            """
            insert into model_draft_file (draft_id, name, content, base_hash, revision, saved_by, saved_with, saved_at, recorded_at)
            values (:draft, :name, :content, :base, nextval('model_draft_revision'), :by, :door, :at, :at)
            on conflict (draft_id, name) do update
              set content = excluded.content, revision = excluded.revision, saved_by = excluded.saved_by,
                  saved_with = excluded.saved_with, saved_at = excluded.saved_at
            returning revision""")
        .param("draft", id)
        .param("name", file)
        .param("content", content, java.sql.Types.BINARY)
        .param("base", live.file(scheme, file).map(ModelBundle::hashOf).orElse(null), java.sql.Types.VARCHAR)
        .param("by", me())
        .param("door", door.name())
        .param("at", now())
        .query(Integer.class)
        .single();
  }

  private Optional<DraftFile> expected(UUID id, String file, int expectedRevision) {
    var before = file(id, file);
    int revision = before.map(DraftFile::revision).orElse(0);
    if (revision != expectedRevision) {
      throw new EditedMeanwhile(
          before.map(DraftFile::savedBy).orElse(null), before.map(DraftFile::savedAt).orElse(null), revision);
    }
    return before;
  }

  private Instant recordedAt(UUID id, String file) {
    return database
        .sql("select recorded_at from model_draft_file where draft_id = ? and name = ?")
        .params(id, file)
        .query(Timestamp.class)
        .single()
        .toInstant();
  }

  /**
   * Makes changes to one draft wait for each other.
   *
   * @return its scheme, or {@code null}
   */
  private String lock(UUID id) {
    var draft =
        database
            .sql("select status, scheme_id from model_draft where draft_id = ? for update")
            .param(id)
            .query((row, number) -> new String[] {row.getString("status"), row.getString("scheme_id")})
            .optional()
            .orElseThrow(NoSuchDraft::new);
    var status = DraftStatus.valueOf(draft[0]);
    if (status != DraftStatus.OPEN) {
      throw new NotOpen(status);
    }
    return draft[1];
  }

  private Optional<DraftFile> file(UUID id, String name) {
    return Optional.ofNullable(files(id).get(name));
  }

  private SortedMap<String, DraftFile> files(UUID id) {
    var files = new TreeMap<String, DraftFile>();
    database
        .sql("select name, content, revision, saved_by, saved_at from model_draft_file where draft_id = ?")
        .param(id)
        .query(
            (row, number) ->
                new DraftFile(
                    row.getString("name"),
                    row.getBytes("content"),
                    row.getInt("revision"),
                    row.getString("saved_by"),
                    row.getTimestamp("saved_at").toInstant()))
        .list()
        .forEach(file -> files.put(file.name(), file));
    return files;
  }

  private static Draft draft(ResultSet row, SortedMap<String, DraftFile> files) throws SQLException {
    return new Draft(
        row.getObject("draft_id", UUID.class),
        row.getString("scheme_id"),
        row.getString("title"),
        DraftStatus.valueOf(row.getString("status")),
        row.getString("author"),
        row.getTimestamp("created_at").toInstant(),
        row.getString("based_on"),
        files);
  }

  /** Whether this is a name that a model can have. */
  static boolean isAName(String file) {
    return file != null && NAME.matcher(file).matches();
  }

  private static String named(String file) {
    if (!isAName(file)) {
      throw new InvalidInput("file", "drafts.problem.name");
    }
    return file;
  }

  private static String worded(String field, String text, int most) {
    String said = Objects.toString(text, "").strip();
    if (said.isEmpty()) {
      throw new InvalidInput(field, "drafts.problem." + field);
    }
    if (said.length() > most) {
      throw new InvalidInput(field, "drafts.problem.long", most);
    }
    return said;
  }

  private void record(String act, UUID id, String scheme, Map<String, String> details) {
    audit.record(new AuditEvent(act, "draft", id.toString(), scheme, details));
  }

  private static Map<String, String> details(String first, String one, String second, String two) {
    var details = new LinkedHashMap<String, String>();
    details.put(first, one);
    details.put(second, two);
    return details;
  }

  private String me() {
    return actor.get().id();
  }

  private Timestamp now() {
    return Timestamp.from(clock.instant());
  }
}
