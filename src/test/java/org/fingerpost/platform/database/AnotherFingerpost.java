package org.fingerpost.platform.database;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Path;

/** A second Java process that holds a data directory, because only another process can be killed. */
final class AnotherFingerpost implements Closeable {

  private final Process process;

  private AnotherFingerpost(Process process) {
    this.process = process;
  }

  /** Returns once its PostgreSQL runs. */
  static AnotherFingerpost startOn(Path folder) throws IOException {
    var process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                AnotherFingerpost.class.getName(),
                folder.toString())
            .redirectErrorStream(true)
            .start();
    var output = new BufferedReader(new InputStreamReader(process.getInputStream()));
    var said = new StringBuilder();
    for (var line = output.readLine(); line != null; line = output.readLine()) {
      if (line.equals("running")) {
        return new AnotherFingerpost(process);
      }
      said.append(line).append('\n');
    }
    throw new IllegalStateException("The other process ended before its PostgreSQL ran:\n" + said);
  }

  long pid() {
    return process.pid();
  }

  /** As {@code kill -9}: it has no time to stop its PostgreSQL. */
  void kill() {
    process.destroyForcibly().onExit().join();
  }

  @Override
  public void close() {
    kill();
  }

  public static void main(String[] arguments) throws InterruptedException {
    EmbeddedPostgres.start(DataDirectory.open(Path.of(arguments[0])), TestDatabase.PROGRAMS);
    System.out.println("running");
    Thread.sleep(Long.MAX_VALUE);
  }
}
