package org.fingerpost.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fingerpost.FingerpostTest;
import org.fingerpost.directory.Assurance;
import org.fingerpost.directory.Directory;
import org.fingerpost.directory.Mark;
import org.fingerpost.directory.MatchReason;
import org.fingerpost.directory.NewOrganisation;
import org.fingerpost.directory.Organisations;
import org.fingerpost.kitemark.Appealing;
import org.fingerpost.kitemark.Award;
import org.fingerpost.kitemark.AwardStatus;
import org.fingerpost.kitemark.Awards;
import org.fingerpost.kitemark.Explaining;
import org.fingerpost.kitemark.MarkCondition;
import org.fingerpost.kitemark.ReferralMode;
import org.fingerpost.platform.Actor;
import org.fingerpost.platform.CurrentActor;
import org.fingerpost.platform.InvalidInput;
import org.fingerpost.platform.KeptAnswers;
import org.fingerpost.platform.Language;
import org.fingerpost.platform.engine.EngineClock;
import org.fingerpost.questionnaire.Application;
import org.fingerpost.questionnaire.Applications;
import org.fingerpost.questionnaire.Contact;
import org.fingerpost.questionnaire.FillingIn;
import org.fingerpost.questionnaire.NewApplication;
import org.fingerpost.questionnaire.Uploads;
import org.fingerpost.scheme.KiteMarkLevel;
import org.fingerpost.scheme.LegalForm;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Organisations apply for the kite mark: what the tables propose, what assessors make of it, and how nobody is left outside the door. */
@FingerpostTest
class KitemarkJourneyTest {

  private static final String SCHEME = "gloucestershire";
  private static final String ASSESS = "userTask_assessApplication";
  private static final String SECOND = "userTask_confirmAsSecond";
  private static final String AWAIT = "userTask_awaitEvidence";
  private static final String HELP = "userTask_helpOrganisation";

  @Autowired Journeys journeys;
  @Autowired Applications applications;
  @Autowired FillingIn filling;
  @Autowired Awards awards;
  @Autowired Assurance assurance;
  @Autowired Directory directory;
  @Autowired Organisations organisations;
  @Autowired TransactionTemplate transaction;
  @Autowired Appealing appealing;
  @Autowired Explaining explaining;
  @Autowired KeptAnswers kept;
  @Autowired CurrentActor currentActor;
  @Autowired JdbcClient database;

  @AfterEach
  void nobody_is_in_the_engine() {
    journeys.nobodyIsInTheEngine("Perpetua", "perpetua@example.org", "Ottoline", "Mereside", "Tumbledown", "Because I say so");
  }

  // ---- who applies

  private static Map<String, Object> charity(String name) {
    var answers = new HashMap<String, Object>();
    answers.put("organisationName", name);
    answers.put("legalForm", "CHARITY");
    answers.put("sizePaid", 3);
    answers.put("sizeVolunteers", 20);
    answers.put("areas", List.of("GLOUCESTER"));
    answers.put("existingMark", "NONE");
    answers.put("contactName", "Perpetua Lightfoot");
    answers.put("secondContactName", "Ottoline Fairweather");
    answers.put("secondContactUnconnected", true);
    answers.put("activities", "Tea and a film every Tuesday");
    answers.put("audienceUnder18", false);
    answers.put("audienceAdultsAtRisk", false);
    answers.put("oneToOne", false);
    answers.put("homeVisits", false);
    answers.put("hazard", "NONE");
    answers.put("regulatedAdvice", false);
    answers.put("takesMoney", false);
    answers.put("turnover", new BigDecimal("90000"));
    answers.put("usesVenueCover", false);
    answers.put("insuranceUntil", today().plusMonths(14));
    answers.put("riskAssessment", "We looked at the hall: the step is marked");
    answers.put("safeguardingLead", "Ottoline Fairweather");
    answers.put("safeguardingTrainedUntil", today().plusMonths(20));
    answers.put("dbsRoles", "Drivers: enhanced");
    answers.put("dbsUntil", today().plusMonths(22));
    answers.put("holdsData", true);
    answers.put("privacyNotice", "On our wall and our website");
    answers.put("equalityStatement", "Everybody is welcome; there is a ramp");
    answers.put("complaintsRoute", "Tell the chair");
    answers.put("volunteerInduction", "An evening together");
    answers.put("outcomesAgreed", true);
    return answers;
  }

