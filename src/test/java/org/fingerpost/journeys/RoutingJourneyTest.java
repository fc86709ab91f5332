package org.fingerpost.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.fingerpost.journeys.Journeys.someoneCalled;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.form.validator.FormFieldValidationException;
import org.fingerpost.FingerpostTest;
import org.fingerpost.models.ModelFiles;
import org.fingerpost.platform.Actor;
import org.fingerpost.platform.Language;
import org.fingerpost.platform.engine.EngineClock;
import org.fingerpost.referral.AReferral;
import org.fingerpost.referral.ClosedState;
import org.fingerpost.referral.ReferralRequest.ConsentToRefer;
import org.fingerpost.referral.ReferralRequest.Referrer;
import org.fingerpost.referral.Referrals;
import org.fingerpost.referral.WithdrawingReferral;
import org.fingerpost.scheme.SchemeFolder;
import org.fingerpost.scheme.Schemes;
import org.fingerpost.workbench.ModelBundle;
import org.fingerpost.workbench.ModelDeployer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Where a referral goes, told as what happens to people whom the table would not send straight on. */
@FingerpostTest
class RoutingJourneyTest {

  private static final String CONFIRM = "userTask_confirmRoute";
  private static final String ARRANGE = "userTask_arrangeTransfer";
  private static final String CONSENT = "userTask_recordYoungPersonConsent";
  private static final String CONTACT = "userTask_recordFirstContact";

  @Autowired Journeys journeys;
  @Autowired Referrals referrals;
  @Autowired WithdrawingReferral withdrawing;
  @Autowired Schemes schemes;
  @Autowired JdbcClient database;

  @Autowired ModelDeployer deployer;
  @Autowired RepositoryService repository;

  @TempDir Path folder;

  private final List<String> received = new ArrayList<>();

  @AfterEach
  void nobody_is_in_the_engine() {
    journeys.nobodyIsInTheEngine(
        "Zebedee", "Thistledown", "01632 960222", "zebedee@example.org", "Severn Surgery", "Widowed in the spring",
        "Lives in Cardiff", "Dr Okonjo");
    received.stream()
        .filter(referral -> journeys.summary(referral).open())
        .forEach(referral -> withdrawing.withdraw(referral, "OTHER", Actor.staff("grace")));
  }

  // ---- the same person again

  @Test
  void a_second_referrer_becomes_a_watcher_of_the_open_referral_and_hears_how_it_ends() {
    String first = receives(someoneCalled("Thistledown-One"));
    String second = receives(someoneCalled("Thistledown-One"));
    assertThat(shown(second)).containsEntry("openReferral", first);

    confirms(second, "MERGE", "It is the same gentleman");

    assertThat(journeys.summary(second).closedState()).isEqualTo(ClosedState.DUPLICATE);
    assertThat(journeys.summary(second).mergedInto()).isEqualTo(first);
    assertThat(journeys.summary(first).watched()).isTrue();
    assertThat(journeys.summary(first).open()).isTrue();
    assertThat(journeys.acts(second)).contains("referral.joined", "referral.closed");
    assertThat(told(second)).hasSize(1).first().asString().contains("already being supported");

    withdrawing.withdraw(first, "CHANGED_MIND", Actor.staff("grace"));
    assertThat(told(first)).containsExactly("The referral was withdrawn.");
    assertThat(told(second)).as("the watcher hears it too").hasSize(2).contains("The referral was withdrawn.");
  }

  @Test
  void a_watcher_hears_nothing_that_the_person_did_not_agree_to() {
    String first = receives(someoneCalled("Thistledown-Two"));
    String second = receives(someoneCalled("Thistledown-Two").notToBeTold());

    confirms(second, "MERGE", "It is the same gentleman");
    withdrawing.withdraw(first, "CHANGED_MIND", Actor.staff("grace"));

    assertThat(told(second)).containsExactly(
        "A member of our team has looked at your referral with care. We may not tell you more, because that was not agreed.");
    assertThat(purposes(second)).containsExactly("referral-received", "referral-returned");
  }

