package org.fingerpost.platform.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.task.TaskQuery;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.fingerpost.FingerpostTest;
import org.fingerpost.journeys.Journeys;
import org.fingerpost.platform.Actor;
import org.fingerpost.referral.AReferral;
import org.fingerpost.referral.WithdrawingReferral;
import org.fingerpost.workbench.ModelBundle;
import org.fingerpost.workbench.ModelDeployer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The published holes of 7.24.0 and the doors beside them, each with the attack tried and shown to fail, through the engine's own
 * Java interface. The payloads are harmless: they would make a canary sing.
 */
@FingerpostTest
class EngineGuardTest {

  @Autowired ProcessEngine engine;
  @Autowired TaskService tasks;
  @Autowired FilterService filters;
  @Autowired IdentityService identity;
  @Autowired AuthorizationService authorizations;
  @Autowired RepositoryService repository;
  @Autowired RuntimeService runtime;
  @Autowired ModelDeployer deployer;
  @Autowired AsUser asUser;
  @Autowired Journeys journeys;
  @Autowired TransactionTemplate transaction;
  @Autowired WithdrawingReferral withdrawing;

  private final List<String> referred = new ArrayList<>();

  /** Link workers have a limit, and other tests need them too. */
  @AfterEach
  void nobody_is_kept_waiting() {
    referred.stream()
        .filter(referral -> journeys.summary(referral).open())
        .forEach(referral -> withdrawing.withdraw(referral, "OTHER", Actor.staff("grace")));
  }

  private String receives(AReferral request) {
    referred.add(journeys.receives(request));
    return referred.get(referred.size() - 1);
  }

  @AfterEach
  void no_foreign_code_has_run() {
    Canary.staysSilent();
  }

  // ---- expressions in queries (CVE-2026-109432)

  private static final List<String> EXPRESSIONS =
      List.of(
          Canary.SONG,
          Canary.SONG.replace('$', '#'),
          "lowri" + Canary.SONG,
          "${currentUser()}" + Canary.SONG,
          "${currentUser().getClass()}",
          "${environment}",
          "${dataSource}",
          "${planContactDelegate}",
          "${linkWorker}",
          "${execution.processEngineServices}",
          "${execution.processBusinessKey}");

  private static Map<String, Function<String, Consumer<TaskQuery>>> criteria() {
    var criteria = new HashMap<String, Function<String, Consumer<TaskQuery>>>();
    criteria.put("assignee", text -> query -> query.taskAssigneeExpression(text));
    criteria.put("assignee like", text -> query -> query.taskAssigneeLikeExpression(text));
    criteria.put("candidate user", text -> query -> query.taskCandidateUserExpression(text));
    criteria.put("candidate group", text -> query -> query.taskCandidateGroupExpression(text));
    criteria.put("candidate groups", text -> query -> query.taskCandidateGroupInExpression(text));
    criteria.put("owner", text -> query -> query.taskOwnerExpression(text));
    criteria.put("involved user", text -> query -> query.taskInvolvedUserExpression(text));
    criteria.put("due before", text -> query -> query.dueBeforeExpression(text));
    criteria.put("created after", text -> query -> query.taskCreatedAfterExpression(text));
    criteria.put("follow-up", text -> query -> query.followUpDateExpression(text));
    criteria.put("business key", text -> query -> query.processInstanceBusinessKeyExpression(text));
    return criteria;
  }

  static Stream<Arguments> queries_with_expressions() {
    var bySong = criteria().entrySet().stream().map(criterion -> arguments(criterion.getKey(), Canary.SONG, criterion.getValue().apply(Canary.SONG)));
    var byAssignee = EXPRESSIONS.stream().map(text -> arguments("assignee", text, criteria().get("assignee").apply(text)));
    return Stream.concat(bySong, byAssignee);
  }

  @ParameterizedTest(name = "by {0}: {1}")
  @MethodSource("queries_with_expressions")
  void a_query_does_not_evaluate_an_expression(String by, String text, Consumer<TaskQuery> criterion) {
    asUser.run(
        "lowri",
        () -> {
          refused(() -> with(criterion).list());
          refused(() -> with(criterion).listPage(0, 1));
          refused(() -> with(criterion).count());
          refused(() -> with(criterion).singleResult());
        });
    refused(() -> with(criterion).count());
  }

