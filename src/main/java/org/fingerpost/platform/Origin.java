package org.fingerpost.platform;

/**
 * From where an act came, as its audit entry says it. No address and no device: those single out people.
 *
 * @param via the door it came through
 * @param session which session, as the beginning of a hash of its id; {@code null} outside sessions
 */
public record Origin(Via via, String session) {

  /** The doors of the house. */
  public enum Via {
    /** Our own pages. */
    PAGES,
    /** Camunda Tasklist. */
    TASKLIST,
    /** A system with a key of its own. */
    API,
    /** Somebody without an account, by the secret in their link. */
    LINK,
    /** Camunda Modeler. */
    MODELER,
    /** Fingerpost itself: a timer, a round of the day. */
    ROUND,
    /** Fingerpost as it starts. */
    START
  }

  public static final Origin ROUND = new Origin(Via.ROUND, null);
}
