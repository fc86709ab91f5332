package org.fingerpost.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Power goes while every process is in the middle of a step; with the next start all of them go on. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class CrashIT {

  @TempDir static Path data;

  @Test
  void a_crash_in_the_middle_of_every_process_leaves_nothing_half_done_and_all_go_on() throws Exception {
    assertThat(run("crash")).as("the first start ended as by a power cut; see %s", log("crash")).isEqualTo(CrashedStories.HALTED);

    assertThat(run("go-on")).as("the second start; see %s", log("go-on")).isZero();
    assertThat(Files.readString(log("go-on"))).contains("went on: ").doesNotContain("WRONG: ");
  }

  private static int run(String part) throws IOException, InterruptedException {
    var classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    var command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx640m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                classPath,
                CrashedStories.class.getName(),
                part,
                data.toString()));
    var program = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log(part).toFile()).start();
    try {
      assertThat(program.waitFor(6, TimeUnit.MINUTES)).as("done within six minutes").isTrue();
      return program.exitValue();
    } finally {
      program.destroyForcibly();
    }
  }

  private static Path log(String part) {
    return Path.of("target", "crash-" + part + ".log").toAbsolutePath();
  }
}