  private static Map<String, Object> walkingGroup(String name) {
    var answers = charity(name);
    answers.put("legalForm", "UNCONSTITUTED_GROUP");
    answers.put("sizePaid", 0);
    answers.put("sizeVolunteers", 4);
    answers.put("activities", "A walk every Saturday");
    answers.put("hazard", "LOW");
    answers.put("purposeNote", "To walk together and be home for tea");
    answers.put("safeguardingNote", "We walk in pairs and call Ottoline when worried");
    answers.put("usesVenueCover", true);
    answers.put("setUpSupport", true);
    return answers;
  }

  private static LocalDate today() {
    return LocalDate.ofInstant(EngineClock.now(), EngineClock.LONDON);
  }

  private String applies(Map<String, Object> answers, String... documents) {
    return applies(null, answers, documents);
  }

  private String applies(String organisationId, Map<String, Object> answers, String... documents) {
    return currentActor.as(
        Actor.PUBLIC,
        () -> {
          String reference =
              applications.begin(
                  new NewApplication(
                      "KITE_MARK",
                      SCHEME,
                      organisationId,
                      new Contact("Perpetua Lightfoot", "perpetua@example.org", null),
                      Language.EN,
                      answers));
          for (String question : documents) {
            filling.add(reference, question, question + ".pdf", Uploads.pdf("/Q (" + question + ")"), null);
          }
          filling.send(reference, null);
          return reference;
        });
  }

  private static final String[] ALL_DOCUMENTS = {
    "purposeDocument", "insuranceDocument", "safeguardingDocument", "accountsDocument"
  };

  private void sendsAgain(String reference, Map<String, List<String>> typed, String... documents) {
    currentActor.as(
        Actor.PUBLIC,
        () -> {
          for (String question : documents) {
            filling.add(reference, question, question + ".pdf", Uploads.pdf("/Again (" + question + ")"), null);
          }
          if (!typed.isEmpty()) {
            filling.save(reference, typed, shown(reference, typed), Map.of(), null);
          }
          filling.send(reference, null);
        });
  }

  private Map<String, String> shown(String reference, Map<String, List<String>> typed) {
    var traces = new HashMap<String, String>();
    var paper = filling.paper(reference).orElseThrow();
    typed.keySet().forEach(question -> traces.put(question, FillingIn.trace(paper.typed(question))));
    return traces;
  }

  private void assesses(String user, String reference, String decision, Map<String, Object> more) {
    var answers = new HashMap<String, Object>(more);
    answers.put("decision", decision);
    journeys.completes(user, reference, ASSESS, answers);
  }

  private void confirms(String user, String reference) {
    assesses(user, reference, "CONFIRM", Map.of());
  }

  private Award award(String reference) {
    return awards.ofApplication(reference).orElseThrow();
  }

  private String message(String reference, String purpose) {
    return database
        .sql(
            """
            select coalesce(string_agg(params::text, ' '), '') from outbox_message
            where purpose = ? and dedup_key like ?""")
        .params(purpose, purpose + ":" + reference + "%")
        .query(String.class)
        .single();
  }

  // ---- the way most go

  @Test
  void a_charity_with_all_evidence_reaches_the_full_mark_and_stands_in_the_directory() {
    var reference = applies(charity("Mereside Film Club"), ALL_DOCUMENTS);
    assertThat(journeys.shown("kit", reference, ASSESS).get("proposal").toString()).contains("Full kite mark", "36");
    assertThat(journeys.shown("kit", reference, ASSESS).get("missing")).isEqualTo("");

    confirms("kit", reference);

    assertThat(journeys.path(reference)).contains("endEvent_awarded");
    var award = award(reference);
    assertThat(award.level()).isEqualTo(KiteMarkLevel.FULL);
    assertThat(award.mode()).isEqualTo(ReferralMode.DIRECT);
    assertThat(award.renewMonths()).isEqualTo(36);
    assertThat(award.confirmedBy()).isEqualTo("kit");
    assertThat(award.confirmedSecondBy()).isNull();
    assertThat(award.insuranceUntil()).isEqualTo(today().plusMonths(14));
    assertThat(award.organisationId()).startsWith("mereside-film-club");
    assertThat(awards.conditionsOf(award.awardId())).isEmpty();
    assertThat(assurance.of(SCHEME, award.organisationId())).contains(new Mark(KiteMarkLevel.FULL, award.validUntil()));
    assertThat(applications.get(reference).status()).isEqualTo(Application.Status.CLOSED);
    assertThat(applications.get(reference).organisationId()).isEqualTo(award.organisationId());
    assertThat(kept.of("kitemark", reference))
        .extracting(answer -> answer.answer().decisionKey())
        .contains("kitemark-risk", "kitemark-evidence", "kitemark-good-practice", "kitemark-level");
    assertThat(journeys.acts(reference)).contains("kitemark.proposed", "kitemark.assessed", "kitemark.awarded");
    assertThat(message(reference, "kitemark-awarded")).contains("Congratulations", "/kitemark/decision/");
  }

