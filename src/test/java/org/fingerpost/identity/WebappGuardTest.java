package org.fingerpost.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fingerpost.identity.Visitor.ENGINE;
import static org.fingerpost.identity.Visitor.TASKLIST;
import static org.fingerpost.journeys.Journeys.someoneCalled;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.fingerpost.FingerpostTest;
import org.fingerpost.journeys.Journeys;
import org.fingerpost.platform.Actor;
import org.fingerpost.platform.engine.Canary;
import org.fingerpost.referral.AReferral;
import org.fingerpost.referral.WithdrawingReferral;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The webapps' copy of the engine's REST interface, over real HTTP: what Tasklist needs answers, and nothing else of it does, however
 * the address is written.
 */
@FingerpostTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WebappGuardTest {

  private static final String SONG = Canary.SONG.replace("\"", "\\\"");

  @LocalServerPort int port;
  @Autowired Journeys journeys;
  @Autowired WithdrawingReferral withdrawing;
  @Autowired TaskService tasks;
  @Autowired FilterService filters;
  @Autowired RepositoryService repository;
  @Autowired JdbcClient database;
  @Autowired ObjectMapper json;

  private final List<String> referred = new ArrayList<>();
  private String referral;
  private String task;
  private String instance;
  private String filter;
  private Visitor lowri;
  private Visitor bronwen;

  @BeforeAll
  void lowri_has_a_task() {
    referral = forLowri("Webapp");
    var open = journeys.task(referral, "userTask_recordFirstContact");
    task = open.getId();
    instance = open.getProcessInstanceId();
    filter = filters.createFilterQuery().orderByFilterId().asc().listPage(0, 1).get(0).getId();
    lowri = new Visitor(port).inTasklist("lowri");
    bronwen = new Visitor(port).inTasklist("bronwen");
  }

  @AfterAll
  void nobody_is_kept_waiting() {
    referred.stream()
        .filter(reference -> journeys.summary(reference).open())
        .forEach(reference -> withdrawing.withdraw(reference, "OTHER", Actor.staff("grace")));
  }

  private String forLowri(String name) {
    AReferral request = someoneCalled("Visitor-" + name);
    request.livingAt("GL1 1AA");
    String reference = journeys.receives(request);
    referred.add(reference);
    assertThat(journeys.summary(reference).linkWorker()).isEqualTo("lowri");
    return reference;
  }

  private String filled(String text) {
    return text.replace("{task}", task)
        .replace("{instance}", instance)
        .replace("{filter}", filter)
        .replace("{definition}", definition());
  }

  private String definition() {
    return repository
        .createProcessDefinitionQuery()
        .processDefinitionKey("referral-journey")
        .latestVersion()
        .listPage(0, 1)
        .get(0)
        .getId();
  }

  // ---- attacks

  private static Arguments attack(String what, String method, String path, String type, String body) {
    return arguments(what, method, path, type, body);
  }

  private static Arguments post(String what, String path, String body) {
    return attack(what, "POST", path, "application/json", body);
  }

  private static Arguments get(String what, String path) {
    return attack(what, "GET", path, null, null);
  }

  static Stream<Arguments> attacks() {
    return Stream.of(expressions(), withoutTheForm(), processes(), people(), otherDoors()).flatMap(kind -> kind);
  }

  /** CVE-2026-109432 as published, and disguised. */
  private static Stream<Arguments> expressions() {
    var attacks = new ArrayList<Arguments>();
    var bodies =
        Map.of(
            "in an or-query", "{\"orQueries\":[{\"assigneeExpression\":\"" + SONG + "\"}]}",
            "at the top", "{\"assigneeExpression\":\"" + SONG + "\"}",
            "deep down", "{\"a\":[{\"b\":{\"orQueries\":[{\"candidateGroupExpression\":\"" + SONG + "\"}]}}]}",
            "with an escaped key", "{\"orQueries\":[{\"assignee\\u0045xpression\":\"" + SONG + "\"}]}",
            "with an escaped value", "{\"orQueries\":[{\"assigneeExpression\":\"" + SONG.replace("$", "\\u0024") + "\"}]}",
            "as a plain criterion", "{\"orQueries\":[{\"assignee\":\"" + SONG + "\"}]}",
            "behind a harmless twin", "{\"orQueries\":[],\"orQueries\":[{\"assigneeExpression\":\"" + SONG + "\"}]}",
            "that is allowed in filters only", "{\"assigneeExpression\":\"${currentUser()}\"}");
    for (String place : List.of("/task", "/task/count", "/filter/{filter}/list", "/filter/{filter}/count", "/filter/{filter}/singleResult")) {
      bodies.forEach((how, body) -> attacks.add(post("an expression " + how + " to " + place, ENGINE + place, body)));
    }
    String orQuery = bodies.get("in an or-query");
    for (String type :
        List.of(
            "application/JSON", "APPLICATION/JSON;charset=utf-8", "application/hal+json", "application/vnd.camunda+Json", "text/plain",
            "application/x-www-form-urlencoded", "application/octet-stream")) {
      attacks.add(attack("an expression as " + type, "POST", ENGINE + "/task/count", type, orQuery));
      attacks.add(attack("an expression to a filter as " + type, "POST", ENGINE + "/filter/{filter}/list", type, orQuery));
    }
    String inAddress = Visitor.encoded(Canary.SONG);
    attacks.add(get("an expression in the address of a count", ENGINE + "/task/count?assigneeExpression=" + inAddress));
    attacks.add(get("an expression in the address of a list", ENGINE + "/task?assigneeExpression=" + inAddress));
    attacks.add(get("an expression in the address of a filter", ENGINE + "/filter/{filter}/list?ASSIGNEEEXPRESSION=" + inAddress));
    attacks.add(post("half a body", ENGINE + "/task/count", "{\"orQueries\":[{"));
    attacks.add(post("a body that never ends", ENGINE + "/task/count", "{\"assignee\":\"" + "a".repeat(70_000) + "\"}"));
    attacks.add(post("a body without a bottom", ENGINE + "/task/count", "[".repeat(5000)));
    return attacks.stream();
  }

  private static Stream<Arguments> withoutTheForm() {
    String facts = "{\"variables\":{\"contactResult\":{\"value\":\"REACHED\"}}}";
    return Stream.of(
        post("completing past the form", ENGINE + "/task/{task}/complete", facts),
        post("resolving", ENGINE + "/task/{task}/resolve", facts),
        post("ending with an error", ENGINE + "/task/{task}/bpmnError", "{\"errorCode\":\"x\"}"),
        post("ending with an escalation", ENGINE + "/task/{task}/bpmnEscalation", "{\"escalationCode\":\"x\"}"),
        post("handing to somebody", ENGINE + "/task/{task}/delegate", "{\"userId\":\"tom\"}"),
        post("making somebody do it", ENGINE + "/task/{task}/assignee", "{\"userId\":\"tom\"}"),
        post("adding a candidate", ENGINE + "/task/{task}/identity-links", "{\"userId\":\"tom\",\"type\":\"candidate\"}"),
        post("writing a comment", ENGINE + "/task/{task}/comment/create", "{\"message\":\"Zebedee\"}"),
        attack("attaching a file", "POST", ENGINE + "/task/{task}/attachment/create", "multipart/form-data; boundary=x", "--x--"),
        attack("changing a task", "PUT", ENGINE + "/task/{task}", "application/json", "{\"name\":\"Zebedee\"}"),
        attack("deleting a task", "DELETE", ENGINE + "/task/{task}", null, null),
        post("making a task", ENGINE + "/task/create", "{\"name\":\"Zebedee\"}"),
        get("reading the variables", ENGINE + "/task/{task}/variables"),
        post("writing variables", ENGINE + "/task/{task}/variables", "{\"modifications\":{\"route\":{\"value\":\"X\"}}}"),
        attack("writing a variable", "PUT", ENGINE + "/task/{task}/variables/route", "application/json", "{\"value\":\"X\"}"),
        get("reading local variables", ENGINE + "/task/{task}/localVariables"),
        get("reading a variable's bytes", ENGINE + "/task/{task}/variables/linkWorker/data"),
        get("reports", ENGINE + "/task/report/candidate-group-count"),
        get("every task", ENGINE + "/task"),
        post("every task, asked politely", ENGINE + "/task", "{}"));
  }

  private static Stream<Arguments> processes() {
    return Stream.of(
        attack(
            "deploying",
            "POST",
            ENGINE + "/deployment/create",
            "multipart/form-data; boundary=x",
            "--x\r\nContent-Disposition: form-data; name=\"data\"; filename=\"x.bpmn\"\r\n\r\n<definitions/>\r\n--x--\r\n"),
        get("reading deployments", ENGINE + "/deployment"),
        attack("deleting a deployment", "DELETE", ENGINE + "/deployment/x?cascade=true", null, null),
        post("starting a journey by key", ENGINE + "/process-definition/key/referral-journey/start", "{}"),
        post("starting a journey in a scheme", ENGINE + "/process-definition/key/referral-journey/tenant-id/wales/start", "{}"),
        post("starting a journey by id", ENGINE + "/process-definition/{definition}/start", "{}"),
        post("starting a journey with a form", ENGINE + "/process-definition/{definition}/submit-form", "{}"),
        get("the start form", ENGINE + "/process-definition/{definition}/startForm"),
        attack("deleting a process", "DELETE", ENGINE + "/process-definition/{definition}?cascade=true", null, null),
        attack("suspending a process", "PUT", ENGINE + "/process-definition/{definition}/suspended", "application/json", "{\"suspended\":true}"),
        get("reading instances", ENGINE + "/process-instance"),
        attack("ending an instance", "DELETE", ENGINE + "/process-instance/{instance}", null, null),
        post("moving an instance", ENGINE + "/process-instance/{instance}/modification", "{\"instructions\":[]}"),
        post("writing an instance's variables", ENGINE + "/process-instance/{instance}/variables", "{\"modifications\":{}}"),
        post("a message", ENGINE + "/message", "{\"messageName\":\"referral.withdrawn\"}"),
        post("a signal", ENGINE + "/signal", "{\"name\":\"x\"}"),
        post("a condition", ENGINE + "/condition", "{}"),
        post("fetching external tasks", ENGINE + "/external-task/fetchAndLock", "{\"workerId\":\"x\",\"maxTasks\":1,\"topics\":[]}"),
        post("running a job", ENGINE + "/job/x/execute", "{}"),
        post("migrating", ENGINE + "/migration/execute", "{}"),
        get("reading batches", ENGINE + "/batch"),
        post("asking a table", ENGINE + "/decision-definition/key/referral-route/evaluate", "{\"variables\":{}}"),
        get("reading variables of all instances", ENGINE + "/variable-instance"),
        post("reading variables by query", ENGINE + "/variable-instance", "{}"),
        get("reading past variables", ENGINE + "/history/variable-instance"),
        get("reading past instances", ENGINE + "/history/process-instance"),
        get("reading past details", ENGINE + "/history/detail"),
        post("deleting history", ENGINE + "/history/process-instance/delete", "{\"historicProcessInstanceIds\":[\"x\"]}"),
        post("cleaning history", ENGINE + "/history/cleanup", "{}"),
        get("reading executions", ENGINE + "/execution"),
        get("reading incidents", ENGINE + "/incident"),
        get("reading jobs", ENGINE + "/job"),
        get("reading metrics", ENGINE + "/metrics"),
        get("reading the schema's log", ENGINE + "/schema/log"),
        get("reading the version", ENGINE + "/version"),
        get("reading telemetry", ENGINE + "/telemetry/data"),
        get("another engine", "/camunda/api/engine/engine/other/task/count"),
        post("a case", ENGINE + "/case-definition/key/x/create", "{}"));
  }

  private static Stream<Arguments> people() {
    String user =
        "{\"profile\":{\"id\":\"mallory\",\"firstName\":\"M\",\"lastName\":\"M\",\"email\":\"m@example.org\"},\"credentials\":{\"password\":\"mallory-mallory\"}}";
    return Stream.of(
        // CVE-2026-77226
        post("the set-up page's call", "/camunda/api/admin/setup/default/user/create", user),
        get("the set-up page", "/camunda/app/admin/default/setup/"),
        get("the set-up page of another app", "/camunda/app/cockpit/default/setup/"),
        post("creating a user", ENGINE + "/user/create", user),
        attack(
            "changing a password",
            "PUT",
            ENGINE + "/user/lowri/credentials",
            "application/json",
            "{\"password\":\"x\",\"authenticatedUserPassword\":\"x\"}"),
        attack("changing a profile", "PUT", ENGINE + "/user/lowri/profile", "application/json", "{\"id\":\"lowri\",\"firstName\":\"X\"}"),
        attack("deleting a user", "DELETE", ENGINE + "/user/tom", null, null),
        post("unlocking a user", ENGINE + "/user/tom/unlock", "{}"),
        post("creating a group", ENGINE + "/group/create", "{\"id\":\"camunda-admin\"}"),
        attack("joining a group", "PUT", ENGINE + "/group/team-leads/members/lowri", null, null),
        post("creating a tenant", ENGINE + "/tenant/create", "{\"id\":\"elsewhere\"}"),
        attack("joining a tenant", "PUT", ENGINE + "/tenant/wales/user-members/lowri", null, null),
        post(
            "granting a right",
            ENGINE + "/authorization/create",
            "{\"type\":1,\"permissions\":[\"ALL\"],\"userId\":\"lowri\",\"resourceType\":9,\"resourceId\":\"*\"}"),
        get("reading rights", ENGINE + "/authorization"),
        post("checking a password", ENGINE + "/identity/verify", "{\"username\":\"tom\",\"password\":\"x\"}"),
        post("creating a filter", ENGINE + "/filter/create", "{\"resourceType\":\"Task\",\"name\":\"Mine\",\"query\":{}}"),
        attack("changing a filter", "PUT", ENGINE + "/filter/{filter}", "application/json", "{\"name\":\"Mine\",\"query\":{}}"),
        attack("deleting a filter", "DELETE", ENGINE + "/filter/{filter}", null, null));
  }

  private static Stream<Arguments> otherDoors() {
    return Stream.of(
        get("the cockpit", "/camunda/app/cockpit/default/"),
        get("the admin pages", "/camunda/app/admin/default/"),
        get("the welcome pages", "/camunda/app/welcome/default/"),
        get("the cockpit without an engine", "/camunda/app/cockpit/"),
        get("all apps", "/camunda/app/"),
        get("the cockpit's calls", "/camunda/api/cockpit/plugin/base/default/process-definition/statistics-count"),
        post("the cockpit's queries", "/camunda/api/cockpit/plugin/base/default/process-instance", "{}"),
        get("the admin pages' calls", "/camunda/api/admin/plugin/adminPlugins/static/app/plugin.js"),
        get("the sign-in of the cockpit", "/camunda/api/admin/auth/user/default/login/cockpit"),
        attack(
            "the webapps' own sign-in to the cockpit",
            "POST",
            "/camunda/api/admin/auth/user/default/login/cockpit",
            "application/x-www-form-urlencoded",
            "username=lowri&password=lowri"),
        get("the stock REST interface", "/engine-rest/engine"),
        get("the stock REST interface of users", "/engine-rest/user"),
        post("the stock REST interface of tasks", "/engine-rest/task/count", "{}"),
        attack("an unknown method", "PATCH", ENGINE + "/task/{task}", "application/json", "{}"),
        attack("an echo", "TRACE", ENGINE + "/task/{task}", null, null),
        attack("a method nobody has heard of", "BREW", ENGINE + "/task/{task}", null, null));
  }

  static Stream<Arguments> detours() {
    String complete = "/task/{task}/complete";
    var detours = new ArrayList<Arguments>();
    for (String path :
        List.of(
            "/camunda//api/engine/engine/default" + complete,
            "//camunda/api/engine/engine/default" + complete,
            ENGINE + "/" + complete,
            ENGINE + "/task//{task}/complete",
            ENGINE + complete + "/",
            ENGINE + complete + ";x=y",
            ENGINE + complete + ";jsessionid=x",
            ENGINE + ";x=y" + complete,
            "/camunda;x=y/api/engine/engine/default" + complete,
            "/camunda/api;x=y/engine/engine/default" + complete,
            ENGINE + "/task/{task};/claim/../complete",
            ENGINE + "/task/{task}/claim/../complete",
            ENGINE + "/task/{task}/claim/%2e%2e/complete",
            ENGINE + "/task/{task}/claim/%2E%2E/complete",
            ENGINE + "/task/{task}/claim/..;/complete",
            ENGINE + "/task/{task}/claim/%252e%252e/complete",
            ENGINE + "/task/./{task}/complete",
            ENGINE + "/task/{task}%2fcomplete",
            ENGINE + "/task/{task}%2Fcomplete",
            ENGINE + "/task/{task}/%63omplete",
            ENGINE + "/task/{task}/complete%20",
            ENGINE + "/task/{task}/complete%00",
            ENGINE + "/task/{task}/complete%0a",
            ENGINE + "/task/{task}/complete%5c",
            ENGINE + "/task/{task}/COMPLETE",
            ENGINE + "/TASK/{task}/complete",
            "/CAMUNDA/api/engine/engine/default" + complete,
            "/camunda/API/engine/engine/default" + complete,
            "/%63amunda/api/engine/engine/default" + complete,
            "/camunda/%61pi/engine/engine/default" + complete,
            "/camunda/api/tasklist/../engine/engine/default" + complete,
            "/camunda/api/tasklist/%2e%2e/engine/engine/default" + complete,
            "/camunda/api/tasklist/..;/engine/engine/default" + complete,
            "/camunda/app/tasklist/../../api/engine/engine/default" + complete,
            "/assets/../camunda/api/engine/engine/default" + complete,
            "/assets/..%2fcamunda/api/engine/engine/default" + complete,
            "/login/..;/camunda/api/engine/engine/default" + complete,
            "/camunda/api/engine/engine/default/default" + complete,
            "/camunda/api/engine/engine" + complete,
            "/camunda/api/engine" + complete)) {
      detours.add(arguments("POST", path));
    }
    for (String path :
        List.of(
            "/camunda/app/tasklist/../cockpit/default/",
            "/camunda/app/tasklist/..;/cockpit/default/",
            "/camunda/app/tasklist/%2e%2e/cockpit/default/",
            "/camunda/app/tasklist;x=y/../cockpit/default/",
            "/camunda/app//cockpit/default/",
            "/camunda/app/%63ockpit/default/",
            "/camunda/app/Cockpit/default/",
            "/camunda/app/cockpit/default",
            "/camunda/app/cockpit/default/index.html",
            "/camunda/app/cockpit/index.html",
            "/webjars/camunda/app/cockpit/index.html",
            "/webjars/camunda/app/admin/index.html",
            "/camunda-welcome/index.html",
            "/camunda/api/admin/auth/../setup/default/user/create",
            "/camunda/api/admin/auth/..;/setup/default/user/create")) {
      detours.add(arguments("GET", path));
    }
    return detours.stream();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("attacks")
  void refused_to_a_link_worker(String what, String method, String path, String type, String body) {
    refused(lowri, method, filled(path), type, body);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("attacks")
  void refused_to_a_stranger(String what, String method, String path, String type, String body) {
    refused(new Visitor(port), method, filled(path), type, body);
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("detours")
  void no_detour_leads_there(String method, String path) {
    String body = method.equals("POST") ? "{\"variables\":{\"contactResult\":{\"value\":\"REACHED\"}}}" : null;
    refused(lowri, method, filled(path), "application/json", body);
    refused(new Visitor(port), method, filled(path), "application/json", body);
  }

  private void refused(Visitor who, String method, String path, String type, String body) {
    var before = whatThereIs();

    var answer = who.send(method, path, type, body);

    assertThat(answer.isRefused()).as("%s %s answered %s %s", method, path, answer.status(), answer.body()).isTrue();
    assertThat(answer.body()).doesNotContain("at org.", "at java.", "Exception:", "\"stackTrace\"").doesNotContain("java.lang.");
    Canary.staysSilent();
    assertThat(whatThereIs()).isEqualTo(before);
  }

  /** Everything that one of the attacks would have changed. */
  private List<Object> whatThereIs() {
    var open = tasks.createTaskQuery().taskId(task).singleResult();
    return List.of(
        open == null ? "finished" : open.getName() + open.getAssignee() + open.getOwner() + open.getDelegationState(),
        database
            .sql(
                """
                select (select count(*) from act_re_deployment) || '/' || (select count(*) from act_ru_execution) || '/'
                  || (select count(*) from act_ru_task) || '/' || (select count(*) from act_ru_variable) || '/'
                  || (select count(*) from act_ru_filter) || '/' || (select count(*) from act_ru_authorization) || '/'
                  || (select count(*) from act_id_user) || '/' || (select count(*) from act_id_group) || '/'
                  || (select count(*) from act_id_membership) || '/' || (select count(*) from staff_account) || '/'
                  || (select count(*) from act_hi_comment) || '/' || (select count(*) from act_ru_identitylink) || '/'
                  || (select max(rev_) from act_ru_task) || '/' || (select max(rev_) from act_ru_filter)""")
            .query(String.class)
            .single());
  }

  // ---- what Tasklist needs

  @Test
  void tasklist_finds_its_filters() throws IOException {
    var found = ok(lowri.get(ENGINE + "/filter?itemCount=false&maxResults=2000&resourceType=Task&sortBy=filterId&sortOrder=asc"));
    assertThat(found).isNotEmpty();
    assertThat(lowri.get(ENGINE + "/filter?firstResult=0&itemCount=false&maxResults=2000&resourceType=Task").status()).isEqualTo(200);
    assertThat(lowri.get(ENGINE + "/filter/count").status()).isEqualTo(200);
    assertThat(lowri.get(ENGINE + "/filter/" + found.get(0).path("id").asText()).status()).isEqualTo(200);
    assertThat(lowri.send("OPTIONS", ENGINE + "/filter", null, null).status()).isEqualTo(200);
  }

  @Test
  void every_filter_lists_and_counts() throws IOException {
    boolean seen = false;
    for (JsonNode one : ok(lowri.get(ENGINE + "/filter?itemCount=false&maxResults=2000&resourceType=Task"))) {
      String path = ENGINE + "/filter/" + one.path("id").asText();
      var list = lowri.post(path + "/list?firstResult=0&maxResults=15", "{\"sorting\":[{\"sortBy\":\"created\",\"sortOrder\":\"desc\"}]}");
      assertThat(list.status()).as("%s: %s", one.path("name").asText(), list.body()).isEqualTo(200);
      assertThat(lowri.post(path + "/list?firstResult=0&maxResults=15", "{\"orQueries\":[],\"sorting\":[]}").status()).isEqualTo(200);
      assertThat(lowri.get(path + "/list?firstResult=0&maxResults=15").status()).isEqualTo(200);
      assertThat(lowri.post(path + "/count", "{}").status()).isEqualTo(200);
      assertThat(lowri.get(path + "/count").status()).isEqualTo(200);
      seen |= lowri.post(path + "/list?firstResult=0&maxResults=500", "{}").body().contains(task);
    }
    assertThat(seen).as("the link worker's task is in a filter").isTrue();
  }

  @Test
  void searching_within_a_filter_works() throws IOException {
    String mine = filterCalled("My tasks");
    var found = ok(lowri.post(ENGINE + "/filter/" + mine + "/list?maxResults=50", "{\"processInstanceBusinessKey\":\"" + referral + "\"}"));
    assertThat(ids(found)).containsExactly(task);
  }

  private String filterCalled(String name) {
    return filters.createFilterQuery().list().stream()
        .filter(one -> one.getName().contains(name))
        .findFirst()
        .orElseThrow()
        .getId();
  }

  @Test
  void a_task_opens_and_shows_its_form() throws IOException {
    assertThat(ok(lowri.get(ENGINE + "/task/" + task)).path("assignee").asText()).isEqualTo("lowri");
    assertThat(ok(lowri.get(ENGINE + "/task/" + task + "/form")).toString()).contains("record-first-contact");
    var shown = ok(lowri.get(ENGINE + "/task/" + task + "/form-variables?deserializeValues=false"));
    assertThat(shown.path("personName").path("value").asText()).contains("Visitor-Webapp");
    assertThat(shown.path("reference").path("value").asText()).isEqualTo(referral);
    var form = ok(lowri.get(ENGINE + "/task/" + task + "/deployed-form"));
    assertThat(form.path("components")).isNotEmpty();
    assertThat(lowri.get(ENGINE + "/task/" + task + "/identity-links").status()).isEqualTo(200);
    assertThat(lowri.get(ENGINE + "/user/lowri/profile").status()).isEqualTo(200);
    assertThat(lowri.get(ENGINE + "/identity/groups?userId=lowri").status()).isEqualTo(200);
    assertThat(lowri.get(ENGINE + "/authorization/check?permissionName=CREATE&resourceName=filter&resourceType=5").status()).isEqualTo(200);
    assertThat(lowri.get(ENGINE + "/process-definition/" + definition()).status()).isEqualTo(200);
    assertThat(lowri.get(ENGINE + "/process-definition/" + definition() + "/xml").status()).isEqualTo(200);
    assertThat(ok(lowri.get("/camunda/api/admin/auth/user/default")).path("userId").asText()).isEqualTo("lowri");
    assertThat(lowri.get("/camunda/api/engine/engine/").status()).isEqualTo(200);
  }

  @Test
  void a_form_is_filled_in_taken_and_sent() throws IOException {
    var request = someoneCalled("Visitor-Lead");
    request.livingAt("SW1A 1AA");
    String waiting = journeys.receives(request);
    referred.add(waiting);
    String id = journeys.task(waiting, "userTask_confirmRoute").getId();
    var grace = new Visitor(port).inTasklist("grace");
    String answers = "{\"variables\":{\"route\":{\"value\":\"LINK_WORKER\"},\"reason\":{\"value\":\"Moves here next week\"}}}";

    var early = grace.post(ENGINE + "/task/" + id + "/submit-form", answers);
    assertThat(early.status()).isEqualTo(400);
    assertThat(json.readTree(early.body()).path("message").asText()).contains("Take the task first");

    assertThat(grace.post(ENGINE + "/task/" + id + "/claim", "{\"userId\":\"grace\"}").status()).isEqualTo(204);
    assertThat(grace.post(ENGINE + "/task/" + id + "/unclaim", "{}").status()).isEqualTo(204);
    assertThat(journeys.task(waiting, "userTask_confirmRoute").getAssignee()).as("handed back").isNull();
    assertThat(grace.post(ENGINE + "/task/" + id + "/claim", "{\"userId\":\"grace\"}").status()).isEqualTo(204);
    assertThat(grace.post(ENGINE + "/task/" + id + "/submit-form", answers).status()).isEqualTo(204);

    assertThat(journeys.openSteps(waiting)).containsExactly("userTask_recordFirstContact");
  }

  @Test
  void a_task_is_not_taken_in_a_colleagues_name() {
    var request = someoneCalled("Visitor-Name");
    request.livingAt("SW1A 1AA");
    String waiting = journeys.receives(request);
    referred.add(waiting);
    String id = journeys.task(waiting, "userTask_confirmRoute").getId();
    var grace = new Visitor(port).inTasklist("grace");

    var answer = grace.post(ENGINE + "/task/" + id + "/claim", "{\"userId\":\"tom\"}");

    assertThat(answer.isRefused()).as("claimed in another name: %s", answer.status()).isTrue();
    assertThat(journeys.task(waiting, "userTask_confirmRoute").getAssignee()).isNull();
  }

  @Test
  void answers_that_are_not_right_come_back_with_a_sentence() throws IOException {
    for (String body :
        List.of(
            "{\"variables\":{}}",
            "{\"variables\":{\"channel\":{\"value\":\"PIGEON\"},\"result\":{\"value\":\"REACHED\"}}}",
            "{\"variables\":{\"channel\":{\"value\":null},\"result\":{\"value\":null}}}",
            "{\"variables\":{\"channel\":{\"value\":[\"PHONE\"],\"type\":\"Json\"},\"result\":{\"value\":\"REACHED\"}}}",
            "{\"variables\":{\"linkWorker\":{\"value\":\"tom\"}}}",
            "{}")) {
      var answer = lowri.post(ENGINE + "/task/" + task + "/submit-form", body);
      assertThat(answer.status()).as("%s: %s", body, answer.body()).isEqualTo(400);
      assertThat(json.readTree(answer.body()).path("message").asText())
          .isNotBlank()
          .doesNotContain("platform.", "Exception", "ENGINE-", "java.", "org.");
      assertThat(answer.body()).doesNotContain("stackTrace", "at org.");
    }
    var welsh = new Visitor(port).speaking("cy").inTasklist("lowri").post(ENGINE + "/task/" + task + "/submit-form", "{\"variables\":{}}");
    assertThat(welsh.body()).contains("Dewiswch");
    for (String broken :
        List.of(
            "{\"variables\":{\"note\":{\"value\":\"x\",\"type\":\"Object\",\"valueInfo\":{\"objectTypeName\":\"java.util.HashMap\"}}}}",
            "{\"variables\":{\"note\":{\"value\":\"eA==\",\"type\":\"Bytes\"}}}",
            "{\"variables\":{\"note\":{\"value\":\"eA==\",\"type\":\"File\",\"valueInfo\":{\"filename\":\"x\"}}}}",
            "{\"variables\":{\"note\":{\"value\":\"x\",\"type\":\"Nobody\"}}}",
            "{\"variables\":{\"note\":{\"value\":\"x\",\"type\":\"Integer\"}}}",
            "{\"variables\":[]}",
            "[]",
            "not json",
            "")) {
      var answer = lowri.post(ENGINE + "/task/" + task + "/submit-form", broken);
      assertThat(answer.isRefused()).as("%s: %s %s", broken, answer.status(), answer.body()).isTrue();
      assertThat(answer.body()).doesNotContain("at org.", "at java.", "stackTrace");
    }
    assertThat(journeys.openSteps(referral)).containsExactly("userTask_recordFirstContact");
  }

  @Test
  void a_task_that_is_gone_is_not_an_error_of_ours() {
    for (String call : List.of("", "/form", "/form-variables", "/deployed-form", "/identity-links")) {
      var answer = lowri.get(ENGINE + "/task/00000000-0000-0000-0000-000000000000" + call);
      assertThat(answer.status()).as("GET %s: %s", call, answer.body()).isBetween(400, 499);
    }
    for (String call : List.of("/claim", "/unclaim", "/submit-form")) {
      var answer = lowri.post(ENGINE + "/task/00000000-0000-0000-0000-000000000000" + call, "{\"userId\":\"lowri\"}");
      assertThat(answer.status()).as("POST %s: %s", call, answer.body()).isBetween(400, 499);
    }
  }

  // ---- schemes and roles

  @Test
  void a_link_worker_of_wales_sees_and_works_none_of_gloucestershires_tasks() throws IOException {
    for (JsonNode one : ok(bronwen.get(ENGINE + "/filter?itemCount=false&maxResults=2000&resourceType=Task"))) {
      var list = ok(bronwen.post(ENGINE + "/filter/" + one.path("id").asText() + "/list?firstResult=0&maxResults=1000", "{}"));
      assertThat(ids(list)).doesNotContain(task);
      for (JsonNode found : list) {
        assertThat(found.path("tenantId").asText()).isEqualTo("wales");
      }
    }
    assertThat(ok(bronwen.post(ENGINE + "/task/count", "{\"processInstanceBusinessKey\":\"" + referral + "\"}")).path("count").asInt())
        .isZero();
    closedTo(bronwen, "bronwen");
  }

  @Test
  void a_role_sees_and_works_none_of_another_roles_tasks() {
    closedTo(new Visitor(port).inTasklist("kit"), "kit");
    var grace = new Visitor(port).inTasklist("grace");
    assertThat(grace.get(ENGINE + "/task/" + task + "/form-variables").status()).isEqualTo(403);
    assertThat(grace.post(ENGINE + "/task/" + task + "/submit-form", firstContact()).status()).isEqualTo(403);
    assertThat(grace.post(ENGINE + "/task/" + task + "/claim", "{\"userId\":\"grace\"}").isRefused()).isTrue();
    assertThat(journeys.task(referral, "userTask_recordFirstContact").getAssignee()).isEqualTo("lowri");
  }

  private static String firstContact() {
    return "{\"variables\":{\"channel\":{\"value\":\"PHONE\"},\"result\":{\"value\":\"REACHED\"}}}";
  }

  private void closedTo(Visitor who, String name) {
    for (String call : List.of("", "/form", "/form-variables", "/deployed-form", "/rendered-form", "/identity-links")) {
      var answer = who.get(ENGINE + "/task/" + task + call);
      assertThat(answer.status()).as("GET %s for %s: %s", call, name, answer.body()).isBetween(400, 499);
      assertThat(answer.body()).doesNotContain("Zebedee", "Visitor-Webapp", "lowri");
    }
    for (String call : List.of("/claim", "/unclaim", "/submit-form")) {
      String body = call.equals("/submit-form") ? firstContact() : "{\"userId\":\"" + name + "\"}";
      var answer = who.post(ENGINE + "/task/" + task + call, body);
      assertThat(answer.status()).as("POST %s for %s: %s", call, name, answer.body()).isBetween(400, 499);
    }
    assertThat(journeys.task(referral, "userTask_recordFirstContact").getAssignee()).isEqualTo("lowri");
  }

  @Test
  void the_names_of_colleagues_in_other_schemes_are_not_handed_out() throws IOException {
    var answer = bronwen.get(ENGINE + "/user?maxResults=2000");
    assertThat(answer.status()).isLessThan(500);
    assertThat(answer.body()).doesNotContain("passwor");
  }

  // ---- tokens

  @Test
  void a_call_without_the_token_is_refused() {
    var tom = new Visitor(port).inTasklist("lowri");
    byte[] body = firstContact().getBytes(StandardCharsets.UTF_8);

    assertThat(tom.send("POST", ENGINE + "/task/" + task + "/submit-form", "application/json", body, false).status()).isEqualTo(403);
    assertThat(journeys.openSteps(referral)).containsExactly("userTask_recordFirstContact");

    var again = new Visitor(port).inTasklist("lowri");
    again.withCookie("XSRF-TOKEN", "0123456789ABCDEF0123456789ABCDEF");
    assertThat(again.post(ENGINE + "/task/" + task + "/claim", "{\"userId\":\"lowri\"}").status()).isEqualTo(403);
  }

  @Test
  void tasklist_is_served_with_its_own_policy_and_not_in_a_frame() {
    var page = lowri.get(TASKLIST);
    assertThat(page.header("Content-Security-Policy")).contains("frame-ancestors 'none'");
    assertThat(page.header("X-Frame-Options")).isEqualTo("DENY");
    assertThat(page.header("X-Content-Type-Options")).isEqualTo("nosniff");
  }

  @Test
  void tasklists_own_libraries_are_kept_for_a_year_and_nothing_else_is() {
    for (String library :
        List.of(
            "/camunda/lib/deps.js?bust=7.24.0",
            "/camunda/lib/runtime.js?bust=7.24.0",
            "/camunda/app/tasklist/camunda-tasklist-bootstrap.js?bust=7.24.0",
            "/camunda/app/tasklist/camunda-tasklist-bootstrap.css?bust=7.24.0",
            "/camunda/assets/IBMPlexSans-Regular.woff2")) {
      var answer = lowri.get(library);
      assertThat(answer.status()).as(library).isEqualTo(200);
      assertThat(answer.header("Cache-Control")).as(library).isEqualTo("private, max-age=31536000, immutable");
    }
    for (String other :
        List.of(
            TASKLIST,
            "/camunda/lib/deps.js",
            "/camunda/lib/deps.js?bust=latest",
            "/camunda/lib/missing.js?bust=7.24.0",
            "/camunda/app/tasklist/scripts/config.js?bust=7.24.0",
            "/camunda/app/tasklist/scripts/ext/fingerpost.js?bust=7.24.0",
            "/camunda/app/tasklist/styles/user-styles.css?bust=7.24.0",
            "/camunda/app/tasklist/locales/cy.json?bust=7.24.0",
            ENGINE + "/task/" + task + "/form-variables?bust=7.24.0",
            ENGINE + "/filter?bust=7.24.0")) {
      assertThat(lowri.get(other).header("Cache-Control")).as(other).containsAnyOf("no-store", "no-cache");
    }
    assertThat(new Visitor(port).get("/camunda/lib/deps.js?bust=7.24.0").header("Cache-Control"))
        .as("sent to the sign-in page")
        .contains("no-store");
  }

  @Test
  void drafts_and_cases_open_no_way_into_the_engine() {
    for (String path :
        List.of(
            "/tasks", "/tasks/", "/tasks/" + task, "/tasks/" + task + "/", "/tasks/" + task + "/complete",
            "/tasks/" + task + "/draft/", "/tasks/" + task + "/draft/x", "/tasks/" + task + "/form-variables",
            "/casefile", "/casefile/", "/casefile/" + referral + "/", "/casefile/" + referral + "/x",
            ENGINE + "/task/" + task + "/draft", ENGINE + "/task/" + task + "/localVariables")) {
      assertThat(lowri.get(path).status()).as("GET %s", path).isIn(403, 404);
      assertThat(lowri.send("PUT", path, "application/json", "{}").status()).as("PUT %s", path).isIn(403, 404, 405);
    }
    for (String method : List.of("POST", "PATCH")) {
      assertThat(lowri.sendWithPageToken(method, "/tasks/" + task + "/draft", "{}").status()).as(method).isIn(403, 405);
      assertThat(lowri.sendWithPageToken(method, "/casefile/" + referral, "{}").status()).as(method).isIn(403, 405);
    }
    for (String id : List.of("..%2f" + task, "%24%7B1%7D", "x".repeat(65), "no-such-task")) {
      assertThat(lowri.get("/tasks/" + id + "/draft").status()).as(id).isIn(400, 403, 404);
    }
    assertThat(bronwen.get("/casefile/" + referral).status()).isEqualTo(404);
    assertThat(bronwen.get("/tasks/" + task + "/draft").status()).isEqualTo(403);
  }

  private JsonNode ok(Visitor.Answer answer) throws IOException {
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return json.readTree(answer.body());
  }

  private static List<String> ids(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false).map(one -> one.path("id").asText()).toList();
  }

  @Test
  void pages_opened_at_the_same_moment_may_each_run_their_own_scripts() throws Exception {
    var nonce = Pattern.compile("'nonce-([^']+)'");
    var visitors = Executors.newFixedThreadPool(4);
    try {
      var openings = new ArrayList<Future<List<String>>>();
      for (var user : List.of("lowri", "tom", "grace", "kit")) {
        var visitor = new Visitor(port).inTasklist(user);
        openings.add(
            visitors.submit(
                () -> {
                  var blank = new ArrayList<String>();
                  for (int i = 0; i < 40; i++) {
                    var page = visitor.get(TASKLIST);
                    var allowed = nonce.matcher(page.header("Content-Security-Policy"));
                    if (!allowed.find() || !page.body().contains("nonce=\"" + allowed.group(1) + "\"")) {
                      blank.add(user + ", page " + i);
                    }
                  }
                  return blank;
                }));
      }
      for (var opening : openings) {
        assertThat(opening.get()).as("pages that stay blank").isEmpty();
      }
    } finally {
      visitors.shutdownNow();
    }
  }
}
