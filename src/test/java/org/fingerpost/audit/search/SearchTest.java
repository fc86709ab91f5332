package org.fingerpost.audit.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fingerpost.journeys.Journeys.someoneCalled;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.fingerpost.FingerpostTest;
import org.fingerpost.audit.AuditorAtDesk;
import org.fingerpost.journeys.Journeys;
import org.fingerpost.platform.Actor;
import org.fingerpost.platform.CurrentActor;
import org.fingerpost.platform.Staff;
import org.fingerpost.platform.engine.EngineClock;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;

/** The auditor's search: every question, in one address, a page at a time. */
@FingerpostTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SearchTest {

  @Autowired MockMvc web;
  @Autowired Staff staff;
  @Autowired Journeys journeys;
  @Autowired Search search;
  @Autowired CurrentActor currentActor;
  @Autowired JdbcClient database;
  @Autowired TransactionTemplate transaction;

  private String reference;
  private String signposted;

  @BeforeAll
  void two_people_are_referred() {
    reference = journeys.receives(someoneCalled("Searchwell"));
    signposted = journeys.receives(someoneCalled("Signwell").wantsInformationOnly());
  }

  @Test
  void a_referral_is_found_by_reference_worker_day_stage_rule_version_and_act() {
    var today = LocalDate.ofInstant(EngineClock.now(), EngineClock.LONDON).toString();
    var worker = journeys.summary(reference).linkWorker();
    assertThat(referrals("reference", reference)).containsExactly(reference);
    assertThat(referrals("reference", reference.substring(0, 7).toLowerCase())).contains(reference);
    assertThat(referrals("who", worker, "from", today, "to", today)).contains(reference).doesNotContain(signposted);
    assertThat(referrals("state", "ASSIGNED", "from", today)).contains(reference).doesNotContain(signposted);
    assertThat(referrals("state", "OPEN", "from", today)).contains(reference);
    assertThat(referrals("rule", "rule_informationOnly", "from", today)).contains(signposted).doesNotContain(reference);
    var version =
        database
            .sql("select definition_version from decision_record where referral_id = ? and decision_key = 'referral-route'")
            .param(reference)
            .query(Integer.class)
            .single();
    assertThat(referrals("model", "referral-route@" + version, "from", today)).contains(reference, signposted);
    assertThat(referrals("model", "referral-route@99999")).isEmpty();
    assertThat(referrals("act", "linkworker.assigned", "from", today)).contains(reference).doesNotContain(signposted);
    assertThat(referrals("to", "2001-01-01")).isEmpty();
  }

  @Test
  void deployments_sign_ins_and_acts_are_found_too() throws Exception {
    new AuditorAtDesk(web, staff).reads("/audit/referrals/" + reference);

    assertThat(found(Kind.DEPLOYMENTS, "model", "referral-route@1")).isNotEmpty();
    var acts = page(Kind.ACTS, "act", "audit.viewed", "who", "amir");
    assertThat(acts.hits()).extracting(Search.Hit::reference).contains(reference);
    assertThat(acts.hits().get(0).path()).startsWith("/audit/").contains("#act-");
    for (var kind : Kind.values()) {
      assertThat(page(kind).hits()).as("newest first: %s", kind).isSortedAccordingTo((a, b) -> kind.ofEntries() ? Long.compare(Long.parseLong(b.id()), Long.parseLong(a.id())) : b.at().compareTo(a.at()));
    }
  }

  @Test
  void pages_follow_each_other_without_a_gap_or_a_double() {
    var seen = new HashSet<String>();
    Place place = null;
    int pages = 0;
    do {
      var typed = new HashMap<String, String>();
      typed.put("kind", "REFERRALS");
      if (place != null) {
        typed.put("after", place.toString());
      }
      var wanted = Wanted.of(typed, new HashMap<>());
      var page = asAmir(() -> search.page(Kind.REFERRALS, wanted, 3));
      page.hits().forEach(hit -> assertThat(seen.add(hit.id())).as("seen once: %s", hit.id()).isTrue());
      place = page.next();
    } while (place != null && ++pages < 40);
    assertThat(seen).hasSizeGreaterThanOrEqualTo(2);
  }

  @Test
  void the_first_page_comes_from_an_index() {
    for (var asked :
        List.of(
            Map.of("kind", "REFERRALS"),
            Map.of("kind", "REFERRALS", "state", "DIED"),
            Map.of("kind", "REFERRALS", "state", "OPEN"),
            Map.of("kind", "ACTS"),
            Map.of("kind", "ACTS", "act", "audit.viewed"),
            Map.of("kind", "ACTS", "who", "amir"))) {
      var wanted = Wanted.of(asked, new HashMap<>());
      var statement = asAmir(() -> search.statement(wanted.kind(), wanted, 25));
      // Tests leave so few rows that reading and sorting them all would be cheapest. Forbidden that, the planner shows whether an index
      // gives the rows in the order of the page: if none did, it would still have to read a table from its beginning, or to sort.
      var plan =
          transaction.execute(
              status -> {
                for (var way : List.of("enable_seqscan", "enable_bitmapscan", "enable_sort", "enable_incremental_sort")) {
                  database.sql("set local " + way + " = off").update();
                }
                return String.join(
                    "\n", database.sql("explain " + statement.sql()).params(statement.params()).query(String.class).list());
              });
      assertThat(plan).as("%s", asked).contains("Limit").doesNotContain("Seq Scan").doesNotContain("Sort");
    }
  }

  @Test
  void the_page_links_every_line_to_its_story_and_names_nobody() throws Exception {
    var desk = new AuditorAtDesk(web, staff);
    assertThat(desk.reads("/audit?reference=" + reference))
        .contains("href=\"/audit/referrals/" + reference + "\"", "Search")
        .doesNotContain("Searchwell", "Zebedee", "??");
    assertThat(desk.reads("/audit")).contains("Sign-ins", "Deployments of models").doesNotContain("??");
    assertThat(desk.reads("/audit?model=nonsense&from=yesterday"))
        .contains("Write a model and its version with an @", "This is not a day of the calendar");
    assertThat(desk.reads("/audit?kind=GRANTS&reference=GR-0000-0000")).contains("Nothing matches");
    assertThat(desk.readsInWelsh("/audit")).contains("Archwilio: chwilio", "Atgyfeiriadau").doesNotContain("??");
  }

  @Test
  void it_is_for_auditors() throws Exception {
    for (var other : List.of("lowri", "grace", "priya", "ada")) {
      for (var path :
          List.of("/audit", "/audit/watch", "/audit/cases/" + reference, "/audit/models/x/xml", "/audit/decisions/00000000-0000-0000-0000-000000000000")) {
        assertThat(new AuditorAtDesk(web, staff).opens(other, path).getResponse().getStatus()).as("%s, %s", other, path).isEqualTo(403);
      }
    }
  }

  private List<String> referrals(String... typed) {
    return found(Kind.REFERRALS, typed);
  }

  private List<String> found(Kind kind, String... typed) {
    return page(kind, typed).hits().stream().map(Search.Hit::id).collect(Collectors.toList());
  }

  private Search.Page page(Kind kind, String... typed) {
    var asked = new HashMap<String, String>();
    for (int i = 0; i < typed.length; i += 2) {
      asked.put(typed[i], typed[i + 1]);
    }
    var wanted = Wanted.of(asked, new HashMap<>());
    return asAmir(() -> search.page(kind, wanted, 500));
  }

  private <T> T asAmir(java.util.function.Supplier<T> work) {
    return currentActor.as(Actor.staff("amir"), work);
  }
}
