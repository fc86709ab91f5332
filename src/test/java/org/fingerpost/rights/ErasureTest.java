package org.fingerpost.rights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.fingerpost.journeys.Journeys.conversation;
import static org.fingerpost.journeys.Journeys.wellbeing;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fingerpost.FingerpostTest;
import org.fingerpost.intake.receiving.ReceivingOnce;
import org.fingerpost.introduction.Answer;
import org.fingerpost.journeys.Journeys;
import org.fingerpost.platform.Actor;
import org.fingerpost.platform.InvalidInput;
import org.fingerpost.platform.Tokens;
import org.fingerpost.referral.AReferral;
import org.fingerpost.referral.ReferralRequest;
import org.fingerpost.rights.RightsRequest.Decision;
import org.fingerpost.rights.RightsRequest.Ground;
import org.fingerpost.rights.RightsRequest.Kind;
import org.fingerpost.safeguarding.RaisedConcern;
import org.fingerpost.safeguarding.Safeguarding;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

/** Somebody is erased: no word of theirs is left in any column of any table, and what happened can still be read and proved. */
@FingerpostTest
class ErasureTest extends RightsTests {

  /** In every text that anybody can write about somebody. */
  private static final String CANARY = "Quinquaginta";

  @Autowired Journeys journeys;
  @Autowired Safeguarding safeguarding;
  @Autowired ReceivingOnce receiving;
  @Autowired ErasingAgain again;
  @Autowired ErasedList list;

  @Value("${fingerpost.data-directory:data}")
  Path data;

  private AReferral somebody(String familyName) {
    var who =
        Journeys.someoneCalled(familyName)
            .reachedBy("01632 960777", familyName.toLowerCase() + "@example.org")
            .notes("Speak up, " + CANARY, "When the kettle sings, " + CANARY)
            .belonging("2", "K")
            .reason(CANARY + " has lost her dog");
    who.tried = CANARY + " tried the choir";
    who.riskNote = "The stairs, " + CANARY;
    who.referrer =
        new ReferralRequest.Referrer(
            "PROFESSIONAL", "Dr Wynne " + CANARY, "GP", CANARY + " Surgery", "wynne." + CANARY + "@example.org", "01632 960111", null,
            org.fingerpost.platform.Language.EN);
    return who;
  }

  /** Received by a system, through contact, conversation, plan, introduction, check-in and outcome, with a concern on the way. */
  private String wholeStory(String familyName) throws Exception {
    var who = somebody(familyName);
    var referral =
        currentActor
            .as(
                Actor.source(who.scheme, who.source),
                () -> receiving.receive("gloucestershire:GENERAL_PRACTICE", "key " + familyName, "0".repeat(64), who.request()))
            .reference();
    journeys.completes(
        referral, "userTask_recordFirstContact", Map.of("channel", "PHONE", "result", "REACHED", "note", "Glad, " + CANARY));
    var worker = journeys.summary(referral).linkWorker();

    // somebody types into a form and stops
    var draftOf = journeys.task(referral, "userTask_holdConversation").getId();
    database
        .sql("insert into task_draft (task_id, form_id, user_id, answers, revision, changed_at) values (?, 'hold-conversation', ?, cast(? as jsonb), 1, now())")
        .params(draftOf, worker, "{\"whatMatters\": \"" + CANARY + " begins to say\"}")
        .update();

    var plan = new HashMap<>(conversation(CANARY + " wants to hear the curlews"));
    plan.put("strengths", "Knows every footpath, " + CANARY);
    plan.put("goalOne", "Walk, " + CANARY);
    journeys.completes(referral, "userTask_holdConversation", plan);
    web.perform(post("/plan/" + referral + "/share").param("language", "en").param("wanted", "true").with(as(worker)).with(csrf()))
        .andExpect(status().is3xxRedirection());

    var concern =
        currentActor.as(
            Actor.staff(worker),
            () ->
                safeguarding.raise(
                    referral, new RaisedConcern(false, "A bruise, " + CANARY, "Her, from " + CANARY, "The nurse " + CANARY), worker));
    assertThat(concern).isNotNull();
    journeys.completes("grace", referral, "userTask_decideConcern", Map.of("decision", "ADVICE", "reason", "Rang, " + CANARY));
    journeys.completes(worker, referral, "userTask_readDecision", Map.of("read", true));

    var offer = new HashMap<>(journeys.firstOffer(referral));
    offer.put("note", "Would like to meet " + CANARY + " first");
    journeys.completes(referral, "userTask_chooseActivity", offer);
    journeys.providerSays(referral, Answer.ACCEPTED);
    web.perform(get("/casefile/" + referral).with(as(worker))).andExpect(status().isOk());
    // The round of area deprivation has been.
    database
        .sql("insert into referral_deprivation (referral_id, decile, index_id, found_at) values (?, 3, 'IMD-2025-INVENTED', now())")
        .param(referral)
        .update();
    return referral;
  }

