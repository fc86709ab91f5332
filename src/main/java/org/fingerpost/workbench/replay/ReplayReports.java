package org.fingerpost.workbench.replay;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.fingerpost.platform.SmallCount;
import org.fingerpost.platform.Tokens;
import org.fingerpost.workbench.draft.Draft;
import org.fingerpost.workbench.draft.Drafts;
import org.fingerpost.workbench.replay.DecisionReplay.Changed;
import org.fingerpost.workbench.replay.DecisionReplay.Phase;
import org.fingerpost.workbench.replay.ReportSummary.Kind;
import org.fingerpost.workbench.replay.ReportSummary.State;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The reports of replays, kept with their draft. A running one tells in its row how far it is, on whichever server it runs. */
@Component
public class ReplayReports {

  /** Silence after which a running replay is taken for dead: its server writes every half second. */
  private static final String SILENCE = "interval '30 seconds'";

  private static final String DEAD = "state = 'RUNNING' and alive_at < clock_timestamp() - " + SILENCE;

  /** Whoever reads is told of a dead one; whoever begins another one buries it. */
  private static final String REPORT = "select *, " + DEAD + " as dead from replay_report";

  private static final int PORTION = 1_000;

  private final JdbcClient database;
  private final JdbcTemplate batches;
  private final Drafts drafts;
  private final ObjectMapper json;
  private final Clock clock;

  ReplayReports(JdbcClient database, JdbcTemplate batches, Drafts drafts, ObjectMapper json, Clock clock) {
    this.database = database;
    this.batches = batches;
    this.drafts = drafts;
    this.json = json;
    this.clock = clock;
  }

  /** The reports of a draft, newest first. */
  @Transactional(readOnly = true)
  public List<ReportSummary> of(UUID draftId) {
    var draft = drafts.get(draftId);
    return database
        .sql(REPORT + " where draft_id = ? order by started_at desc, report_id")
        .param(draftId)
        .query((row, number) -> report(row))
        .list()
        .stream()
        .map(report -> summary(report, draft))
        .toList();
  }

  @Transactional(readOnly = true)
  Optional<Report> find(UUID draftId, UUID reportId) {
    return database
        .sql(REPORT + " where draft_id = ? and report_id = ?")
        .param(draftId)
        .param(reportId)
        .query((row, number) -> report(row))
        .optional();
  }

  ReportSummary summary(Report report, Draft draft) {
    var found = report.found();
    return new ReportSummary(
        report.reportId(),
        report.draftId(),
        report.file(),
        report.kind(),
        report.state(),
        report.from(),
        report.to(),
        report.startedBy(),
        report.startedAt(),
        !report.fileHash().equals(hash(draft, report.file())),
        found == null ? null : small(report.kind() == Kind.DECISION ? decisions(report).replayed() : paths(report).cases()),
        found == null
            ? null
            : small(
                report.kind() == Kind.DECISION ? decisions(report).changed() : paths(report).cases() - paths(report).followed()));
  }

  private static SmallCount small(long count) {
    return SmallCount.of((int) Math.min(count, Integer.MAX_VALUE - 5));
  }

  DecisionFindings decisions(Report report) {
    return read(report.found(), DecisionFindings.class);
  }

  ProcessFindings paths(Report report) {
    return read(report.found(), ProcessFindings.class);
  }

  /** Hash of a file of a draft as it is now; empty where the draft no longer has it. */
  static String hash(Draft draft, String file) {
    var content = draft.files().containsKey(file) ? draft.files().get(file).content() : null;
    return content == null ? "" : Tokens.hash(new String(content, java.nio.charset.StandardCharsets.ISO_8859_1));
  }

  /**
   * @throws AlreadyRunning if a replay of this draft runs
   */
  @Transactional
  UUID begin(Draft draft, String file, Kind kind, LocalDate from, LocalDate to, String userId) {
    buryTheDead();
    var id = UUID.randomUUID();
    try {
      database
          .sql(
              """
              insert into replay_report (report_id, draft_id, scheme_id, file, file_hash, kind, period_from, period_to, started_by,
                started_at, state, phase) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'RUNNING', ?)
              """)
          .params(
              id,
              draft.id(),
              draft.schemeId(),
              file,
              hash(draft, file),
              kind.name(),
              from,
              to,
              userId,
              Timestamp.from(clock.instant()),
              Phase.GATHERING.name())
          .update();
    } catch (DuplicateKeyException e) {
      throw new AlreadyRunning();
    }
    return id;
  }

