package org.fingerpost;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills the packaged product while referrals arrive, as a power cut or an impatient operator would, and counts
 * afterwards. A sender that got no answer sends again with the same {@code Idempotency-Key}; one that got an answer
 * must find its referral.
 */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class DurabilityIT {

  private static final Path JAR = Path.of("target/fingerpost.jar").toAbsolutePath();
  private static final Duration START_PATIENCE = Duration.ofMinutes(6);
  private static final String SOURCE = "api:gloucestershire:GENERAL_PRACTICE:";
  private static final int REFERRALS = 20;
  private static final int ACKNOWLEDGED_BEFORE_THE_KILL = 6;
  private static final Pattern REFERENCE = Pattern.compile("\"reference\"\\s*:\\s*\"([^\"]+)\"");

  private static final HttpClient HTTP = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

  @TempDir static Path data;

  private static int port;
  private static Process fingerpost;

  @BeforeAll
  static void startOnANewDirectory() throws Exception {
    start();
  }

  @AfterAll
  static void stop() throws InterruptedException {
    fingerpost.destroy();
    fingerpost.waitFor();
  }

  @Test
  void a_killed_java_loses_no_acknowledged_referral_and_doubles_none() throws Exception {
    var acknowledged =
        sendAllAndMeanwhile(
            "Java",
            () -> {
              fingerpost.destroyForcibly().waitFor();
              return null;
            });
    assertThat(acknowledged).as("the kill came in the middle").hasSizeLessThan(REFERRALS);
    start();
    assertEachThereOnce("Java", acknowledged);
  }

  @Test
  void a_killed_postgresql_loses_no_acknowledged_referral_and_doubles_none() throws Exception {
    var acknowledged =
        sendAllAndMeanwhile(
            "Database",
            () -> {
              var postmaster = Files.readAllLines(data.resolve("postgres/postmaster.pid")).get(0).strip();
              return ProcessHandle.of(Long.parseLong(postmaster)).orElseThrow().destroyForcibly();
            });
    waitUntilReady();
    assertEachThereOnce("Database", acknowledged);
  }

  @Test
  void a_new_demo_begins_with_a_year_of_work_that_its_link_workers_may_do() throws Exception {
    try (var database = database()) {
      assertThat(count(database, "select count(*) from referral where scheme_id = ? and received_at < now() - interval '1 day'", "gloucestershire"))
          .as("referrals of the year")
          .isGreaterThan(300);
      assertThat(
              count(
                  database,
                  """
                  select count(*) from act_ru_task t join act_re_procdef p on p.id_ = t.proc_def_id_
                  where t.tenant_id_ = ? and not exists (
                    select 1 from act_ru_authorization a
                    where a.resource_type_ = 6 and a.resource_id_ = p.key_ and a.group_id_ in ('link-workers', 'team-leads', 'kitemark-assessors'))""",
                  "gloucestershire"))
          .as("tasks that nobody has a right to")
          .isZero();
      assertThat(
              count(
                  database,
                  """
                  select count(*) from act_ru_variable v join act_hi_procinst p on p.id_ = v.proc_inst_id_
                  where v.tenant_id_ = ? and v.name_ like '%At' and p.business_key_ like 'FP-%'
                    and v.text_::timestamptz < now() - interval '90 days'""",
                  "gloucestershire"))
          .as("due times that were not moved with the year")
          .isZero();
    }
  }

  /** Sends all from four senders, does {@code harm} after the first few answers, and returns what was acknowledged. */
  private static Map<String, String> sendAllAndMeanwhile(String batch, Callable<?> harm) throws Exception {
    var acknowledged = new ConcurrentHashMap<String, String>();
    var enough = new CountDownLatch(ACKNOWLEDGED_BEFORE_THE_KILL);
    var senders = Executors.newFixedThreadPool(4);
    try {
      var sent = new ArrayList<Future<?>>();
      for (int i = 0; i < REFERRALS; i++) {
        int number = i;
        sent.add(
            senders.submit(
                () ->
                    send(batch, number)
                        .ifPresent(
                            reference -> {
                              acknowledged.put(key(batch, number), reference);
                              enough.countDown();
                            })));
      }
      assertThat(enough.await(4, TimeUnit.MINUTES)).as("answers before the kill").isTrue();
      harm.call();
      for (var one : sent) {
        one.get();
      }
    } finally {
      senders.shutdownNow();
    }
    assertThat(acknowledged.size()).isGreaterThanOrEqualTo(ACKNOWLEDGED_BEFORE_THE_KILL);
    return acknowledged;
  }

  private static void assertEachThereOnce(String batch, Map<String, String> acknowledged) throws Exception {
    try (var database = database()) {
      for (var reference : acknowledged.values()) {
        assertThat(count(database, "select count(*) from referral where referral_id = ?", reference))
            .as("referrals " + reference)
            .isEqualTo(1);
      }
    }
    var answers = new LinkedHashMap<String, String>();
    for (int i = 0; i < REFERRALS; i++) {
      answers.put(key(batch, i), sendUntilAnswered(batch, i));
    }
    assertThat(answers).as("the same key gets the same answer").containsAllEntriesOf(acknowledged);
    assertThat(answers.values()).doesNotHaveDuplicates();
    try (var database = database()) {
      assertThat(
              count(
                  database,
                  "select count(*) from referral join person using (person_id) where family_name like ?",
                  batch + "%"))
          .as("referrals altogether")
          .isEqualTo(REFERRALS);
      for (var reference : answers.values()) {
        assertThat(
                count(
                    database,
                    "select count(*) from act_hi_procinst"
                        + " where business_key_ = ? and super_process_instance_id_ is null",
                    reference))
            .as("journeys of " + reference)
            .isEqualTo(1);
        assertThat(
                count(
                    database,
                    "select count(*) from act_hi_procinst p join referral r on r.process_instance_id = p.proc_inst_id_"
                        + " where r.referral_id = ?",
                    reference))
            .as("the journey that " + reference + " names")
            .isEqualTo(1);
      }
    }
  }

  private static String sendUntilAnswered(String batch, int number) throws InterruptedException {
    for (int i = 0; i < 60; i++) {
      var reference = send(batch, number);
      if (reference.isPresent()) {
        return reference.get();
      }
      Thread.sleep(500);
    }
    throw new AssertionError("No answer to referral " + number + "; the log is " + log());
  }

  /** The reference, or nothing if the answer was not that the referral is safely kept. */
  private static Optional<String> send(String batch, int number) {
    try {
      var request =
          HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/referrals"))
              .timeout(Duration.ofSeconds(60))
              .header("Content-Type", "application/json")
              .header("X-API-Key", apiKey())
              .header("Idempotency-Key", key(batch, number))
              .POST(HttpRequest.BodyPublishers.ofString(body(batch, number)))
              .build();
      var answer = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
      assertThat(answer.statusCode()).as(answer.body()).isNotIn(400, 401, 403, 404, 409, 422);
      var reference = REFERENCE.matcher(answer.body());
      return answer.statusCode() == 201 && reference.find() ? Optional.of(reference.group(1)) : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  private static String key(String batch, int number) {
    return "durability-" + batch + "-" + number;
  }

  private static String body(String batch, int number) {
    return """
        {
          "referrer": {
            "kind": "PROFESSIONAL",
            "name": "Dr Ifan Rowlands",
            "role": "GP",
            "organisation": "Invented Surgery",
            "email": "surgery@example.org"
          },
          "person": {
            "givenName": "Marged",
            "familyName": "%s%s",
            "dateOfBirth": "1951-03-%02d",
            "postcode": "GL1 2EH",
            "phone": "01632 960123"
          },
          "needs": ["LONELINESS"],
          "reason": "Sees nobody since she moved here.",
          "risks": ["NONE_KNOWN"],
          "consent": {"given": true, "givenBy": "PERSON", "how": "IN_PERSON", "on": "%s"},
          "mayTellReferrer": true
        }
        """
        .formatted(batch, (char) ('a' + number), number + 1, LocalDate.now(ZoneId.of("Europe/London")).minusDays(1));
  }

  private static void start() throws Exception {
    try (var socket = new ServerSocket(0)) {
      port = socket.getLocalPort();
    }
    var builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx640m", "-jar", JAR.toString());
    builder.environment().keySet().removeIf(name -> name.startsWith("SPRING_") || name.startsWith("FINGERPOST_"));
    builder.environment().put("SERVER_PORT", Integer.toString(port));
    builder.environment().put("FINGERPOST_DATA_DIRECTORY", data.toString());
    fingerpost =
        builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile())).start();
    waitUntilReady();
  }

  private static void waitUntilReady() throws Exception {
    var request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/actuator/health"))
            .timeout(Duration.ofSeconds(15))
            .build();
    long deadline = System.nanoTime() + START_PATIENCE.toNanos();
    while (System.nanoTime() < deadline) {
      assertThat(fingerpost.isAlive()).as("Fingerpost ended; its log is " + log()).isTrue();
      try {
        if (HTTP.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200) {
          return;
        }
      } catch (IOException e) {
        // not listening yet
      }
      Thread.sleep(300);
    }
    throw new AssertionError("Fingerpost is not ready after " + START_PATIENCE.toSeconds() + " s; its log is " + log());
  }

  /** Outside the data directory, so that it is still there when the test has failed. */
  private static Path log() {
    return Path.of("target/durability.log").toAbsolutePath();
  }

  private static String apiKey() throws IOException {
    return secondPart(data.resolve("demo-passwords.txt"), SOURCE);
  }

  private static Connection database() throws SQLException, IOException {
    var postmaster = Files.readAllLines(data.resolve("postgres/postmaster.pid"));
    var url = "jdbc:postgresql://127.0.0.1:" + postmaster.get(3).strip() + "/fingerpost";
    return DriverManager.getConnection(
        url, "fingerpost", secondPart(data.resolve("postgres-passwords"), "*:*:*:fingerpost:"));
  }

  private static String secondPart(Path file, String prefix) throws IOException {
    List<String> lines = Files.readAllLines(file);
    return lines.stream()
        .filter(line -> line.startsWith(prefix))
        .map(line -> line.substring(prefix.length()))
        .findFirst()
        .orElseThrow(() -> new AssertionError(file.getFileName() + " has no line " + prefix + "..."));
  }

  private static long count(Connection database, String sql, String parameter) throws SQLException {
    try (var statement = database.prepareStatement(sql)) {
      statement.setString(1, parameter);
      try (var rows = statement.executeQuery()) {
        rows.next();
        return rows.getLong(1);
      }
    }
  }
}
