package org.fingerpost.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.fingerpost.kitemark.journey.KeepMark.RECORD_VISIT;
import static org.fingerpost.kitemark.journey.KeepMark.SETTLE_MARK_QUESTION;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.fingerpost.FingerpostTest;
import org.fingerpost.directory.Assurance;
import org.fingerpost.directory.NewOrganisation;
import org.fingerpost.directory.Organisations;
import org.fingerpost.kitemark.Award;
import org.fingerpost.kitemark.AwardStatus;
import org.fingerpost.kitemark.Awards;
import org.fingerpost.kitemark.MarkByLink;
import org.fingerpost.kitemark.NewAward;
import org.fingerpost.kitemark.ReferralMode;
import org.fingerpost.kitemark.UpkeepKind;
import org.fingerpost.kitemark.journey.KeepMark;
import org.fingerpost.platform.DailyRounds;
import org.fingerpost.platform.InvalidInput;
import org.fingerpost.platform.Language;
import org.fingerpost.platform.Tokens;
import org.fingerpost.platform.engine.EngineClock;
import org.fingerpost.questionnaire.ApplicationKind;
import org.fingerpost.questionnaire.Applications;
import org.fingerpost.questionnaire.Contact;
import org.fingerpost.questionnaire.NewApplication;
import org.fingerpost.scheme.KiteMarkLevel;
import org.fingerpost.scheme.LegalForm;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The life of a kite mark after its award: what is asked for by itself, what an organisation does by link, what assessors decide. */
@FingerpostTest
class KeepMarkJourneyTest {

  private static final String SCHEME = "gloucestershire";
  private static final MarkByLink.Document POLICY =
      new MarkByLink.Document(
          "policy.pdf", "%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF".getBytes());

  @Autowired Journeys journeys;
  @Autowired Awards awards;
  @Autowired Assurance assurance;
  @Autowired Organisations organisations;
  @Autowired Applications applications;
  @Autowired MarkByLink byLink;
  @Autowired DailyRounds rounds;
  @Autowired RuntimeService runtime;
  @Autowired ManagementService management;
  @Autowired TransactionTemplate transactions;
  @Autowired JdbcClient database;

  private final List<String> kept = new ArrayList<>();

  @AfterEach
  void nobody_is_in_the_engine() {
    journeys.nobodyIsInTheEngine("Rosalind", "rosalind", "A new hall", "bolted to the floor");
  }

  private static LocalDate today() {
    return LocalDate.ofInstant(EngineClock.now(), EngineClock.LONDON);
  }

  /** Days begin after nine, when what is due is due. */
  private static void ten_o_clock() {
    var now = EngineClock.now().atZone(EngineClock.LONDON);
    var ten = now.with(LocalTime.of(10, 0));
    EngineClock.moveBy(Duration.between(now, ten.isBefore(now) ? ten.plusDays(1) : ten));
  }

  /** Day by day; only the marks of this test are looked at. */
  private void days(int count) {
    for (int day = 0; day < count; day++) {
      EngineClock.moveBy(Duration.ofDays(1));
      kept.forEach(this::runDue);
    }
  }

  private void until(LocalDate day) {
    days((int) ChronoUnit.DAYS.between(today(), day));
  }

  private void runDue(String reference) {
    for (var instance : runtime.createProcessInstanceQuery().processInstanceBusinessKey(reference).list()) {
      for (var job : management.createJobQuery().processInstanceId(instance.getId()).executable().list()) {
        if (management.createJobQuery().jobId(job.getId()).count() == 1) {
          management.executeJob(job.getId());
        }
      }
    }
  }

  private String marked(String name, KiteMarkLevel level, int months, LocalDate insurance, LocalDate training) {
    return marked(name, level, months, insurance, training, List.of());
  }

