package org.fingerpost.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fingerpost.identity.Visitor.ENGINE;
import static org.fingerpost.journeys.Journeys.someoneCalled;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.TaskService;
import org.fingerpost.FingerpostTest;
import org.fingerpost.identity.Visitor.Answer;
import org.fingerpost.introduction.AnsweringIntroduction;
import org.fingerpost.journeys.Journeys;
import org.fingerpost.platform.Actor;
import org.fingerpost.platform.engine.AsUser;
import org.fingerpost.referral.WithdrawingReferral;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a link worker types into a form is still there when they come back, on the server and nowhere else. Over real HTTP. */
@FingerpostTest
class TaskDraftsTest {

  private static final String HALF = "{\"revision\":0,\"answers\":{\"channel\":\"PHONE\",\"note\":\"Rang; a neighbour said quince jam on Friday\"}}";
  private static int people;

  @LocalServerPort int port;
  @Autowired Journeys journeys;
  @Autowired TaskService tasks;
  @Autowired AsUser asUser;
  @Autowired WithdrawingReferral withdrawing;
  @Autowired AnsweringIntroduction answering;
  @Autowired JdbcClient database;
  @Autowired ObjectMapper json;

  private String reference;
  private String task;
  private Visitor lowri;

  @BeforeEach
  void lowri_has_a_task() {
    var request = someoneCalled("Drafty" + ++people + Long.toString(System.nanoTime() % 100_000, 36));
    request.livingAt("GL1 1AA");
    reference = journeys.receives(request);
    assertThat(journeys.summary(reference).linkWorker()).isEqualTo("lowri");
    task = journeys.task(reference, "userTask_recordFirstContact").getId();
    lowri = new Visitor(port).inTasklist("lowri");
  }

  @Test
  void half_a_form_is_there_again_when_she_comes_back() throws IOException {
    assertThat(keeps(lowri, HALF).status()).isEqualTo(200);

    var form = formOf(new Visitor(port).inTasklist("lowri"));
    assertThat(form.at("/note/value").asText()).isEqualTo("Rang; a neighbour said quince jam on Friday");
    assertThat(form.at("/channel/value").asText()).isEqualTo("PHONE");
    assertThat(form.at("/personName/value").asText()).startsWith("Zebedee");
    var kept = look(lowri);
    assertThat(kept.at("/mine").asBoolean()).isTrue();
    assertThat(kept.at("/revision").asInt()).isEqualTo(1);
    assertThat(kept.at("/at").asText()).isNotBlank();
    assertThat(kept.toString()).as("answers come with the form only").doesNotContain("quince");
  }

  @Test
  void what_she_typed_is_nowhere_in_the_engine() {
    keeps(lowri, HALF);
    journeys.nobodyIsInTheEngine("quince jam");
  }

  @Test
  void no_draft_is_no_draft() throws IOException {
    assertThat(look(lowri).at("/revision").asInt()).isZero();
    assertThat(look(lowri).at("/by").isNull()).isTrue();
    assertThat(look(lowri).at("/fields").toString()).isEqualTo(
            "[\"channel\",\"partOfDay\",\"result\",\"callOn\",\"callPart\",\"ownWords\",\"unsafeTimeReason\",\"note\"]");
    assertThat(formOf(lowri).has("note")).isFalse();
  }

  @Test
  void going_on_typing_changes_the_draft() throws IOException {
    keeps(lowri, HALF);
    assertThat(keeps(lowri, "{\"revision\":1,\"answers\":{\"note\":\"\",\"result\":null}}").status()).isEqualTo(200);

    assertThat(formOf(lowri).at("/note/value").asText()).isEmpty();
    assertThat(formOf(lowri).has("channel")).isFalse();
    assertThat(look(lowri).at("/revision").asInt()).isEqualTo(2);
  }

