package org.fingerpost.workbench.draft;

import java.time.Instant;

/**
 * A file of a draft as it was last saved.
 *
 * @param name stable name: {@code dmn/referral-route.dmn}
 * @param content {@code null} where the draft takes the file away: a scheme's own variant, or the shared model
 * @param revision another number after each save
 * @param savedBy user id
 */
public record DraftFile(String name, byte[] content, int revision, String savedBy, Instant savedAt) {

  public boolean removed() {
    return content == null;
  }
}
