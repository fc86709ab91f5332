package org.fingerpost.workbench.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.task.Task;
import org.fingerpost.FingerpostTest;
import org.fingerpost.journeys.Journeys;
import org.fingerpost.platform.Actor;
import org.fingerpost.platform.engine.EngineClock;
import org.fingerpost.referral.WithdrawingReferral;
import org.fingerpost.workbench.library.Numbers.StepNumbers;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the database counts is what the engine says of each case, one by one: cases of this test, and whatever other tests left. */
@FingerpostTest
class NumbersTest {

  private static final Duration PERIOD = Duration.ofDays(90);

  @Autowired Numbers numbers;
  @Autowired Journeys journeys;
  @Autowired WithdrawingReferral withdrawing;
  @Autowired RepositoryService repository;
  @Autowired RuntimeService runtime;
  @Autowired TaskService tasks;
  @Autowired HistoryService history;
  @Autowired ManagementService management;
  @Autowired JdbcClient database;
  @Autowired Clock clock;

  /** Five people are reached after 1, 4, 9, 16 and 25 hours; the sixth still waits; the seventh takes the referral back. */
  private void sevenPeople() {
    var waiting = new java.util.ArrayList<String>();
    for (int i = 1; i <= 7; i++) {
      waiting.add(journeys.receives(Journeys.someoneCalled("Libnumber" + i)));
    }
    for (int i = 1; i <= 5; i++) {
      EngineClock.moveBy(Duration.ofHours(2L * i - 1));
      journeys.completes(waiting.get(i - 1), "userTask_recordFirstContact", Journeys.reached());
    }
    withdrawing.withdraw(waiting.get(6), "OTHER", Actor.staff("grace"));
    EngineClock.moveBy(Duration.ofDays(40));
  }

  @Test
  void a_steps_numbers_are_those_of_its_cases() {
    sevenPeople();
    for (String process : List.of("first-contact", "referral-journey", "introduce-activity", "settle-route")) {
      for (String scheme : new String[] {null, "gloucestershire"}) {
        var versions =
            repository.createProcessDefinitionQuery().processDefinitionKey(process).withoutTenantId().list().stream()
                .map(ProcessDefinition::getId)
                .toList();

        var counted = numbers.steps(versions, versions, scheme, PERIOD);

        assertThat(new TreeMap<>(counted)).as("%s of %s", process, scheme).isEqualTo(new TreeMap<>(oneByOne(versions, scheme)));
      }
    }
    var step =
        numbers.steps(
                List.of(repository.createProcessDefinitionQuery().processDefinitionKey("first-contact").withoutTenantId().latestVersion().singleResult().getId()),
                List.of(repository.createProcessDefinitionQuery().processDefinitionKey("first-contact").withoutTenantId().latestVersion().singleResult().getId()),
                "gloucestershire",
                PERIOD)
            .get("userTask_recordFirstContact");
    assertThat(step.done()).isGreaterThanOrEqualTo(5);
    assertThat(step.here()).isPositive();
    assertThat(step.late()).isPositive().isLessThanOrEqualTo(step.here());
    assertThat(step.cutShort()).isPositive();
    assertThat(step.median()).isLessThanOrEqualTo(step.ninetieth());
  }