  private void supportEnds(String referral) {
    journeys.timePasses(Duration.ofDays(60));
    journeys.completes(
        referral,
        "userTask_recordCheckIn",
        Map.of("attendance", "ATTENDING", "howItGoes", "Goes each week, " + CANARY, "nextStep", "END"));
    var outcome = new HashMap<String, Object>(wellbeing("7", "7", "8", "2"));
    outcome.putAll(Map.of("closureReason", "GOALS_MET", "goalsMet", "GOALS_MET", "whatChanged", CANARY + " walks on Tuesdays"));
    journeys.completes(referral, "userTask_recordOutcome", outcome);
  }

  private String auditUpTo(long last) {
    return database
        .sql("select coalesce(md5(string_agg(e::text, '|' order by e.audit_id)), '') from audit_entry e where e.audit_id <= ?")
        .param(last)
        .query(String.class)
        .single();
  }

  private long lastAudit() {
    return database.sql("select max(audit_id) from audit_entry").query(Long.class).single();
  }

  private void typedIntoASession(String familyName) {
    String id = UUID.randomUUID().toString();
    database
        .sql("insert into spring_session values (?, ?, 0, 0, 1800, 9999999999999, null)")
        .params(id, UUID.randomUUID().toString())
        .update();
    database
        .sql("insert into spring_session_attributes values (?, 'draft', convert_to(?, 'UTF8'))")
        .params(id, "Zebedee " + familyName + " " + CANARY)
        .update();
  }

  @Test
  void no_word_of_somebody_is_left_anywhere_and_the_record_of_what_happened_is_untouched() throws Exception {
    String family = "Ochreleaf-One";
    var referral = wholeStory(family);
    supportEnds(referral);
    typedIntoASession(family);
    var canary = new Canary(database);
    String person = database.sql("select person_id::text from referral where referral_id = ?").param(referral).query(String.class).single();
    assertThat(canary.placesOf(CANARY, family))
        .as("the canary sings before")
        .anyMatch(place -> place.startsWith("person.family_name"))
        .anyMatch(place -> place.startsWith("referral.reason"))
        .anyMatch(place -> place.startsWith("conversation.what_matters"))
        .anyMatch(place -> place.startsWith("goal.goal"))
        .anyMatch(place -> place.startsWith("contact_attempt.note"))
        .anyMatch(place -> place.startsWith("safeguarding_concern.seen_or_said"))
        .anyMatch(place -> place.startsWith("outbox_message."))
        .anyMatch(place -> place.startsWith("check_in.how_it_goes"))
        .anyMatch(place -> place.startsWith("outcome.what_changed"))
        .anyMatch(place -> place.startsWith("spring_session_attributes."));

    var request = started(Kind.ERASURE, referral);
    proposed(request, Decision.ERASE);
    long last = lastAudit();
    String before = auditUpTo(last);
    decided(request, Decision.ERASE, null);

    assertThat(canary.placesOf(CANARY, family, family.toLowerCase() + "@example.org")).as("words that are left").isEmpty();
    assertThat(database.sql("select coalesce(words, '') || coalesce(proposal_reason, '') from rights_request where reference = ?").param(request).query(String.class).single())
        .as("what was asked for, and why it was proposed")
        .isEmpty();
    assertThat(canary.placesOf(person)).as("only the request knows which record it was about").containsExactly("rights_record.record_id in 1 rows");
    assertThat(canary.placesOf(referral))
        .as("the reference stands in the record of what happened, and nowhere else but in sessions of staff, which end by themselves")
        .allMatch(place -> place.startsWith("audit_") || place.startsWith("spring_session_") || place.startsWith("act_hi_") || place.startsWith("model_example") || place.startsWith("replay_"));
    assertThat(auditUpTo(last)).as("audit entries from before").isEqualTo(before);
    assertThat(journeys.acts(referral)).startsWith("referral.received").contains("casefile.seen", "rights.requested").endsWith("rights.erased");
    assertThat(
            database
                .sql("select details->>'person' from audit_entry where subject_id = ? and act = 'rights.erased'")
                .param(referral)
                .query(String.class)
                .single())
        .isEqualTo("1");
    journeys.nobodyIsInTheEngine(CANARY, family);
    web.perform(get("/rights/" + request).with(as("grace"))).andExpect(status().isOk());
  }