  @Test
  void an_unconstituted_walking_group_reaches_the_small_group_mark_and_somebody_goes_along() {
    var reference = applies(walkingGroup("Tumbledown Walkers"));
    assertThat(journeys.shown("kezia", reference, ASSESS).get("proposal").toString())
        .contains("Small-group kite mark", "somebody goes along");

    confirms("kezia", reference);

    var award = award(reference);
    assertThat(award.level()).isEqualTo(KiteMarkLevel.SMALL_GROUP);
    assertThat(award.mode()).isEqualTo(ReferralMode.ACCOMPANIED);
    assertThat(award.renewMonths()).isEqualTo(6);
    assertThat(awards.conditionsOf(award.awardId()))
        .extracting(MarkCondition::code)
        .contains("BUDDY_VISIT", "HOST_INSURANCE", "REVIEW");
    assertThat(assurance.of(SCHEME, award.organisationId()).orElseThrow().level()).isEqualTo(KiteMarkLevel.SMALL_GROUP);
  }

  @Test
  void what_a_walking_group_offers_is_put_forward_with_its_own_mark() {
    String group =
        transaction.execute(
            status ->
                organisations.register(
                    SCHEME, new NewOrganisation("Tumbledown Strollers", LegalForm.UNCONSTITUTED_GROUP, "walk@example.org", null)));
    database
        .sql(
            """
            insert into activity select (jsonb_populate_record(a, cast(:other as jsonb))).* from activity a
            where scheme_id = 'gloucestershire' and activity_id = 'dean-short-walks'""")
        .param("other", "{\"activity_id\": \"tumbledown-strolls\", \"organisation_id\": \"" + group + "\", \"edited_at\": \"2026-01-01T00:00:00Z\"}")
        .update();
    var reference = applies(group, walkingGroup("Tumbledown Strollers"));

    confirms("kit", reference);

    var match =
        directory.match(SCHEME, List.of("NATURE"), "FOREST_OF_DEAN", 60).stream()
            .filter(found -> found.activity().activityId().equals("tumbledown-strolls"))
            .findFirst()
            .orElseThrow();
    assertThat(match.choosable()).isTrue();
    assertThat(match.reasons()).contains(MatchReason.KITE_MARK_SMALL_GROUP);
  }

  @Test
  void a_group_that_wants_no_help_is_named_to_people_and_the_offer_stands() {
    var answers = walkingGroup("Tumbledown Talkers");
    answers.put("setUpSupport", false);
    var reference = applies(answers);

    confirms("kit", reference);

    assertThat(award(reference).level()).isEqualTo(KiteMarkLevel.SIGNPOST_ONLY);
    assertThat(award(reference).mode()).isEqualTo(ReferralMode.SIGNPOST);
    assertThat(message(reference, "kitemark-awarded")).contains("help you with setting up");
  }

  @Test
  void what_may_follow_becomes_a_condition_with_a_day() {
    var answers = charity("Mereside Choir");
    answers.remove("complaintsRoute");
    answers.put("outcomesAgreed", false);
    var reference = applies(answers, ALL_DOCUMENTS);

    confirms("kit", reference);

    var award = award(reference);
    assertThat(award.level()).isEqualTo(KiteMarkLevel.CONDITIONAL);
    assertThat(award.mostOpen()).isEqualTo(5);
    assertThat(awards.conditionsOf(award.awardId()))
        .extracting(MarkCondition::code)
        .containsExactlyInAnyOrder("COMPLAINTS", "OUTCOMES");
    assertThat(awards.conditionsOf(award.awardId())).allMatch(condition -> condition.dueOn().isAfter(today()));
    assertThat(message(reference, "kitemark-awarded")).contains("Whom people can tell");
  }

