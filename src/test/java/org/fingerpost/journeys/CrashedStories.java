package org.fingerpost.journeys;

import static org.fingerpost.journeys.Journeys.conversation;
import static org.fingerpost.journeys.Journeys.notReached;
import static org.fingerpost.journeys.Journeys.reached;
import static org.fingerpost.journeys.Journeys.someoneCalled;
import static org.fingerpost.journeys.Journeys.wellbeing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TimeZone;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.camunda.bpm.engine.ManagementService;
import org.fingerpost.Fingerpost;
import org.fingerpost.caseload.Absence;
import org.fingerpost.caseload.Absences;
import org.fingerpost.introduction.Answer;
import org.fingerpost.introduction.AskingQuestion;
import org.fingerpost.person.Consent;
import org.fingerpost.person.Consents;
import org.fingerpost.platform.Actor;
import org.fingerpost.platform.CurrentActor;
import org.fingerpost.platform.DailyRounds;
import org.fingerpost.platform.engine.EngineClock;
import org.fingerpost.safeguarding.RaisedConcern;
import org.fingerpost.safeguarding.Safeguarding;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The program that {@link CrashIT} starts twice on one data directory: the first time it brings a person into each process, begins the next
 * step of each in a transaction of its own, and ends like a machine without power while all of them are half done; the second time it looks
 * what is left and goes on to the end.
 */
public final class CrashedStories {

  static final int HALTED = 99;

  private final Journeys journeys;
  private final JdbcClient database;

  /** What stories need beside the journeys themselves. */
  private static ConfigurableApplicationContext application;

  private CrashedStories() {
    this.journeys = application.getBean(Journeys.class);
    this.database = application.getBean(JdbcClient.class);
  }

  /**
   * @param process whose step is interrupted
   * @param step that has begun when the power goes
   * @param before brings somebody to where they wait, and returns the reference
   * @param act makes the step begin; done again after the crash
   * @param after leads to the end
   * @param ends the state in which the referral is closed
   */
  private record Story(
      String process,
      String step,
      Function<Journeys, String> before,
      BiConsumer<Journeys, String> act,
      BiConsumer<Journeys, String> after,
      String ends) {}

