package org.fingerpost.conversation;

import java.time.LocalDate;

/**
 * One meeting of the what-matters conversation, with all that was agreed up to its end.
 *
 * @param number from 1; also the version of the plan
 * @param heldOn the day
 * @param plan what is agreed so far
 * @param place where they met, or {@code null} if not said
 * @param homeVisit for visits at home, or {@code null}
 * @param nextMeetingOn day of the next meeting; {@code null} if the plan was agreed in this one
 * @param nextPlace where they will meet, or {@code null}
 */
public record Meeting(
    int number,
    LocalDate heldOn,
    PersonalPlan plan,
    MeetingPlace place,
    HomeVisit homeVisit,
    LocalDate nextMeetingOn,
    MeetingPlace nextPlace) {

  /** Whether they meet again before choosing. */
  public boolean another() {
    return nextMeetingOn != null;
  }

  public boolean atHome() {
    return place == MeetingPlace.HOME || nextPlace == MeetingPlace.HOME;
  }
}
