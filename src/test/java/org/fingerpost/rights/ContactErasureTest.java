package org.fingerpost.rights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.zip.ZipInputStream;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.TaskService;
import org.fingerpost.FingerpostTest;
import org.fingerpost.community.AskedBy;
import org.fingerpost.community.AskingForSupport;
import org.fingerpost.community.SupportAsked;
import org.fingerpost.directory.EntryField;
import org.fingerpost.directory.OwnEntry;
import org.fingerpost.grants.AGroup;
import org.fingerpost.grants.PayingGrant;
import org.fingerpost.grants.ReportingGrant;
import org.fingerpost.grants.WrittenReport;
import org.fingerpost.journeys.Journeys;
import org.fingerpost.kitemark.AwardStatus;
import org.fingerpost.kitemark.Awards;
import org.fingerpost.kitemark.MarkByLink;
import org.fingerpost.platform.Actor;
import org.fingerpost.platform.InvalidInput;
import org.fingerpost.platform.Language;
import org.fingerpost.platform.Tokens;
import org.fingerpost.platform.engine.AsUser;
import org.fingerpost.questionnaire.Applications;
import org.fingerpost.questionnaire.Contact;
import org.fingerpost.questionnaire.FillingIn;
import org.fingerpost.questionnaire.HelpingApplicants;
import org.fingerpost.questionnaire.NewApplication;
import org.fingerpost.questionnaire.Uploads;
import org.fingerpost.rights.RightsRequest.Decision;
import org.fingerpost.rights.RightsRequest.IdentityHow;
import org.fingerpost.rights.RightsRequest.Kind;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The contact person of organisations and groups: what they wrote, what was written about them and where they are reached is told to
 * them whole, and is gone when they are erased. What was decided about the organisation stays.
 */
@FingerpostTest
class ContactErasureTest extends RightsTests {

  /** Begins every text that anybody can write; a number follows, so that none is missed. */
  private static final String CANARY = "Zugunruhe";

  private static final Pattern SUNG = Pattern.compile(CANARY + "[0-9]+");

  private static final String NAME = "Hepzibah Ptarmiganson";
  private static final String EMAIL = "hepzibah.ptarmiganson@example.org";
  private static final String PHONE = "01632 960 543";
  private static final String[] ALL = {NAME, "Hepzibah", "Ptarmiganson", EMAIL, PHONE, "01632 960543", CANARY};

  private static final List<String> CHECKS =
      List.of(
          "stepFree", "toilets", "hearingLoop", "transport", "quietSpace", "costs", "language", "welcome", "people", "money", "venue",
          "insurance", "safeguarding");

  @Autowired Journeys journeys;
  @Autowired Applications applications;
  @Autowired FillingIn filling;
  @Autowired HelpingApplicants helping;
  @Autowired Awards awards;
  @Autowired MarkByLink byLink;
  @Autowired OwnEntry ownEntry;
  @Autowired AskingForSupport asking;
  @Autowired PayingGrant paying;
  @Autowired ReportingGrant reporting;
  @Autowired AsUser asUser;
  @Autowired TaskService tasks;
  @Autowired FormService forms;
  @Autowired TransactionTemplate transaction;

  private final Set<String> sung = new TreeSet<>();

  private String sings() {
    String canary = CANARY + (1000 + sung.size());
    sung.add(canary);
    return canary;
  }