  /** A mark that was awarded today, on an application. */
  private String marked(
      String name, KiteMarkLevel level, int months, LocalDate insurance, LocalDate training, List<NewAward.Promise> promises) {
    var reference =
        transactions.execute(
            status -> {
              var organisation =
                  organisations.register(
                      SCHEME, new NewOrganisation(name, LegalForm.CHARITY, "listed@example.org", null));
              var application =
                  applications.begin(
                      new NewApplication(
                          ApplicationKind.KITE_MARK,
                          SCHEME,
                          organisation,
                          new Contact("Rosalind Heronsgate", "rosalind@example.org", null),
                          Language.EN,
                          Map.of("organisationName", name)));
              award(organisation, application, level, months, insurance, training, promises);
              return application;
            });
    kept.add(reference);
    return reference;
  }

  private UUID award(
      String organisation,
      String reference,
      KiteMarkLevel level,
      int months,
      LocalDate insurance,
      LocalDate training,
      List<NewAward.Promise> promises) {
    return awards.award(
        new NewAward(
            SCHEME, organisation, reference, level, ReferralMode.usually(level), null, months, insurance, null, training,
            "kit", null, promises));
  }

  private Award mark(String reference) {
    return awards.ofApplication(reference).orElseThrow();
  }

  /** Purposes of the mails about a mark, oldest first. */
  private List<String> mails(String reference) {
    return database
        .sql(
            """
            select purpose from outbox_message where dedup_key like 'mark-%:' || ? || ':%' and to_address = 'rosalind@example.org'
            order by created_at, purpose
            """)
        .param(reference)
        .query(String.class)
        .list();
  }

  /** The secret of the link in the latest mail about a mark. */
  private String link(String reference) {
    return database
        .sql(
            """
            select regexp_replace(params->>'markLink', '.*/', '') from outbox_message
            where dedup_key like 'mark-%:' || ? || ':%' and params ? 'markLink' order by created_at desc, message_id limit 1
            """
                .replace("params ?", "params ??"))
        .param(reference)
        .query(String.class)
        .single();
  }

  private List<String> conditions(String reference) {
    return database
        .sql(
            """
            select c.code || case when c.met_on is null then '' else ' met' end from kitemark_condition c
            join kitemark_award a using (award_id) where a.application_reference = ? order by c.due_on, c.code
            """)
        .param(reference)
        .query(String.class)
        .list();
  }

  private KiteMarkLevel inDirectory(String reference) {
    return assurance.of(SCHEME, mark(reference).organisationId()).orElseThrow().level();
  }

  private void settles(String user, String reference, String decision, String note, LocalDate by) {
    var answers = new HashMap<String, Object>();
    answers.put("decision", decision);
    if (note != null) {
      answers.put("note", note);
    }
    if (by != null) {
      answers.put("dueOn", by.toString());
    }
    journeys.completes(user, reference, SETTLE_MARK_QUESTION, answers);
  }