  @Test
  void nothing_is_erased_while_work_is_under_way_and_a_journey_is_ended_in_the_ordinary_way_first() throws Exception {
    String family = "Ochreleaf-Two";
    var referral = wholeStory(family);
    var request = started(Kind.ERASURE, referral);
    proposed(request, Decision.ERASE);

    assertThatThrownBy(() -> decided(request, Decision.ERASE, null)).isInstanceOf(InvalidInput.class).hasMessageContaining("rights.erase.underWay");
    assertThat(new Canary(database).placesOf(family)).as("refused as a whole").isNotEmpty();

    currentActor.as(Actor.staff("grace"), () -> requests.endOpen(request));
    assertThat(journeys.isRunning(referral)).isFalse();
    assertThat(journeys.acts(referral)).contains("referral.withdrawn", "referral.closed");
    decided(request, Decision.ERASE, null);
    assertThat(new Canary(database).placesOf(family, family.toLowerCase() + "@example.org")).isEmpty();
  }

  @Test
  void whoever_proposes_does_not_decide_and_a_team_lead_never_does() {
    var referral = journeys.receives(Journeys.someoneCalled("Ochreleaf-Three"));
    var request = started(Kind.ERASURE, referral);
    proposed(request, Decision.ERASE);
    assertThatThrownBy(() -> currentActor.as(Actor.staff("grace"), () -> requests.decide(request, Decision.ERASE, null)))
        .hasMessageContaining("rights.decide.second");
    currentActor.as(Actor.staff("grace"), () -> requests.sendBack(request));
    currentActor.as(
        Actor.staff("rhian"), () -> requests.propose(request, Decision.ERASE, "I think so myself", java.util.Set.of()));
    assertThatThrownBy(() -> decided(request, Decision.ERASE, null)).hasMessageContaining("rights.decide.second");
    assertThat(new Canary(database).placesOf("Ochreleaf-Three")).isNotEmpty();
  }

  @Test
  void a_record_that_has_to_be_kept_is_restricted_instead_with_the_ground() {
    var referral = journeys.receives(Journeys.someoneCalled("Ochreleaf-Four"));
    var request = started(Kind.ERASURE, referral);
    proposed(request, Decision.RESTRICT);
    assertThatThrownBy(() -> decided(request, Decision.RESTRICT, null)).hasMessageContaining("rights.decide.ground");
    decided(request, Decision.RESTRICT, Ground.PUBLIC_HEALTH);
    assertThat(database.sql("select count(*) from outbox_hold where referral_id = ?").param(referral).query(Integer.class).single()).isEqualTo(1);
    assertThat(database.sql("select words from rights_request where reference = ?").param(request).query(String.class).optional())
        .as("what was asked for is not kept")
        .isEmpty();
  }

  @Test
  void a_restored_backup_erases_again_whom_the_list_outside_the_database_names() throws Exception {
    var referral = journeys.receives(Journeys.someoneCalled("Ochreleaf-Five"));
    String person = database.sql("select person_id::text from referral where referral_id = ?").param(referral).query(String.class).single();
    var file = data.resolve("erased.list");
    if (Files.notExists(file)) {
      Files.createDirectories(file.toAbsolutePath().getParent());
    }
    // The database is older than the list: it still has the person, and does not know that they were erased.
    Files.write(
        file,
        List.of(Tokens.hash(referral), Tokens.hash(person)),
        java.nio.file.StandardOpenOption.CREATE,
        java.nio.file.StandardOpenOption.APPEND);

    assertThat(again.begin()).isEqualTo(1);

    assertThat(new Canary(database).placesOf("Ochreleaf-Five")).isEmpty();
    assertThat(journeys.isRunning(referral)).isFalse();
    assertThat(journeys.acts(referral)).endsWith("rights.erased");
    assertThat(list.unknownToTheDatabase()).doesNotContain(Tokens.hash(referral));
    assertThat(again.begin()).as("once is enough").isZero();
  }

  @Test
  void what_is_erased_is_written_to_the_list_outside_after_the_commit() throws Exception {
    var referral = journeys.receives(Journeys.someoneCalled("Ochreleaf-Six"));
    var request = started(Kind.ERASURE, referral);
    currentActor.as(Actor.staff("grace"), () -> requests.endOpen(request));
    proposed(request, Decision.ERASE);
    decided(request, Decision.ERASE, null);
    assertThat(Files.readAllLines(data.resolve("erased.list"))).contains(Tokens.hash(referral)).noneMatch(line -> line.contains(referral));
  }
}
