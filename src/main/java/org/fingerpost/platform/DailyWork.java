package org.fingerpost.platform;

/**
 * Work that becomes due on a day and is begun by looking for it, because no process instance waits for it: a year-long timer for
 * everybody whose support has ended would be a row that is carried for a year and mostly for nothing.
 */
public interface DailyWork {

  /**
   * Begins what is due today. Safe to repeat: what has begun is not begun again.
   *
   * @return how much was begun
   */
  int begin();
}
