package org.fingerpost.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.fingerpost.journeys.Journeys.someoneCalled;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.fingerpost.FingerpostTest;
import org.fingerpost.journeys.Journeys;
import org.fingerpost.platform.Staff;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/**
 * Whoever sees a person's data on a page of ours is on record before they see it; and what cannot be recorded is not shown.
 */
@FingerpostTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReadsAreRecordedTest {

  private static final String NAME = "Overlooker";

  /** Pages of staff that show somebody's data, each with the act that stands in the record of whoever opens it. */
  private static final Map<String, String> SHOWS_SOMEBODY =
      Map.ofEntries(
          Map.entry("/casefile/{reference}", "casefile.seen"),
          Map.entry("/plan/{reference}", "conversation.plan-seen"),
          Map.entry("/plan/{reference}.pdf", "conversation.plan-printed"),
          Map.entry("/consents/{referralId}", "consents.seen"),
          Map.entry("/letters/{letterId}", "conversation.letter-opened"),
          Map.entry("/safeguarding/{concernId}", "safeguarding.seen"),
          Map.entry("/applications/{reference}", "application.seen"),
          Map.entry("/applications/{reference}/files/{fileId}", "application.fileFetched"),
          Map.entry("/applications/{reference}/fill", "application.seen"),
          Map.entry("/applications/{reference}/fill/{section}", "application.seen"),
          Map.entry("/applications/{reference}/fill/check", "application.seen"),
          Map.entry("/applications/{reference}/fill/evidence/{question}", "application.seen"),
          Map.entry("/applications/{reference}/fill/help/{question}", "application.seen"),
          Map.entry("/grants/fund/{reference}", "grant.seen"),
          Map.entry("/grants/fund/list.csv", "grant.list-exported"),
          Map.entry("/community/groups/{reference}", "community.seen"),
          Map.entry("/kitemark/marks/{awardId}", "kitemark.mark-seen"),
          Map.entry("/kitemark/explain/{reference}", "kitemark.explained"),
          Map.entry("/directory/import/current.csv", "directory.exported"),
          Map.entry("/directory/changes", "directory.changes-seen"));

  /** Pages of staff that show references, codes, counts, organisations and colleagues, and nobody else. */
  private static final Set<String> SHOWS_NOBODY =
      Set.of(
          "/start-page", "/lists", "/admin", "/admin/measures", "/tasks/{taskId:[A-Za-z0-9-]{1,64}}/draft",
          "/referrals", "/referrals/{referralId}/withdraw", "/safeguarding", "/safeguarding/overdue", "/safeguarding/raise/{referralId}",
          "/team", "/team/workers/{userId}", "/team/workers/{userId}/absence", "/team/workers/{userId}/hand-over",
          "/team/workers/{userId}/referrals", "/team/referrals/{referralId}",
          "/applications", "/grants/fund", "/community/groups", "/community/ask", "/community/ask/support", "/community/ask/idea",
          "/community/needs", "/community/needs/start", "/community/demand", "/kitemark/marks",
          "/directory/import", "/directory/import/template.csv", "/deprivation");

  /**
   * Rooms whose pages have tests of their own: the auditor's (every story, explanation and uncovering is recorded by {@code CaseStory}
   * and {@code ExplainedDecisions}), the workbench (models only), and the records officers' (rights).
   */
  private static final String OWN_TESTS = "/(audit|workbench|rights)(/.*)?";

  /** Opened by a secret in the address or by anybody: nobody signs in there. */
  private static final String WITHOUT_ACCOUNT =
      "/|/(login|error|refer|track|reply|my-plan|contact-details|attended|signpost|my-record|api|v3|demo|actuator|swagger-ui|kitemark/(mark|decision|register|certificate|apply)|\\{area.*|grants/(mine|apply)|community/(support|idea|thanks)|directory/mine|directory/\\{schemeId}.*)([/.].*)?|/kitemark|/grants|/directory";

  @Autowired MockMvc web;
  @Autowired Staff staff;
  @Autowired Journeys journeys;
  @Autowired JdbcClient database;
  @Autowired ApplicationContext application;

  private AuditorAtDesk desk;
  private String reference;
  private String worker;
  private final Map<String, String> pages = new LinkedHashMap<>();

  @BeforeAll
  void somebody_has_a_plan_a_letter_and_a_worry() throws Exception {
    desk = new AuditorAtDesk(web, staff);
    reference = journeys.receives(someoneCalled(NAME));
    worker = journeys.summary(reference).linkWorker();
    journeys.completes(reference, "userTask_recordFirstContact", Journeys.reached());
    journeys.completes(reference, "userTask_holdConversation", Journeys.conversation("To hear the sea"));
    var letter = UUID.randomUUID();
    database
        .sql("insert into contact_letter values (?, ?, 'gloucestershire', 'en', false, current_date, now())")
        .params(letter, reference)
        .update();
    web.perform(
        post("/safeguarding/raise/" + reference)
            .param("seenOrSaid", "Bruises on the arm of " + NAME)
            .param("whoAtRisk", "The person")
            .with(desk.as(worker))
            .with(csrf()));
    var concern = database.sql("select concern_id::text from safeguarding_concern where referral_id = ?").param(reference).query(String.class).single();
    pages.put("/casefile/" + reference, "casefile.seen");
    pages.put("/casefile/" + reference + "?panel", "casefile.seen");
    pages.put("/plan/" + reference, "conversation.plan-seen");
    pages.put("/plan/" + reference + ".pdf", "conversation.plan-printed");
    pages.put("/consents/" + reference, "consents.seen");
    pages.put("/letters/" + letter, "conversation.letter-opened");
    pages.put("/safeguarding/" + concern, "safeguarding.seen");
  }

  @Test
  void every_page_that_shows_the_person_leaves_a_line_naming_the_reader() throws Exception {
    for (var page : pages.entrySet()) {
      long before = lines(page.getValue());
      assertThat(desk.opens(worker, page.getKey()).getResponse().getStatus()).as(page.getKey()).isEqualTo(200);
      assertThat(lines(page.getValue())).as("%s by %s for %s", page.getValue(), worker, page.getKey()).isEqualTo(before + 1);
    }
  }

  @Test
  void a_form_that_is_opened_in_a_browser_leaves_a_line_too() {
    long before = lines("task.form-seen");
    inABrowser(() -> assertThat(shown()).containsEntry("reference", reference));
    assertThat(lines("task.form-seen")).isEqualTo(before + 1);

    shown();
    assertThat(lines("task.form-seen")).as("whoever opens it from Java shows it to nobody").isEqualTo(before + 1);
  }

  @Test
  void what_cannot_be_recorded_is_not_shown_and_says_why() throws Exception {
    database.sql("alter table audit_entry add constraint nothing_more check (act = '-') not valid").update();
    try {
      for (var page : pages.keySet()) {
        var answer = desk.opens(worker, page).getResponse();
        assertThat(answer.getStatus()).as(page).isEqualTo(503);
        assertThat(answer.getContentAsString()).as(page).doesNotContain(NAME, "%PDF");
      }
      for (var page : new String[] {"/audit/referrals/" + reference, "/audit/watch/files.csv"}) {
        assertThat(desk.opens(page).getResponse().getStatus()).as(page).isEqualTo(503);
      }
      inABrowser(() -> assertThatThrownBy(this::shown).isNotNull());
    } finally {
      database.sql("alter table audit_entry drop constraint nothing_more").update();
    }
  }

  @Test
  void every_page_of_staff_is_known_to_show_somebody_or_nobody() {
    var unknown = new TreeSet<String>();
    var seen = new TreeSet<String>();
    application
        .getBeansOfType(RequestMappingInfoHandlerMapping.class)
        .values()
        .forEach(
            mapping ->
                mapping
                    .getHandlerMethods()
                    .forEach(
                        (info, handler) -> {
                          var methods = info.getMethodsCondition().getMethods();
                          if (methods.isEmpty() || methods.contains(RequestMethod.GET)) {
                            for (var path : info.getPatternValues()) {
                              seen.add(path);
                              boolean known = SHOWS_SOMEBODY.containsKey(path) || SHOWS_NOBODY.contains(path);
                              if (!known && !path.matches(OWN_TESTS) && !path.matches(WITHOUT_ACCOUNT)) {
                                unknown.add(path);
                              }
                            }
                          }
                        }));
    assertThat(unknown)
        .as("pages nobody has thought about: does it show somebody? Then record the look, and say so here")
        .isEmpty();
    assertThat(seen).as("pages that are named here and are no more").containsAll(SHOWS_SOMEBODY.keySet());
  }

  @Test
  void the_acts_that_read_stand_in_the_list_of_who_has_read() {
    var files = Set.of("grant.list-exported", "directory.exported", "directory.changes-seen");
    assertThat(SHOWS_SOMEBODY.values().stream().filter(act -> !files.contains(act)).collect(Collectors.toSet())).allMatch(Looks::isLook);
    assertThat(Looks.isLook("task.form-seen")).isTrue();
  }

  private Map<String, Object> shown() {
    return journeys.shown(worker, reference, "userTask_chooseActivity");
  }

  private static void inABrowser(Runnable work) {
    RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(new MockHttpServletRequest()));
    try {
      work.run();
    } finally {
      RequestContextHolder.resetRequestAttributes();
    }
  }

  private long lines(String act) {
    return database
        .sql("select count(*) from audit_entry where act = ? and actor_kind = 'STAFF' and actor_id = ?")
        .params(act, worker)
        .query(Long.class)
        .single();
  }
}