  @ParameterizedTest(name = "by {0}: {1}")
  @MethodSource("queries_with_expressions")
  void an_or_query_does_not_evaluate_an_expression(String by, String text, Consumer<TaskQuery> criterion) {
    asUser.run(
        "lowri",
        () -> {
          refused(() -> withOr(criterion).list());
          refused(() -> withOr(criterion).listPage(0, 1));
          refused(() -> withOr(criterion).count());
          refused(() -> withOr(criterion).unlimitedList());
        });
    refused(() -> withOr(criterion).list());
    refused(() -> withOr(criterion).count());
  }

  @Test
  void an_or_query_cannot_use_even_the_functions_of_filters_to_run_something_else() {
    refused(() -> tasks.createTaskQuery().or().taskAssigneeExpression("${now().getClass().forName('x')}").endOr().list());
    refused(() -> tasks.createTaskQuery().or().dueBeforeExpression("${dateTime().plusDays(1)}").endOr().list());
    refused(() -> tasks.createTaskQuery().or().taskNameLike("%").endOr().or().taskOwnerExpression(Canary.SONG).endOr().count());
  }

  @Test
  void a_native_query_takes_an_expression_for_the_text_it_is() {
    var found =
        tasks
            .createNativeTaskQuery()
            .sql("select * from act_ru_task where assignee_ = #{who} or name_ = '${1 + 1}'")
            .parameter("who", Canary.SONG)
            .list();
    assertThat(found).isEmpty();
  }

  @ParameterizedTest(name = "by {0}: {1}")
  @MethodSource("queries_with_expressions")
  void a_stored_filter_does_not_evaluate_it(String by, String text, Consumer<TaskQuery> criterion) {
    stored(
        with(criterion),
        filter ->
            asUser.run(
                "lowri",
                () -> {
                  refused(() -> filters.list(filter));
                  refused(() -> filters.count(filter));
                  refused(() -> filters.listPage(filter, 0, 1));
                  refused(() -> filters.singleResult(filter));
                  refused(() -> filters.list(filter, tasks.createTaskQuery().taskUnassigned()));
                }));
  }

  @ParameterizedTest(name = "by {0}: {1}")
  @MethodSource("queries_with_expressions")
  void nor_does_an_or_query_inside_a_stored_filter(String by, String text, Consumer<TaskQuery> criterion) {
    stored(
        withOr(criterion),
        filter ->
            asUser.run(
                "lowri",
                () -> {
                  refused(() -> filters.list(filter));
                  refused(() -> filters.count(filter));
                }));
  }

  @ParameterizedTest(name = "by {0}: {1}")
  @MethodSource("queries_with_expressions")
  void nor_does_what_a_stored_filter_is_extended_with(String by, String text, Consumer<TaskQuery> criterion) {
    stored(
        tasks.createTaskQuery().taskAssigneeExpression("${currentUser()}"),
        filter ->
            asUser.run(
                "lowri",
                () -> {
                  refused(() -> filters.list(filter, with(criterion)));
                  refused(() -> filters.list(filter, withOr(criterion)));
                  refused(() -> filters.count(filter, withOr(criterion)));
                  refused(() -> filters.listPage(filter, withOr(criterion), 0, 1));
                  refused(() -> filters.singleResult(filter, withOr(criterion)));
                }));
  }

  @ParameterizedTest
  @ValueSource(strings = {"${currentUser()}", "${ currentUser() }"})
  void the_filters_that_tasklist_needs_still_work(String me) {
    stored(
        tasks.createTaskQuery().taskAssigneeExpression(me).dueBeforeExpression("${endOfToday()}").taskCreatedBeforeExpression("${now()}"),
        filter -> assertThat(asUser.run("lowri", () -> filters.count(filter))).isNotNegative());
    stored(
        tasks.createTaskQuery().taskCandidateGroupInExpression("${currentUserGroups()}"),
        filter -> assertThat(asUser.run("lowri", () -> filters.count(filter))).isNotNegative());
  }