  // ---- gaps and help

  @Test
  void an_application_with_gaps_gets_a_list_of_them_and_help_and_goes_on_when_they_are_closed() {
    var answers = charity("Mereside Lunch");
    answers.remove("secondContactName");
    var reference = applies(answers, "purposeDocument", "safeguardingDocument", "accountsDocument");
    assertThat(journeys.shown("kit", reference, ASSESS).get("missing").toString())
        .contains("Public liability insurance", "second contact");

    confirms("kit", reference);

    assertThat(journeys.openSteps(reference)).containsExactly(HELP);
    assertThat(journeys.shown("olive", reference, HELP).get("missing").toString()).contains("Public liability insurance");
    assertThat(message(reference, "kitemark-not-yet")).contains("Public liability insurance", "second contact");
    var application = applications.get(reference);
    assertThat(application.status()).isEqualTo(Application.Status.ASKED_FOR_MORE);
    assertThat(application.askedFor()).contains("insuranceDocument", "secondContactName");

    sendsAgain(reference, Map.of("secondContactName", List.of("Ottoline Fairweather")), "insuranceDocument");

    assertThat(journeys.path(reference)).contains("event_takenUp");
    assertThat(journeys.shown("kit", reference, ASSESS).get("proposal").toString()).contains("Full kite mark");
    confirms("kit", reference);
    assertThat(award(reference).level()).isEqualTo(KiteMarkLevel.FULL);
  }

  @Test
  void a_group_without_constitution_that_visits_people_at_home_is_helped_with_setting_up() {
    var answers = walkingGroup("Tumbledown Visitors");
    answers.put("homeVisits", true);
    var reference = applies(answers);

    confirms("kezia", reference);

    assertThat(journeys.openSteps(reference)).containsExactly(HELP);
    assertThat(message(reference, "kitemark-not-yet")).contains("setting up");
    journeys.completes("olive", reference, HELP, Map.of("because", "GROUP_ENDED", "note", "They joined another"));
    assertThat(journeys.path(reference)).contains("endEvent_notTakenUp");
    assertThat(applications.get(reference).status()).isEqualTo(Application.Status.CLOSED);
  }

  @Test
  void an_application_that_nobody_goes_on_with_is_closed_and_was_not_refused() {
    var reference = applies(charity("Mereside Sewing"));
    confirms("kit", reference);
    assertThat(journeys.openSteps(reference)).containsExactly(HELP);

    journeys.timersFire(reference);

    assertThat(journeys.path(reference)).contains("event_gapsLate", "endEvent_notTakenUp");
    assertThat(journeys.acts(reference)).contains("kitemark.not-taken-up");
    assertThat(message(reference, "kitemark-closed")).contains(reference);
  }

  // ---- two people where it matters

  private static Map<String, Object> debtAdvice(String name) {
    var answers = charity(name);
    answers.put("regulatedAdvice", true);
    answers.put("adviceAuthorisation", "FCA, and the Advice Quality Standard");
    answers.put("bankTwoSignatories", true);
    return answers;
  }

  @Test
  void high_risk_needs_a_second_assessor_who_is_not_the_first() {
    var reference = applies(debtAdvice("Mereside Debt Advice"), ALL_DOCUMENTS);
    confirms("kit", reference);
    assertThat(journeys.openSteps(reference)).containsExactly(SECOND);
    assertThat(awards.ofApplication(reference)).isEmpty();

    assertThatThrownBy(() -> journeys.completes("kit", reference, SECOND, Map.of("answer", "AGREE")))
        .hasMessageContaining("first assessor");
    journeys.task(reference, SECOND);
    database.sql("update act_ru_task set assignee_ = null where id_ = ?").param(journeys.task(reference, SECOND).getId()).update();
    journeys.completes("kezia", reference, SECOND, Map.of("answer", "AGREE"));

    var award = award(reference);
    assertThat(award.level()).isEqualTo(KiteMarkLevel.FULL);
    assertThat(award.renewMonths()).isEqualTo(12);
    assertThat(award.confirmedBy()).isEqualTo("kit");
    assertThat(award.confirmedSecondBy()).isEqualTo("kezia");
  }

