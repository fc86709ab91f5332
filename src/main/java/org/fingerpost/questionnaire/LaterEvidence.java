package org.fingerpost.questionnaire;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fingerpost.platform.InvalidInput;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Documents that join an application after it was decided, such as the insurance of the next year: kept and shown with the others. */
@Component
public class LaterEvidence {

  private final ApplicationRows rows;
  private final Applications applications;
  private final Clock clock;

  LaterEvidence(ApplicationRows rows, Applications applications, Clock clock) {
    this.rows = rows;
    this.applications = applications;
    this.clock = clock;
  }

  /**
   * Keeps a document.
   *
   * @param question key of the question that it answers anew
   * @throws InvalidInput on {@code file} if it cannot be taken; nothing else changes then
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public UUID add(String reference, String question, String fileName, byte[] content) {
    var row = applications.lock(reference);
    String type = UploadCheck.typeOf(content);
    var evidence =
        new Evidence(UUID.randomUUID(), question, type, content.length, sha256(content), clock.instant(), null);
    rows.add(reference, new ApplicationRows.Stored(evidence, FillingIn.tidy(fileName, type)), content);
    rows.changed(reference, clock.instant(), null, List.of(question));
    applications.record(
        "application.fileAdded",
        row,
        Map.of(
            "question", question,
            "file", evidence.id().toString(),
            "mediaType", type,
            "bytes", Integer.toString(content.length)));
    return evidence.id();
  }

  private static String sha256(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