  @Test
  void only_fingerpost_keeps_filters_and_rights() {
    asUser.run(
        "lowri",
        () -> {
          assertThatExceptionOfType(AuthorizationException.class)
              .isThrownBy(
                  () ->
                      filters.saveFilter(
                          filters.newTaskFilter("Mine").setQuery(tasks.createTaskQuery().taskAssignee("lowri"))));
          assertThatExceptionOfType(AuthorizationException.class).isThrownBy(() -> authorizations.saveAuthorization(everything()));
          var shared = filters.createFilterQuery().listPage(0, 1).get(0);
          assertThatExceptionOfType(AuthorizationException.class)
              .isThrownBy(() -> filters.saveFilter(shared.setQuery(tasks.createTaskQuery().taskNameLike("%"))));
          assertThatExceptionOfType(AuthorizationException.class).isThrownBy(() -> filters.deleteFilter(shared.getId()));
        });
  }

  private Authorization everything() {
    var right = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
    right.setUserId("lowri");
    right.setResource(Resources.DEPLOYMENT);
    right.setResourceId("*");
    right.addPermission(Permissions.ALL);
    return right;
  }

  private TaskQuery with(Consumer<TaskQuery> criterion) {
    var query = tasks.createTaskQuery();
    criterion.accept(query);
    return query;
  }

  private TaskQuery withOr(Consumer<TaskQuery> criterion) {
    var query = tasks.createTaskQuery().or().taskName("Nobody's");
    criterion.accept(query);
    return query.endOr();
  }

  private void stored(TaskQuery query, Consumer<String> attack) {
    var filter = filters.newTaskFilter("Attack " + System.nanoTime());
    filter.setQuery(query);
    filters.saveFilter(filter);
    try {
      var right = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
      right.setGroupId("link-workers");
      right.setResource(Resources.FILTER);
      right.setResourceId(filter.getId());
      right.addPermission(Permissions.READ);
      authorizations.saveAuthorization(right);
      attack.accept(filter.getId());
    } finally {
      filters.deleteFilter(filter.getId());
    }
  }

  private static void refused(Runnable attack) {
    assertThatExceptionOfType(ProcessEngineException.class).isThrownBy(attack::run);
  }

  // ---- the set-up page (CVE-2026-77226)

  @Test
  void the_engine_cannot_write_users_groups_or_memberships() {
    assertThat(identity.isReadOnly()).as("the set-up page asks this before it creates an administrator").isTrue();
    for (Runnable attack :
        List.<Runnable>of(
            () -> identity.newUser("mallory"),
            () -> identity.newGroup("camunda-admin"),
            () -> identity.newTenant("elsewhere"),
            () -> identity.createMembership("lowri", "camunda-admin"),
            () -> identity.createTenantUserMembership("wales", "lowri"),
            () -> identity.createTenantGroupMembership("wales", "link-workers"),
            () -> identity.deleteUser("lowri"),
            () -> identity.deleteGroup("link-workers"),
            () -> identity.deleteMembership("lowri", "link-workers"),
            () -> identity.unlockUser("lowri"))) {
      assertThatThrownBy(attack::run).isInstanceOfAny(UnsupportedOperationException.class, ProcessEngineException.class);
    }
    assertThat(identity.createUserQuery().userId("mallory").count()).isZero();
    assertThat(identity.createGroupQuery().groupId("camunda-admin").count()).isZero();
  }

  @Test
  void nobody_signs_in_through_the_engine() {
    assertThat(identity.checkPassword("lowri", "lowri")).isFalse();
    assertThat(identity.checkPassword("demo", "demo")).isFalse();
    assertThat(identity.checkPassword("admin", "admin")).isFalse();
    assertThat(identity.createUserQuery().memberOfGroup("camunda-admin").count()).isZero();
  }

  // ---- deployments