  @Test
  void a_referral_cannot_be_joined_when_nothing_is_open_any_more() {
    String first = receives(someoneCalled("Thistledown-Three"));
    String second = receives(someoneCalled("Thistledown-Three"));
    withdrawing.withdraw(first, "CHANGED_MIND", Actor.staff("grace"));

    assertThat(shown(second).get("routes").toString()).doesNotContain("MERGE");
    assertThatThrownBy(() -> confirms(second, "MERGE", "Too late")).isInstanceOf(FormFieldValidationException.class);
    assertThat(journeys.openSteps(second)).containsExactly(CONFIRM);
  }

  @Test
  void a_re_referral_within_a_year_finds_the_person_and_the_earlier_story_and_joins_nothing() {
    String first = receives(someoneCalled("Thistledown-Four"));
    withdrawing.withdraw(first, "NEEDS_MET_ELSEWHERE", Actor.staff("grace"));

    String again = receives(someoneCalled("Thistledown-Four").withoutConsent());

    assertThat(referrals.earlierOf(again))
        .singleElement()
        .satisfies(
            earlier -> {
              assertThat(earlier.referralId()).isEqualTo(first);
              assertThat(earlier.closedState()).isEqualTo(ClosedState.WITHDRAWN);
              assertThat(earlier.withinAYear()).isTrue();
            });
    assertThat(shown(again).get("earlier").toString()).contains(first, "less than a year before", "Withdrawn");
    assertThat(shown(again)).containsEntry("openReferral", "None");
    assertThat(journeys.summary(again).mergedInto()).isNull();
    assertThat(referrals.earlierOf(first)).as("what comes later is not the earlier story").isEmpty();
  }

  // ---- another scheme

  @Test
  void somebody_from_cardiff_is_passed_on_to_wales_with_their_agreement_and_nothing_is_typed_twice() {
    String first =
        receives(
            someoneCalled("Thistledown-Five").livingAt("CF10 1AA").groups("LONELY").askingFor("FEMALE").belonging("2", "R").safeAt("MORNING"));
    assertThat(shown(first)).containsEntry("ruleId", "rule_outOfArea");

    confirms(first, "TRANSFER", "Lives in Cardiff");
    assertThat(journeys.shown("grace", first, ARRANGE).get("receivers").toString()).contains("wales").doesNotContain("lancashire");
    assertThat(journeys.summary(first).open()).as("nothing happens before the person agrees").isTrue();
    journeys.completes(
        "grace", first, ARRANGE, Map.of("agreed", "YES", "receiver", "wales", "givenBy", "PERSON", "how", "TELEPHONE"));

    assertThat(journeys.summary(first).closedState()).isEqualTo(ClosedState.TRANSFERRED);
    String second = passedOnFrom(first);
    var there = journeys.summary(second);
    assertThat(there.schemeId()).isEqualTo("wales");
    assertThat(there.transferredFrom()).isEqualTo(first);
    assertThat(there.reason()).isEqualTo("Widowed in the spring");
    assertThat(there.referrerName()).isEqualTo("Dr Wynne Okafor");
    assertThat(there.groups()).containsExactly("LONELY");
    assertThat(there.workerAsked()).hasToString("FEMALE");
    assertThat(
            database
                .sql("select stated_sex || ethnic_category || safe_times[1] from person p join referral r using (person_id) where referral_id = ?")
                .param(second)
                .query(String.class)
                .single())
        .isEqualTo("2RMORNING");
    assertThat(there.linkWorker()).as("Wales takes it on at once").isEqualTo("bronwen");
    assertThat(journeys.openSteps(second)).containsExactly(CONTACT);
    assertThat(journeys.task(second, CONTACT).getTenantId()).isEqualTo("wales");
    assertThat(told(first)).hasSize(1).first().asString().contains("Another scheme or service works where the person lives");
    assertThat(purposes(second)).containsExactly("referral-received");
    assertThat(journeys.acts(first)).contains("transfer.agreed", "referral.transferred", "referral.closed");
    assertThat(
            database
                .sql("select given_how from consent_grant where referral_id = ? and purpose = 'REFER' and granted")
                .param(second)
                .query(String.class)
                .list())
        .containsExactly("TELEPHONE");
    withdrawing.withdraw(second, "OTHER", Actor.staff("rhys"));
  }

