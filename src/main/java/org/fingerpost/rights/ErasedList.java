package org.fingerpost.rights;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The list of what was erased, by hash, in a file outside the database: a restored backup brings back an older list together with the
 * people, and only the file knows better. Written after the commit, never before, because a line in it erases.
 */
@Component
class ErasedList {

  private static final Logger LOG = LoggerFactory.getLogger(ErasedList.class);
  private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

  private final JdbcClient db;
  private final Path file;

  ErasedList(
      JdbcClient db,
      @Value("${fingerpost.erased-list:${fingerpost.data-directory:data}/erased.list}") Path file) {
    this.db = db;
    this.file = file;
  }

  /** Writes what is erased in the current transaction to the file, once it is certain. */
  void keptOutsideAfterCommit() {
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            writeMissing();
          }
        });
  }

  /** Appends what the file lacks. If it cannot be written, the next round tries again; until then the log says so. */
  synchronized void writeMissing() {
    var lines = new ArrayList<String>();
    Set<String> there = hashes();
    db.sql("select subject_hash from rights_erased order by erased_at, subject_hash")
        .query(String.class)
        .list()
        .stream()
        .filter(hash -> !there.contains(hash))
        .forEach(lines::add);
    if (lines.isEmpty()) {
      return;
    }
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Files.write(file, lines, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      LOG.error("{} erased records are not yet in {}: a restored backup would bring them back", lines.size(), file);
    }
  }

  /** Lines of the file that the database does not know: erased after the backup it came from. */
  List<String> unknownToTheDatabase() {
    var known = new HashSet<>(db.sql("select subject_hash from rights_erased").query(String.class).list());
    return hashes().stream().filter(hash -> !known.contains(hash)).toList();
  }

  private Set<String> hashes() {
    try {
      return Files.exists(file)
          ? Files.readAllLines(file).stream()
              .map(String::strip)
              .filter(line -> HASH.matcher(line).matches())
              .collect(java.util.stream.Collectors.toCollection(java.util.LinkedHashSet::new))
          : Set.of();
    } catch (IOException e) {
      LOG.error("{} cannot be read: a restored backup would bring back whom it names", file);
      return Set.of();
    }
  }
}