  @Test
  void fourteen_months_go_by_and_one_mark_is_renewed_while_the_other_is_not() {
    ten_o_clock();
    var start = today();
    var insurance = start.plusDays(100);
    var training = start.plusDays(200);
    var renews = marked("Heronsgate Walking", KiteMarkLevel.FULL, 12, insurance, training);
    var forgets = marked("Heronsgate Bowls", KiteMarkLevel.FULL, 12, null, null);
    var end = mark(renews).validUntil();
    assertThat(mails(renews)).as("nothing is due yet").isEmpty();
    assertThat(mark(renews).processInstanceId()).isNotNull();

    until(insurance.minusDays(61));
    assertThat(mails(renews)).isEmpty();
    days(1);
    assertThat(mails(renews)).as("two months of insurance left").containsExactly("mark-paper-due");
    assertThat(byLink.look(link(renews)).orElseThrow().papers()).extracting("kind").first().isEqualTo(UpkeepKind.INSURANCE);
    byLink.paper(link(renews), UpkeepKind.INSURANCE, insurance.plusYears(1), POLICY);
    assertThat(mark(renews).insuranceUntil()).as("in time, with its document").isEqualTo(insurance.plusYears(1));
    assertThat(journeys.openSteps(renews)).as("nobody needs to look").isEmpty();

    until(training.minusDays(1));
    assertThat(mails(renews)).as("no second notice about the insurance").containsExactly(
        "mark-paper-due", "mark-paper-due", "mark-paper-due");
    days(1);
    assertThat(mails(renews)).as("60, 30 and 0 days before the training runs out").hasSize(4);
    assertThat(mark(renews).level()).isEqualTo(KiteMarkLevel.FULL);
    days(1);
    assertThat(mark(renews).level()).as("it has run out").isEqualTo(KiteMarkLevel.CONDITIONAL);
    assertThat(inDirectory(renews)).isEqualTo(KiteMarkLevel.CONDITIONAL);
    assertThat(conditions(renews)).containsExactly("TRAINING_RUN_OUT");
    assertThat(mails(renews)).endsWith("mark-paper-run-out");
    byLink.paper(link(renews), UpkeepKind.TRAINING, training.plusYears(2), POLICY);
    assertThat(journeys.openSteps(renews)).as("too late for itself: an assessor looks").containsExactly(SETTLE_MARK_QUESTION);
    assertThat(journeys.shown("kit", renews, SETTLE_MARK_QUESTION))
        .containsEntry("organisationName", "Heronsgate Walking")
        .containsEntry("question", "A new paper was shown");
    settles("kit", renews, "IN_ORDER", null, null);
    assertThat(mark(renews).level()).isEqualTo(KiteMarkLevel.FULL);
    assertThat(conditions(renews)).containsExactly("TRAINING_RUN_OUT met");
    assertThat(mails(renews)).endsWith("mark-question-settled");

    until(end.minusDays(91));
    assertThat(mails(forgets)).isEmpty();
    days(1);
    assertThat(mails(renews)).endsWith("mark-renewal-invited");
    assertThat(mails(forgets)).containsExactly("mark-renewal-invited");
    var application = byLink.renew(link(renews)).orElseThrow();
    assertThat(application).contains("/kitemark/apply/");
    assertThat(byLink.renew(link(renews))).as("begun once, found again").isPresent();
    var renewal =
        database
            .sql("select renewed_by from kitemark_upkeep where award_id = ?")
            .param(mark(renews).awardId())
            .query(String.class)
            .single();
    assertThat(applications.get(renewal).text("organisationName")).as("filled in already").isEqualTo("Heronsgate Walking");
    days(20);
    transactions.executeWithoutResult(
        status ->
            award(
                mark(renews).organisationId(), renewal, KiteMarkLevel.FULL, 24, insurance.plusYears(1), training.plusYears(2),
                List.of()));
    kept.add(renewal);
    assertThat(mark(renews).status()).isEqualTo(AwardStatus.REPLACED);
    assertThat(journeys.isRunning(renews)).as("the old mark is kept no longer").isFalse();
    assertThat(journeys.path(renews)).contains("endEvent_markOver");
    assertThat(byLink.look(link(renews))).as("links of the old mark open nothing").isEmpty();

    until(end);
    assertThat(mails(forgets))
        .containsExactly("mark-renewal-invited", "mark-ends", "mark-ends", "mark-ends");
    assertThat(mark(forgets).status()).as("valid on its last day").isEqualTo(AwardStatus.CURRENT);
    days(1);
    assertThat(mark(forgets).status()).isEqualTo(AwardStatus.EXPIRED);
    assertThat(inDirectory(forgets)).as("nobody is introduced from now on").isEqualTo(KiteMarkLevel.SUSPENDED);
    assertThat(mails(forgets)).endsWith("mark-expired");
    assertThat(journeys.path(forgets)).contains("endEvent_markExpired");
    assertThat(journeys.acts(forgets)).contains("kitemark.expired", "kitemark.status-changed", "kitemark.suspension-raised");

    until(start.plusMonths(14));
    assertThat(mark(renewal).status()).isEqualTo(AwardStatus.CURRENT);
    assertThat(inDirectory(renewal)).isEqualTo(KiteMarkLevel.FULL);
    assertThat(mails(forgets)).as("nothing more is said").hasSize(5);
  }

