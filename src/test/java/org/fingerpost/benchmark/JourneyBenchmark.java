package org.fingerpost.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.TaskService;
import org.fingerpost.FingerpostTest;
import org.fingerpost.introduction.Answer;
import org.fingerpost.introduction.AnsweringIntroduction;
import org.fingerpost.platform.Actor;
import org.fingerpost.platform.CurrentActor;
import org.fingerpost.platform.Language;
import org.fingerpost.platform.Staff;
import org.fingerpost.platform.engine.AsUser;
import org.fingerpost.referral.ReceivingReferral;
import org.fingerpost.referral.ReferralRequest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Whole journeys through the real services, by 1, 4 and 8 clients at once: a referral is received,
 * its link worker finds, opens and completes each task, the organisation answers by its link, the
 * timer of the check-in fires, the outcome is recorded.
 *
 * <p>What is not counted: pages (the services behind them are), signing in, the engine's look for
 * due timers, and the benchmark's own look-ups of a token and a timer. Milliseconds say little
 * about another machine; statements, write-ahead log and bytes say a lot, and have limits here.
 * They are taken over all runs after the warm-up.
 */
@FingerpostTest
@Tag("benchmark")
class JourneyBenchmark {

  /**
   * For the bare engine with default settings 255 and about 310; hand-written SQL needs 28 and 12.
   */
  private static final long MOST_STATEMENTS = 250;

  private static final long MOST_WAL_KB = 120;

  private static final String SCHEME = "gloucestershire";
  private static final int WARM_UP = Integer.getInteger("benchmark.warm-up", 60);
  private static final int JOURNEYS = Integer.getInteger("benchmark.journeys", 160);

  private static final String FINISHED =
      "select count(*) as benchmark_finished from referral where closed_state = 'COMPLETED'";

  @Autowired ReceivingReferral receiving;
  @Autowired AnsweringIntroduction answering;
  /** Who has signed in: looked up once, as a session does. */
  private static final Map<String, Staff.Member> STAFF = new ConcurrentHashMap<>();

  @Autowired AsUser asUser;
  @Autowired Staff staff;
  @Autowired CurrentActor currentActor;
  @Autowired TaskService tasks;
  @Autowired FormService forms;
  @Autowired ManagementService management;
  @Autowired JdbcClient database;
  @Autowired ObjectMapper json;
  @Autowired Clock clock;
  @Autowired StartUp startUp;

  private InventedPeople people;

  @Test
  void journeys_stay_within_their_limits() throws Exception {
    people = new InventedPeople((int) (System.nanoTime() / 1_000_000 % 800_000));
    // Capacity is not what is measured: without room, a team lead would be asked to find a link
    // worker.
    database.sql("update link_worker set capacity = 1000000 where 'benchmark_' <> ''").update();
    long finishedBefore = finished();

    run(2, WARM_UP, new Stopwatch());
    var meter = new DatabaseMeter(database);
    meter.start();
    for (int clients : List.of(1, 4, 8)) {
      var stopwatch = new Stopwatch();
      var took = run(clients, JOURNEYS, stopwatch);
      System.out.printf(
          Locale.ROOT,
          "%d client%s: %.1f journeys per second%n%s",
          clients,
          clients == 1 ? "" : "s",
          JOURNEYS / (took.toNanos() / 1e9),
          stopwatch.lines());
    }
    var used = meter.stop();
    int measured = 3 * JOURNEYS;
    System.out.printf("calls per journey, most frequent first:%n%s", meter.mostFrequent(measured));

    double statements = (double) used.statements() / measured;
    double walKb = used.walBytes() / 1024.0 / measured;
    System.out.printf(Locale.ROOT, "statements per journey: %d%n", Math.round(statements));
    System.out.printf(Locale.ROOT, "WAL kB per journey: %d%n", Math.round(walKb));
    System.out.printf(
        Locale.ROOT,
        "database kB per journey: %d%n",
        Math.round(used.tableBytes() / 1024.0 / measured));
    System.out.printf(
        Locale.ROOT,
        "full-page images per journey: %.1f%n",
        (double) used.fullPageImages() / measured);
    System.out.printf(Locale.ROOT, "start-up time: %.1f s%n", startUp.took.toMillis() / 1000.0);

    assertThat(finished() - finishedBefore)
        .as("journeys that reached their end")
        .isEqualTo(WARM_UP + measured);
    assertThat(statements).as("statements per journey").isLessThanOrEqualTo(MOST_STATEMENTS);
    assertThat(walKb).as("WAL kB per journey").isLessThanOrEqualTo(MOST_WAL_KB);
  }

