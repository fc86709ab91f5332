package org.fingerpost.audit.proof;

import java.time.Instant;
import java.util.ArrayList;
import org.fingerpost.audit.proof.PackWanted.Kind;
import org.fingerpost.audit.proof.log.BoundHashes;
import org.fingerpost.audit.proof.log.LogEntry;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What entries of a pack are bound to: models as they were deployed, records of closed cases. */
final class PackEvidence {

  private PackEvidence() {}

  static void write(PackFile out, PackSelection selection, JdbcTemplate jdbc, TransactionTemplate transaction) {
    if (selection.wanted().kind() != Kind.CASE && selection.wanted().kind() != Kind.MODEL) {
      return;
    }
    var found = new ArrayList<LogEntry>();
    selection.each(
        jdbc,
        transaction,
        (index, entry) -> {
          if (entry != null && (entry.act().equals(BoundHashes.SEALED) || entry.act().equals(BoundHashes.DEPLOYED))) {
            found.add(entry);
          }
        });
    var evidence = new BoundEvidence(JdbcClient.create(jdbc));
    for (var entry : found) {
      if (entry.act().equals(BoundHashes.DEPLOYED)) {
        evidence.models(entry.subjectId()).forEach((name, bytes) -> out.add("evidence/deployments/" + entry.subjectId() + "/" + name, bytes));
      } else if (entry.details().get("instance") instanceof String instance && entry.details().get("upTo") instanceof String until) {
        byte[] history = evidence.history(instance);
        // Cleaned up since, as an entry says: then the seal stands alone.
        if (history.length > 0) {
          out.add("evidence/cases/" + instance + "/history.json", history);
          if (entry.details().containsKey("decisions")) {
            out.add("evidence/cases/" + instance + "/decisions.json", evidence.decisions(entry.subjectId(), Instant.parse(until)));
          }
        }
      }
    }
  }
}