  private Map<String, Object> charity() {
    var answers = new HashMap<String, Object>();
    answers.put("organisationName", "Pochard Film Club");
    answers.put("legalForm", "CHARITY");
    answers.put("sizePaid", 3);
    answers.put("sizeVolunteers", 20);
    answers.put("areas", List.of("GLOUCESTER"));
    answers.put("existingMark", "NONE");
    answers.put("contactName", NAME);
    answers.put("contactPhone", PHONE);
    answers.put("secondContactName", "Somebody " + sings());
    answers.put("secondContactUnconnected", true);
    answers.put("activities", "Tea and a film with " + sings());
    List.of("audienceUnder18", "audienceAdultsAtRisk", "oneToOne", "homeVisits", "regulatedAdvice", "takesMoney", "usesVenueCover")
        .forEach(key -> answers.put(key, false));
    answers.put("hazard", "NONE");
    answers.put("turnover", new BigDecimal("90000"));
    answers.put("insuranceUntil", today().plusMonths(14));
    answers.put("riskAssessment", "The step is marked, " + sings());
    answers.put("safeguardingLead", NAME);
    answers.put("safeguardingTrainedUntil", today().plusMonths(20));
    answers.put("dbsRoles", "Drivers: enhanced");
    answers.put("dbsUntil", today().plusMonths(22));
    answers.put("holdsData", true);
    answers.put("privacyNotice", "On our wall");
    answers.put("equalityStatement", "Everybody is welcome");
    answers.put("volunteerInduction", "An evening together");
    answers.put("outcomesAgreed", true);
    return answers;
  }

  /** An application with documents and a question, a mark with a condition, the entry changed by link, a condition reported by link. */
  private String markOfFilmClub() {
    String reference =
        currentActor.as(
            Actor.PUBLIC,
            () -> {
              String begun =
                  applications.begin(
                      new NewApplication("KITE_MARK", "gloucestershire", null, new Contact(NAME, EMAIL, PHONE), Language.EN, charity()));
              for (String question : List.of("purposeDocument", "insuranceDocument", "safeguardingDocument", "accountsDocument")) {
                filling.add(begun, question, sings() + ".pdf", Uploads.pdf("/Q (" + sings() + ")"), null);
              }
              helping.ask(begun, "hazard", "Is a projector a hazard? " + sings());
              return begun;
            });
    journeys.completes("olive", reference, "userTask_helpWithQuestion", Map.of("answer", "No, " + sings()));
    currentActor.as(Actor.PUBLIC, () -> filling.send(reference, null));
    journeys.completes(
        "kit",
        reference,
        "userTask_assessApplication",
        Map.of("decision", "CONFIRM", "reason", "Hepzibah showed me the hall; ring " + EMAIL + " or 01632-960543"));
    var award = awards.ofApplication(reference).orElseThrow();

    ownEntry.send("gloucestershire", award.organisationId());
    String link = latest("entryLink");
    var typed = new EnumMap<EntryField, String>(EntryField.class);
    ownEntry.look(link).orElseThrow().itself().values().forEach(typed::put);
    var form = new HashMap<String, String>();
    OwnEntry.fields(false).forEach(field -> form.put(field.name(), typed.get(field) == null ? "" : typed.get(field)));
    form.put(EntryField.ORGANISATION_DESCRIPTION_EN.name(), "Films on Tuesdays. Ask for " + NAME + ", " + EMAIL);
    currentActor.as(Actor.PUBLIC, () -> assertThat(ownEntry.change(link, null, form)).isTrue());

    String mark = Tokens.random();
    database.sql("insert into kitemark_link values (?, ?, now())").params(Tokens.hash(mark), award.awardId()).update();
    var condition = awards.conditionsOf(award.awardId()).get(0);
    currentActor.as(Actor.PUBLIC, () -> byLink.conditionMet(mark, condition.conditionId(), "It hangs on the wall now, " + sings()));
    return reference;
  }

  private String latest(String name) {
    return database
        .sql(
            "select regexp_replace(regexp_replace(params->>:name, '[?].*', ''), '.*/', '') from outbox_message"
                + " where to_address = :to and params->>:name is not null order by created_at desc, message_id limit 1")
        .param("name", name)
        .param("to", EMAIL)
        .query(String.class)
        .single();
  }