  /**
   * Shares the journeys out among the clients. Returns how long it took until the last was done.
   */
  private Duration run(int clients, int journeys, Stopwatch stopwatch) throws Exception {
    var left = new AtomicInteger(journeys);
    Callable<Void> client =
        () -> {
          while (left.getAndDecrement() > 0) {
            new Journey(stopwatch).go();
          }
          return null;
        };
    var pool = Executors.newFixedThreadPool(clients);
    try {
      long from = System.nanoTime();
      for (var done : pool.invokeAll(IntStream.range(0, clients).mapToObj(i -> client).toList())) {
        done.get();
      }
      return Duration.ofNanos(System.nanoTime() - from);
    } finally {
      pool.shutdownNow();
    }
  }

  private long finished() {
    return database.sql(FINISHED).query(Long.class).single();
  }

  /** One person's journey, by the one thread that plays everybody in it. */
  private final class Journey {

    private final Stopwatch stopwatch;
    private String reference;
    private String linkWorker;
    private Staff.Member signedIn;

    private Journey(Stopwatch stopwatch) {
      this.stopwatch = stopwatch;
    }

    private void go() {
      var request = request();
      reference =
          stopwatch.time(
              "receive",
              () ->
                  currentActor
                      .as(
                          Actor.source(SCHEME, "GENERAL_PRACTICE"),
                          () -> receiving.receive(request))
                      .referralId());
      linkWorker =
          database
              .sql("select link_worker as benchmark_worker from referral where referral_id = ?")
              .param(reference)
              .query(String.class)
              .single();
      signedIn = STAFF.computeIfAbsent(linkWorker, id -> staff.find(id).orElseThrow());
      task(
          "contact",
          "userTask_recordFirstContact",
          shown -> Map.of("channel", "PHONE", "result", "REACHED", "note", "Glad of the call."));
      task("conversation", "userTask_holdConversation", shown -> conversation());
      task("choose", "userTask_chooseActivity", this::choice);
      var token = token();
      stopwatch.time(
          "answer",
          () -> {
            assertThat(answering.look(token)).as("the offer behind the link").isPresent();
            assertThat(answering.answer(token, Answer.ACCEPTED, "See you on Tuesday."))
                .as("the answer was taken")
                .isTrue();
          });
      var timer = timer();
      stopwatch.time("timer", () -> management.executeJob(timer));
      task(
          "check-in",
          "userTask_recordCheckIn",
          shown ->
              Map.of(
                  "attendance",
                  "ATTENDING",
                  "howItGoes",
                  "Goes every week and likes it.",
                  "nextStep",
                  "END"));
      task("outcome", "userTask_recordOutcome", shown -> outcome());
    }

    /** What a link worker does in Tasklist: find the task, open its form, complete it. */
    private void task(
        String step, String element, Function<Map<String, Object>, Map<String, Object>> answers) {
      stopwatch.time(
          step,
          () ->
              asUser.run(
                  signedIn,
                  () -> {
                    var task =
                        tasks
                            .createTaskQuery()
                            .taskAssignee(linkWorker)
                            .processInstanceBusinessKey(reference)
                            .taskDefinitionKey(element)
                            .singleResult();
                    assertThat(task).as(element + " of " + reference).isNotNull();
                    var shown = forms.getTaskFormVariables(task.getId());
                    forms.submitTaskForm(task.getId(), new HashMap<>(answers.apply(shown)));
                    return null;
                  }));
    }