  private Map<String, StepNumbers> oneByOne(List<String> versions, String scheme) {
    var all = new HashMap<String, StepNumbers>();
    var finished = new HashMap<String, List<HistoricActivityInstance>>();
    for (String version : versions) {
      var query = history.createHistoricActivityInstanceQuery().processDefinitionId(version).finishedAfter(Date.from(clock.instant().minus(PERIOD)));
      (scheme == null ? query : query.tenantIdIn(scheme))
          .list()
          .forEach(passage -> finished.computeIfAbsent(passage.getActivityId(), id -> new java.util.ArrayList<>()).add(passage));
    }
    var late =
        tasks.createTaskQuery().dueBefore(Date.from(clock.instant())).list().stream()
            .filter(task -> versions.contains(task.getProcessDefinitionId()))
            .filter(task -> scheme == null || scheme.equals(task.getTenantId()))
            .collect(Collectors.groupingBy(Task::getTaskDefinitionKey, Collectors.counting()));
    var here = here(versions, scheme);
    var steps = new java.util.TreeSet<>(finished.keySet());
    steps.addAll(late.keySet());
    steps.addAll(here.keySet());
    for (String step : steps) {
      var passages = finished.getOrDefault(step, List.of());
      var done = passages.stream().filter(passage -> !passage.isCanceled()).map(HistoricActivityInstance::getDurationInMillis).sorted().toList();
      all.put(
          step,
          new StepNumbers(
              here.getOrDefault(step, 0L),
              late.getOrDefault(step, 0L),
              done.size(),
              passages.size() - done.size(),
              percentile(done, 0.5),
              percentile(done, 0.9)));
    }
    return all;
  }

  /** As the engine draws them: the activities that each instance is in. */
  private Map<String, Long> here(List<String> versions, String scheme) {
    var here = new HashMap<String, Long>();
    for (String version : versions) {
      var query = runtime.createProcessInstanceQuery().processDefinitionId(version);
      for (var instance : (scheme == null ? query : query.tenantIdIn(scheme)).list()) {
        for (String activity : runtime.getActiveActivityIds(instance.getId())) {
          here.merge(activity, 1L, Long::sum);
        }
      }
    }
    return here;
  }

  private static Duration percentile(List<Long> sorted, double share) {
    if (sorted.isEmpty()) {
      return null;
    }
    double place = share * (sorted.size() - 1);
    int below = (int) Math.floor(place);
    int above = (int) Math.ceil(place);
    return Duration.ofMillis(Math.round(sorted.get(below) + (sorted.get(above) - sorted.get(below)) * (place - below)));
  }

  @Test
  void instances_are_counted_on_the_version_they_run_on() {
    journeys.receives(Journeys.someoneCalled("Librunning"));

    var running = numbers.running("gloucestershire");

    for (var one : running) {
      var version =
          repository.createProcessDefinitionQuery().processDefinitionKey(one.key()).processDefinitionVersion(one.version()).list().stream()
              .filter(definition -> java.util.Objects.equals(definition.getTenantId(), one.schemeId()))
              .findFirst()
              .orElseThrow();
      assertThat(one.running())
          .as(one.key())
          .isEqualTo(runtime.createProcessInstanceQuery().processDefinitionId(version.getId()).tenantIdIn("gloucestershire").count());
    }
    assertThat(running).extracting(Numbers.Running::key).contains("referral-journey", "first-contact");
  }

  @Test
  void a_rule_counts_each_referral_once_and_only_of_the_scheme_and_the_period() {
    String first = journeys.receives(Journeys.someoneCalled("Librule"));
    var row =
        database
            .sql("select definition_id, rule_ids[1] as rule from decision_record where referral_id = ? and decision_key = 'referral-route' limit 1")
            .param(first)
            .query((r, number) -> new String[] {r.getString("definition_id"), r.getString("rule")})
            .single();
    var before = numbers.rules(List.of(row[0]), "gloucestershire", PERIOD);

    journeys.receives(Journeys.someoneCalled("Librule-two"));
    var after = numbers.rules(List.of(row[0]), "gloucestershire", PERIOD);

    assertThat(after.all()).isEqualTo(before.all() + 1);
    assertThat(after.byRule().get(row[1])).isEqualTo(before.byRule().get(row[1]) + 1);
    assertThat(numbers.rules(List.of(row[0]), "gloucestershire", Duration.ZERO).byRule()).isEmpty();
    assertThat(
            database
                .sql("select count(distinct referral_id) from decision_record where definition_id = ? and scheme_id = 'gloucestershire' and decided_at >= ?")
                .params(row[0], java.sql.Timestamp.from(clock.instant().minus(PERIOD)))
                .query(Long.class)
                .single())
        .isEqualTo(after.all());
  }
}