  private static final List<Story> STORIES =
      List.of(
          // First, because half a year passes before its step.
          new Story(
              "later-review",
              "endEvent_reviewHeld",
              journeys -> toBeReviewed(journeys, "Thrushcross-Nine"),
              (journeys, referral) -> journeys.completes(referral, "userTask_holdLaterReview", review()),
              (journeys, referral) -> {},
              "COMPLETED"),
          new Story(
              "settle-route",
              "endEvent_routeSettled",
              journeys -> journeys.receives(someoneCalled("Thrushcross-Five").withoutConsent()),
              (journeys, referral) ->
                  journeys.completes("grace", referral, "userTask_confirmRoute", Map.of("route", "RETURN", "reason", "Ask first")),
              (journeys, referral) -> {},
              "NOT_ELIGIBLE"),
          new Story(
              "wait-for-link-worker",
              "endEvent_linkWorkerChosen",
              journeys -> {
                database().sql("update link_worker set capacity = 0 where scheme_id = 'east-lancashire'").update();
                return journeys.receives(someoneCalled("Thrushcross-Six").to("east-lancashire").livingAt("BB11 1AA"));
              },
              (journeys, referral) ->
                  journeys.completes("nasreen", referral, "userTask_findLinkWorker", Map.of("linkWorker", "nasreen")),
              (journeys, referral) ->
                  journeys.completes(
                      referral,
                      "userTask_recordFirstContact",
                      Map.of("channel", "PHONE", "result", "DECLINED", "ownWords", "I have company enough")),
              "DECLINED"),
          new Story(
              "active-signposting",
              "serviceTask_askHowItWent",
              journeys -> journeys.receives(someoneCalled("Thrushcross-Seven").wantsInformationOnly()),
              Journeys::timersFire,
              Journeys::timersFire,
              "SIGNPOSTED"),
          new Story(
              "safeguarding-concern",
              "userTask_readDecision",
              journeys -> {
                var referral = journeys.receives(someoneCalled("Thrushcross-Eight"));
                raisesConcern(referral);
                return referral;
              },
              (journeys, referral) ->
                  journeys.completes(
                      "grace", referral, "userTask_decideConcern", Map.of("decision", "ADVICE", "reason", "I rang the council")),
              (journeys, referral) -> {
                journeys.completes("lowri", referral, "userTask_readDecision", Map.of("read", true));
                journeys.completes(
                    referral,
                    "userTask_recordFirstContact",
                    Map.of("channel", "PHONE", "result", "DECLINED", "ownWords", "I have company enough"));
              },
              "DECLINED"),
          new Story(
              "provider-question",
              "endEvent_questionAnswered",
              journeys -> {
                var referral = waitingForAProvider(journeys, "Thrushcross-Ten");
                application.getBean(AskingQuestion.class).ask(journeys.token(referral, "provider-offer"), "Are there stairs?");
                return referral;
              },
              (journeys, referral) ->
                  journeys.completes(referral, "userTask_answerProvidersQuestion", Map.of("answer", "None")),
              (journeys, referral) -> {
                journeys.completes(referral, "userTask_awaitAnswer", Map.of("answer", "ACCEPTED"));
                journeys.timersFire(referral);
                outcome(journeys, referral);
              },
              "COMPLETED"),
          new Story(
              "wait-for-place",
              "endEvent_placeTaken",
              journeys -> {
                var referral = waitingForAProvider(journeys, "Thrushcross-Eleven");
                journeys.providerSays(referral, Answer.WAITING_LIST);
                return referral;
              },
              (journeys, referral) ->
                  journeys.completes(referral, "userTask_lookForPlace", Map.of("result", "PLACE_FOUND")),
              (journeys, referral) -> {
                journeys.timersFire(referral);
                outcome(journeys, referral);
              },
              "COMPLETED"),
          new Story(
              "cover-absence",
              "event_absenceOver",
              journeys -> {
                var referral = journeys.receives(someoneCalled("Thrushcross-Twelve").livingAt("GL50 1AA"));
                isAway("tom");
                return referral;
              },
              (journeys, referral) -> absenceBegins(),
              (journeys, referral) ->
                  journeys.completes(
                      "lowri",
                      referral,
                      "userTask_recordFirstContact",
                      Map.of("channel", "PHONE", "result", "DECLINED", "ownWords", "I have company enough")),
              "DECLINED"),
          new Story(
              "referral-journey",
              "userTask_holdConversation",
              journeys -> journeys.receives(someoneCalled("Thrushcross-One")),
              (journeys, referral) -> journeys.completes(referral, "userTask_recordFirstContact", reached()),
              CrashedStories::fromTheConversation,
              "COMPLETED"),
          new Story(
              "first-contact",
              "event_nextAttempt",
              journeys -> journeys.receives(someoneCalled("Thrushcross-Two")),
              (journeys, referral) -> journeys.completes(referral, "userTask_recordFirstContact", notReached()),
              (journeys, referral) -> {
                journeys.timePasses(Duration.ofDays(10));
                journeys.completes(referral, "userTask_recordFirstContact", reached());
                fromTheConversation(journeys, referral);
              },
              "COMPLETED"),
          new Story(
              "introduce-activity",
              "endEvent_introduced",
              journeys -> waitingForAProvider(journeys, "Thrushcross-Three"),
              (journeys, referral) -> journeys.providerSays(referral, Answer.ACCEPTED),
              CrashedStories::support,
              "COMPLETED"),
          new Story(
              "follow-up-cycle",
              "userTask_recordCheckIn",
              journeys -> {
                var referral = waitingForAProvider(journeys, "Thrushcross-Four");
                journeys.providerSays(referral, Answer.ACCEPTED);
                return referral;
              },
              Journeys::timersFire,
              CrashedStories::outcome,
              "COMPLETED"));

  private static JdbcClient database() {
    return application.getBean(JdbcClient.class);
  }

