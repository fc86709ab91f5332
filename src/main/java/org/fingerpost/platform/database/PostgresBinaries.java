package org.fingerpost.platform.database;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.fingerpost.platform.StartRefused;
import org.springframework.util.FileSystemUtils;
import org.tukaani.xz.XZInputStream;

/**
 * PostgreSQL's programs, unpacked once from the class path into a folder named by the archive's SHA-256: another
 * version gets another folder, and a half-unpacked one is never used because the folder appears by a rename.
 *
 * @param home holds {@code bin}, {@code lib} and {@code share}
 */
record PostgresBinaries(Path home) {

  /** The oldest major version that the product's SQL is written for; the embedded one is newer. */
  static final int OLDEST_MAJOR_VERSION = 15;

  /**
   * @param parent where the folder is looked for and, if missing, made; must be writable then
   * @throws StartRefused if this build carries no PostgreSQL for this machine
   */
  static PostgresBinaries unpackedUnder(Path parent) {
    var archive = archiveName(System.getProperty("os.name"), System.getProperty("os.arch"));
    try {
      var home = parent.resolve(DataDirectory.PROGRAMS + sha256(archive).substring(0, 16));
      if (!Files.isDirectory(home)) {
        unpack(archive, home);
      }
      return new PostgresBinaries(home.toAbsolutePath());
    } catch (IOException e) {
      throw new StartRefused(
          "PostgreSQL's programs cannot be unpacked into " + parent.toAbsolutePath() + ": " + e.getMessage() + ".",
          "Free some space there, or set FINGERPOST_DATA_DIRECTORY to a folder that can be written to.",
          e);
    }
  }

  Path program(String name) {
    return home.resolve("bin").resolve(name);
  }

  boolean hasLibrary(String name) {
    var folder = home.resolve("lib/postgresql");
    return Files.exists(folder.resolve(name + ".so")) || Files.exists(folder.resolve(name + ".dylib"));
  }

  static String archiveName(String osName, String osArch) {
    var os = osName.toLowerCase(Locale.ROOT);
    var system = os.startsWith("mac") ? "darwin" : os.startsWith("linux") ? "linux" : null;
    var machine = "aarch64".equals(osArch) ? "arm_64" : "x86_64";
    var archive = "postgres-" + system + "-" + machine + ".txz";
    if (system == null || PostgresBinaries.class.getResource("/" + archive) == null) {
      throw new StartRefused(
          "This build carries no PostgreSQL for " + osName + " on " + osArch + ".",
          "Set SPRING_DATASOURCE_URL to a PostgreSQL server of yours,"
              + " or build with -Dembedded-postgres.platform=<system>.");
    }
    return archive;
  }

  private static InputStream open(String archive) {
    return PostgresBinaries.class.getResourceAsStream("/" + archive);
  }

  private static String sha256(String archive) throws IOException {
    try (var in = new DigestInputStream(open(archive), MessageDigest.getInstance("SHA-256"))) {
      in.transferTo(OutputStream.nullOutputStream());
      return HexFormat.of().formatHex(in.getMessageDigest().digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }

  private static void unpack(String archive, Path home) throws IOException {
    var unfinished = Files.createTempDirectory(home.getParent(), ".unpacking-");
    try {
      try (var tar = new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(open(archive), 1 << 16)))) {
        for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
          // static libraries are for linking other programs; nothing here runs them
          if (!entry.getName().endsWith(".a")) {
            unpack(tar, entry, unfinished);
          }
        }
      }
      Files.setPosixFilePermissions(unfinished, PosixFilePermissions.fromString("rwxr-xr-x"));
      Files.move(unfinished, home, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      FileSystemUtils.deleteRecursively(unfinished);
    }
  }

  private static void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Path folder) throws IOException {
    var target = folder.resolve(entry.getName()).normalize();
    if (!target.startsWith(folder)) {
      throw new IOException("The archive points outside its folder: " + entry.getName());
    }
    if (entry.isDirectory()) {
      Files.createDirectories(target);
      return;
    }
    Files.createDirectories(target.getParent());
    if (entry.isSymbolicLink()) {
      Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
      return;
    }
    Files.copy(tar, target);
    if ((entry.getMode() & 0100) != 0) {
      var permissions = Files.getPosixFilePermissions(target);
      permissions.add(PosixFilePermission.OWNER_EXECUTE);
      permissions.add(PosixFilePermission.GROUP_EXECUTE);
      permissions.add(PosixFilePermission.OTHERS_EXECUTE);
      Files.setPosixFilePermissions(target, permissions);
    }
  }
}
