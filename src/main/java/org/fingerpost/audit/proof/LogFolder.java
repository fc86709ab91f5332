package org.fingerpost.audit.proof;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The folder outside the database that holds the signing key, the heads and the packs: {@code audit} in the data directory, or, with a
 * database of one's own, {@code fingerpost.audit.folder}. Two nodes share it.
 */
@Component
class LogFolder {

  private final Path folder;

  @Autowired
  LogFolder(
      @Value("${fingerpost.audit.folder:}") String configured,
      @Value("${fingerpost.database}") String database,
      @Value("${fingerpost.data-directory:data}") String dataDirectory) {
    this(configured.isBlank() ? "embedded".equals(database) ? Path.of(dataDirectory, "audit") : null : Path.of(configured.strip()));
  }

  LogFolder(Path folder) {
    this.folder = folder;
  }

  /** The folder, made if need be; empty when none is configured. */
  Optional<Path> there() throws IOException {
    if (folder == null) {
      return Optional.empty();
    }
    if (!Files.isDirectory(folder)) {
      Files.createDirectories(folder);
      if (Files.getFileStore(folder).supportsFileAttributeView("posix")) {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
      }
    }
    return Optional.of(folder);
  }

  /** Where heads are kept outside the database. */
  Optional<Path> heads() throws IOException {
    return there().map(there -> there.resolve("heads.txt"));
  }

  Path packs() throws IOException {
    var packs = there().orElseThrow(() -> new IOException("no folder")).resolve("packs");
    return Files.createDirectories(packs);
  }
}
