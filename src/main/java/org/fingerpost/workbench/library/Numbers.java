package org.fingerpost.workbench.library;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Where the work is and how long it takes, counted by the database: one grouped statement for each question, whatever the number of
 * models, steps and referrals. The statements drive from the process instances, so that they need no index besides those there are.
 *
 * <p>The engine writes its times as local time of the Java machine, without a zone; {@link Timestamp} compares in the same.
 */
@Component
class Numbers {

  private final JdbcClient database;
  private final Clock clock;

  Numbers(JdbcClient database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /** How many instances run on each version of each process. */
  List<Running> running(String schemeId) {
    return database
        .sql(
            """
            select d.key_, d.tenant_id_, d.version_, r.running
            from (select proc_def_id_, count(*) as running from act_ru_execution
                  where parent_id_ is null and (cast(:scheme as text) is null or tenant_id_ = :scheme)
                  group by proc_def_id_) r
            join act_re_procdef d on d.id_ = r.proc_def_id_""")
        .param("scheme", schemeId)
        .query(
            (row, number) ->
                new Running(row.getString("key_"), row.getString("tenant_id_"), row.getInt("version_"), row.getLong("running")))
        .list();
  }

  /**
   * The numbers of each step, by its id.
   *
   * @param versions definitions whose passages are counted
   * @param line all definitions of the model: a referral that has moved to another version did its earlier steps on this one
   * @param schemeId the scheme counted, or {@code null} for all
   */
  Map<String, StepNumbers> steps(Collection<String> versions, Collection<String> line, String schemeId, Duration period) {
    var steps = new HashMap<String, StepNumbers>();
    if (versions.isEmpty()) {
      return steps;
    }
    database
        .sql(
            """
            with here as (
              select act_id_, count(*) as here from act_ru_execution
              where proc_def_id_ in (:versions) and is_active_ and act_id_ is not null
                and (cast(:scheme as text) is null or tenant_id_ = :scheme)
              group by act_id_
            ), late as (
              select task_def_key_ as act_id_, count(*) as late from act_ru_task
              where proc_def_id_ in (:versions) and due_date_ < :now
                and (cast(:scheme as text) is null or tenant_id_ = :scheme)
              group by task_def_key_
            ), took as (
              select a.act_id_,
                     count(*) filter (where a.act_inst_state_ <> 2) as done,
                     count(*) filter (where a.act_inst_state_ = 2) as cut_short,
                     percentile_cont(0.5) within group (order by a.duration_) filter (where a.act_inst_state_ <> 2) as median,
                     percentile_cont(0.9) within group (order by a.duration_) filter (where a.act_inst_state_ <> 2) as ninetieth
              from act_hi_procinst p join act_hi_actinst a on a.proc_inst_id_ = p.proc_inst_id_
              where p.proc_def_id_ in (:line) and (p.end_time_ is null or p.end_time_ >= :from)
                and (cast(:scheme as text) is null or p.tenant_id_ = :scheme)
                and a.proc_def_id_ in (:versions) and a.end_time_ >= :from
              group by a.act_id_
            )
            select act_id_, coalesce(here, 0) as here, coalesce(late, 0) as late, coalesce(done, 0) as done,
                   coalesce(cut_short, 0) as cut_short, median, ninetieth
            from here full join late using (act_id_) full join took using (act_id_)""")
        .param("versions", versions)
        .param("line", line)
        .param("scheme", schemeId)
        .param("now", Timestamp.from(clock.instant()))
        .param("from", Timestamp.from(since(period)))
        .query(
            row -> {
              steps.put(
                  row.getString("act_id_"),
                  new StepNumbers(
                      row.getLong("here"),
                      row.getLong("late"),
                      row.getLong("done"),
                      row.getLong("cut_short"),
                      duration(row.getObject("median")),
                      duration(row.getObject("ninetieth"))));
            });
    return steps;
  }

  private static Duration duration(Object millis) {
    return millis == null ? null : Duration.ofMillis(Math.round(((Number) millis).doubleValue()));
  }

  /**
   * How many cases each rule answered for, by the rule's id: referrals, and what else the table was asked about. A case that was asked
   * about twice counts once.
   *
   * @param tables definitions that say the same
   */
  RuleNumbers rules(List<String> tables, String schemeId, Duration period) {
    var byRule = new LinkedHashMap<String, Long>();
    var all = new long[1];
    database
        .sql(
            """
            with answer as (
              select referral_id as subject, rule_ids from decision_record
              where definition_id in (:tables) and decided_at >= :from
                and (cast(:scheme as text) is null or scheme_id = :scheme)
              union all
              select subject_type || ' ' || subject_id, rule_ids from kept_answer
              where definition_id in (:tables) and decided_at >= :from
                and (cast(:scheme as text) is null or scheme_id = :scheme)
            )
            select r.rule, count(distinct a.subject) as cases, (select count(distinct subject) from answer) as everybody
            from answer a cross join lateral unnest(a.rule_ids) r(rule)
            group by r.rule""")
        .param("tables", tables)
        .param("scheme", schemeId)
        .param("from", Timestamp.from(since(period)))
        .query(
            row -> {
              byRule.put(row.getString("rule"), row.getLong("cases"));
              all[0] = row.getLong("everybody");
            });
    return new RuleNumbers(all[0], byRule);
  }

  private Instant since(Duration period) {
    return clock.instant().minus(period);
  }

  /**
   * A step's numbers.
   *
   * @param here how many are at the step now
   * @param late how many of these are past their due time
   * @param done how many left it in the period as they should
   * @param cutShort how many left it because something else ended it
   * @param median the time that half of those done needed at most; {@code null} where nobody was
   * @param ninetieth the time that nine in ten needed at most
   */
  record StepNumbers(long here, long late, long done, long cutShort, Duration median, Duration ninetieth) {

    static final StepNumbers NONE = new StepNumbers(0, 0, 0, 0, null, null);
  }

  /** @param schemeId whose version it is, {@code null} for the shared one */
  record Running(String key, String schemeId, int version, long running) {}

  /** @param all cases that the table answered for */
  record RuleNumbers(long all, Map<String, Long> byRule) {}
}