  @Test
  void the_receiving_scheme_decides_by_its_own_table_whoever_passed_the_referral_on() {
    String own =
        ModelFiles.text(ModelFiles.DECISIONS.resolve("referral-route.dmn"))
            .replaceFirst("(<outputEntry id=\"then_nationalGroup_route\">\\s*<text>)\"LINK_WORKER\"", "$1\"RETURN\"");
    var deployment =
        deployer.deploy(
            new ModelBundle("wales", Map.of("dmn/referral-route.dmn", own.getBytes(StandardCharsets.UTF_8))),
            "manager:paul",
            "Wales looks at each referral first");
    try {
      String first = receives(someoneCalled("Thistledown-Table").livingAt("CF10 1AA"));
      confirms(first, "TRANSFER", "Lives in Cardiff");
      journeys.completes(
          "grace", first, ARRANGE, Map.of("agreed", "YES", "receiver", "wales", "givenBy", "PERSON", "how", "TELEPHONE"));

      assertThat(journeys.openSteps(passedOnFrom(first))).containsExactly(CONFIRM);
    } finally {
      repository.deleteDeployment(deployment, true);
    }
  }

  @Test
  void without_the_persons_agreement_the_referral_returns_to_the_referrer() {
    String referral = receives(someoneCalled("Thistledown-Six").livingAt("CF10 1AA"));
    confirms(referral, "TRANSFER", "Lives in Cardiff");

    journeys.completes("grace", referral, ARRANGE, Map.of("agreed", "NO"));

    var end = journeys.summary(referral);
    assertThat(end.closedState()).isEqualTo(ClosedState.NOT_ELIGIBLE);
    assertThat(end.route()).isEqualTo("RETURN");
    assertThat(told(referral)).hasSize(1).first().asString().contains("without the person's agreement we pass nothing on");
    assertThat(
            database.sql("select count(*) from referral where transferred_from = ?").param(referral).query(Long.class).single())
        .isZero();
    assertThat(journeys.isRunning(referral)).isFalse();
  }

  @Test
  void a_transfer_names_who_receives_it_and_who_agreed() {
    String referral = receives(someoneCalled("Thistledown-Seven").livingAt("CF10 1AA"));
    confirms(referral, "TRANSFER", "Lives in Cardiff");

    for (Map<String, Object> answers :
        List.<Map<String, Object>>of(
            Map.of(),
            Map.of("agreed", "YES"),
            Map.of("agreed", "YES", "receiver", "wales"),
            Map.of("agreed", "YES", "receiver", "east-lancashire", "givenBy", "PERSON", "how", "TELEPHONE"))) {
      assertThatThrownBy(() -> journeys.completes("grace", referral, ARRANGE, answers)).isInstanceOf(FormFieldValidationException.class);
    }
    assertThat(journeys.openSteps(referral)).containsExactly(ARRANGE);
  }

  @Test
  void somebody_too_old_for_the_young_peoples_scheme_is_passed_on_to_the_one_for_adults() {
    String first =
        receives(someoneCalled("Thistledown-Eight").to("arts-on-prescription").needs("LONG_TERM_CONDITION").born(aged(40)));
    assertThat(rule(first)).isEqualTo("rule_aboveMaximumAge");

    journeys.completes("imogen", first, CONFIRM, Map.of("route", "TRANSFER", "reason", "Is forty"));
    journeys.completes(
        "imogen",
        first,
        ARRANGE,
        Map.of("agreed", "YES", "receiver", "gloucestershire", "givenBy", "PERSON", "how", "TELEPHONE"));

    String second = passedOnFrom(first);
    assertThat(journeys.summary(second).schemeId()).isEqualTo("gloucestershire");
    assertThat(journeys.openSteps(second)).containsExactly(CONTACT);
  }

  // ---- returned, kindly

  @Test
  void a_community_hospital_that_may_not_refer_yet_is_told_so() {
    String referral = receives(someoneCalled("Thistledown-Nine").from("COMMUNITY_HOSPITAL"));
    assertThat(shown(referral)).containsEntry("ruleId", "rule_sourceNotLive");

    confirms(referral, "RETURN", "Not open to hospitals yet");

    assertThat(journeys.summary(referral).closedState()).isEqualTo(ClosedState.NOT_ELIGIBLE);
    assertThat(told(referral)).hasSize(1).first().asString().contains("cannot take referrals from your kind of service yet");
  }

