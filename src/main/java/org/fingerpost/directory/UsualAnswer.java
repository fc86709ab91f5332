package org.fingerpost.directory;

/**
 * How an organisation has answered introductions in the last twelve months.
 *
 * @param answers how many it answered
 * @param accepted how many of these it took on, or put on its waiting list
 * @param medianDays usual time to its answer, in working days
 */
public record UsualAnswer(int answers, int accepted, int medianDays) {

  /** Fewer answers than this say nothing. */
  public static final int ENOUGH = 5;

  /** Whether there are enough answers to say something by them. */
  public boolean tells() {
    return answers >= ENOUGH;
  }

  /** How many of ten it takes on, rounded. */
  public int acceptedOfTen() {
    return Math.round(10f * accepted / answers);
  }
}
