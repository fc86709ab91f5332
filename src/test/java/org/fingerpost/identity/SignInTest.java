package org.fingerpost.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fingerpost.identity.Visitor.ENGINE;
import static org.fingerpost.identity.Visitor.TASKLIST;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.fingerpost.FingerpostTest;
import org.fingerpost.identity.Visitor.Answer;
import org.fingerpost.platform.Staff;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/** Signing in and out, over real HTTP, and who may open what. Guessing is tried from invented addresses, so that no other test is slowed down. */
@FingerpostTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SignInTest {

  /** One member of staff per role, and where their day begins. */
  private static final Map<String, String> STAFF =
      Map.of(
          "lowri", TASKLIST, "grace", TASKLIST, "kit", TASKLIST, "gemma", TASKLIST, "olive", TASKLIST, "priya", "/workbench", "amir", "/audit", "ada",
          "/admin", "rhian", "/rights");

  /** Each page, and who may open it. */
  private static final Map<String, Set<String>> PAGES =
      Map.ofEntries(
          Map.entry("/referrals", Set.of("lowri", "grace")),
          Map.entry("/safeguarding/overdue", Set.of("ada")),
          Map.entry("/team", Set.of("grace")),
          Map.entry("/rights", Set.of("grace", "rhian")),
          Map.entry("/rights/retention", Set.of("grace", "rhian")),
          Map.entry("/audit", Set.of("amir")),
          Map.entry("/workbench", Set.of("priya")),
          Map.entry("/admin", Set.of("ada")),
          Map.entry("/applications", Set.of("kit", "gemma", "olive")),
          Map.entry("/kitemark/marks", Set.of("kit")),
          Map.entry("/grants/fund", Set.of("gemma", "olive")),
          Map.entry("/directory/import", Set.of("olive", "priya")),
          Map.entry("/directory/changes", Set.of("olive", "priya")),
          Map.entry("/community/groups", Set.of("grace", "olive")),
          Map.entry("/community/ask", Set.of("lowri", "grace", "olive")),
          Map.entry("/community/needs", Set.of("grace", "priya")),
          Map.entry("/community/demand", Set.of("grace", "olive", "priya")),
          Map.entry(TASKLIST, Set.of("lowri", "grace", "kit", "gemma", "olive")),
          Map.entry("/camunda/app/cockpit/default/", Set.of()),
          Map.entry("/camunda/app/admin/default/", Set.of()),
          Map.entry("/camunda/app/welcome/default/", Set.of()));

  /** Handlers that answer people who have not signed in. Whoever adds one here opens a door to everybody. */
  private static final Set<String> PUBLIC =
      Set.of(
          "/", "/login", "/error", "/refer", "/refer/{schemeId}", "/refer/{schemeId}/{path}", "/refer/{schemeId}/check",
          "/refer/{schemeId}/done", "/track/{token}", "/track/{token}/withdraw", "/reply/{token}", "/reply/thanks", "/reply/asked",
          "/my-plan/{token}", "/my-plan/{token}.pdf", "/contact-details/{token}", "/contact-details/thanks", "/attended/{token}",
          "/attended/thanks", "/signpost/{token}", "/api/referrals",
          "/{area:kitemark|grants}/apply", "/{area:kitemark|grants}/apply/lost", "/{area:kitemark|grants}/apply/{token}",
          "/{area:kitemark|grants}/apply/{token}/{section}", "/{area:kitemark|grants}/apply/{token}/check",
          "/{area:kitemark|grants}/apply/{token}/evidence/{question}", "/{area:kitemark|grants}/apply/{token}/evidence/{question}/remove",
          "/{area:kitemark|grants}/apply/{token}/help/{question}",
          "/kitemark/mark/{token}", "/kitemark/mark/{token}/paper/{kind}", "/kitemark/mark/{token}/check",
          "/kitemark/mark/{token}/condition/{conditionId}", "/kitemark/mark/{token}/renew",
          "/community/support", "/community/support/{schemeId}", "/community/idea", "/community/idea/{schemeId}", "/community/thanks",
          "/grants/mine/{token}", "/grants/mine/{token}/terms", "/grants/mine/{token}/report", "/grants/mine/{token}/withdraw",
          "/grants/mine/{token}/letter.pdf",
          "/directory", "/directory/{schemeId}", "/directory/{schemeId}/activities/{activityId}",
          "/directory/{schemeId}/organisations/{organisationId}", "/directory/mine", "/directory/mine/sent", "/directory/mine/{token}",
          "/directory/mine/{token}/places", "/directory/mine/{token}/pause", "/directory/mine/{token}/confirm",
          "/directory/mine/{token}/change",
          "/demo/outbox", "/demo/clock", "/demo/tour", "/actuator/health", "/actuator/health/**", "/v3/api-docs", "/v3/api-docs.yaml",
          "/kitemark", "/grants", "/kitemark/register", "/kitemark/register.json", "/kitemark/register.csv", "/kitemark/certificate/{reference}.pdf",
          "/v3/api-docs/swagger-config");

  @LocalServerPort int port;
  @Autowired MockMvc web;
  @Autowired ApplicationContext application;
  @Autowired JdbcClient database;

  private final Map<String, Visitor> visitors = new TreeMap<>();

  private Visitor visitor(String user) {
    return visitors.computeIfAbsent(user, name -> new Visitor(port).signedInAs(name));
  }

  // ---- roles

  static Stream<Arguments> staff() {
    return STAFF.entrySet().stream().map(member -> arguments(member.getKey(), member.getValue()));
  }

  @ParameterizedTest(name = "{0} begins at {1}")
  @MethodSource("staff")
  void everybodys_day_begins_on_their_own_page(String user, String page) {
    assertThat(visitor(user).get("/start-page").sentTo()).isEqualTo(page);
  }

  static Stream<Arguments> pages_by_role() {
    return STAFF.keySet().stream()
        .sorted()
        .flatMap(user -> PAGES.entrySet().stream().map(page -> arguments(user, page.getKey(), page.getValue().contains(user))));
  }

  @ParameterizedTest(name = "{0} at {1}: {2}")
  @MethodSource("pages_by_role")
  void each_page_opens_for_its_roles_and_for_nobody_else(String user, String page, boolean allowed) {
    var answer = visitor(user).get(page);

    if (allowed) {
      assertThat(answer.status()).isNotIn(302, 401, 403);
    } else {
      assertThat(answer.status()).isEqualTo(403);
      assertThat(answer.header("Content-Type")).startsWith("text/html");
      assertThat(answer.body()).contains("This page is not for your role").doesNotContain("Whitelabel", "at org.", "Exception");
    }
  }

  @Test
  void the_refusal_is_in_welsh_for_those_who_read_welsh() {
    var answer = new Visitor(port).speaking("cy").signedInAs("bronwen").get("/audit");
    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.body()).contains("Nid yw'r dudalen hon ar gyfer eich rôl chi".replace("'", "&#39;"));
  }

  @Test
  void every_role_has_somebody_in_this_test() {
    var roles =
        database
            .sql("select distinct unnest(roles) from staff_account where user_id = any(?)")
            .param(STAFF.keySet().toArray(String[]::new))
            .query(String.class)
            .list();
    assertThat(roles).containsExactlyInAnyOrderElementsOf(Staff.ROLES);
  }

  // ---- without signing in

  @Test
  void no_handler_answers_without_signing_in_but_the_public_ones() {
    var stranger = new Visitor(port);
    var open = new TreeSet<String>();
    for (String pattern : handlers()) {
      var answer = stranger.get(pattern.replaceAll("\\{(?:[^{}]|\\{[^}]*})*}|\\*\\*|\\*", "x"));
      if (!pattern.equals("/error")) {
        assertThat(answer.status()).as(pattern).isLessThan(500);
      }
      if (!PUBLIC.contains(pattern) && !isClosed(answer)) {
        open.add(pattern + " answered " + answer.status());
      }
    }
    assertThat(open).isEmpty();
  }

  @Test
  void the_list_of_public_handlers_names_none_that_is_gone() {
    assertThat(handlers()).containsAll(Set.of("/", "/login", "/refer/{schemeId}", "/track/{token}", "/reply/{token}", "/api/referrals"));
  }

  private Set<String> handlers() {
    var patterns = new HashSet<String>();
    for (var mapping : application.getBeansOfType(RequestMappingInfoHandlerMapping.class).values()) {
      for (RequestMappingInfo info : mapping.getHandlerMethods().keySet()) {
        for (String pattern : info.getPatternValues()) {
          patterns.add(pattern.isEmpty() ? "/" : pattern);
        }
      }
    }
    return patterns;
  }

  @Test
  void nothing_else_answers_without_signing_in() {
    var stranger = new Visitor(port);
    var open = new ArrayList<String>();
    for (String path :
        List.of(
            "/actuator", "/actuator/", "/actuator/env", "/actuator/heapdump", "/actuator/beans", "/actuator/mappings",
            "/actuator/configprops", "/actuator/loggers", "/actuator/metrics", "/actuator/prometheus", "/actuator/info",
            "/actuator/threaddump", "/actuator/shutdown", "/actuator/sessions", "/actuator/flyway", "/actuator/modulith", "/engine-rest",
            "/engine-rest/", "/engine-rest/engine", "/engine-rest/user", "/engine-rest/task", "/engine-rest/deployment",
            "/engine-rest/openapi.json", "/camunda", "/camunda/", "/camunda/app", "/camunda/app/", TASKLIST, "/camunda/app/tasklist/",
            "/camunda/app/cockpit/default/", "/camunda/app/admin/default/", "/camunda/app/admin/default/setup/",
            "/camunda/app/welcome/default/", "/camunda/api", "/camunda/api/engine/engine/", ENGINE + "/task", ENGINE + "/user",
            "/camunda/api/admin/auth/user/default", "/camunda/api/admin/setup/default/user/create", "/camunda/lib/deps.js",
            "/camunda/assets/x.js", "/camunda/app/tasklist/scripts/config.js", "/camunda-welcome/index.html", "/webjars/camunda/index.html",
            "/webjars/camunda/app/tasklist/index.html", "/swagger-ui.html", "/swagger-ui/index.html", "/h2-console", "/application.yaml",
            "/BOOT-INF/classes/application.yaml", "/META-INF/MANIFEST.MF", "/models/bpmn/referral-journey.bpmn", "/data/demo-passwords.txt",
            "/referrals", "/referrals/FP-0000-0000/withdraw", "/plan/FP-0000-0000", "/plan/FP-0000-0000.pdf", "/plan", "/my-plan", "/audit", "/workbench", "/admin", "/start-page", "/logout", "/api",
            "/api/referrals/x", "/api/x", "/nothing/here")) {
      var answer = stranger.get(path);
      if (!isClosed(answer)) {
        open.add(path + " answered " + answer.status());
      }
    }
    assertThat(open).isEmpty();
  }

  private static boolean isClosed(Answer answer) {
    return answer.isSentToSignIn() || Set.of(400, 401, 403, 404, 405).contains(answer.status());
  }

  @Test
  void the_health_check_says_whether_and_not_what() {
    var answer = new Visitor(port).get("/actuator/health");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body()).contains("\"status\":\"UP\"").doesNotContain("components", "details", "PostgreSQL");
  }

  @Test
  void there_is_no_stock_rest_interface_for_those_who_have_signed_in_either() {
    for (String user : STAFF.keySet()) {
      for (String path : List.of("/engine-rest", "/engine-rest/engine", "/engine-rest/user", "/engine-rest/task/count")) {
        assertThat(visitor(user).get(path).status()).as("%s for %s", path, user).isIn(403, 404);
      }
    }
  }

  // ---- wrong passwords

  private static RequestPostProcessor from(String address) {
    return request -> {
      request.setRemoteAddr(address);
      return request;
    };
  }

  /** Where an attempt from an invented address ends up. */
  private String attempt(String user, String password, String address) throws Exception {
    return web.perform(post("/login").param("username", user).param("password", password).with(csrf()).with(from(address)))
        .andReturn()
        .getResponse()
        .getRedirectedUrl();
  }

  @Test
  void a_wrong_password_and_an_unknown_account_get_the_same_answer() {
    var known = new Visitor(port);
    var unknown = new Visitor(port);

    var wrongPassword = known.signIn("gemma", "not-her-password");
    var nobody = unknown.signIn("nobody-of-that-name", "not-her-password");

    assertThat(wrongPassword.status()).isEqualTo(nobody.status()).isEqualTo(302);
    assertThat(wrongPassword.sentTo()).isEqualTo(nobody.sentTo()).isEqualTo("/login?error");
    String withoutToken = "name=\"_csrf\" value=\"[^\"]+\"";
    assertThat(known.get("/login?error").body().replaceAll(withoutToken, ""))
        .isEqualTo(unknown.get("/login?error").body().replaceAll(withoutToken, ""))
        .contains("The user name or the password is not right");
  }

  @ParameterizedTest(name = "{0} / {1}")
  @CsvSource({
    "demo, demo", "admin, admin", "camunda, camunda", "camunda, admin", "camunda-admin, camunda-admin", "john, john", "mary, mary",
    "peter, peter", "root, root", "user, password", "lowri, lowri", "grace, password", "priya, ''", "'', ''", "administrator, fingerpost",
    "fingerpost, fingerpost", "postgres, postgres"
  })
  void there_are_no_default_accounts(String user, String password) throws Exception {
    String address = "198.51.100." + Math.floorMod((user + password).hashCode(), 250);
    assertThat(attempt(user, password, address)).startsWith("/login?");
  }

  @Test
  void the_webapps_own_sign_in_signs_nobody_in() {
    for (String pair : List.of("username=demo&password=demo", "username=lowri&password=" + Visitor.passwordOf("lowri"))) {
      var stranger = new Visitor(port);
      var answer =
          stranger.send("POST", "/camunda/api/admin/auth/user/default/login/tasklist", "application/x-www-form-urlencoded", pair);
      assertThat(answer.isRefused()).as("%s", answer.status()).isTrue();
      assertThat(stranger.get(ENGINE + "/task/count").isRefused()).isTrue();
    }
  }

  @Test
  void guessing_at_one_account_is_slowed_down_without_locking_a_colleague_out() throws Exception {
    String guesser = "203.0.113.10";
    String password = Visitor.passwordOf("rhys");
    for (int i = 0; i < 5; i++) {
      assertThat(attempt("rhys", "guess-" + i, guesser)).isEqualTo("/login?error");
    }

    assertThat(attempt("rhys", "guess-6", guesser)).isEqualTo("/login?throttled");
    assertThat(attempt("rhys", password, guesser)).as("even the right one").isEqualTo("/login?throttled");
    assertThat(attempt("RHYS ", password, guesser)).as("however it is written").isEqualTo("/login?throttled");
    assertThat(attempt("bronwen", Visitor.passwordOf("bronwen"), guesser)).as("a colleague at the same address").isEqualTo("/start-page");
    assertThat(attempt("rhys", password, "203.0.113.11")).as("rhys at his own desk").isEqualTo("/start-page");
  }

  @Test
  void guessing_at_many_accounts_from_one_address_is_slowed_down() throws Exception {
    String guesser = "203.0.113.20";
    for (int i = 0; i < 30; i++) {
      assertThat(attempt("guessed-" + i, "guess", guesser)).isEqualTo("/login?error");
    }

    assertThat(attempt("dev", Visitor.passwordOf("dev"), guesser)).isEqualTo("/login?throttled");
    assertThat(attempt("dev", Visitor.passwordOf("dev"), "203.0.113.21")).isEqualTo("/start-page");
  }

  @Test
  void a_very_long_name_or_password_is_only_wrong() throws Exception {
    assertThat(attempt("a".repeat(20_000), "b".repeat(20_000), "203.0.113.30")).isEqualTo("/login?error");
    assertThat(attempt("lowri\u0000", "x", "203.0.113.31")).isEqualTo("/login?error");
    assertThat(attempt("low\u0000ri", "x", "203.0.113.32")).isEqualTo("/login?error");
    assertThat(attempt("lowri' or '1'='1", "x", "203.0.113.33")).isEqualTo("/login?error");
  }

  @Test
  void a_wrong_password_is_on_record_without_the_password() throws Exception {
    int before = failuresOnRecord("nasreen");

    attempt("nasreen", "Wrong-Secret-Word", "203.0.113.40");

    assertThat(failuresOnRecord("nasreen")).as("one attempt is one entry").isEqualTo(before + 1);
    assertThat(
            database
                .sql("select count(*) from audit_entry a where a::text like '%Wrong-Secret-Word%'")
                .query(Integer.class)
                .single())
        .isZero();
  }

  private int failuresOnRecord(String user) {
    return database
        .sql("select count(*) from audit_entry where act = 'account.signInFailed' and subject_id = ?")
        .param(user)
        .query(Integer.class)
        .single();
  }

  @Test
  void signing_in_needs_the_token_of_the_page() {
    var visitor = new Visitor(port);
    visitor.get("/login");
    var answer =
        visitor.send("POST", "/login", "application/x-www-form-urlencoded", "username=lowri&password=" + Visitor.passwordOf("lowri"));
    assertThat(answer.status()).isEqualTo(403);
    assertThat(visitor.get("/referrals").isSentToSignIn()).isTrue();
  }

  // ---- sessions

  @Test
  void the_session_gets_a_new_id_at_sign_in() {
    var visitor = new Visitor(port);
    visitor.get("/login");
    String before = visitor.cookie("SESSION").orElseThrow();

    visitor.signIn("tom", Visitor.passwordOf("tom"));

    assertThat(visitor.cookie("SESSION")).get().isNotEqualTo(before);
    assertThat(new Visitor(port).withCookie("SESSION", before).get("/referrals").isSentToSignIn()).isTrue();
    assertThat(visitor.get("/referrals").status()).isEqualTo(200);
  }

  @Test
  void a_session_that_somebody_made_up_is_none() {
    var visitor = new Visitor(port).withCookie("SESSION", "MDAwMDAwMDAtMDAwMC0wMDAwLTAwMDAtMDAwMDAwMDAwMDAw");
    assertThat(visitor.get("/referrals").isSentToSignIn()).isTrue();
  }

  @Test
  void the_cookie_is_out_of_scripts_reach() {
    var answer = new Visitor(port).get("/login");
    assertThat(answer.response().headers().allValues("Set-Cookie"))
        .filteredOn(cookie -> cookie.startsWith("SESSION="))
        .isNotEmpty()
        .allSatisfy(cookie -> assertThat(cookie).contains("HttpOnly").contains("SameSite=Lax"));
  }

  @Test
  void signing_out_on_our_pages_ends_the_session_everywhere() {
    var visitor = new Visitor(port).inTasklist("tom");
    String session = visitor.cookie("SESSION").orElseThrow();

    var answer = visitor.postForm("/logout", "", visitor.get("/referrals"));

    assertThat(answer.sentTo()).isEqualTo("/login?out");
    assertThat(visitor.get("/login?out").body()).contains("You have signed out");
    isOut(session);
  }

  @Test
  void signing_out_in_tasklist_ends_the_session_everywhere() {
    var visitor = new Visitor(port).inTasklist("tom");
    String session = visitor.cookie("SESSION").orElseThrow();

    assertThat(visitor.post("/camunda/api/admin/auth/user/default/logout", "").status()).isEqualTo(204);

    isOut(session);
  }

  private void isOut(String session) {
    var ghost = new Visitor(port).withCookie("SESSION", session);
    assertThat(ghost.get("/referrals").isSentToSignIn()).isTrue();
    assertThat(ghost.get(TASKLIST).isSentToSignIn()).isTrue();
    assertThat(ghost.get(ENGINE + "/task/count").status()).isEqualTo(401);
  }

  @Test
  void from_tasklist_everybody_gets_to_the_lists_of_their_role() {
    for (var user : List.of("lowri", "grace")) {
      assertThat(visitor(user).get("/lists").header("Location")).as(user).endsWith("/referrals");
    }
    for (var user : List.of("kit", "gemma", "olive")) {
      assertThat(visitor(user).get("/lists").header("Location")).as(user).endsWith("/applications");
    }
    assertThat(visitor("priya").get("/lists").status()).isEqualTo(403);
  }

  @Test
  void signing_out_by_a_link_does_nothing() {
    var visitor = new Visitor(port).signedInAs("tom");
    visitor.get("/logout");
    assertThat(visitor.get("/referrals").status()).isEqualTo(200);
  }
}
