package org.fingerpost.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.fingerpost.audit.proof.log.CanonicalJson;
import org.fingerpost.audit.proof.log.Edge;
import org.fingerpost.audit.proof.log.LogEntry;
import org.fingerpost.audit.proof.log.Merkle;
import org.fingerpost.audit.proof.log.SignedHead;
import org.fingerpost.audit.proof.log.Tiles;
import org.fingerpost.audit.proof.log.VerifierKey;
import org.fingerpost.audit.proof.offline.Command;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How long it takes to check a pack of the whole log, with a million invented entries. What one entry costs is told by {@code AuditEntryBenchmark}. */
@Tag("benchmark")
class AuditLogBenchmark {

  private static final int ENTRIES = Integer.getInteger("benchmark.entries", 1_000_000);

  @TempDir Path folder;

  @Test
  void a_million_entries_are_checked_within_a_minute() throws Exception {
    var pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    var key = VerifierKey.of("benchmark.example/audit", pair.getPublic());
    long from = System.nanoTime();
    write(key, pair.getPrivate());
    System.out.printf(Locale.ROOT, "%d entries sequenced and written in %.1f s%n", ENTRIES, (System.nanoTime() - from) / 1e9);

    var out = new ByteArrayOutputStream();
    // Seconds of this thread, which say the same on a machine that others use as well.
    var threads = ManagementFactory.getThreadMXBean();
    long worked = threads.getCurrentThreadCpuTime();
    from = System.nanoTime();
    int end = new Command(new PrintStream(out, true, StandardCharsets.UTF_8)).run(List.of("verify", folder.toString(), "--key", key.toString()));
    double seconds = (threads.getCurrentThreadCpuTime() - worked) / 1e9;
    System.out.printf(
        Locale.ROOT,
        "checked in %.1f s, of which %.1f s of work: %.0f entries per second%n",
        (System.nanoTime() - from) / 1e9,
        seconds,
        ENTRIES / seconds);

    assertThat(out.toString(StandardCharsets.UTF_8)).startsWith("OK " + ENTRIES + " ");
    assertThat(end).isZero();
    assertThat(seconds * 1_000_000 / ENTRIES).as("seconds for a million entries").isLessThan(60);
  }

  private void write(VerifierKey key, java.security.PrivateKey secret) throws IOException {
    var edge = new Edge();
    var levels = new TreeMap<Integer, List<byte[]>>();
    var bundle = new ByteArrayOutputStream();
    var now = Instant.parse("2026-01-01T00:00:00Z");
    try (BufferedWriter events = Files.newBufferedWriter(folder.resolve("events.ndjson"));
        BufferedWriter csv = Files.newBufferedWriter(folder.resolve("events.csv"))) {
      csv.write("\uFEFF" + LogEntry.csv(LogEntry.COLUMNS) + "\r\n");
      for (int i = 0; i < ENTRIES; i++) {
        var entry =
            new LogEntry(i + 1, now.plusMillis(i * 10L), "STAFF", "lowri", "TASKLIST", "0123456789abcdef", "contact.recorded", "referral",
                "FP-%04X-%04X".formatted(i >> 16, i & 0xffff), "gloucestershire", Map.of("channel", "TELEPHONE", "result", "REACHED"));
        byte[] bytes = entry.bytes();
        edge.add(
            Merkle.leaf(bytes),
            (level, index, hash) -> {
              if (level % Tiles.HEIGHT == 0) {
                levels.computeIfAbsent(level / Tiles.HEIGHT, l -> new ArrayList<>()).add(hash);
              }
            });
        events.write("{\"entry\":" + new String(bytes, StandardCharsets.UTF_8) + ",\"index\":" + i + "}\n");
        csv.write(entry.csv(i) + "\r\n");
        bundle.write(bytes.length >> 8);
        bundle.write(bytes.length);
        bundle.writeBytes(bytes);
        if (i % Tiles.WIDTH == Tiles.WIDTH - 1 || i == ENTRIES - 1) {
          file(Tiles.entries(i / Tiles.WIDTH, i % Tiles.WIDTH + 1), bundle.toByteArray());
          bundle.reset();
        }
      }
    }
    for (var level : levels.entrySet()) {
      var hashes = level.getValue();
      for (int tile = 0; tile * Tiles.WIDTH < hashes.size(); tile++) {
        var part = hashes.subList(tile * Tiles.WIDTH, Math.min(hashes.size(), (tile + 1) * Tiles.WIDTH));
        var bytes = new ByteArrayOutputStream();
        part.forEach(bytes::writeBytes);
        file(Tiles.path(level.getKey(), tile, part.size()), bytes.toByteArray());
      }
    }
    var head = SignedHead.sign(key, secret, edge.size(), edge.root(), now.plusMillis(ENTRIES * 10L), true);
    file("checkpoint", head.note().getBytes(StandardCharsets.UTF_8));
    file("heads.txt", (head.note() + "\n").getBytes(StandardCharsets.UTF_8));
    file("pack.json", CanonicalJson.bytes(Map.of("kind", "LOG")));
  }

  private void file(String name, byte[] bytes) throws IOException {
    var file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.write(file, bytes);
  }
}