  @Test
  void insurance_that_nobody_renews_makes_the_mark_conditional_and_then_suspends_it() {
    ten_o_clock();
    var insurance = today().plusDays(62);
    var reference = marked("Heronsgate Climbing", KiteMarkLevel.FULL, 36, insurance, null);

    until(insurance);
    assertThat(mails(reference)).containsExactly("mark-paper-due", "mark-paper-due", "mark-paper-due");
    days(1);
    assertThat(mark(reference).level()).isEqualTo(KiteMarkLevel.CONDITIONAL);
    assertThat(mails(reference)).endsWith("mark-paper-run-out");
    assertThat(mark(reference).status()).isEqualTo(AwardStatus.CURRENT);
    days(14);
    assertThat(mark(reference).status()).as("a week of working days later").isEqualTo(AwardStatus.SUSPENDED);
    assertThat(inDirectory(reference)).isEqualTo(KiteMarkLevel.SUSPENDED);
    assertThat(journeys.acts(reference)).contains("kitemark.suspension-asked", "kitemark.suspension-raised");

    assertThatThrownBy(() -> byLink.paper(link(reference), UpkeepKind.INSURANCE, insurance, null))
        .as("the old day again")
        .isInstanceOf(InvalidInput.class);
    byLink.paper(link(reference), UpkeepKind.INSURANCE, today().plusYears(1), null);
    assertThat(journeys.openSteps(reference)).contains(SETTLE_MARK_QUESTION);
    var wait = today().plusDays(20);
    settles("kit", reference, "MORE_TIME", "Please show the schedule too", wait);
    assertThat(mails(reference)).endsWith("mark-question-settled");
    byLink.paper(link(reference), UpkeepKind.INSURANCE, today().plusYears(1), POLICY);
    settles("kit", reference, "IN_ORDER", null, null);
    assertThat(mark(reference).level()).isEqualTo(KiteMarkLevel.FULL);
    assertThat(mark(reference).status()).as("lifting it is a decision of its own").isEqualTo(AwardStatus.SUSPENDED);
  }

  @Test
  void a_small_group_whose_training_runs_out_stays_a_small_group_and_shows_the_new_paper() {
    ten_o_clock();
    var training = today().plusDays(1);
    var reference = marked("Heronsgate Knitters", KiteMarkLevel.SMALL_GROUP, 6, null, training);
    days(2);

    assertThat(mark(reference).level()).isEqualTo(KiteMarkLevel.SMALL_GROUP);
    assertThat(mark(reference).mode()).isEqualTo(ReferralMode.ACCOMPANIED);
    assertThat(conditions(reference)).containsExactly("TRAINING_RUN_OUT");
  }