  @Test
  void a_second_assessor_gives_it_back_with_a_reason_and_the_first_decides_anew() {
    var answers = charity("Mereside Bowls");
    answers.remove("complaintsRoute");
    var reference = applies(answers, ALL_DOCUMENTS);
    assesses("kit", reference, "CHANGE", Map.of("level", "FULL", "reason", "They are well known to us"));
    assertThat(journeys.openSteps(reference)).as("above the proposal: a second one looks").containsExactly(SECOND);

    assertThatThrownBy(() -> journeys.completes("kezia", reference, SECOND, Map.of("answer", "GIVE_BACK")))
        .hasMessageContaining("Say why");
    journeys.completes("kezia", reference, SECOND, Map.of("answer", "GIVE_BACK", "reason", "The route is needed"));

    assertThat(journeys.openSteps(reference)).containsExactly(ASSESS);
    assertThat(journeys.shown("kit", reference, ASSESS).get("soFar").toString()).contains("The route is needed");
    confirms("kit", reference);
    assertThat(award(reference).level()).isEqualTo(KiteMarkLevel.CONDITIONAL);
  }

  @Test
  void when_no_second_assessor_looks_in_time_it_comes_back_to_the_assessors() {
    var reference = applies(debtAdvice("Mereside Money"), ALL_DOCUMENTS);
    confirms("kit", reference);
    assertThat(journeys.openSteps(reference)).containsExactly(SECOND);

    journeys.timersFire(reference);

    assertThat(journeys.openSteps(reference)).containsExactly(ASSESS);
    assertThat(journeys.path(reference)).contains("event_secondOverdue");
  }

  @Test
  void an_assessment_that_is_overdue_goes_up_in_the_list() {
    var reference = applies(charity("Mereside Chess"), ALL_DOCUMENTS);
    assertThat(journeys.task(reference, ASSESS).getPriority()).isEqualTo(50);

    journeys.timersFire(reference);

    assertThat(journeys.task(reference, ASSESS).getPriority()).isEqualTo(70);
    assertThat(journeys.acts(reference)).contains("kitemark.overdue");
  }

  @Test
  void who_filled_in_the_application_for_the_group_does_not_assess_it() {
    var reference = applies(charity("Mereside Knitters"), ALL_DOCUMENTS);
    database
        .sql("insert into application_change (reference, changed_at, changed_by, questions) values (?, now(), 'kit', '{activities}')")
        .param(reference)
        .update();

    assertThatThrownBy(() -> confirms("kit", reference)).hasMessageContaining("filled in this application");
  }

  @Test
  void a_decision_against_the_proposal_needs_a_reason_and_another_level() {
    var reference = applies(charity("Mereside Painters"), ALL_DOCUMENTS);
    assertThatThrownBy(() -> assesses("kit", reference, "CHANGE", Map.of("level", "CONDITIONAL")))
        .hasMessageContaining("Say why");
    assertThatThrownBy(() -> assesses("kit", reference, "CHANGE", Map.of("level", "FULL", "reason", "Because I say so")))
        .hasMessageContaining("another level");
    assesses("kit", reference, "CHANGE", Map.of("level", "CONDITIONAL", "reason", "New people are in charge"));

    assertThat(award(reference).level()).isEqualTo(KiteMarkLevel.CONDITIONAL);
    assertThat(award(reference).renewMonths()).isEqualTo(12);
    assertThat(message(reference, "kitemark-awarded")).contains("New people are in charge");
  }

  // ---- concerns and refusals