  @Test
  void somebody_from_bentilee_waits_until_the_scheme_comes_there() {
    String referral = receives(someoneCalled("Thistledown-Ten").to("north-staffordshire").livingAt("ST2 0AA"));
    assertThat(rule(referral)).isEqualTo("rule_areaNotLive");

    journeys.completes("dev", referral, CONFIRM, Map.of("route", "RETURN", "reason", "Bentilee comes later"));

    assertThat(told(referral)).hasSize(1).first().asString().contains("does not work yet where the referral comes from");
  }

  @Test
  void a_referral_without_consent_goes_back_and_the_referrer_hears_why_without_a_word_about_the_person() {
    String referral = receives(someoneCalled("Thistledown-Eleven").withoutConsent());
    assertThat(shown(referral)).containsEntry("ruleId", "rule_noConsent");

    confirms(referral, "RETURN", "The surgery will ask");

    assertThat(purposes(referral)).containsExactly("referral-received", "referral-returned");
    assertThat(told(referral)).hasSize(1).first().asString().contains("only help people who have agreed");
  }

  @Test
  void when_a_lead_returns_what_the_table_would_not_the_referrer_gets_no_reason_that_is_not_theirs() {
    String referral = receives(someoneCalled("Thistledown-Twelve").livingAt("CF10 1AA"));

    confirms(referral, "RETURN", "The surgery will refer to Cardiff itself");

    assertThat(told(referral)).hasSize(1).first().asString().contains("a member of our team has decided so");
  }

  @Test
  void the_referrer_is_told_in_welsh_if_they_wrote_in_welsh() {
    var request = someoneCalled("Thistledown-Thirteen").from("COMMUNITY_HOSPITAL");
    var r = request.referrer;
    request.referrer =
        new Referrer(
            r.kind(), r.name(), r.role(), r.organisation(), r.email(), r.phone(), null, Language.CY);
    String referral = receives(request);

    confirms(referral, "RETURN", "Not open to hospitals yet");

    assertThat(told(referral)).hasSize(1).first().asString().contains("Ni all y cynllun hwn dderbyn");
  }

  @Test
  void somebody_whose_illness_is_not_stable_is_handed_to_clinical_care_by_a_person() {
    String referral = receives(someoneCalled("Thistledown-Fourteen").risks("MH_UNSTABLE"));
    assertThat(shown(referral)).containsEntry("ruleId", "rule_mentalHealthUnstable");

    confirms(referral, "CLINICAL_REDIRECT", "The crisis team rings today");

    assertThat(journeys.summary(referral).closedState()).isEqualTo(ClosedState.TRANSFERRED);
    assertThat(told(referral)).hasSize(1).first().asString().contains("Clinical care comes first");
  }

  // ---- danger, and how soon

  @Test
  void when_somebody_is_in_danger_the_lead_reads_first_what_to_do_and_the_case_is_kept_as_urgent() {
    String referral = receives(someoneCalled("Thistledown-Fifteen").risks("IMMEDIATE_RISK"));
    assertThat(shown(referral)).containsEntry("danger", true).containsEntry("urgency", "Urgent");
    assertThat(shown(referral).get("routes").toString()).doesNotContain("URGENT");

    confirms(referral, "LINK_WORKER", "Safe with her sister; the crisis team has been");

    assertThat(journeys.summary(referral).urgent()).isTrue();
    assertThat(journeys.summary(referral).open()).isTrue();
    assertThat(journeys.openSteps(referral)).containsExactly(CONTACT);
  }

  @Test
  void a_recent_loss_makes_it_urgent_and_an_ordinary_day_does_not() {
    String widowed = receives(someoneCalled("Thistledown-Sixteen").circumstances("BEREAVEMENT"));
    String ordinary = receives(someoneCalled("Thistledown-Seventeen"));

    assertThat(journeys.summary(widowed).urgent()).isTrue();
    assertThat(journeys.summary(ordinary).urgent()).isFalse();
    assertThat(
            database
                .sql(
                    "select outputs->>'workingDays' from decision_record where referral_id in (?, ?)"
                        + " and decision_key = 'referral-priority' order by 1")
                .params(widowed, ordinary)
                .query(String.class)
                .list())
        .containsExactly("2", "5");
  }

