package org.fingerpost.audit.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.ZipFile;
import javax.sql.DataSource;
import org.fingerpost.FingerpostTest;
import org.fingerpost.audit.proof.log.Edge;
import org.fingerpost.audit.proof.log.KeyFile;
import org.fingerpost.audit.proof.log.LogEntry;
import org.fingerpost.audit.proof.log.Merkle;
import org.fingerpost.audit.proof.log.SignedHead;
import org.fingerpost.audit.proof.log.Tiles;
import org.fingerpost.audit.proof.log.VerifierKey;
import org.fingerpost.audit.proof.offline.Command;
import org.fingerpost.platform.database.ThrowAwayDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.postgresql.PGConnection;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.util.FileSystemUtils;

/**
 * Somebody with every right on the database alters the record, in every way there is; each is found by the check in the product and by
 * the command on a pack. All of it on copies of a database of its own.
 */
@FingerpostTest
@DisplayNameGeneration(ReplaceUnderscores.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TamperingTest {

  private static final AtomicInteger COPIES = new AtomicInteger();

  @Autowired DataSource shared;
  @Autowired PackPaper paper;

  private ThrowAwayDatabase empty;
  private ThrowAwayDatabase base;
  private Path folder;
  private final Deque<AutoCloseable> opened = new ArrayDeque<>();

  @BeforeAll
  void a_log_of_600_entries_under_many_heads() throws Exception {
    empty = ThrowAwayDatabase.empty(shared, "proof_empty");
    base = empty.copy("proof_base");
    folder = ALog.folder();
    try (var superuser = base.asSuperuser()) {
      var log = new ALog(superuser, folder, paper).acts(100);
      log.sequencer.sequence();
      for (int i = 0; i < 20; i++) {
        log.clock.moves(Duration.ofHours(3));
        log.acts(25);
        log.sequencer.sequence();
      }
      assertThat(log.check().findings()).isEmpty();
    }
  }

  @AfterEach
  void the_copies_go() throws Exception {
    for (var open : opened) {
      open.close();
    }
    opened.clear();
  }

  @AfterAll
  void the_databases_go() throws Exception {
    base.close();
    empty.close();
  }

  /** A copy of the log and of its folder; what happens to it happens to nothing else. */
  private ALog log() throws Exception {
    var copy = base.copy("proof_copy_" + COPIES.incrementAndGet());
    var files = ALog.folder();
    FileSystemUtils.copyRecursively(folder, files);
    var superuser = copy.asSuperuser();
    opened.addFirst(copy);
    opened.addFirst(superuser);
    var log = new ALog(superuser, files, paper);
    log.clock.moves(Duration.ofDays(10));
    return log;
  }

  private static List<String> kinds(ALog log) {
    return log.check().findings().stream().map(LogCheck.Finding::kind).distinct().toList();
  }

  private record Said(int end, String words) {}

  private static Said command(Object... words) {
    var out = new ByteArrayOutputStream();
    int end = new Command(new PrintStream(out, true, StandardCharsets.UTF_8)).run(Arrays.stream(words).map(String::valueOf).toList());
    return new Said(end, out.toString(StandardCharsets.UTF_8));
  }

  private static Said verified(ALog log) throws Exception {
    return command("verify", log.pack(log.folder.resolve("pack.zip")), "--key", log.key());
  }

  // ---- nothing was altered

  @Test
  void an_unaltered_log_is_found_to_be_so_by_both() throws Exception {
    var log = log();
    assertThat(log.check().findings()).isEmpty();

    var said = verified(log);
    var head = log.sequencer.last().orElseThrow().head();
    assertThat(said.words()).startsWith("OK " + head.size() + " " + head.rootText() + "\n");
    assertThat(said.end()).isZero();
  }

  @Test
  void a_head_that_an_auditor_kept_is_still_its_beginning() throws Exception {
    var log = log();
    var kept = log.folder.resolve("mine.txt");
    Files.writeString(kept, log.sequencer.last().orElseThrow().head().note());
    log.acts(30);

    var said = command("verify", log.pack(log.folder.resolve("pack.zip")), "--key", log.key(), "--since", kept);

    assertThat(said.words()).startsWith("OK ").contains("still begins with the 601 entries");
    assertThat(said.end()).isZero();
  }

  @Test
  void one_entry_is_proven_on_one_page_which_can_be_checked() throws Exception {
    var log = log();
    var page = command("prove", log.pack(log.folder.resolve("pack.zip")), "300", "--key", log.key());
    assertThat(page.end()).isZero();
    assertThat(page.words()).contains("FP-LOG0-").contains("LINK_WORKER").contains("c2sp.org/tlog-proof@v1");

    var file = log.folder.resolve("page.txt");
    Files.writeString(file, page.words());
    assertThat(command("verify", file, "--key", log.key()).words()).startsWith("OK ");
    for (var change : List.of("lowri", "LINK_WORKER", "index ")) {
      Files.writeString(file, page.words().replaceFirst(change, change.equals("index ") ? "index 1" : "nobody"));
      assertThat(command("verify", file, "--key", log.key())).as(change).matches(said -> said.end() == 1 && said.words().startsWith("BAD "));
    }
  }

  // ---- each kind

  @Test
  void a_changed_entry_is_named() throws Exception {
    var log = log();
    log.tamper("update audit_entry set details = jsonb_set(details, '{route}', '\"DECLINED\"') where audit_id = 123");

    assertThat(log.check().findings()).anyMatch(found -> found.kind().equals("changed") && found.entry() == 123);
    assertThat(verified(log)).matches(said -> said.end() == 1).extracting(Said::words).asString().startsWith("BAD Entry 122 (referral.received,");
  }

  @Test
  void an_entry_dated_back_is_named() throws Exception {
    var log = log();
    log.tamper("update audit_entry set at = at - interval '1 microsecond' where audit_id = 400");

    assertThat(log.check().findings()).anyMatch(found -> found.kind().equals("changed") && found.entry() == 400);
    assertThat(verified(log)).matches(said -> said.end() == 1).extracting(Said::words).asString().contains("is not what was recorded");
  }

  @Test
  void a_deleted_entry_is_named() throws Exception {
    var log = log();
    log.tamper("delete from audit_entry where audit_id = 200");

    assertThat(log.check().findings()).anyMatch(found -> found.kind().equals("missing") && found.entry() == 200);
    assertThat(verified(log)).matches(said -> said.end() == 1).extracting(Said::words).asString().startsWith("BAD Entry 199 is missing");
    assertThat(command("verify", log.pack(log.folder.resolve("case.zip"), "FP-LOG0-0001"), "--key", log.key()).words())
        .as("also in the pack of a case, because nobody can say what it was about")
        .startsWith("BAD Entry 199 is missing");
  }

  @Test
  void a_deleted_entry_whose_seal_is_deleted_too_is_found() throws Exception {
    var log = log();
    log.tamper("delete from audit_entry where audit_id = 200", "delete from audit_leaf where audit_id = 200");

    assertThat(kinds(log)).contains("leaf-missing", "root");
    assertThat(verified(log).end()).isEqualTo(1);
  }

  @Test
  void an_entry_inserted_today_and_dated_last_month_is_named() throws Exception {
    var log = log();
    log.tamper(
        "insert into audit_entry (at, actor_kind, actor_id, act, subject_type, subject_id, details)"
            + " values ('2026-03-01T10:00:00Z', 'STAFF', 'grace', 'route.confirmed', 'referral', 'FP-LOG0-0001', '{}')");
    log.sequencer.sequence();

    assertThat(log.check().findings()).anyMatch(found -> found.kind().equals("back-dated") && found.args().contains("route.confirmed"));
    assertThat(verified(log)).matches(said -> said.end() == 1).extracting(Said::words).asString().contains("back-dated");
  }

  @Test
  void an_entry_inserted_between_two_with_everything_after_it_moved_on_is_found() throws Exception {
    var log = log();
    log.tamper(
        "update audit_leaf set leaf_index = -leaf_index - 1 where leaf_index >= 300",
        "update audit_leaf set leaf_index = -leaf_index where leaf_index < 0",
        "insert into audit_entry (audit_id, at, actor_kind, actor_id, act, subject_type, subject_id, details) overriding system value"
            + " select 9000, at, 'STAFF', 'grace', 'route.confirmed', 'referral', subject_id, '{}' from audit_entry where audit_id = 300");
    var forged = log.jdbc.queryForObject("select " + EntryRows.COLUMNS + " from audit_entry e where audit_id = 9000", (row, n) -> EntryRows.read(row));
    log.jdbc.update("insert into audit_leaf values (300, 9000, ?)", (Object) Merkle.leaf(forged.bytes()));

    assertThat(kinds(log)).contains("root");
    assertThat(log.acts(1).sequencer.sequence()).as("nothing is signed over it").isZero();
    assertThat(log.state.trouble()).isEqualTo("EXCHANGED");

    var pack = unpacked(log().pack(log.folder.resolve("pack.zip")));
    for (var file : List.of("events.ndjson", "events.csv")) {
      var lines = new ArrayList<>(Files.readAllLines(pack.resolve(file)));
      lines.add(300, lines.get(300));
      Files.write(pack.resolve(file), lines);
    }
    assertThat(command("verify", pack, "--key", log.key())).matches(said -> said.end() == 1 && said.words().startsWith("BAD Entry "));
  }

  @Test
  void two_entries_in_each_others_place_are_found() throws Exception {
    var log = log();
    log.tamper(
        "update audit_leaf set leaf_index = -1 where leaf_index = 250",
        "update audit_leaf set leaf_index = 250 where leaf_index = 251",
        "update audit_leaf set leaf_index = 251 where leaf_index = -1");

    assertThat(kinds(log)).contains("root");
    assertThat(verified(log)).matches(said -> said.end() == 1).extracting(Said::words).asString().contains("among");
  }

  @Test
  void a_tail_that_was_cut_off_is_missed() throws Exception {
    var log = log();
    var kept = log.folder.resolve("mine.txt");
    Files.writeString(kept, log.sequencer.last().orElseThrow().head().note());
    log.tamper(
        "delete from audit_entry where audit_id in (select audit_id from audit_leaf where leaf_index >= 401)",
        "delete from audit_leaf where leaf_index >= 401",
        "delete from audit_node where node_index > 0",
        "delete from audit_head where size > 401");

    assertThat(kinds(log)).contains("shorter");
    log.acts(3);
    assertThat(log.sequencer.sequence()).as("nothing is signed over a log that has lost its end").isZero();
    assertThat(log.state.trouble()).isEqualTo("SHORTER");
    // Whoever takes the file away as well gets a pack that looks whole; the auditor's own head does not fit to it.
    Files.delete(log.folder.resolve("heads.txt"));
    var said = command("verify", log.pack(log.folder.resolve("pack.zip")), "--key", log.key(), "--since", kept);
    assertThat(said.end()).isEqualTo(1);
    assertThat(said.words()).startsWith("BAD The log was longer");
  }

  @Test
  void everything_made_anew_without_the_key_convinces_nobody() throws Exception {
    var log = log();
    var key = log.key();
    log.tamper("update audit_entry set actor_id = 'tom' where audit_id = 222");
    var theirs = ALog.folder();
    makeAnew(log, KeyFile.make(theirs));

    assertThat(kinds(log)).contains("outside-signature");
    assertThat(log.acts(3).sequencer.sequence()).as("the key is not lent to it").isZero();
    assertThat(log.state.trouble()).isEqualTo("EXCHANGED");
    // on a machine of the thief's own
    var pack = new ALog(log.jdbc.getDataSource(), theirs, paper).pack(theirs.resolve("pack.zip"));
    assertThat(command("verify", pack, "--key", key)).matches(said -> said.end() == 1 && said.words().startsWith("BAD The head of this pack is not signed"));
  }

  /** Leaves, nodes and heads over the altered entries, signed with a key of the thief's own. */
  private static void makeAnew(ALog log, KeyPair pair) {
    var thief = VerifierKey.of(log.key().name(), pair.getPublic());
    var heads = log.jdbc.query("select note from audit_head order by size", (row, n) -> SignedHead.parse(row.getString(1)));
    var entries =
        log.jdbc.query(
            "select " + EntryRows.COLUMNS + " from audit_leaf l join audit_entry e using (audit_id) order by leaf_index",
            (row, n) -> EntryRows.read(row));
    log.tamper("truncate audit_leaf", "truncate audit_node", "truncate audit_head", "truncate audit_key");
    log.jdbc.update("insert into audit_key values (?, now())", thief.toString());
    var edge = new Edge();
    for (LogEntry entry : entries) {
      byte[] leaf = Merkle.leaf(entry.bytes());
      log.jdbc.update("insert into audit_leaf values (?, ?, ?)", edge.size(), entry.id(), leaf);
      edge.add(
          leaf,
          (level, index, hash) -> {
            if (level > 0 && level % Tiles.HEIGHT == 0) {
              log.jdbc.update("insert into audit_node values (?, ?, ?)", level / Tiles.HEIGHT, index, hash);
            }
          });
      for (var head : heads) {
        if (head.size() == edge.size()) {
          var forged = SignedHead.sign(thief, pair.getPrivate(), edge.size(), edge.root(), head.time(), head.backlog());
          log.jdbc.update(
              "insert into audit_head values (?, ?, ?, ?, ?)",
              edge.size(), edge.root(), edge.bytes(), forged.note(), Timestamp.from(forged.time()));
        }
      }
    }
  }

  @Test
  void heads_and_hashes_that_were_changed_alone_are_found() throws Exception {
    var log = log();
    log.tamper("update audit_node set hash = sha256(hash) where level = 1 and node_index = 1");
    assertThat(kinds(log)).contains("tile");

    var other = log();
    other.tamper("delete from audit_head where size = (select max(size) from audit_head)");
    assertThat(kinds(other)).contains("outside", "unsigned");
  }

  // ---- many at random

  @Test
  void a_hundred_alterations_at_random_are_all_found_in_the_product() throws Exception {
    var log = log();
    var random = new Random(300);
    try (var connection = log.jdbc.getDataSource().getConnection()) {
      connection.setAutoCommit(false);
      var alone = new JdbcTemplate(new SingleConnectionDataSource(connection, true));
      for (int i = 0; i < 100; i++) {
        int id = 1 + random.nextInt(600);
        int other = 1 + (id + random.nextInt(598)) % 600;
        var sql =
            switch (random.nextInt(9)) {
              case 0 -> "update audit_entry set act = act || 'x' where audit_id = " + id;
              case 1 -> "update audit_entry set actor_id = 'z' || actor_id where audit_id = " + id;
              case 2 -> "update audit_entry set at = at + interval '%d seconds' where audit_id = %d".formatted(1 + random.nextInt(99999), id);
              case 3 -> "update audit_entry set details = details || '{\"x\": \"1\"}' where audit_id = " + id;
              case 4 -> "update audit_entry set via = 'API' where audit_id = " + id;
              case 5 -> "delete from audit_entry where audit_id = " + id;
              case 6 -> "update audit_leaf set leaf_hash = sha256(leaf_hash) where audit_id = " + id;
              case 7 -> "delete from audit_leaf where audit_id = " + id;
              default -> "update audit_entry e set subject_id = f.subject_id || '-', details = f.details from audit_entry f where e.audit_id = %d and f.audit_id = %d".formatted(id, other);
            };
        alone.execute("set local session_replication_role = replica");
        alone.execute(sql);
        assertThat(new LogCheck(alone, log.kept).run(log.keys.all(), step -> {}).findings()).as(sql).isNotEmpty();
        connection.rollback();
      }
    }
  }

  @Test
  void a_hundred_alterations_at_random_are_all_found_in_a_pack() throws Exception {
    var log = log();
    var pack = unpacked(log.pack(log.folder.resolve("pack.zip")));
    assertThat(command("verify", pack, "--key", log.key()).end()).isZero();
    var files = new ArrayList<Path>();
    try (var all = Files.walk(pack)) {
      all.filter(Files::isRegularFile)
          .filter(file -> file.toString().contains("tile") || file.toString().contains("events") || file.endsWith("checkpoint"))
          .sorted()
          .forEach(files::add);
    }
    var random = new Random(301);
    for (int i = 0; i < 100; i++) {
      var file = files.get(random.nextInt(files.size()));
      byte[] whole = Files.readAllBytes(file);
      byte[] altered = altered(whole, random);
      Files.write(file, altered);
      var said = command("verify", pack, "--key", log.key());
      assertThat(said.end()).as("%s: %s", pack.relativize(file), said.words()).isNotZero();
      assertThat(said.words()).doesNotContain("Exception").startsWith(said.end() == 1 ? "BAD " : "NOT CHECKED ");
      Files.write(file, whole);
    }
    assertThat(command("verify", pack, "--key", log.key()).end()).isZero();
  }

  private static byte[] altered(byte[] whole, Random random) {
    int at = random.nextInt(whole.length - 2);
    return switch (random.nextInt(3)) {
      case 0 -> {
        var other = whole.clone();
        other[at] ^= (byte) (1 << random.nextInt(7));
        yield other;
      }
      case 1 -> Arrays.copyOf(whole, at);
      default -> {
        var other = new byte[whole.length + 1];
        System.arraycopy(whole, 0, other, 0, at);
        other[at] = whole[at];
        System.arraycopy(whole, at, other, at + 1, whole.length - at);
        yield other;
      }
    };
  }

  private static Path unpacked(Path zip) throws IOException {
    var folder = Files.createTempDirectory("pack");
    try (var file = new ZipFile(zip.toFile())) {
      for (var entry : file.stream().toList()) {
        var target = folder.resolve(entry.getName());
        Files.createDirectories(target.getParent());
        Files.copy(file.getInputStream(entry), target);
      }
    }
    return folder;
  }

  @Test
  void a_pack_of_a_case_cannot_be_thinned_out_or_filled_up() throws Exception {
    var log = log();
    var pack = unpacked(log.pack(log.folder.resolve("case.zip"), "FP-LOG0-0007"));
    assertThat(command("verify", pack, "--key", log.key()).words()).startsWith("OK ");

    var events = Files.readAllLines(pack.resolve("events.ndjson"));
    var csv = Files.readAllLines(pack.resolve("events.csv"));
    Files.write(pack.resolve("events.ndjson"), events.subList(0, events.size() - 1));
    Files.writeString(pack.resolve("events.csv"), String.join("\r\n", csv.subList(0, csv.size() - 1)) + "\r\n");
    assertThat(command("verify", pack, "--key", log.key())).matches(said -> said.end() == 1 && said.words().contains("events.ndjson"));
  }

  // ---- what people give to the command

  @Test
  void whatever_is_given_to_the_command_the_answer_is_a_sentence() throws Exception {
    var log = log();
    var pack = log.pack(log.folder.resolve("pack.zip"));
    var nonsense = Files.writeString(log.folder.resolve("nonsense.zip"), "no zip");
    var key = log.key();
    for (var words :
        List.of(
            List.of(),
            List.of("verify"),
            List.of("verify", pack),
            List.of("verify", pack, "--key"),
            List.of("verify", pack, "--key", "nothing"),
            List.of("verify", pack, "--key", nonsense),
            List.of("verify", "/not/there", "--key", key),
            List.of("verify", nonsense, "--key", key),
            List.of("verify", log.folder, "--key", key),
            List.of("verify", pack, "--key", key, "--since", nonsense),
            List.of("verify", pack, "--key", key, "--since", "/not/there"),
            List.of("verify", pack, "--kee", key),
            List.of("verify", "a\0b", "--key", key),
            List.of("prove", pack, "--key", key),
            List.of("prove", pack, "999999", "--key", key),
            List.of("prove", pack, "x", "--key", key),
            List.of("new-key", "/not/there"),
            List.of("sing"))) {
      var said = command(words.toArray());
      assertThat(said.end()).as("%s: %s", words, said.words()).isEqualTo(2);
      assertThat(said.words()).as("%s", words).isNotBlank().doesNotContain("Exception").doesNotContain("\tat ");
    }
    assertThat(command("help").end()).isZero();
    assertThat(command("verify", pack, "--key", "x+00000000+" + "A".repeat(44)).end()).isEqualTo(2);
  }

  // ---- the sequencer

  @Test
  void a_sequencer_that_is_killed_before_any_statement_leaves_everything_to_the_next_round() throws Exception {
    var log = log();
    int statement = 0;
    boolean killed;
    do {
      log.acts(3);
      var heads = heads(log);
      var dying = new Dying(log.jdbc.getDataSource(), ++statement, false);
      dyingLog(dying, log).sequencer.round();
      killed = dying.killed;
      assertThat(log.sequencer.stillWaiting().entries()).as("killed at statement %d", statement).isEqualTo(killed ? 3 : 0);
      assertThat(heads(log).size() - heads.size()).as("heads after statement %d", statement).isEqualTo(killed ? 0 : 1);
      assertEachIsSealedOnce(log, "statement " + statement);
    } while (killed);
    assertThat(statement).as("statements of a round, begin to commit").isGreaterThan(7);
  }

  @Test
  void a_sequencer_that_is_killed_after_its_commit_and_before_it_wrote_the_file_does_not_seal_twice() throws Exception {
    var log = log();
    log.acts(3);
    var dying = new Dying(log.jdbc.getDataSource(), Integer.MAX_VALUE, true);
    dyingLog(dying, log).sequencer.round();

    assertThat(dying.killed).isTrue();
    assertThat(log.sequencer.stillWaiting().entries()).isZero();
    assertThat(log.kept.last().orElseThrow().size()).as("the file is behind").isLessThan(log.sequencer.last().orElseThrow().size());
    log.acts(2);
    assertEachIsSealedOnce(log, "commit");
  }

  private ALog dyingLog(Dying dying, ALog log) {
    var one = new ALog(dying, log.folder, paper);
    one.clock.moves(Duration.between(one.clock.instant(), log.clock.instant()));
    return one;
  }

  private static List<String> heads(ALog log) {
    return log.jdbc.queryForList("select note from audit_head order by size", String.class);
  }

  private static void assertEachIsSealedOnce(ALog log, String after) {
    log.sequencer.sequence();
    assertThat(log.sequencer.stillWaiting().entries()).as("waiting after %s", after).isZero();
    assertThat(
            log.jdbc.queryForMap(
                "select (select count(*) from audit_entry) = count(*) as every, count(distinct audit_id) = count(*) as once,"
                    + " max(leaf_index) + 1 = count(*) as gapless, max(leaf_index) + 1 = (select max(size) from audit_head) as head from audit_leaf"))
        .as("after %s", after)
        .containsValue(true)
        .doesNotContainValue(false);
    assertThat(log.check().findings()).as("after %s", after).isEmpty();
  }

  /** Has its connection torn down by the server just before one of the statements of a round, or hears nothing any more after the commit. */
  private static final class Dying extends DelegatingDataSource {

    private final AtomicInteger left;
    private final boolean afterCommit;
    private boolean killed;

    Dying(DataSource target, int at, boolean afterCommit) {
      super(target);
      this.left = new AtomicInteger(at);
      this.afterCommit = afterCommit;
    }

    @Override
    public Connection getConnection() throws SQLException {
      var real = super.getConnection();
      return (Connection)
          java.lang.reflect.Proxy.newProxyInstance(
              getClass().getClassLoader(),
              new Class<?>[] {Connection.class},
              (proxy, method, args) -> {
                boolean commit = method.getName().equals("commit");
                if ((commit || method.getName().matches("prepareStatement|createStatement")) && left.decrementAndGet() == 0) {
                  terminate(real);
                }
                try {
                  var answer = method.invoke(real, args);
                  if (commit && afterCommit && !killed) {
                    killed = true;
                    throw new SQLException("The connection is gone, and whether it committed is not known");
                  }
                  return answer;
                } catch (java.lang.reflect.InvocationTargetException e) {
                  throw e.getCause();
                }
              });
    }

    private void terminate(Connection victim) throws SQLException {
      int process = victim.unwrap(PGConnection.class).getBackendPID();
      try (var other = super.getConnection(); var statement = other.createStatement()) {
        statement.execute("select pg_terminate_backend(" + process + ", 5000)");
      }
      killed = true;
    }
  }

  @Test
  void health_warns_when_an_entry_has_waited_longer_than_ten_seconds() throws Exception {
    var log = log();
    var health = new LogHealth(log.sequencer, log.state, log.clock);
    log.state.grew(false);
    log.acts(1);
    log.clock.moves(Duration.ofSeconds(9));
    assertThat(health.health().getStatus().getCode()).isEqualTo("UP");
    log.clock.moves(Duration.ofSeconds(2));
    assertThat(health.health().getStatus()).isEqualTo(LogHealth.WARNING);
    assertThat(health.health().getDetails()).containsEntry("trouble", "LATE");
    log.sequencer.sequence();
    assertThat(health.health().getStatus().getCode()).isEqualTo("UP");
  }

  @Test
  void an_entry_whose_transaction_commits_late_is_not_passed_over() throws Exception {
    var log = log();
    try (var late = log.jdbc.getDataSource().getConnection()) {
      late.setAutoCommit(false);
      late.createStatement()
          .execute(
              "insert into audit_entry (at, actor_kind, actor_id, act, subject_type, subject_id, details)"
                  + " values ('" + log.clock.instant() + "', 'STAFF', 'lowri', 'referral.received', 'referral', 'FP-LATE-0001', '{}')");
      log.acts(3);
      assertThat(log.sequencer.sequence()).isEqualTo(3);
      late.commit();
    }
    assertThat(log.sequencer.sequence()).isEqualTo(1);
    assertThat(log.check().findings()).isEmpty();
  }

  @Test
  void a_lost_key_is_not_replaced_in_silence_and_a_new_one_stands_in_the_log() throws Exception {
    var log = log();
    var old = log.key();
    var oldHead = log.folder.resolve("old-head.txt");
    Files.writeString(oldHead, log.sequencer.last().orElseThrow().head().note());
    Files.move(log.folder.resolve("log.key"), log.folder.resolve("lost"));
    assertThat(log.acts(1).sequencer.sequence()).isZero();
    assertThat(log.state.trouble()).isEqualTo("NO_KEY");

    assertThat(command("new-key", log.folder).end()).isZero();
    assertThat(Files.getPosixFilePermissions(log.folder.resolve("log.key"))).hasSize(2);
    assertThat(log.sequencer.sequence()).isPositive();

    assertThat(log.state.trouble()).isNull();
    assertThat(log.key()).isNotEqualTo(old);
    assertThat(log.check().findings()).isEmpty();
    var pack = log.pack(log.folder.resolve("pack.zip"));
    assertThat(command("verify", pack, "--key", log.key()).words()).startsWith("OK ");
    assertThat(command("verify", pack, "--key", log.key(), "--key", old, "--since", oldHead).words()).startsWith("OK ");
    assertThat(command("verify", pack, "--key", old).end()).isEqualTo(1);
  }
}
