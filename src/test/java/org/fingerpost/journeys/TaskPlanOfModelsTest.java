package org.fingerpost.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fingerpost.journeys.Journeys.someoneCalled;

import org.fingerpost.platform.engine.EngineClock;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.fingerpost.FingerpostTest;
import org.fingerpost.models.ModelFiles;
import org.fingerpost.platform.TaskPlan;
import org.fingerpost.scheme.Schemes;
import org.fingerpost.scheme.WorkingDays;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** No task is without a date: what the model says stands, and the table task-plan says the rest. */
@FingerpostTest
class TaskPlanOfModelsTest {

  @Autowired TaskPlan plan;
  @Autowired Schemes schemes;
  @Autowired WorkingDays workingDays;
  @Autowired Journeys journeys;
  @Autowired TaskService tasks;
  @Autowired JdbcClient database;
  @Autowired Clock clock;

  @Test
  void every_user_task_of_every_model_has_a_day_and_a_rank_in_every_scheme() {
    for (var file : ModelFiles.processes()) {
      for (UserTask task : ModelFiles.process(file).getModelElementsByType(UserTask.class)) {
        assertThat(task.getCamundaFormRef()).as("form of %s in %s", task.getId(), file).isNotBlank();
        for (var scheme : schemes.all()) {
          var planned = plan.plan(task.getCamundaFormRef(), scheme.id(), "FP-0000-0000");
          assertThat(planned).as("%s in %s", task.getId(), scheme.id()).isPresent();
          assertThat(planned.get().due()).isAfter(clock.instant());
          assertThat(planned.get().priority()).isBetween(0, 100);
        }
      }
    }
  }

  @Test
  void every_task_of_a_journey_is_given_both_when_it_appears() {
    String reference = journeys.receives(someoneCalled("Diarmuid"));
    isPlanned(journeys.task(reference, "userTask_recordFirstContact"));
    journeys.completes(reference, "userTask_recordFirstContact", Journeys.reached());

    var conversation = journeys.task(reference, "userTask_holdConversation");
    assertThat(conversation.getDueDate().toInstant()).isEqualTo(inWorkingDays(10));
    assertThat(conversation.getPriority()).isEqualTo(50);

    journeys.completes(reference, "userTask_holdConversation", Journeys.conversation("Company on walks"));
    var activity = journeys.task(reference, "userTask_chooseActivity");
    assertThat(activity.getDueDate().toInstant()).isEqualTo(inWorkingDays(5));

    journeys.completes(reference, "userTask_chooseActivity", journeys.firstOffer(reference));
    var answer = journeys.task(reference, "userTask_awaitAnswer");
    isPlanned(answer);
    assertThat(answer.getPriority()).as("waiting comes last in the list").isEqualTo(30);
  }

  @Test
  void what_the_model_and_its_own_table_say_stands() {
    String reference = journeys.receives(someoneCalled("Explicit"));
    var task = journeys.task(reference, "userTask_recordFirstContact");

    assertThat(LocalDate.ofInstant(task.getDueDate().toInstant(), EngineClock.LONDON))
        .as("by contact-plan")
        .isEqualTo(journeys.summary(reference).nextDate());
    assertThat(task.getDueDate().toInstant())
        .as("task-plan alone would say a time of its own")
        .isNotEqualTo(plan.plan("record-first-contact", "gloucestershire", reference).orElseThrow().due());
  }

  @Test
  void somebody_urgent_comes_sooner_and_higher() {
    String reference = journeys.receives(someoneCalled("Urgently"));
    database.sql("update referral set urgent = true where referral_id = ?").param(reference).update();
    journeys.completes(reference, "userTask_recordFirstContact", Journeys.reached());

    var conversation = journeys.task(reference, "userTask_holdConversation");
    assertThat(conversation.getDueDate().toInstant()).isEqualTo(inWorkingDays(5));
    assertThat(conversation.getPriority()).isEqualTo(70);
  }

  @Test
  void a_tenant_that_is_no_scheme_has_no_calendar_and_its_tasks_no_date() {
    assertThat(plan.plan("hold-conversation", "atlantis", null)).isEmpty();
  }

  @Test
  void history_keeps_what_was_planned() {
    String reference = journeys.receives(someoneCalled("Historic"));
    journeys.completes(reference, "userTask_recordFirstContact", Journeys.reached());
    var task = journeys.task(reference, "userTask_holdConversation");

    Map<String, Object> kept =
        database
            .sql("select due_date_ is not null as dated, priority_ from act_hi_taskinst where id_ = ?")
            .param(task.getId())
            .query()
            .singleRow();
    assertThat(kept.get("dated")).isEqualTo(true);
    assertThat(kept.get("priority_")).isEqualTo(50);
  }

  private Instant inWorkingDays(int days) {
    return workingDays.at("gloucestershire", workingDays.plus("gloucestershire", LocalDate.now(clock), days));
  }

  private static void isPlanned(Task task) {
    assertThat(task.getDueDate()).as(task.getTaskDefinitionKey()).isNotNull();
    assertThat(task.getPriority()).as(task.getTaskDefinitionKey()).isBetween(0, 100);
  }
}
