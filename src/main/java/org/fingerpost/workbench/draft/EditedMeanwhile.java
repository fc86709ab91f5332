package org.fingerpost.workbench.draft;

import java.time.Instant;

/** Somebody else, or the same person in another window, has saved the file since it was opened. Nothing was saved. */
public class EditedMeanwhile extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String savedBy;
  private final transient Instant savedAt;
  private final int revision;

  EditedMeanwhile(String savedBy, Instant savedAt, int revision) {
    super("The file was saved meanwhile");
    this.savedBy = savedBy;
    this.savedAt = savedAt;
    this.revision = revision;
  }

  /** User id; {@code null} where the file was taken out of the draft. */
  public String savedBy() {
    return savedBy;
  }

  /** {@code null} where the file was taken out of the draft. */
  public Instant savedAt() {
    return savedAt;
  }

  /** The revision that stands now; 0 where the file was taken out. */
  public int revision() {
    return revision;
  }
}