  @Test
  void a_yearly_check_that_is_never_answered_is_looked_at_by_a_person_and_a_change_too() {
    ten_o_clock();
    var reference = marked("Heronsgate Singers", KiteMarkLevel.FULL, 36, null, null);
    var check = mark(reference).nextCheckOn();
    assertThat(check).isEqualTo(mark(reference).awardedOn().plusMonths(12));

    until(check.minusDays(31));
    assertThat(mails(reference)).isEmpty();
    days(1);
    assertThat(mails(reference)).containsExactly("mark-check-asked");
    until(check.plusDays(1));
    assertThat(mails(reference)).containsExactly("mark-check-asked", "mark-check-asked", "mark-check-asked");
    days(35);
    assertThat(journeys.openSteps(reference)).containsExactly(SETTLE_MARK_QUESTION);
    assertThat(journeys.shown("kit", reference, SETTLE_MARK_QUESTION))
        .containsEntry("question", "The yearly check was not answered in time");
    days(30);
    assertThat(journeys.acts(reference)).as("assessors are reminded").contains("kitemark.assessors-reminded");
    assertThatThrownBy(() -> settles("kit", reference, "MORE_TIME", null, today().plusDays(14))).hasMessageContaining("note");
    settles("kit", reference, "MORE_TIME", "Ask Rosalind again", today().plusDays(14));
    assertThat(mark(reference).nextCheckOn()).isEqualTo(today().plusDays(14));
    assertThat(journeys.openSteps(reference)).isEmpty();
    assertThat(mails(reference)).as("asked again at once").endsWith("mark-question-settled", "mark-check-asked");

    byLink.check(link(reference), true, false, true, "A new hall, and a new lead");
    byLink.check(link(reference), true, true, true, null);
    assertThat(journeys.openSteps(reference)).as("asked about once").containsExactly(SETTLE_MARK_QUESTION);
    assertThat(journeys.shown("kit", reference, SETTLE_MARK_QUESTION)).containsEntry("told", "A new hall, and a new lead");
    settles("kit", reference, "CONDITION", "Show the new lead's training", today().plusDays(25));
    assertThat(mark(reference).level()).isEqualTo(KiteMarkLevel.CONDITIONAL);
    assertThat(conditions(reference)).containsExactly("AFTER_CHECK");
    assertThat(mark(reference).nextCheckOn()).isAfter(today().plusMonths(11));
    assertThat(mails(reference)).as("less than a month: chased at once").contains("mark-condition-due");

    var condition = byLink.look(link(reference)).orElseThrow().conditions().get(0).conditionId();
    byLink.conditionMet(link(reference), condition, "Ask Rosalind: she has it");
    assertThat(byLink.look(link(reference)).orElseThrow().conditions().get(0).reported()).isTrue();
    settles("kit", reference, "IN_ORDER", null, null);
    assertThat(mark(reference).level()).as("conditions met and confirmed").isEqualTo(KiteMarkLevel.FULL);
  }

  @Test
  void a_check_where_all_is_as_it_was_is_the_end_of_it() {
    ten_o_clock();
    var reference = marked("Heronsgate Allotments", KiteMarkLevel.FULL, 24, null, null);
    var check = mark(reference).nextCheckOn();
    until(check.minusDays(20));

    byLink.check(link(reference), true, true, true, null);

    assertThat(mark(reference).nextCheckOn()).isEqualTo(check.plusYears(1));
    assertThat(journeys.openSteps(reference)).isEmpty();
    assertThat(byLink.look(link(reference)).orElseThrow().checkOn()).isNull();
  }

  @Test
  void conditions_chase_themselves_and_two_that_are_overdue_are_settled_one_after_the_other() {
    ten_o_clock();
    var due = today().plusDays(40);
    var reference =
        marked(
            "Heronsgate Cyclists",
            KiteMarkLevel.CONDITIONAL,
            12,
            null,
            null,
            List.of(new NewAward.Promise("EQUALITY", due), new NewAward.Promise("COMPLAINTS", due)));

    until(due.plusDays(1));
    assertThat(mails(reference)).as("30 days before, on the day, and after it, for both").hasSize(6).containsOnly("mark-condition-due");
    days(25);
    assertThat(journeys.openSteps(reference)).as("one task, whatever there is to settle").containsExactly(SETTLE_MARK_QUESTION);
    settles("kezia", reference, "IN_ORDER", "Seen by phone", null);
    assertThat(journeys.openSteps(reference)).as("and the next").containsExactly(SETTLE_MARK_QUESTION);
    assertThat(mark(reference).level()).isEqualTo(KiteMarkLevel.CONDITIONAL);
    settles("kezia", reference, "SUSPEND", "Nobody answers", null);
    assertThat(mark(reference).status()).as("a proposal, which a second assessor confirms").isEqualTo(AwardStatus.CURRENT);
    assertThat(journeys.acts(reference)).contains("kitemark.suspension-raised");
  }