  @Test
  void a_route_that_no_lead_settles_in_time_comes_back_to_all_of_them_higher_up() {
    String referral = receives(someoneCalled("Thistledown-Eighteen").withoutConsent());
    var first = journeys.task(referral, CONFIRM);
    assertThat(first.getPriority()).isEqualTo(75);
    assertThat(first.getDueDate()).isNotNull();
    assertThat(journeys.summary(referral).nextDate()).isNotNull();

    journeys.timePasses(Duration.ofDays(7));

    var second = journeys.task(referral, CONFIRM);
    assertThat(second.getId()).isNotEqualTo(first.getId());
    assertThat(second.getAssignee()).isNull();
    assertThat(second.getPriority()).isEqualTo(95);
    assertThat(journeys.acts(referral)).contains("route.overdue");
    journeys.timePasses(Duration.ofDays(4));
    assertThat(journeys.acts(referral).stream().filter("route.overdue"::equals)).as("every morning again").hasSizeGreaterThan(1);
    confirms(referral, "RETURN", "Late, but settled");
    assertThat(journeys.summary(referral).open()).isFalse();
  }

  @Test
  void a_transfer_and_a_consent_that_nobody_sees_to_come_back_too() {
    String transfer = receives(someoneCalled("Thistledown-Nineteen").livingAt("CF10 1AA"));
    confirms(transfer, "TRANSFER", "Lives in Cardiff");
    String consent = receives(youngPerson("Thistledown-Twenty", 14));
    confirms(consent, "YOUNG_PEOPLE", "Is fourteen");
    assertThat(journeys.task(transfer, ARRANGE).getPriority()).isEqualTo(60);

    journeys.timePasses(Duration.ofDays(15));

    assertThat(journeys.task(transfer, ARRANGE).getPriority()).isEqualTo(95);
    assertThat(journeys.task(consent, CONSENT).getPriority()).isEqualTo(95);
    assertThat(journeys.acts(consent)).contains("route.overdue");
  }

  // ---- young people

  @Test
  void a_fourteen_year_old_who_refers_herself_and_was_found_competent_gets_to_the_young_peoples_scheme() {
    String first = receives(youngPerson("Thistledown-Twentyone", 14).bySelf());
    assertThat(shown(first)).containsEntry("ruleId", "rule_youngPerson");
    confirms(first, "YOUNG_PEOPLE", "Is fourteen");
    assertThat(journeys.shown("grace", first, CONSENT).get("needed").toString()).contains("From 13 to 15");

    journeys.completes(
        "grace",
        first,
        CONSENT,
        Map.of(
            "given", "YES", "givenBy", "PERSON", "how", "VIDEO", "competence", "COMPETENT", "judgedBy",
            "Dr Okonjo, general practitioner"));

    assertThat(journeys.summary(first).closedState()).isEqualTo(ClosedState.TRANSFERRED);
    String second = passedOnFrom(first);
    assertThat(journeys.summary(second).schemeId()).isEqualTo("arts-on-prescription");
    assertThat(journeys.openSteps(second)).as("her consent is known there too").containsExactly(CONTACT);
    assertThat(
            database
                .sql("select competence || ' ' || competence_judged_by from young_person_consent where referral_id = ?")
                .param(second)
                .query(String.class)
                .single())
        .isEqualTo("COMPETENT Dr Okonjo, general practitioner");
  }

  @Test
  void a_competent_young_person_needs_somebody_who_judged_it() {
    String referral = receives(youngPerson("Thistledown-Twentytwo", 14));
    confirms(referral, "YOUNG_PEOPLE", "Is fourteen");

    for (Map<String, Object> answers :
        List.<Map<String, Object>>of(
            Map.of(),
            Map.of("given", "YES"),
            Map.of("given", "YES", "givenBy", "PERSON", "how", "VIDEO"),
            Map.of("given", "YES", "givenBy", "PERSON", "how", "VIDEO", "competence", "COMPETENT"))) {
      assertThatThrownBy(() -> journeys.completes("grace", referral, CONSENT, answers)).isInstanceOf(FormFieldValidationException.class);
    }
    assertThat(journeys.openSteps(referral)).containsExactly(CONSENT);
  }