  static Stream<Arguments> hostile_models() {
    return HostileModels.all();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("hostile_models")
  void the_engine_does_not_deploy(String what, String name, String content) {
    long before = repository.createDeploymentQuery().count();

    assertThatExceptionOfType(ProcessEngineException.class)
        .isThrownBy(() -> repository.createDeployment().addString(name, content).deploy())
        .withMessageContaining("The models were not deployed");
    assertThatExceptionOfType(ProcessEngineException.class)
        .isThrownBy(
            () ->
                repository
                    .createDeployment()
                    .tenantId("wales")
                    .addString("bpmn/good.bpmn", HostileModels.goodProcess())
                    .addInputStream(name, new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8)))
                    .deploy());

    assertThat(repository.createDeploymentQuery().count()).isEqualTo(before);
    assertThat(repository.createProcessDefinitionQuery().processDefinitionKey("guarded").count()).isZero();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("hostile_models")
  void the_workbench_does_not_deploy(String what, String name, String content) {
    var bundle = new ModelBundle("wales", Map.of(name, content.getBytes(StandardCharsets.UTF_8)));

    assertThat(deployer.check(bundle))
        .isNotEmpty()
        .allSatisfy(refusal -> assertThat(refusal.problem()).isNotBlank().doesNotContain("Exception"));
    assertThatThrownBy(() -> deployer.deploy(bundle, "manager:priya", "An attack"))
        .hasMessageContaining(name)
        .satisfies(refused -> assertThat(refused.getClass().getSimpleName()).isEqualTo("ModelsRefused"));
  }

  @Test
  void a_model_that_comes_as_an_object_is_read_like_any_other() {
    var model =
        Bpmn.createExecutableProcess("guarded")
            .camundaHistoryTimeToLiveString("P1D")
            .startEvent()
            .serviceTask()
            .camundaClass(Canary.class.getName())
            .endEvent()
            .done();
    refused(() -> repository.createDeployment().addModelInstance("guarded.bpmn", model).deploy());
  }

