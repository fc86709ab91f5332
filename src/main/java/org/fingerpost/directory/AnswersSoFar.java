package org.fingerpost.directory;

import java.time.LocalDate;
import java.util.List;

/** The answers that organisations gave to introductions. Whoever keeps introductions knows them. */
public interface AnswersSoFar {

  /** Every answer to an introduction that was offered on or after a day. */
  List<Answered> since(LocalDate day);

  /**
   * @param offeredOn a day in Europe/London, as the other
   * @param accepted taken on or put on the waiting list
   */
  record Answered(String schemeId, String activityId, LocalDate offeredOn, LocalDate answeredOn, boolean accepted) {}
}