  private static void raisesConcern(String referral) {
    var concern = new RaisedConcern(false, "A bruise", "Her", "Nobody");
    application
        .getBean(CurrentActor.class)
        .as(Actor.staff("lowri"), () -> application.getBean(Safeguarding.class).raise(referral, concern, "lowri"));
  }

  /** Whose task lowri does as long as it lasts. */
  private static void isAway(String userId) {
    var today = LocalDate.ofInstant(EngineClock.now(), EngineClock.LONDON);
    application
        .getBean(CurrentActor.class)
        .as(
            Actor.staff("grace"),
            () ->
                application
                    .getBean(Absences.class)
                    .record("gloucestershire", userId, today, today.plusDays(300), "lowri", Absence.Reason.LEAVE));
  }

  private static void absenceBegins() {
    var management = application.getBean(ManagementService.class);
    management
        .createJobQuery()
        .processDefinitionKey("cover-absence")
        .list()
        .forEach(job -> management.executeJob(job.getId()));
  }

  /** Support has ended well, the person agreed to be asked later, and later has come. */
  private static String toBeReviewed(Journeys journeys, String familyName) {
    var referral = waitingForAProvider(journeys, familyName);
    journeys.providerSays(referral, Answer.ACCEPTED);
    journeys.timersFire(referral);
    outcome(journeys, referral);
    var consent =
        new Consent(
            journeys.summary(referral).personId(),
            referral,
            Consent.Purpose.EVALUATION,
            true,
            "PERSON",
            "IN_PERSON",
            LocalDate.ofInstant(EngineClock.now(), EngineClock.LONDON),
            "evaluation-1",
            null,
            "lowri");
    application
        .getBean(TransactionTemplate.class)
        .executeWithoutResult(status -> application.getBean(Consents.class).record(consent));
    application.getBean(DailyRounds.class).now();
    journeys.timePasses(Duration.ofDays(120));
    application.getBean(DailyRounds.class).now();
    // The next start goes on from the same day.
    database()
        .sql("insert into setting (name, value) values ('demo.clock-ahead', ?)")
        .param(EngineClock.ahead().toString())
        .update();
    return referral;
  }

  private static Map<String, Object> review() {
    var answers = new HashMap<String, Object>(wellbeing("8", "7", "8", "2"));
    answers.putAll(Map.of("channel", "PHONE", "result", "TALKED", "stillGoing", "YES", "howItIs", "Still going", "needsHelp", false));
    return answers;
  }

  private static String waitingForAProvider(Journeys journeys, String familyName) {
    var referral = journeys.receives(someoneCalled(familyName));
    journeys.completes(referral, "userTask_recordFirstContact", reached());
    journeys.completes(referral, "userTask_holdConversation", conversation("The sea"));
    journeys.completes(referral, "userTask_chooseActivity", journeys.firstOffer(referral));
    return referral;
  }

  private static void fromTheConversation(Journeys journeys, String referral) {
    journeys.completes(referral, "userTask_holdConversation", conversation("The sea"));
    journeys.completes(referral, "userTask_chooseActivity", journeys.firstOffer(referral));
    journeys.providerSays(referral, Answer.ACCEPTED);
    support(journeys, referral);
  }

  private static void support(Journeys journeys, String referral) {
    journeys.timePasses(Duration.ofDays(60));
    outcome(journeys, referral);
  }

  private static void outcome(Journeys journeys, String referral) {
    journeys.completes(
        referral, "userTask_recordCheckIn", Map.of("attendance", "ATTENDING", "howItGoes", "Goes every week", "nextStep", "END"));
    var answers = new HashMap<String, Object>(wellbeing("7", "7", "8", "3"));
    answers.putAll(Map.of("closureReason", "GOALS_MET", "goalsMet", "GOALS_MET", "whatChanged", "Walks on Tuesdays now"));
    journeys.completes(referral, "userTask_recordOutcome", answers);
  }