  @Test
  void an_open_concern_is_put_to_the_tables_and_two_people_refuse() {
    var organisation = award(markedCharity("Mereside Swimmers")).organisationId();
    var reference = applies(organisation, charity("Mereside Swimmers"), ALL_DOCUMENTS);
    assesses("kit", reference, "CONCERN", Map.of("reason", "The regulator has opened an inquiry"));
    assertThat(journeys.shown("kit", reference, ASSESS).get("proposal").toString()).contains("Refused");
    assertThat(journeys.shown("kit", reference, ASSESS).get("soFar").toString()).contains("opened an inquiry");

    assesses("kit", reference, "CONFIRM", Map.of("reason", "We cannot introduce anybody for now"));
    assertThat(journeys.openSteps(reference)).contains(SECOND);
    journeys.completes("kezia", reference, SECOND, Map.of("answer", "AGREE"));

    assertThat(journeys.path(reference)).contains("endEvent_refused");
    assertThat(awards.currentOf(SCHEME, organisation).orElseThrow().status()).isEqualTo(AwardStatus.SUSPENDED);
    assertThat(assurance.of(SCHEME, organisation).orElseThrow().level()).isEqualTo(KiteMarkLevel.SUSPENDED);
    assertThat(message(reference, "kitemark-refused")).contains("for now").doesNotContain("inquiry");
  }

  private String markedCharity(String name) {
    var reference = applies(charity(name), ALL_DOCUMENTS);
    confirms("kit", reference);
    return reference;
  }

  @Test
  void a_new_mark_takes_the_place_of_the_one_before() {
    var first = award(markedCharity("Mereside Readers"));
    var reference = applies(first.organisationId(), charity("Mereside Readers"), ALL_DOCUMENTS);

    confirms("kezia", reference);

    assertThat(awards.get(first.awardId()).status()).isEqualTo(AwardStatus.REPLACED);
    assertThat(awards.currentOf(SCHEME, first.organisationId()).orElseThrow().reference()).isEqualTo(reference);
  }

  // ---- more evidence

  private String askedForMore(String name) {
    var reference = applies(charity(name), ALL_DOCUMENTS);
    assesses(
        "kit",
        reference,
        "ASK_FOR_MORE",
        Map.of("items", List.of("INSURANCE"), "reason", "The certificate cannot be read"));
    assertThat(journeys.openSteps(reference)).containsExactly(AWAIT);
    return reference;
  }

  @Test
  void more_evidence_is_asked_for_and_given() {
    var reference = askedForMore("Mereside Gardeners");
    assertThat(applications.get(reference).askedFor()).contains("insuranceDocument");
    assertThat(message(reference, "kitemark-more-asked")).contains("cannot be read", "insurance");

    sendsAgain(reference, Map.of(), "insuranceDocument");

    assertThat(journeys.path(reference)).contains("event_evidenceGiven");
    assertThat(journeys.shown("kit", reference, ASSESS).get("soFar").toString()).contains("something was sent");
    confirms("kit", reference);
    assertThat(award(reference).level()).isEqualTo(KiteMarkLevel.FULL);
  }

  @Test
  void more_evidence_that_does_not_come_in_time_brings_the_application_back_to_the_assessor() {
    var reference = askedForMore("Mereside Bakers");

    journeys.timersFire(reference);

    assertThat(journeys.path(reference)).contains("event_evidenceLate");
    assertThat(journeys.openSteps(reference)).containsExactly(ASSESS);
    assertThat(journeys.shown("kit", reference, ASSESS).get("soFar").toString()).contains("Asked for, by");
  }

  @Test
  void an_assessor_who_hears_that_no_more_will_come_goes_on() {
    var reference = askedForMore("Mereside Potters");

    journeys.completes("kit", reference, AWAIT, Map.of("goOn", true));

    assertThat(journeys.openSteps(reference)).containsExactly(ASSESS);
  }

  @Test
  void what_comes_while_an_assessor_decides_is_looked_at_first() {
    var reference = askedForMore("Mereside Dancers");
    journeys.timersFire(reference);
    journeys.timePasses(Duration.ofMinutes(1));
    sendsAgain(reference, Map.of(), "insuranceDocument");

    assertThatThrownBy(() -> confirms("kit", reference)).hasMessageContaining("sent more since");
    assesses("kit", reference, "AGAIN", Map.of());
    confirms("kit", reference);
    assertThat(award(reference).level()).isEqualTo(KiteMarkLevel.FULL);
  }

  // ---- appeal and withdrawal