  @Test
  void finishing_the_task_takes_the_draft_with_it() {
    keeps(lowri, HALF);
    journeys.completes(reference, "userTask_recordFirstContact", Journeys.reached());

    assertThat(drafts()).isZero();
    assertThat(lowri.get(draft()).status()).isEqualTo(404);
    assertThat(lowri.send("PUT", draft(), "application/json", HALF).status()).isIn(403, 404);
  }

  @Test
  void a_refused_form_leaves_the_draft_where_it_is() {
    keeps(lowri, HALF);
    var refused = lowri.post(ENGINE + "/task/" + task + "/submit-form", "{\"variables\":{\"note\":{\"value\":\"x\"}}}");

    assertThat(refused.status()).isGreaterThanOrEqualTo(400);
    assertThat(drafts()).isEqualTo(1);
  }

  @Test
  void a_withdrawn_referral_takes_the_draft_with_it() {
    keeps(lowri, HALF);
    withdrawing.withdraw(reference, "OTHER", Actor.staff("grace"));

    assertThat(drafts()).isZero();
  }

  @Test
  void a_draft_that_nobody_goes_on_with_is_forgotten_after_a_month() {
    keeps(lowri, HALF);
    database.sql("update task_draft set changed_at = changed_at - interval '29 days' where task_id = ?").param(task).update();
    forgetsOld();
    assertThat(drafts()).isEqualTo(1);
    database.sql("update task_draft set changed_at = changed_at - interval '2 days' where task_id = ?").param(task).update();
    forgetsOld();
    assertThat(drafts()).isZero();
  }

  @Autowired org.springframework.context.ApplicationContext context;

  private void forgetsOld() {
    org.springframework.test.util.ReflectionTestUtils.invokeMethod(context.getBean("draftRows"), "forgetOld");
  }

  @Test
  void whoever_takes_the_task_over_sees_that_it_is_somebody_elses_draft() throws IOException {
    keeps(lowri, HALF);
    asUser.run("lowri", () -> tasks.setAssignee(task, null));
    var tom = new Visitor(port).inTasklist("tom");
    asUser.run("tom", () -> tasks.claim(task, "tom"));

    var kept = look(tom);
    assertThat(kept.at("/mine").asBoolean()).isFalse();
    assertThat(kept.at("/by").asText()).isNotBlank().isNotEqualTo("lowri");
    assertThat(formOf(tom).at("/note/value").asText()).contains("quince jam");

    assertThat(keeps(lowri, HALF.replace("\"revision\":0", "\"revision\":1")).status()).as("not hers any more").isEqualTo(403);
    assertThat(keeps(tom, "{\"revision\":1,\"answers\":{\"note\":\"Mine now\"}}").status()).isEqualTo(200);
    assertThat(look(tom).at("/mine").asBoolean()).isTrue();
  }

  @Test
  void of_two_windows_the_later_does_not_overwrite_what_it_has_not_seen() throws IOException {
    keeps(lowri, HALF);
    var late = keeps(lowri, "{\"revision\":0,\"answers\":{\"note\":\"From the other window\"}}");

    assertThat(late.status()).isEqualTo(409);
    assertThat(late.body()).contains("another window");
    assertThat(formOf(lowri).at("/note/value").asText()).contains("quince jam");
  }

  @Test
  void starting_again_forgets_what_was_typed() throws IOException {
    keeps(lowri, HALF);
    assertThat(send(lowri, "DELETE", null).status()).isEqualTo(204);
    assertThat(formOf(lowri).has("note")).isFalse();
  }

  @Test
  void a_task_that_nobody_has_taken_keeps_nothing() {
    asUser.run("lowri", () -> tasks.setAssignee(task, null));
    assertThat(keeps(lowri, HALF).status()).isEqualTo(403);
    assertThat(drafts()).isZero();
  }