    private ReferralRequest request() {
      return new ReferralRequest(
          SCHEME,
          ReferralRequest.Channel.API,
          "GENERAL_PRACTICE",
          null,
          new ReferralRequest.Referrer(
              "PROFESSIONAL",
              "Morwenna Tregear",
              "Practice nurse",
              "Cathedral View Practice",
              "nurse@example.org",
              null,
              null,
              Language.EN),
          people.next(),
          List.of("LONELINESS", "PHYSICAL_ACTIVITY"),
          List.of("LONELY"),
          List.of(),
          "Lost a partner in the spring and has not been out much since.",
          "A walking leaflet.",
          List.of("NONE_KNOWN"),
          null,
          null,
          false,
          false,
          new ReferralRequest.ConsentToRefer(true, "PERSON", "IN_PERSON", LocalDate.now(clock)),
          true);
    }

    private Map<String, Object> conversation() {
      var answers = new HashMap<String, Object>(scores("4"));
      answers.put("whatMatters", "Company, and getting out of the house again.");
      answers.put("strengths", "Knows every bird by its song.");
      answers.put("goalOne", "Walk with others once a week");
      answers.put("goalOneImportance", 8);
      answers.put("goalOneConfidence", 5);
      answers.put("goalOneAction", "Try one group");
      return answers;
    }

    private Map<String, Object> choice(Map<String, Object> shown) {
      var activity = firstActivity(shown);
      return Map.of(
          "activity",
          activity,
          "agreesToShare",
          true,
          "accompanied",
          true,
          "note",
          "A seat by the window, please.");
    }

    private Map<String, Object> outcome() {
      var answers = new HashMap<String, Object>(scores("7"));
      answers.put("closureReason", "GOALS_MET");
      answers.put("goalsMet", "GOALS_MET");
      answers.put("whatChanged", "Has made two friends and sleeps better.");
      return answers;
    }

    private Map<String, Object> scores(String score) {
      return Map.of(
          "lifeSatisfaction",
          score,
          "worthwhile",
          score,
          "happyYesterday",
          score,
          "anxiousYesterday",
          score);
    }

    /**
     * The best match: options are the engine's typed value whose text is a list of label and value,
     * best first.
     */
    private String firstActivity(Map<String, Object> shown) {
      try {
        for (var option : json.readTree(String.valueOf(shown.get("activities")))) {
          if (!"NONE".equals(option.get("value").asText())) {
            return option.get("value").asText();
          }
        }
      } catch (JsonProcessingException e) {
        throw new IllegalStateException("The options of the activities cannot be read", e);
      }
      throw new IllegalStateException("The directory has nothing for the benchmark's people");
    }

    private String token() {
      var link =
          database
              .sql(
                  """
                  select params->>'replyLink' as benchmark_link from outbox_message
                  where referral_id = ? and purpose = 'provider-offer' order by created_at desc limit 1
                  """)
              .param(reference)
              .query(String.class)
              .single();
      return link.substring(link.lastIndexOf('/') + 1);
    }

    private String timer() {
      return database
          .sql(
              """
              select j.id_ as benchmark_timer from act_ru_job j
              join act_hi_procinst p on p.proc_inst_id_ = j.process_instance_id_ where p.business_key_ = ?
              """)
          .param(reference)
          .query(String.class)
          .single();
    }
  }

  @TestConfiguration
  static class Measured {

    @Bean
    StartUp startUp() {
      return new StartUp();
    }
  }

  /** From the start of the application to its being ready for requests. */
  static class StartUp {

    private Duration took = Duration.ZERO;

    @EventListener
    void ready(ApplicationReadyEvent event) {
      took = event.getTimeTaken();
    }
  }
}
