package org.fingerpost.workbench.draft;

/** Where a draft stands. */
public enum DraftStatus {
  /** Being changed. */
  OPEN,
  /** Waits for a colleague's agreement; stays as it was proposed. */
  PROPOSED,
  /** In use. */
  LIVE,
  /** Given up. */
  DROPPED
}
