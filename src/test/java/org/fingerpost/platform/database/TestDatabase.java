package org.fingerpost.platform.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.env.EnvironmentPostProcessor;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.util.FileSystemUtils;

/**
 * One PostgreSQL for all Spring tests of a run, fresh at its start. Tests need do nothing: whoever starts a Spring
 * application in the tests without choosing a database or a {@code fingerpost.data-directory} gets
 * {@code target/test-data}.
 */
public final class TestDatabase implements EnvironmentPostProcessor, Ordered {

  public static final Path DATA_DIRECTORY = Path.of("target/test-data");

  /** Where PostgreSQL's programs are unpacked, once for all runs until {@code mvn clean}. */
  static final Path PROGRAMS = Path.of("target");

  private static boolean fresh;

  /** The last word: after the configuration files have been read. */
  @Override
  public int getOrder() {
    return Ordered.LOWEST_PRECEDENCE;
  }

  @Override
  public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
    if (environment.containsProperty("spring.datasource.url")
        || environment.containsProperty("fingerpost.data-directory")) {
      return;
    }
    clearOnce();
    environment
        .getPropertySources()
        .addLast(new MapPropertySource("testDatabase", Map.of("fingerpost.data-directory", DATA_DIRECTORY.toString())));
  }

  /** Saves a data directory the unpacking. */
  static void shareProgramsWith(Path folder) throws IOException {
    var home = PostgresBinaries.unpackedUnder(PROGRAMS).home();
    Files.createSymbolicLink(folder.resolve(home.getFileName()), home);
  }

  private static synchronized void clearOnce() {
    if (!fresh) {
      fresh = true;
      try {
        var pgdata = DATA_DIRECTORY.resolve("postgres");
        Postmaster.of(pgdata)
            .filter(leftOver -> leftOver.runsOn(pgdata))
            .flatMap(leftOver -> ProcessHandle.of(leftOver.pid()))
            .ifPresent(ProcessHandle::destroyForcibly);
        FileSystemUtils.deleteRecursively(DATA_DIRECTORY);
        Files.createDirectories(DATA_DIRECTORY);
        shareProgramsWith(DATA_DIRECTORY);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
