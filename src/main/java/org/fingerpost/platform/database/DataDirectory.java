package org.fingerpost.platform.database;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.fingerpost.platform.StartRefused;
import org.fingerpost.platform.Tokens;

/**
 * The folder that holds everything Fingerpost keeps on a machine without a database server, for its owner only and
 * for one Fingerpost at a time: the lock is the operating system's and ends with the process, however it ends.
 */
final class DataDirectory implements AutoCloseable {

  static final String ADMINISTRATOR = "postgres";
  static final String APPLICATION = "fingerpost";

  /** Begins the name of the folder that PostgreSQL's programs are unpacked into. */
  static final String PROGRAMS = ".postgresql-";

  private static final String LOCK = ".lock";
  private static final String ELSEWHERE = "set FINGERPOST_DATA_DIRECTORY to a folder of your own";

  private final Path folder;
  private final FileChannel lockFile;
  private final int userId;

  private DataDirectory(Path folder, FileChannel lockFile, int userId) {
    this.folder = folder;
    this.lockFile = lockFile;
    this.userId = userId;
  }

  /**
   * Makes the folder if need be and takes it for this process.
   *
   * @throws StartRefused if it cannot be used, or another Fingerpost uses it
   */
  static DataDirectory open(Path wanted) {
    var folder = wanted.toAbsolutePath().normalize();
    if (Files.exists(folder) && !Files.isDirectory(folder)) {
      throw unusable(folder, "is a file, not a folder", "Move it away, or " + ELSEWHERE);
    }
    FileChannel lockFile = null;
    try {
      refuseForeignContents(folder);
      Files.createDirectories(folder);
      var userId = userIdOfThisProcess(folder);
      refuseOthersFolder(folder, userId);
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
      var path = folder.resolve(LOCK);
      lockFile = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
      lock(lockFile, folder);
      return new DataDirectory(folder, lockFile, userId);
    } catch (UnsupportedOperationException e) {
      throw new StartRefused(
          "The embedded database needs a file system that knows owners and permissions, and " + folder + " has none.",
          "Set SPRING_DATASOURCE_URL to a PostgreSQL server of yours, or " + ELSEWHERE + ".",
          e);
    } catch (IOException e) {
      closeQuietly(lockFile);
      var why = "cannot be written to (" + e.getClass().getSimpleName() + ")";
      throw unusable(folder, why, "Make it writable, or " + ELSEWHERE);
    } catch (StartRefused e) {
      closeQuietly(lockFile);
      throw e;
    }
  }

  Path folder() {
    return folder;
  }

  Path pgdata() {
    return folder.resolve("postgres");
  }

  Path log() {
    return folder.resolve("postgres.log");
  }

  /** Both passwords in the form that libpq reads (PGPASSFILE). */
  Path passwordFile() {
    return folder.resolve("postgres-passwords");
  }

  boolean runsAsRoot() {
    return userId == 0;
  }

  /** Whether a database is there already, after checking that it is one that these programs can open. */
  boolean hasDatabase(int majorVersion) throws IOException {
    if (!Files.exists(pgdata())) {
      return false;
    }
    refuseOthersFolder(pgdata(), userId);
    var versionFile = pgdata().resolve("PG_VERSION");
    if (!Files.isRegularFile(versionFile)) {
      throw unusable(pgdata(), "is not a PostgreSQL data directory", "Move it away, or " + ELSEWHERE);
    }
    var version = Files.readString(versionFile).strip();
    if (!version.equals(Integer.toString(majorVersion))) {
      throw new StartRefused(
          "%s was made by PostgreSQL %s, and this Fingerpost carries PostgreSQL %d."
              .formatted(pgdata(), version, majorVersion),
          "Start the Fingerpost that made it, or " + ELSEWHERE + ".");
    }
    if (!Files.isRegularFile(passwordFile())) {
      throw unusable(
          pgdata(),
          "has lost its password file " + passwordFile().getFileName(),
          "Put the file back from a backup, or " + ELSEWHERE);
    }
    return true;
  }

