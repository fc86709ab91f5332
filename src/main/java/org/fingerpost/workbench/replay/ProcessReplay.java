package org.fingerpost.workbench.replay;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.fingerpost.platform.engine.EngineClock;
import org.fingerpost.workbench.replay.DecisionReplay.Changed;
import org.fingerpost.workbench.replay.DecisionReplay.Phase;
import org.fingerpost.workbench.replay.DecisionReplay.Watcher;
import org.fingerpost.workbench.replay.TokenReplay.Recorded;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Runs the recorded paths of cases under way and lately closed through a draft process. Many cases took the same path, so each path
 * is run once. The engine's history is read with SQL, a process instance at a time.
 */
@Component
class ProcessReplay {

  /** That there is a concern about somebody's safety is for its own readers: counted here, never listed. */
  private static final String RESTRICTED = "safeguarding-concern";

  private static final int FETCH = 5_000;
  private static final int CANCELLED = 2;

  private final JdbcTemplate database;
  private final TransactionTemplate reading;

  ProcessReplay(DataSource source, PlatformTransactionManager transactions) {
    this.database = new JdbcTemplate(source);
    this.database.setFetchSize(FETCH);
    this.reading = new TransactionTemplate(transactions);
    this.reading.setReadOnly(true);
  }

  /**
   * @param schemes whose cases
   * @param from first day of those that have closed; all that are under way are run
   * @param listed hears those that could not have followed, newest first
   */
  ProcessFindings run(
      DraftGraph draft, Collection<String> schemes, LocalDate from, LocalDate to, Watcher watcher, Consumer<Changed> listed) {
    long began = System.nanoTime();
    watcher.at(Phase.GATHERING, 0, 0);
    var count = new Count(draft);
    reading.executeWithoutResult(
        status -> {
          database.execute("set local statement_timeout = '5min'");
          database.query(
                """
                select p.proc_inst_id_, p.business_key_, p.tenant_id_, p.end_time_ is null as open, p.state_, p.start_time_ as begun,
                  a.act_id_, a.act_name_, a.act_type_, a.start_time_, a.end_time_, a.act_inst_state_
                from act_hi_procinst p join act_hi_actinst a on a.proc_inst_id_ = p.proc_inst_id_
                where p.proc_def_key_ = ? and p.tenant_id_ = any (?)
                  and (p.end_time_ is null or p.end_time_ >= ? and p.end_time_ < ?)
                order by p.start_time_ desc, p.proc_inst_id_, a.start_time_, a.sequence_counter_
                """,
                (RowCallbackHandler)
                    row -> {
                      count.add(row);
                      if (count.steps % FETCH == 0) {
                        watcher.at(Phase.COUNTING, count.cases, 0);
                      }
                    },
                draft.key(),
                schemes.toArray(String[]::new),
                Timestamp.from(from.atStartOfDay(EngineClock.LONDON).toInstant()),
                Timestamp.from(to.plusDays(1).atStartOfDay(EngineClock.LONDON).toInstant()));
        });
    count.close();
    boolean restricted = RESTRICTED.equals(draft.key());
    if (!restricted) {
      count.listed.forEach(listed);
    }
    watcher.at(Phase.COUNTING, count.cases, count.cases);
    return new ProcessFindings(
        count.cases,
        count.open,
        count.results.size(),
        count.followed,
        count.passed,
        count.stuck(),
        restricted ? 0 : count.listed.size(),
        restricted,
        (System.nanoTime() - began) / 1_000_000);
  }

  /** One case at a time, as the rows come. */
  private static final class Count {

    private final DraftGraph draft;
    private final TokenReplay replay;
    private final Map<String, TokenReplay.Result> results = new HashMap<>();
    private final Map<String, Long> passed = new TreeMap<>();
    private final Map<TokenReplay.Deviation, Long> stuck = new LinkedHashMap<>();
    private final Map<String, String> names = new HashMap<>();
    private final List<Changed> listed = new ArrayList<>();
    private final List<Recorded> path = new ArrayList<>();
    private String instance;
    private String reference;
    private String scheme;
    private boolean isOpen;
    private boolean ended;
    private long steps;
    private long cases;
    private long open;
    private long followed;