  @Test
  void marks_are_drawn_for_a_visit_from_a_seed_that_is_kept_and_what_is_found_has_consequences() {
    ten_o_clock();
    var firstDay = today().with(IsoFields.DAY_OF_QUARTER, 1).plusMonths(3);
    until(firstDay.plusDays(6));
    var references =
        List.of(
            marked("Heronsgate Rowing", KiteMarkLevel.FULL, 36, null, null),
            marked("Heronsgate Chess", KiteMarkLevel.FULL, 36, null, null),
            marked("Heronsgate Choir", KiteMarkLevel.FULL, 36, null, null),
            marked("Heronsgate Gym", KiteMarkLevel.FULL, 36, null, null));
    rounds.now();
    rounds.now();

    var draw =
        database
            .sql("select * from kitemark_draw where scheme_id = ? and year = ? and quarter = ?")
            .params(SCHEME, today().getYear(), today().get(IsoFields.QUARTER_OF_YEAR))
            .query(
                (row, number) ->
                    new Draw(
                        row.getString("seed"),
                        List.of((UUID[]) row.getArray("pool").getArray()),
                        List.of((UUID[]) row.getArray("drawn").getArray())))
            .single();
    assertThat(draw.pool()).containsAll(references.stream().map(reference -> mark(reference).awardId()).toList());
    var again =
        draw.pool().stream()
            .sorted((one, other) -> Tokens.hash(draw.seed() + ":" + one).compareTo(Tokens.hash(draw.seed() + ":" + other)))
            .limit(draw.drawn().size())
            .toList();
    assertThat(draw.drawn()).as("drawn again with the seed that was kept").isEqualTo(again);
    // Whom the lot fell on, nobody can know before: so that each ending is told, these four are visited whoever was drawn.
    var drawId =
        database.sql("select draw_id from kitemark_draw where seed = ?").param(draw.seed()).query(UUID.class).single();
    for (var reference : references) {
      if (!draw.drawn().contains(mark(reference).awardId())) {
        database
            .sql("insert into kitemark_visit (visit_id, award_id, draw_id, due_at) values (?, ?, ?, ?)")
            .params(UUID.randomUUID(), mark(reference).awardId(), drawId, Timestamp.from(EngineClock.now()))
            .update();
        journeys.timersFire(reference);
      }
      assertThat(journeys.openSteps(reference)).containsExactly(RECORD_VISIT);
      assertThat(journeys.task(reference, RECORD_VISIT).getDueDate()).isNotNull();
    }

    journeys.completes("kit", references.get(0), RECORD_VISIT, Map.of("result", "IN_ORDER", "visitedOn", today().toString()));
    assertThatThrownBy(
            () ->
                journeys.completes(
                    "kit", references.get(1), RECORD_VISIT, Map.of("result", "IMPROVEMENT", "visitedOn", today().toString())))
        .hasMessageContaining("note");
    journeys.completes(
        "kit",
        references.get(1),
        RECORD_VISIT,
        Map.of(
            "result", "IMPROVEMENT",
            "visitedOn", today().toString(),
            "note", "The boards are bolted to the floor",
            "improveBy", today().plusDays(60).toString()));
    journeys.completes(
        "kit",
        references.get(2),
        RECORD_VISIT,
        Map.of("result", "CONCERN", "visitedOn", today().toString(), "note", "Nobody knew the safeguarding lead"));
    journeys.completes("kit", references.get(3), RECORD_VISIT, Map.of("result", "NOT_MADE", "note", "Closed for the summer"));

    assertThat(mark(references.get(0)).level()).isEqualTo(KiteMarkLevel.FULL);
    assertThat(mark(references.get(1)).level()).isEqualTo(KiteMarkLevel.CONDITIONAL);
    assertThat(conditions(references.get(1))).containsExactly("AFTER_VISIT");
    assertThat(journeys.acts(references.get(2))).contains("kitemark.visit-recorded", "kitemark.suspension-raised");
    assertThat(mark(references.get(3)).level()).isEqualTo(KiteMarkLevel.FULL);
    references.forEach(reference -> assertThat(journeys.openSteps(reference)).doesNotContain(RECORD_VISIT));
    assertThat(journeys.path(references.get(0))).contains(KeepMark.END_VISIT_RECORDED);
  }

  private record Draw(String seed, List<UUID> pool, List<UUID> drawn) {}
}
