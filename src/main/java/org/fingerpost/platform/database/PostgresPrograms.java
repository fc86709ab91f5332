package org.fingerpost.platform.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.fingerpost.platform.StartRefused;

/**
 * Runs {@code initdb} and {@code pg_ctl}. PostgreSQL refuses to run as root; there the programs get a user namespace of
 * their own ({@code unshare -U}), in which they are nobody but still own the files that root made.
 */
final class PostgresPrograms {

  /** What a program answered: its exit code and everything it printed. */
  record Answer(int exitCode, String output) {

    boolean succeeded() {
      return exitCode == 0;
    }

    String lastLine() {
      var lines = output.strip().lines().toList();
      return lines.isEmpty() ? "no message, exit code " + exitCode : lines.get(lines.size() - 1);
    }
  }

  private static final List<String> AS_NOBODY = List.of("unshare", "-U");

  private final PostgresBinaries binaries;
  private final boolean asRoot;

  /**
   * @throws StartRefused if we are root and this machine has no user namespaces
   */
  PostgresPrograms(PostgresBinaries binaries, boolean asRoot) {
    this.binaries = binaries;
    this.asRoot = asRoot;
    if (asRoot && !canBecomeNobody()) {
      throw new StartRefused(
          "PostgreSQL refuses to run as root, and this machine does not let root set that aside (unshare -U).",
          "Start Fingerpost as an ordinary user, or set SPRING_DATASOURCE_URL to a PostgreSQL server of yours.");
    }
  }

  Answer run(Duration patience, String program, String... arguments) {
    var command = new ArrayList<String>(asRoot ? AS_NOBODY : List.of());
    command.add(binaries.program(program).toString());
    command.addAll(List.of(arguments));
    return run(patience, command, binaries.home());
  }

  private static boolean canBecomeNobody() {
    var command = new ArrayList<>(AS_NOBODY);
    command.addAll(List.of("sh", "-c", "test \"$(id -u)\" != 0"));
    return run(Duration.ofSeconds(10), command, Path.of("/")).succeeded();
  }

  private static Answer run(Duration patience, List<String> command, Path workingDirectory) {
    Process process = null;
    try {
      var builder = new ProcessBuilder(command).redirectErrorStream(true).directory(workingDirectory.toFile());
      // PGHOST, PGDATA, PGOPTIONS and the like are meant for other servers; messages are read by us, so in English
      builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
      builder.environment().put("LC_ALL", "C");
      process = builder.start();
      process.getOutputStream().close();
      var running = process;
      var output = new StringBuilder();
      var reader = new Thread(() -> read(running, output), "fingerpost-postgres-output");
      reader.setDaemon(true);
      reader.start();
      if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        process.destroyForcibly();
        return new Answer(124, command.get(command.size() - 1) + ": no answer within " + patience.toSeconds() + " s");
      }
      reader.join(1000);
      synchronized (output) {
        return new Answer(process.exitValue(), output.toString());
      }
    } catch (IOException e) {
      return new Answer(127, e.getMessage());
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
      return new Answer(130, "interrupted");
    }
  }

  private static void read(Process process, StringBuilder output) {
    try (var in = process.getInputStream()) {
      var buffer = new byte[4096];
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        synchronized (output) {
          output.append(new String(buffer, 0, n, StandardCharsets.UTF_8));
        }
      }
    } catch (IOException e) {
      // the process is gone; what was read so far is the answer
    }
  }
}
