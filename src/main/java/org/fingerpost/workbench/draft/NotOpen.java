package org.fingerpost.workbench.draft;

/** The draft is proposed, live or dropped, and stays as it is. */
public class NotOpen extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final DraftStatus status;

  NotOpen(DraftStatus status) {
    super("The draft is " + status);
    this.status = status;
  }

  public DraftStatus status() {
    return status;
  }
}