  @Test
  void under_sixteen_by_self_referral_in_the_young_peoples_scheme_goes_on_there_with_a_parents_consent() {
    String referral = receives(youngPerson("Thistledown-Twentythree", 14).to("arts-on-prescription").bySelf());
    assertThat(rule(referral)).isEqualTo("rule_youngPersonsConsent");
    journeys.completes("imogen", referral, CONFIRM, Map.of("route", "YOUNG_PEOPLE", "reason", "Ask her mother"));

    journeys.completes("imogen", referral, CONSENT, Map.of("given", "YES", "givenBy", "PARENT", "how", "TELEPHONE"));

    assertThat(journeys.summary(referral).route()).isEqualTo("LINK_WORKER");
    assertThat(journeys.openSteps(referral)).containsExactly(CONTACT);
    assertThat(journeys.path(referral)).contains("endEvent_takenOnHere");
    withdrawing.withdraw(referral, "OTHER", Actor.staff("imogen"));
  }

  @Test
  void under_eighteen_with_the_consent_that_the_age_needs_goes_straight_on() {
    String withParent =
        receives(
            youngPerson("Thistledown-Twentyfour", 14)
                .to("arts-on-prescription")
                .consent(new ConsentToRefer(true, "PARENT", "IN_PERSON", today())));
    String seventeen = receives(youngPerson("Thistledown-Twentyfive", 17).to("arts-on-prescription"));

    assertThat(journeys.openSteps(withParent)).containsExactly(CONTACT);
    assertThat(journeys.openSteps(seventeen)).containsExactly(CONTACT);
    List.of(withParent, seventeen).forEach(r -> withdrawing.withdraw(r, "OTHER", Actor.staff("imogen")));
  }

  @Test
  void at_twelve_a_parents_word_alone_is_not_enough() {
    String referral =
        receives(
            youngPerson("Thistledown-Twentysix", 12)
                .to("arts-on-prescription")
                .consent(new ConsentToRefer(true, "PARENT", "IN_PERSON", today())));
    journeys.completes("imogen", referral, CONFIRM, Map.of("route", "YOUNG_PEOPLE", "reason", "Ask him too"));
    var answers = new HashMap<String, Object>(Map.of("given", "YES", "givenBy", "PARENT", "how", "TELEPHONE"));
    assertThatThrownBy(() -> journeys.completes("imogen", referral, CONSENT, answers)).isInstanceOf(FormFieldValidationException.class);

    answers.put("assent", true);
    journeys.completes("imogen", referral, CONSENT, answers);

    assertThat(journeys.openSteps(referral)).containsExactly(CONTACT);
    withdrawing.withdraw(referral, "OTHER", Actor.staff("imogen"));
  }

  @Test
  void without_consent_a_young_person_is_not_taken_on_and_the_referrer_hears_it() {
    String referral = receives(youngPerson("Thistledown-Twentyseven", 15));
    confirms(referral, "YOUNG_PEOPLE", "Is fifteen");

    journeys.completes("grace", referral, CONSENT, Map.of("given", "NO", "note", "The family does not want it now"));

    assertThat(journeys.summary(referral).closedState()).isEqualTo(ClosedState.NOT_ELIGIBLE);
    assertThat(journeys.path(referral)).contains("endEvent_consentNotGiven");
    assertThat(purposes(referral)).containsExactly("referral-received", "referral-closed");
    assertThat(told(referral)).hasSize(1).first().asString().contains("consent that belongs to their age");
  }

  @Test
  void an_adult_is_not_sent_on_the_young_peoples_route() {
    String referral = receives(someoneCalled("Thistledown-Twentyeight").withoutConsent());

    assertThat(shown(referral).get("routes").toString()).doesNotContain("YOUNG_PEOPLE");
    assertThatThrownBy(() -> confirms(referral, "YOUNG_PEOPLE", "By mistake")).isInstanceOf(FormFieldValidationException.class);
  }

  // ---- straight on

  @Test
  void somebody_who_only_wants_a_letter_or_information_is_signposted_at_once() {
    var letter = someoneCalled("Thistledown-Twentynine");
    letter.statutoryOnly = true;
    String first = receives(letter);
    String second = receives(someoneCalled("Thistledown-Thirty").wantsInformationOnly());

    assertThat(rule(first)).isEqualTo("rule_statutoryRequestOnly");
    assertThat(rule(second)).isEqualTo("rule_informationOnly");
    assertThat(List.of(first, second))
        .allSatisfy(
            r -> {
              assertThat(journeys.summary(r).route()).isEqualTo("SIGNPOST");
              assertThat(journeys.openSteps(r)).as("nobody has to do anything").isEmpty();
            });
  }