  private String helpedGroup() {
    String group =
        currentActor.as(
            Actor.PUBLIC,
            () ->
                asking.ask(
                    new SupportAsked(
                        "gloucestershire", "Pochard Crochet", null, "STROUD", "Steps at the door, " + sings(),
                        new org.fingerpost.community.Contact(NAME, EMAIL.toUpperCase(), PHONE), Language.EN, AskedBy.GROUP)));
    journeys.completes("olive", group, "userTask_takeRequest", Map.of("note", "I know her, " + sings()));
    var visit = new HashMap<String, Object>();
    CHECKS.forEach(check -> visit.put(check, "IN_PLACE"));
    visit.put("stepFree", "MISSING");
    visit.put("visitedOn", day(today()));
    visit.putAll(Map.of("took", "YES", "note", "Twelve people, and " + sings()));
    journeys.completes("olive", group, "userTask_visitGroup", visit);
    journeys.completes(
        "olive",
        group,
        "userTask_agreeHelp",
        Map.of(
            "help", List.of("FIND_STEP_FREE_ROOM"), "firstWhat", "A ramp for " + sings(), "firstBy", "GROUP", "firstDueOn",
            day(today().plusDays(20))));
    journeys.completes("olive", group, "userTask_followActions", Map.of());
    var review = new HashMap<String, Object>();
    CHECKS.forEach(check -> review.put(check, "IN_PLACE"));
    review.putAll(Map.of("visitedOn", day(today()), "result", "SUPPORTED"));
    journeys.completes("olive", group, "userTask_reviewGroup", review);
    assertThat(journeys.isRunning(group)).isFalse();
    return group;
  }

  private static String day(LocalDate day) {
    return DateTimeFormatter.ofPattern("d/M/uuuu").format(day);
  }

  private String grantWithReport() {
    var answers = AGroup.called("Pochard Looms");
    answers.put("contactName", NAME);
    answers.put("contactPhone", PHONE);
    answers.put("projectTitle", "Looms with " + NAME);
    answers.put("projectDescription", "Weaving, " + sings());
    String grant =
        currentActor.as(
            Actor.PUBLIC,
            () -> {
              String begun =
                  applications.begin(
                      new NewApplication("GRANT", "east-lancashire", null, new Contact(NAME, EMAIL, PHONE), Language.EN, answers));
              filling.add(begun, "governingDocument", "rules.pdf", Uploads.pdf("/Rules (" + sings() + ")"), null);
              filling.send(begun, null);
              return begun;
            });
    for (var task : tasks.createTaskQuery().processInstanceBusinessKey(grant).taskDefinitionKey("userTask_scoreGrant").list()) {
      var score = new HashMap<String, Object>(Map.of("stand", "SCORE", "comment", "Well thought out, " + sings()));
      List.of("need", "reach", "delivery", "value", "lasting").forEach(key -> score.put(key, "4"));
      asUser.run(
          task.getAssignee(),
          () -> {
            forms.getTaskFormVariables(task.getId());
            forms.submitTaskForm(task.getId(), score);
          });
    }
    journeys.completes("nell", grant, "userTask_decideGrant", Map.of("decision", "AWARD", "amount", 4500, "reason", "Worth it, " + sings()));
    currentActor.as(Actor.PUBLIC, () -> assertThat(paying.answerTerms(latest("grantLink"), true)).isTrue());
    journeys.completes(
        "nell", grant, "userTask_recordPayment", Map.of("result", "PAID", "paidOn", today().toString(), "paymentReference", "BACS 78"));
    var report = new WrittenReport("We wove, " + sings(), "We talk, " + sings(), "Patience, " + sings(), 21, 45_000);
    currentActor.as(Actor.PUBLIC, () -> assertThat(reporting.send(latest("grantLink"), report)).isTrue());
    journeys.completes("nell", grant, "userTask_judgeGrantReport", Map.of("verdict", "SATISFACTORY", "reason", "As promised, " + sings()));
    assertThat(journeys.isRunning(grant)).isFalse();
    return grant;
  }

  private void typedIntoASession() {
    String id = UUID.randomUUID().toString();
    database.sql("insert into spring_session values (?, ?, 0, 0, 1800, 9999999999999, null)").params(id, UUID.randomUUID().toString()).update();
    database
        .sql("insert into spring_session_attributes values (?, 'idea', convert_to(?, 'UTF8'))")
        .params(id, "An idea of " + NAME + ", not sent yet: " + CANARY)
        .update();
  }