  @Test
  void a_model_in_an_archive_is_read_like_any_other() throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry("guarded.bpmn"));
      zip.write(HostileModels.process("<bpmn:serviceTask id=\"step\" camunda:class=\"x\" />").getBytes(StandardCharsets.UTF_8));
      zip.closeEntry();
    }
    refused(
        () ->
            repository
                .createDeployment()
                .addZipInputStream(new java.util.zip.ZipInputStream(new ByteArrayInputStream(bytes.toByteArray())))
                .deploy());
  }

  @Test
  void members_of_staff_deploy_nothing_in_the_engine() {
    asUser.run(
        "priya",
        () ->
            assertThatExceptionOfType(AuthorizationException.class)
                .isThrownBy(() -> repository.createDeployment().addString("bpmn/good.bpmn", HostileModels.goodProcess()).deploy()));
  }

  @Test
  void harmless_models_are_deployed() {
    assertThatCode(
            () ->
                transaction.executeWithoutResult(
                    status -> {
                      status.setRollbackOnly();
                      repository
                          .createDeployment()
                          .addString("bpmn/good.bpmn", HostileModels.goodProcess())
                          .addString("dmn/good.dmn", HostileModels.table("\"Ask for help, whatever the reason\""))
                          .addString("dmn/better.dmn", HostileModels.table("not(\"A\")").replace("guarded-table", "better"))
                          .addString(
                              "forms/good.form",
                              HostileModels.form("{\"type\": \"textfield\", \"id\": \"h\", \"key\": \"note\", \"label\": \"Note\"}"))
                          .deploy();
                    }))
        .doesNotThrowAnyException();
  }

  // ---- what expressions can reach

  @ParameterizedTest
  @ValueSource(
      strings = {
        "${environment}", "${dataSource}", "${processEngine}", "${taskService}", "${systemProperties}", "${systemEnvironment}",
        "${staffAccounts}", "${modelDeployer}", "${entityManagerFactory}", "${class}"
      })
  void the_applications_beans_are_unknown_to_expressions(String text) {
    String referral = receives(Journeys.someoneCalled("Guard-Beans-" + text.length() + "-" + text.hashCode()));
    refused(() -> valueIn(referral, text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "${execution.processEngineServices}", "${execution.id}", "${execution['processBusinessKey']}", "${linkWorker.class}",
        "${linkWorker.length()}", "${planContactDelegate.execute(execution)}", "${execution.processBusinessKey.class}",
        "${a ? b : c}", "${''}", "${1 + 1}", "${name == \"CODE\"}", "${name == 'co de'}", "text ${name}", "${name} ${name}", "${x = 1}",
        "${empty x}", "${T(java.lang.Runtime)}", "${name", "${}", "#{''.class}"
      })
  void anything_but_a_name_is_no_expression(String text) {
    var expressions = configuration().getExpressionManager();
    refused(() -> expressions.createExpression(text));
    assertThatThrownBy(
            () -> ((org.camunda.bpm.engine.impl.el.JuelExpressionManager) expressions).createValueExpression(text))
        .isInstanceOf(ProcessEngineException.class);
  }

  @Test
  void a_variable_a_delegate_and_the_business_key_are_known_to_expressions() {
    String referral = receives(Journeys.someoneCalled("Guard-Known"));

    assertThat(valueIn(referral, "${linkWorker}")).isEqualTo(journeys.summary(referral).linkWorker());
    assertThat(valueIn(referral, "${linkWorker == 'NOBODY'}")).isEqualTo(false);
    assertThat(valueIn(referral, "#{execution.processBusinessKey}")).isEqualTo(referral);
    assertThat(valueIn(referral, "${planContactDelegate}").getClass().getSimpleName()).isEqualTo("PlanContactDelegate");
  }

  private Object valueIn(String referral, String text) {
    String execution = journeys.task(referral, "userTask_recordFirstContact").getExecutionId();
    return configuration()
        .getCommandExecutorTxRequired()
        .execute(
            context ->
                configuration()
                    .getExpressionManager()
                    .createExpression(text)
                    .getValue(context.getExecutionManager().findExecutionById(execution)));
  }

  private ProcessEngineConfigurationImpl configuration() {
    return (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
  }

  @Test
  void no_script_engine_answers() {
    for (String language : List.of("juel", "groovy", "javascript", "ECMAScript", "feel", "python")) {
      refused(() -> configuration().getScriptEngineResolver().getScriptEngine(language, true));
    }
  }

  // ---- variables

  static Stream<Arguments> values_that_are_refused() {
    return Stream.of(
        arguments("words", "Zebedee Quillfeather"),
        arguments("an e-mail address", "zebedee@example.org"),
        arguments("an NHS number", "9990000018"),
        arguments("an NHS number with spaces", "999 000 0018"),
        arguments("an NHS number with hyphens", "999-000-0018"),
        arguments("an NHS number with dots", "999.000.0018"),
        arguments("an NHS number as a number", 9990000018L),
        arguments("a telephone number", "01632 960222"),
        arguments("a telephone number without spaces", "01632960222"),
        arguments("a telephone number with a hyphen", "07700-900333"),
        arguments("letters with accents", "Siân"),
        arguments("a line break", "A\nB"),
        arguments("a NUL", "A\u0000B"),
        arguments("nothing but length", "A".repeat(65)),
        arguments("an empty text", ""),
        arguments("an expression", "${x}"),
        arguments("JSON", "{\"name\":\"Zebedee\"}"),
        arguments("a list", new ArrayList<>(List.of("A"))),
        arguments("a map", new HashMap<>(Map.of("a", "b"))),
        arguments("bytes", "Zebedee".getBytes(StandardCharsets.UTF_8)),
        arguments("a file", Variables.fileValue("letter.txt").file("Dear".getBytes(StandardCharsets.UTF_8)).create()),
        arguments("an object", Variables.objectValue(new Date()).create()),
        arguments(
            "an object in words",
            Variables.serializedObjectValue("{}").objectTypeName("java.util.HashMap").serializationDataFormat("application/json").create()),
        arguments(
            "a serialised Java object",
            Variables.serializedObjectValue("rO0ABQ==")
                .objectTypeName("java.lang.String")
                .serializationDataFormat("application/x-java-serialized-object")
                .create()),
        arguments("typed bytes", Variables.byteArrayValue(new byte[] {1})),
        arguments("a typed text", Variables.stringValue("Dear Zebedee")),
        arguments("the options of a form", new OptionsValue("[{\"label\":\"Zebedee\"}]")));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("values_that_are_refused")
  void the_engine_does_not_keep(String what, Object value) {
    String referral = receives(Journeys.someoneCalled("Guard-Refused-" + Integer.toHexString(what.hashCode())));
    var task = journeys.task(referral, "userTask_recordFirstContact");
    String instance = task.getProcessInstanceId();

    for (Runnable attack :
        List.<Runnable>of(
            () -> runtime.setVariable(instance, "canary", value),
            () -> runtime.setVariableLocal(task.getExecutionId(), "canary", value),
            () -> runtime.setVariable(instance, "linkWorker", value),
            () -> tasks.setVariable(task.getId(), "canary", value),
            () -> tasks.setVariableLocal(task.getId(), "canary", value),
            () ->
                SchemeScope.in(
                    "gloucestershire",
                    () -> runtime.startProcessInstanceByKey("first-contact", referral, Map.of("canary", value))))) {
      assertThatThrownBy(attack::run)
          .isInstanceOf(ProcessEngineException.class)
          .satisfies(
              refused ->
                  assertThat(String.valueOf(refused.getMessage())).doesNotContain("Zebedee", "Quillfeather", "9990000018", "01632"));
    }

    assertThat(runtime.getVariables(instance)).doesNotContainKey("canary").containsEntry("linkWorker", journeys.summary(referral).linkWorker());
    assertThat(tasks.getVariables(task.getId())).doesNotContainKey("canary");
    assertThat(runtime.createProcessInstanceQuery().processInstanceBusinessKey(referral).variableValueEquals("canary", "x").count()).isZero();
  }

  static Stream<Arguments> values_that_are_kept() {
    return Stream.of(
        arguments("a code", "TRY_AGAIN"),
        arguments("a user", "lowri"),
        arguments("an id", "0f8fad5b-d9cb-469f-a165-70867728950e"),
        arguments("a reference", "FP-7K3M-Q2XD"),
        arguments("a reference of digits only", "FP-1234-5678"),
        arguments("a day", "2026-11-21"),
        arguments("an instant", "2026-11-21T09:00:00Z"),
        arguments("a flag", true),
        arguments("a count", 3),
        arguments("a short count", (short) 3),
        arguments("a long count", 3L),
        arguments("a part", 0.5),
        arguments("nothing", null));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("values_that_are_kept")
  void the_engine_keeps(String what, Object value) {
    String referral = receives(Journeys.someoneCalled("Guard-Kept-" + Integer.toHexString(what.hashCode())));
    var task = journeys.task(referral, "userTask_recordFirstContact");

    runtime.setVariable(task.getProcessInstanceId(), "fact", value);

    assertThat(runtime.getVariable(task.getProcessInstanceId(), "fact")).isEqualTo(value);
  }

  @Test
  void a_process_starts_in_a_scheme_or_not_at_all() {
    refused(() -> runtime.startProcessInstanceByKey("referral-journey", "FP-0000-0000"));
    asUser.run(
        "lowri",
        () -> {
          refused(() -> runtime.startProcessInstanceByKey("referral-journey", "FP-0000-0000"));
          refused(() -> SchemeScope.in("wales", () -> runtime.startProcessInstanceByKey("referral-journey", "FP-0000-0000")));
        });
  }

  /** The criteria above are all there are: a new one in the engine would be a new door. */
  @Test
  void every_criterion_that_takes_an_expression_goes_through_the_same_door() {
    var doors =
        Arrays.stream(TaskQuery.class.getMethods())
            .filter(method -> method.getName().endsWith("Expression") && method.getParameterCount() == 1)
            .toList();
    assertThat(doors).hasSizeGreaterThan(15);
    for (var door : doors) {
      refused(
          () -> {
            var query = tasks.createTaskQuery().or();
            call(door, query);
            query.endOr().list();
          });
    }
  }

  private static void call(java.lang.reflect.Method door, TaskQuery query) {
    try {
      door.invoke(query, Canary.SONG);
    } catch (ReflectiveOperationException e) {
      if (e.getCause() instanceof ProcessEngineException refused) {
        throw refused;
      }
      throw new IllegalStateException(e);
    }
  }
}