  @Test
  void a_pilot_takes_frequent_attenders_only_and_returns_the_others_kindly() {
    schemes.addFrom(
        SchemeFolder.in(folder)
            .change("areas.csv", "ZZ", "HR")
            .change("scheme.yaml", "kiteMarkAsked:", "criteria: [{breadth: NARROW, liveFrom: 2026-04-01}]\nkiteMarkAsked:")
            .path());
    lead("hilda", "hillshire");

    String often = receives(someoneCalled("Thistledown-Pilot").to("hillshire").livingAt("HR1 1AA").groups("FREQUENT_ATTENDER"));
    String lonely = receives(someoneCalled("Thistledown-Other").to("hillshire").livingAt("HR1 1AA").groups("LONELY"));

    assertThat(rule(often)).isEqualTo("rule_narrowCriteriaMet");
    assertThat(journeys.summary(often).route()).isEqualTo("LINK_WORKER");
    assertThat(rule(lonely)).isEqualTo("rule_narrowCriteriaNotMet");
    journeys.completes("hilda", lonely, CONFIRM, Map.of("route", "RETURN", "reason", "Not in the pilot"));
    assertThat(told(lonely)).hasSize(1).first().asString().contains("still a pilot");
  }

  @Test
  void in_the_county_anyone_likely_to_benefit_gets_a_link_worker() {
    String anyone = receives(someoneCalled("Thistledown-Thirtyone").needs("NATURE"));

    assertThat(rule(anyone)).isEqualTo("rule_anyoneLikelyToBenefit");
    assertThat(journeys.openSteps(anyone)).containsExactly(CONTACT);
  }

  @Test
  void a_young_persons_scheme_for_one_need_asks_a_person_when_the_need_is_not_named() {
    String referral = receives(youngPerson("Thistledown-Thirtytwo", 17).to("arts-on-prescription").needs("ARTS_CULTURE"));

    assertThat(rule(referral)).isEqualTo("rule_requiredNeedMissing");
    assertThat(journeys.openSteps(referral)).containsExactly(CONFIRM);
    withdrawing.withdraw(referral, "OTHER", Actor.staff("imogen"));
  }

  private String receives(AReferral request) {
    String referral = journeys.receives(request);
    received.add(referral);
    return referral;
  }

  private static AReferral youngPerson(String familyName, int age) {
    return someoneCalled(familyName).born(aged(age)).needs("LONG_TERM_CONDITION");
  }

  private static LocalDate aged(int years) {
    return today().minusYears(years).minusDays(40);
  }

  private static LocalDate today() {
    return LocalDate.ofInstant(EngineClock.now(), EngineClock.LONDON);
  }

  private Map<String, Object> shown(String referral) {
    return journeys.shown("grace", referral, CONFIRM);
  }

  private void confirms(String referral, String route, String reason) {
    journeys.completes("grace", referral, CONFIRM, Map.of("route", route, "reason", reason));
  }

  private String passedOnFrom(String referral) {
    String found =
        database.sql("select referral_id from referral where transferred_from = ?").param(referral).query(String.class).single();
    received.add(found);
    return found;
  }

  private String rule(String referral) {
    return database
        .sql("select rule_ids[1] from decision_record where referral_id = ? and decision_key = 'referral-route'")
        .param(referral)
        .query(String.class)
        .single();
  }

  /** What the referrer was told about the end, oldest first. */
  private List<String> told(String referral) {
    return database
        .sql(
            "select params->>'result' from outbox_message where referral_id = ? and params->>'result' is not null"
                + " order by created_at")
        .param(referral)
        .query(String.class)
        .list();
  }

  private List<String> purposes(String referral) {
    return database
        .sql("select purpose from outbox_message where referral_id = ? order by created_at, purpose")
        .param(referral)
        .query(String.class)
        .list();
  }

  private void lead(String userId, String scheme) {
    database
        .sql(
            "insert into staff_account (user_id, display_name, password_hash, roles, scheme_id)"
                + " values (?, ?, '-', '{team-leads}', ?) on conflict do nothing")
        .params(userId, userId, scheme)
        .update();
  }
}