    private Count(DraftGraph draft) {
      this.draft = draft;
      this.replay = new TokenReplay(draft);
    }

    private void add(ResultSet row) throws SQLException {
      steps++;
      String next = row.getString("proc_inst_id_");
      if (!next.equals(instance)) {
        close();
        instance = next;
        reference = row.getString("business_key_");
        scheme = row.getString("tenant_id_");
        isOpen = row.getBoolean("open");
        ended = "COMPLETED".equals(row.getString("state_"));
      }
      Timestamp end = row.getTimestamp("end_time_");
      String name = row.getString("act_name_");
      names.putIfAbsent(row.getString("act_id_"), name == null ? row.getString("act_id_") : name);
      path.add(
          new Recorded(
              row.getString("act_id_"),
              // A task's name may carry the reference of its case; the model's name does not.
              null,
              row.getString("act_type_"),
              row.getTimestamp("start_time_").getTime(),
              end == null ? null : end.getTime(),
              row.getInt("act_inst_state_") == CANCELLED));
    }

    private void close() {
      if (instance == null || path.isEmpty()) {
        return;
      }
      cases++;
      open += isOpen ? 1 : 0;
      var result = results.computeIfAbsent(shape(), shape -> replay.replay(List.copyOf(path), ended));
      result.passed().forEach(step -> passed.merge(step, 1L, Long::sum));
      if (result.deviation() == null) {
        followed++;
      } else {
        stuck.merge(result.deviation(), 1L, Long::sum);
        if (listed.size() < DecisionReplay.MOST_LISTED) {
          listed.add(
              new Changed(
                  listed.size() + 1,
                  subject(reference),
                  String.valueOf(reference),
                  scheme,
                  String.valueOf(result.deviation().after()),
                  result.deviation().step()));
        }
      }
      path.clear();
    }

    private static String subject(String reference) {
      return reference != null && reference.startsWith("FP-") ? "referral" : "case";
    }

    /** Two paths with the same steps, overlapping in the same way, are one path. */
    private String shape() {
      var moments = new TreeMap<Long, Integer>();
      path.forEach(
          step -> {
            moments.put(step.started(), 0);
            if (step.ended() != null) {
              moments.put(step.ended(), 0);
            }
          });
      int place = 0;
      for (var moment : moments.entrySet()) {
        moment.setValue(place++);
      }
      var shape = new StringBuilder().append(ended).append(';');
      for (Recorded step : path) {
        shape
            .append(step.id())
            .append('@')
            .append(moments.get(step.started()))
            .append('-')
            .append(step.ended() == null ? "" : moments.get(step.ended()))
            .append(step.cancelled() ? "x;" : ";");
      }
      return shape.toString();
    }

    private List<ProcessFindings.Stuck> stuck() {
      return stuck.entrySet().stream()
          .sorted(Comparator.comparing(entry -> -entry.getValue()))
          .map(
              entry -> {
                var deviation = entry.getKey();
                var expected = new LinkedHashMap<String, String>();
                deviation.expected().forEach(step -> expected.put(step, named(step)));
                return new ProcessFindings.Stuck(
                    deviation.step(),
                    named(deviation.step()),
                    deviation.after(),
                    deviation.after() == null ? null : named(deviation.after()),
                    deviation.because(),
                    expected,
                    entry.getValue());
              })
          .toList();
    }

    private String named(String step) {
      var node = draft.node(step);
      String name = node == null ? names.getOrDefault(step, step) : node.called();
      return name.replaceAll("\\s+", " ").replaceFirst(" · [A-Z]{2}-[0-9A-Z]{4}-[0-9A-Z]{4}$", "");
    }
  }
}
