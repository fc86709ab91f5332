package org.fingerpost.platform.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/**
 * What {@code postmaster.pid} says of the server that runs, or ran, on a data directory.
 *
 * @param pid its process
 * @param port the TCP port it listens on, or 0 while it has not written one yet
 * @param ready whether it accepts connections
 */
record Postmaster(long pid, int port, boolean ready) {

  private static final Path PROCESSES = Path.of("/proc");
  private static final int PORT_LINE = 3;
  private static final int STATUS_LINE = 7;

  /** Reads the file; empty if there is none or it is still being written. */
  static Optional<Postmaster> of(Path pgdata) {
    try {
      var lines = Files.readAllLines(pgdata.resolve("postmaster.pid"));
      var port = lines.size() > PORT_LINE ? Integer.parseInt(lines.get(PORT_LINE).strip()) : 0;
      var ready = lines.size() > STATUS_LINE && "ready".equals(lines.get(STATUS_LINE).strip());
      return Optional.of(new Postmaster(Long.parseLong(lines.get(0).strip()), port, ready));
    } catch (NoSuchFileException | NumberFormatException | IndexOutOfBoundsException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new IllegalStateException("postmaster.pid cannot be read in " + pgdata, e);
    }
  }

  /** Whether a process of that id exists, be it somebody else's or a zombie that no parent has collected yet. */
  boolean processExists() {
    return ProcessHandle.of(pid).isPresent();
  }

  /**
   * Whether the process lives and is the server of this directory. Process ids are used again: after a power cut this
   * one may be anybody's, even another PostgreSQL's.
   */
  boolean runsOn(Path pgdata) {
    var process = ProcessHandle.of(pid).filter(ProcessHandle::isAlive);
    if (process.isEmpty() || zombie()) {
      return false;
    }
    if (canSeeProcesses()) {
      return worksIn(PROCESSES.resolve(Long.toString(pid)), pgdata);
    }
    return process.get().info().arguments().stream()
        .flatMap(Arrays::stream)
        .anyMatch(argument -> argument.equals(pgdata.toString()));
  }

  private boolean zombie() {
    try {
      var stat = Files.readString(PROCESSES.resolve(pid + "/stat"));
      return stat.charAt(stat.lastIndexOf(')') + 2) == 'Z';
    } catch (IOException | IndexOutOfBoundsException e) {
      return false;
    }
  }

  /** Whether this system shows where its processes work: Linux does. */
  static boolean canSeeProcesses() {
    return Files.isDirectory(PROCESSES.resolve("self"));
  }

  /** Whether any process works inside the data directory, as PostgreSQL's do for as long as they live. */
  static boolean anybodyWorksIn(Path pgdata) throws IOException {
    try (var processes = Files.newDirectoryStream(PROCESSES, "[0-9]*")) {
      for (var process : processes) {
        if (worksIn(process, pgdata)) {
          return true;
        }
      }
      return false;
    }
  }

  private static boolean worksIn(Path process, Path pgdata) {
    try {
      return Files.readSymbolicLink(process.resolve("cwd")).equals(pgdata.toRealPath());
    } catch (IOException e) {
      // gone meanwhile, or another user's, who could not have opened our directory
      return false;
    }
  }
}