  @Test
  void an_appeal_with_new_evidence_is_decided_by_somebody_else_and_by_the_same_version_of_the_tables() {
    var answers = charity("Mereside Ramblers");
    answers.remove("complaintsRoute");
    var reference = applies(answers, ALL_DOCUMENTS);
    confirms("kit", reference);
    assertThat(award(reference).level()).isEqualTo(KiteMarkLevel.CONDITIONAL);
    assertThat(appealing.until(reference)).isPresent();

    currentActor.as(Actor.PUBLIC, () -> appealing.appeal(reference, "We do have a route for complaints"));
    assertThat(appealing.until(reference)).as("one appeal at a time").isEmpty();
    sendsAgain(reference, Map.of("complaintsRoute", List.of("Tell the chair, and then the Alliance")));

    assertThat(journeys.shown("kezia", reference, ASSESS).get("soFar").toString()).contains("We do have a route");
    var levels = kept.of("kitemark", reference).stream().filter(a -> a.answer().decisionKey().equals("kitemark-level")).toList();
    assertThat(levels).hasSize(2);
    assertThat(levels.get(0).answer().definitionId()).isEqualTo(levels.get(1).answer().definitionId());
    assertThatThrownBy(() -> confirms("kit", reference)).hasMessageContaining("had a part in the decision");
    database.sql("update act_ru_task set assignee_ = null where id_ = ?").param(journeys.task(reference, ASSESS).getId()).update();
    confirms("kezia", reference);

    assertThat(award(reference).level()).isEqualTo(KiteMarkLevel.FULL);
    assertThat(journeys.acts(reference)).contains("kitemark.appealed");
  }

  @Test
  void an_appeal_that_comes_too_late_is_told_so() {
    var answers = charity("Mereside Sailors");
    answers.remove("complaintsRoute");
    var reference = applies(answers, ALL_DOCUMENTS);
    confirms("kit", reference);
    database
        .sql("update kitemark_assessment set appeal_until = appeal_until - 60 where application_reference = ?")
        .param(reference)
        .update();

    assertThatThrownBy(() -> appealing.appeal(reference, "We think otherwise")).isInstanceOf(InvalidInput.class);
  }

  @Test
  void an_organisation_takes_its_application_back_at_any_time() {
    var reference = applies(charity("Mereside Archers"), ALL_DOCUMENTS);
    assertThat(appealing.mayWithdraw(reference)).isTrue();

    currentActor.as(Actor.PUBLIC, () -> appealing.withdraw(reference));

    assertThat(journeys.path(reference)).contains("endEvent_withdrawn");
    assertThat(journeys.isRunning(reference)).isFalse();
    assertThat(applications.get(reference).status()).isEqualTo(Application.Status.CLOSED);
    assertThat(appealing.mayWithdraw(reference)).isFalse();
  }

  // ---- explained

  @Test
  void a_decision_is_explained_in_words_with_its_tables_rules_and_facts() {
    var reference = applies(debtAdvice("Mereside Advice"), ALL_DOCUMENTS);
    confirms("kit", reference);
    journeys.completes("kezia", reference, SECOND, Map.of("answer", "AGREE", "reason", "A careful team"));

    for (Language language : Language.values()) {
      var explained = currentActor.as(Actor.staff("amir"), () -> explaining.forStaff(reference, language)).orElseThrow();
      var round = explained.rounds().get(0);
      assertThat(round.assessor()).isEqualTo("Kit Marlowe-Jones");
      assertThat(round.second()).contains("Kezia Brandt");
      assertThat(round.tables()).hasSize(4).allMatch(table -> table.version() >= 1 && !table.facts().isEmpty());
      assertThat(round.tables())
          .flatExtracting(table -> table.rules())
          .isNotEmpty()
          .noneMatch(words -> words.startsWith("kitemark."));
      assertThat(round.tables()).flatExtracting(table -> table.facts()).noneMatch(words -> words.startsWith("kitemark."));
    }
    var own = explaining.forOrganisation(reference, Language.EN).orElseThrow().rounds().get(0);
    assertThat(own.assessor()).as("names stay inside").isEqualTo("a kite mark assessor");
    assertThat(own.secondReason()).isNull();
    assertThat(journeys.acts(reference)).contains("kitemark.explained");
  }

  // ---- marks from before

  @Test
  void marks_from_before_are_recorded_once() {
    var mark = awards.currentOf(SCHEME, "dean-strollers").orElseThrow();
    assertThat(mark.level()).isEqualTo(KiteMarkLevel.SMALL_GROUP);
    assertThat(mark.confirmedBy()).isNull();
    assertThat(journeys.acts(mark.reference())).contains("kitemark.recorded");
  }
}
