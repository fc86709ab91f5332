package org.fingerpost.audit;

import java.util.Locale;

/**
 * The kinds of line in a story. The words are {@code audit.happened.<kind>} in the
 * bundles.
 */
enum Happening {
  /** An act that somebody's click, call or link carried out, from our own record. */
  ACT,
  PROCESS_STARTED,
  PROCESS_ENDED,
  /** A called process began; its own steps follow. */
  PART_STARTED,
  PART_ENDED,
  STEP_DONE,
  /** An automatic step that waits to be carried out. */
  STEP_WAITING,
  STEP_STOPPED,
  TASK_OPENED,
  TASK_CLAIMED,
  TASK_DONE,
  /**
   * A task that was taken away before anybody finished it, by a message, a deadline or a
   * withdrawal.
   */
  TASK_ENDED,
  TIMER_SET,
  TIMER_FIRED,
  MESSAGE_CAUGHT,
  DECIDED,
  MESSAGE_WRITTEN,
  MESSAGE_SENT,
  /** Its address and text were removed because their time was over. */
  MESSAGE_REMOVED;

  /** The part of a key in the bundles: {@code task-done}. */
  String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