  private String asked(String preparer, Kind kind, String... references) {
    return currentActor.as(
        Actor.staff(preparer),
        () -> {
          var request = requests.start(kind, true, List.of(references), today(), RightsRequest.AskedBy.PERSON, null);
          requests.identify(request, IdentityHow.CALLED_BACK);
          requests.propose(
              request, kind == Kind.ACCESS ? Decision.RELEASE : Decision.ERASE, "She has left the committee", Set.of());
          return request;
        });
  }

  private String told(String request) throws Exception {
    byte[] zip =
        web.perform(get("/rights/" + request + "/answer-en.zip").with(as("rhian"))).andExpect(status().isOk()).andReturn().getResponse().getContentAsByteArray();
    var all = new StringBuilder();
    try (var in = new ZipInputStream(new ByteArrayInputStream(zip))) {
      for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        if (!entry.getName().equals("record.pdf")) {
          all.append(entry.getName()).append(new String(in.readAllBytes(), StandardCharsets.ISO_8859_1));
        }
      }
    }
    return all.toString();
  }

  private Set<String> sungIn(String text) {
    var heard = new HashSet<String>();
    SUNG.matcher(text).results().forEach(result -> heard.add(result.group()));
    return heard;
  }

  private String auditUpTo(long last) {
    return database
        .sql("select md5(string_agg(e::text, '|' order by e.audit_id)) from audit_entry e where e.audit_id <= ?")
        .param(last)
        .query(String.class)
        .single();
  }

  private long count(String sql, Object... params) {
    return database.sql(sql).params(params).query(Long.class).single();
  }

  @Test
  void a_contact_person_is_told_everything_and_erased_wherever_they_are_mentioned_and_the_decisions_stay() throws Exception {
    String mark = markOfFilmClub();
    String group = helpedGroup();
    Set<String> inGloucestershire = new TreeSet<>(sung);
    String grant = grantWithReport();
    var canary = new Canary(database);
    assertThat(canary.placesOf(ALL))
        .as("the canary sings before")
        .anyMatch(place -> place.startsWith("application.contact_name"))
        .anyMatch(place -> place.startsWith("application_answer.typed"))
        .anyMatch(place -> place.startsWith("application_file.content"))
        .anyMatch(place -> place.startsWith("application_help.asked"))
        .anyMatch(place -> place.startsWith("kitemark_assessment.reason"))
        .anyMatch(place -> place.startsWith("kitemark_question.told"))
        .anyMatch(place -> place.startsWith("organisation.email"))
        .anyMatch(place -> place.startsWith("organisation.description_en"))
        .anyMatch(place -> place.startsWith("directory_change.value_after"))
        .anyMatch(place -> place.startsWith("community_group.words"))
        .anyMatch(place -> place.startsWith("community_visit.note"))
        .anyMatch(place -> place.startsWith("community_action.what"))
        .anyMatch(place -> place.startsWith("project_grant.title"))
        .anyMatch(place -> place.startsWith("grant_score.comment"))
        .anyMatch(place -> place.startsWith("grant_report.done"))
        .anyMatch(place -> place.startsWith("outbox_message."));

    // everything is told, each scheme for itself
    String access = asked("grace", Kind.ACCESS, mark, group);
    decided(access, Decision.RELEASE, null);
    assertThat(sungIn(told(access))).as("what was written, in the answer of the scheme that keeps it").isEqualTo(inGloucestershire);
    assertThat(told(access)).contains(NAME, PHONE, "Films on Tuesdays. Ask for", "showed me the hall", "directory_change").doesNotContain("Looms with");
    String accessToGrant = asked("nasreen", Kind.ACCESS, grant);
    decided(accessToGrant, Decision.RELEASE, null);
    var inEastLancashire = new TreeSet<>(sung);
    inEastLancashire.removeAll(inGloucestershire);
    assertThat(sungIn(told(accessToGrant))).isEqualTo(inEastLancashire);

    // the mark goes on, without this person; the grant of the other scheme is not touched
    typedIntoASession();
    String erasure = asked("grace", Kind.ERASURE, mark, group);
    long last = count("select max(audit_id) from audit_entry");
    String before = auditUpTo(last);
    decided(erasure, Decision.ERASE, null);
    assertThat(count("select count(*) from outbox_message where scheme_id = 'east-lancashire' and to_address = ?", EMAIL)).isPositive();
    assertThat(sungIn(String.join(" ", texts()))).as("only what the other scheme keeps is left").doesNotContainAnyElementsOf(inGloucestershire);
    assertThat(journeys.isRunning(mark)).as("the mark is the organisation's").isTrue();
    assertThat(awards.ofApplication(mark).orElseThrow().status()).isEqualTo(AwardStatus.CURRENT);
    assertThat(database.sql("select reason from kitemark_assessment where application_reference = ?").param(mark).query(String.class).single())
        .isEqualTo("… showed me the hall; ring … or …");
    assertThat(database.sql("select description_en from organisation where organisation_id = ?").param(awards.ofApplication(mark).orElseThrow().organisationId()).query(String.class).single())
        .isEqualTo("Films on Tuesdays. Ask for …, …");
    assertThat(auditUpTo(last)).as("audit entries from before").isEqualTo(before);

    // nobody is left to write to, and the work goes on
    journeys.completes("kit", mark, "userTask_settleMarkQuestion", Map.of("decision", "IN_ORDER"));
    assertThat(count("select count(*) from outbox_message where dedup_key like 'mark-question-settled:' || ? || ':%' and to_address is null", mark)).isEqualTo(1);

    String erasureOfGrant = asked("nasreen", Kind.ERASURE, grant);
    decided(erasureOfGrant, Decision.ERASE, null);

    assertThat(canary.placesOf(ALL)).as("words that are left").isEmpty();
    assertThat(database.sql("select title || ' ' || awarded_pence || ' ' || state from project_grant where reference = ?").param(grant).query(String.class).single())
        .as("what was decided stays")
        .isEqualTo("Looms with … 450000 COMPLETED");
    assertThat(journeys.acts(mark)).startsWith("application.begun").contains("kitemark.awarded", "rights.erased");
    journeys.nobodyIsInTheEngine(ALL);
    assertThat(
            web.perform(get("/rights/" + erasure).with(as("grace"))).andExpect(status().isOk()).andReturn().getResponse().getContentAsString())
        .contains("Nothing that says who this was is left");
  }

  /** All that can be read in tables of applications, marks, groups, the directory and messages of the first scheme. */
  private List<String> texts() {
    return database
        .sql(
            """
            select t::text from application_answer t union all select t::text from application_help t
            union all select t::text from kitemark_question t union all select t::text from community_group t
            union all select t::text from community_visit t union all select t::text from community_action t
            union all select t::text from community_step t union all select t::text from directory_change t
            union all select file_name || encode(content, 'escape') from application_file
            union all select t::text from outbox_message t
            """)
        .query(String.class)
        .list();
  }

  @Test
  void what_is_still_under_way_is_ended_first() {
    String group =
        currentActor.as(
            Actor.PUBLIC,
            () ->
                asking.ask(
                    new SupportAsked(
                        "gloucestershire", "Pochard Knitting", null, "STROUD", "No kettle",
                        new org.fingerpost.community.Contact("Obadiah Wigeon", "obadiah@example.org", null), Language.EN, AskedBy.GROUP)));
    String request = asked("grace", Kind.ERASURE, group);
    assertThatThrownBy(() -> decided(request, Decision.ERASE, null)).isInstanceOf(InvalidInput.class).hasMessageContaining("rights.erase.underWay");
    assertThat(new Canary(database).placesOf("Obadiah Wigeon")).isNotEmpty();
  }
}