  /** Tells how far it is, and hears whether it is to stop. */
  @Transactional(propagation = Propagation.REQUIRES_NEW)
  boolean stillWanted(UUID reportId, Phase phase, long progress, long of) {
    return database
        .sql(
            """
            update replay_report set phase = ?, progress = ?, progress_of = ?, alive_at = clock_timestamp()
            where report_id = ? and state = 'RUNNING' returning not cancel_asked
            """)
        .params(phase.name(), progress, of, reportId)
        .query(Boolean.class)
        .optional()
        .orElse(false);
  }

  /** Keeps what was found, with the list of those concerned. */
  @Transactional
  void done(UUID reportId, Object found, List<Changed> listed) {
    for (int from = 0; from < listed.size(); from += PORTION) {
      batches.batchUpdate(
          """
          insert into replay_case (report_id, number, subject_type, subject_id, scheme_id, before, after) values (?, ?, ?, ?, ?, ?, ?)
          """,
          listed.subList(from, Math.min(from + PORTION, listed.size())).stream()
              .map(
                  one ->
                      new Object[] {
                        reportId, one.number(), one.subjectType(), one.subjectId(), one.schemeId(), one.before(), one.after()
                      })
              .toList());
    }
    int ended =
        database
            .sql(
                """
                update replay_report set state = 'DONE', ended_at = ?, found = cast(? as jsonb), alive_at = clock_timestamp()
                where report_id = ? and state = 'RUNNING'
                """)
            .params(Timestamp.from(clock.instant()), written(found), reportId)
            .update();
    if (ended == 0) {
      throw new IllegalStateException("This replay had ended already");
    }
  }

  @Transactional
  void ended(UUID reportId, State state, String failure) {
    database
        .sql("update replay_report set state = ?, failure = ?, ended_at = ? where report_id = ? and state = 'RUNNING'")
        .params(state.name(), failure, Timestamp.from(clock.instant()), reportId)
        .update();
  }

  @Transactional
  void askToCancel(UUID draftId, UUID reportId) {
    database
        .sql("update replay_report set cancel_asked = true where draft_id = ? and report_id = ? and state = 'RUNNING'")
        .params(draftId, reportId)
        .update();
  }

  /** Those concerned, in the order of the list, of one scheme for whoever sees one scheme only. */
  @Transactional(readOnly = true)
  List<Changed> listed(UUID reportId, String onlyScheme, int from, int most) {
    return database
        .sql(
            """
            select * from replay_case where report_id = :report and (:scheme = '' or scheme_id = :scheme)
            order by number offset :from limit :most
            """)
        .param("report", reportId)
        .param("scheme", onlyScheme == null ? "" : onlyScheme)
        .param("from", from)
        .param("most", most)
        .query(
            (row, number) ->
                new Changed(
                    row.getInt("number"),
                    row.getString("subject_type"),
                    row.getString("subject_id"),
                    row.getString("scheme_id"),
                    row.getString("before"),
                    row.getString("after")))
        .list();
  }

  private void buryTheDead() {
    database
        .sql(
            "update replay_report set state = 'DIED', ended_at = ? where " + DEAD)
        .param(Timestamp.from(clock.instant()))
        .update();
  }

  private Report report(ResultSet row) throws SQLException {
    return new Report(
        row.getObject("report_id", UUID.class),
        row.getObject("draft_id", UUID.class),
        row.getString("scheme_id"),
        row.getString("file"),
        row.getString("file_hash"),
        Kind.valueOf(row.getString("kind")),
        row.getObject("period_from", LocalDate.class),
        row.getObject("period_to", LocalDate.class),
        row.getString("started_by"),
        row.getTimestamp("started_at").toInstant(),
        row.getBoolean("dead") ? State.DIED : State.valueOf(row.getString("state")),
        Phase.valueOf(row.getString("phase")),
        row.getLong("progress"),
        row.getLong("progress_of"),
        row.getBoolean("cancel_asked"),
        row.getString("failure"),
        row.getString("found"));
  }

  private String written(Object found) {
    try {
      return json.writeValueAsString(found);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Counts can always be written", e);
    }
  }

  private <T> T read(String text, Class<T> type) {
    try {
      return json.readValue(text, type);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A report cannot be read", e);
    }
  }

  /** One replay of a draft runs at a time. */
  static final class AlreadyRunning extends RuntimeException {

    private static final long serialVersionUID = 1L;
  }

  /**
   * @param failure code of why it failed, or {@code null}
   * @param found JSON, or {@code null} until it is done
   */
  record Report(
      UUID reportId,
      UUID draftId,
      String schemeId,
      String file,
      String fileHash,
      Kind kind,
      LocalDate from,
      LocalDate to,
      String startedBy,
      Instant startedAt,
      State state,
      Phase phase,
      long progress,
      long of,
      boolean cancelAsked,
      String failure,
      String found) {}
}