  /**
   * @param args {@code crash} or {@code go-on}, and the data directory
   */
  public static void main(String[] args) throws Exception {
    TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
    var data = Path.of(args[1]);
    try (var context =
        new SpringApplicationBuilder(Fingerpost.class, Journeys.class, WalkedPaths.class)
            .properties(
                "server.port=0",
                "fingerpost.data-directory=" + data,
                "fingerpost.demo-year=false",
                "fingerpost.outbox-interval=P1D",
                "fingerpost.daily-work-interval=P1D",
                "camunda.bpm.job-execution.enabled=false",
                "fingerpost.public-url=http://localhost")
            .run()) {
      application = context;
      var stories = new CrashedStories();
      if (args[0].equals("crash")) {
        stories.crash(data.resolve("stories.properties"));
      } else {
        stories.goOn(data.resolve("stories.properties"));
      }
    }
  }

  private void crash(Path kept) throws IOException, InterruptedException {
    var references = new LinkedHashMap<Story, String>();
    for (var story : STORIES) {
      references.put(story, story.before().apply(journeys));
    }
    var file = new Properties();
    references.forEach((story, reference) -> file.setProperty(story.process(), reference + " " + footprint(reference)));
    try (var out = Files.newOutputStream(kept)) {
      file.store(out, null);
    }
    boolean allHalfDone = true;
    for (var story : STORIES) {
      var halfDone = new CountDownLatch(1);
      WalkedPaths.whenEntered(
          story.process(),
          story.step(),
          () -> {
            halfDone.countDown();
            waitForThePowerToGo();
          });
      var thread = new Thread(() -> story.act().accept(journeys, references.get(story)), story.process());
      thread.setDaemon(true);
      thread.start();
      allHalfDone &= halfDone.await(1, TimeUnit.MINUTES);
    }
    Runtime.getRuntime().halt(allHalfDone ? HALTED : 1);
  }

  private static void waitForThePowerToGo() {
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void goOn(Path kept) throws IOException {
    var file = new Properties();
    try (var in = Files.newInputStream(kept)) {
      file.load(in);
    }
    var wrong = new TreeMap<String, String>();
    var references = new LinkedHashMap<Story, String>();
    for (var story : STORIES) {
      var line = file.getProperty(story.process()).split(" ", 2);
      references.put(story, line[0]);
      if (!footprint(line[0]).equals(line[1])) {
        wrong.put(story.process(), "left half done: before " + line[1] + ", after " + footprint(line[0]));
      }
    }
    // First what needs no time to pass: deadlines of one story must not run out while another is told.
    references.forEach((story, reference) -> story.act().accept(journeys, reference));
    references.forEach(
        (story, reference) -> {
          story.after().accept(journeys, reference);
          var ended = String.valueOf(journeys.summary(reference).closedState());
          if (!ended.equals(story.ends()) || journeys.isRunning(reference)) {
            wrong.put(story.process(), "did not get to its end: " + ended + ", open " + journeys.openSteps(reference));
          }
        });
    System.out.println(wrong.isEmpty() ? "went on: " + STORIES.size() + " stories" : "WRONG: " + wrong);
  }

  /** What a referral has left everywhere: if a transaction was half kept, one of these differs. */
  private String footprint(String reference) {
    return database
        .sql(
            """
            select (select string_agg(t.task_def_key_, ',' order by t.task_def_key_) from act_ru_task t
                      join act_hi_procinst p on p.proc_inst_id_ = t.proc_inst_id_ where p.business_key_ = r.referral_id)
                || ' history ' || (select count(*) from act_hi_actinst a
                      join act_hi_procinst p on p.proc_inst_id_ = a.proc_inst_id_ where p.business_key_ = r.referral_id)
                || ' audit ' || (select count(*) from audit_entry where subject_id = r.referral_id)
                || ' messages ' || (select count(*) from outbox_message o where o.referral_id = r.referral_id)
                || ' attempts ' || (select count(*) from contact_attempt c where c.referral_id = r.referral_id)
                || ' stage ' || r.stage
            from referral r where r.referral_id = ?""")
        .param(reference)
        .query(String.class)
        .optional()
        .orElse("nothing");
  }
}