  /** The password of {@link #ADMINISTRATOR} or {@link #APPLICATION}. */
  String password(String user) {
    try {
      var prefix = "*:*:*:" + user + ":";
      return Files.readAllLines(passwordFile()).stream()
          .filter(line -> line.startsWith(prefix))
          .map(line -> line.substring(prefix.length()))
          .findFirst()
          .orElseThrow(() -> unusable(passwordFile(), "names no password of " + user, "Put it back from a backup"));
    } catch (IOException e) {
      throw unusable(passwordFile(), "cannot be read", "Make it readable for its owner");
    }
  }

  /** Writes new random passwords; only while no database knows the old ones. */
  void renewPasswords() throws IOException {
    writePrivately(
        passwordFile(),
        "*:*:*:" + ADMINISTRATOR + ":" + Tokens.random() + "\n*:*:*:" + APPLICATION + ":" + Tokens.random() + "\n");
  }

  /** Replaces a file at once and for its owner only: a reader sees the old one or the new one, whole. */
  static void writePrivately(Path file, String text) throws IOException {
    var permissions = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    var unfinished = Files.createTempFile(file.getParent(), "." + file.getFileName(), null, permissions);
    try (var channel = FileChannel.open(unfinished, StandardOpenOption.WRITE)) {
      channel.write(ByteBuffer.wrap(text.getBytes(UTF_8)));
      channel.force(true);
    }
    Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
  }

  @Override
  public void close() {
    closeQuietly(lockFile);
  }

  private static void lock(FileChannel lockFile, Path folder) throws IOException {
    FileLock lock;
    try {
      lock = lockFile.tryLock();
    } catch (OverlappingFileLockException e) {
      lock = null;
    }
    if (lock == null) {
      var holder = ByteBuffer.allocate(20);
      lockFile.read(holder, 0);
      var process = new String(holder.array(), 0, holder.position(), UTF_8).strip();
      throw unusable(
          folder,
          "is in use by another Fingerpost" + (process.isEmpty() ? "" : " (process " + process + ")"),
          "Stop that one first, or " + ELSEWHERE);
    }
    lockFile.truncate(0);
    lockFile.write(ByteBuffer.wrap(Long.toString(ProcessHandle.current().pid()).getBytes(UTF_8)), 0);
  }

  /** Java does not tell its own user's number, but a file that it has just made does. */
  private static int userIdOfThisProcess(Path folder) throws IOException {
    var probe = Files.createTempFile(folder, ".probe-", null);
    try {
      return (Integer) Files.getAttribute(probe, "unix:uid");
    } finally {
      Files.delete(probe);
    }
  }

  private static void refuseOthersFolder(Path folder, int userId) throws IOException {
    if (!Files.getAttribute(folder, "unix:uid").equals(userId)) {
      throw unusable(
          folder,
          "belongs to the user " + Files.getOwner(folder).getName(),
          "Start Fingerpost as that user, or " + ELSEWHERE);
    }
  }

  /** The folder becomes its owner's alone: that must not happen to a home directory or {@code /tmp} by mistake. */
  private static void refuseForeignContents(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (var contents = Files.list(folder)) {
      var names = contents.map(path -> path.getFileName().toString()).toList();
      var ours = names.stream().anyMatch(name -> name.equals(LOCK) || name.startsWith(PROGRAMS));
      // a file system of its own comes with lost+found
      if (!ours && !names.stream().allMatch("lost+found"::equals)) {
        throw unusable(folder, "holds other things", "Name an empty or a new folder: " + ELSEWHERE);
      }
    }
  }

  private static StartRefused unusable(Path path, String why, String action) {
    return new StartRefused("The data directory cannot be used: " + path + " " + why + ".", action + ".");
  }

  private static void closeQuietly(FileChannel channel) {
    if (channel != null) {
      try {
        channel.close();
      } catch (IOException e) {
        // the lock ends with the process at the latest
      }
    }
  }
}