  @Test
  void other_schemes_other_roles_and_visitors_neither_read_nor_write() {
    keeps(lowri, HALF);
    for (String other : List.of("bronwen", "grace", "kit")) {
      var visitor = new Visitor(port).inTasklist(other);
      assertThat(visitor.get(draft()).status()).as("%s reads", other).isEqualTo(403);
      var own = token(lowri);
      assertThat(keeps(visitor, HALF).status()).as("%s writes with token %s", other, own.isEmpty()).isEqualTo(403);
    }
    for (String other : List.of("amir", "ada", "priya")) {
      assertThat(new Visitor(port).signedInAs(other).get(draft()).status()).as("%s reads", other).isEqualTo(403);
    }
    assertThat(new Visitor(port).get(draft()).isRefused()).isTrue();
    assertThat(new Visitor(port).send("PUT", draft(), "application/json", HALF).isRefused()).isTrue();
    assertThat(drafts()).isEqualTo(1);
  }

  @Test
  void a_forged_request_keeps_nothing() {
    assertThat(lowri.send("PUT", draft(), "application/json", HALF).status()).as("Tasklist's own token is not ours").isEqualTo(403);
    assertThat(lowri.send("DELETE", draft(), null, (String) null).status()).isEqualTo(403);
    assertThat(lowri.send("POST", draft(), "application/x-www-form-urlencoded", "revision=0").status()).isIn(403, 405);
    assertThat(drafts()).isZero();
  }

  @Test
  void only_what_the_form_asks_is_kept_and_no_more_than_a_form_holds() {
    String tooMuch = "x".repeat(70_000);
    var bodies =
        Map.of(
            "{\"revision\":0,\"answers\":{\"linkWorker\":\"tom\"}}", 400,
            "{\"revision\":0,\"answers\":{\"note\":{\"deep\":1}}}", 400,
            "{\"revision\":0,\"answers\":{\"note\":[[1]]}}", 400,
            "{\"revision\":0,\"answers\":{\"note\":\"a\\u0007b\"}}", 400,
            "{\"revision\":0,\"answers\":{\"note\":\"" + "x".repeat(4001) + "\"}}", 400,
            "{\"revision\":0,\"answers\":{},\"task\":\"other\"}", 400,
            "{\"revision\":0}", 400,
            "null", 400,
            "{\"revision\":0,\"answers\":{\"note\":\"quince", 400,
            "{\"revision\":0,\"answers\":{\"note\":\"" + tooMuch + "\"}}", 413);
    bodies.forEach(
        (body, status) -> {
          var answer = keeps(lowri, body);
          assertThat(answer.status()).as(body.substring(0, Math.min(80, body.length()))).isEqualTo(status);
          assertThat(answer.body()).contains("message").doesNotContain("quince");
        });
    assertThat(drafts()).isZero();
  }

  @Test
  void a_refusal_speaks_welsh() {
    keeps(lowri, HALF);
    assertThat(keeps(lowri.speaking("cy"), HALF).body()).contains("mewn ffenestr arall");
  }

  @Test
  void a_journey_that_is_driven_from_java_reads_no_draft() {
    keeps(lowri, HALF);
    assertThat(journeys.shown("lowri", reference, "userTask_recordFirstContact")).doesNotContainKey("note");
  }

  private String draft() {
    return "/tasks/" + task + "/draft";
  }

  private long drafts() {
    return database.sql("select count(*) from task_draft where task_id = ?").param(task).query(Long.class).single();
  }

  private JsonNode look(Visitor visitor) throws IOException {
    var answer = visitor.get(draft());
    assertThat(answer.status()).isEqualTo(200);
    return json.readTree(answer.body());
  }

  private String token(Visitor visitor) {
    try {
      return look(visitor).at("/token").asText();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private JsonNode formOf(Visitor visitor) throws IOException {
    var answer = visitor.get(ENGINE + "/task/" + task + "/form-variables?deserializeValues=false");
    assertThat(answer.status()).isEqualTo(200);
    return json.readTree(answer.body());
  }

  private Answer keeps(Visitor visitor, String body) {
    return send(visitor, "PUT", body);
  }

  /** With our token, which the page that anybody signed in may open carries. */
  private Answer send(Visitor visitor, String method, String body) {
    return visitor.sendWithPageToken(method, draft(), body);
  }
}
