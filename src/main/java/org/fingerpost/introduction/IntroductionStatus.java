package org.fingerpost.introduction;

import java.time.LocalDate;
import java.util.UUID;
import org.fingerpost.scheme.ActivityKind;
import org.fingerpost.scheme.LocalisedText;

/**
 * Where one introduction stands, as whoever supports the person sees it.
 *
 * @param organisationPhone or {@code null}
 * @param status {@code OFFERED}, {@code ACCEPTED}, {@code WAITING_LIST}, {@code DECLINED}, {@code NO_ANSWER} or {@code
 *     STOPPED}; words: {@code introduction.status.<CODE>}
 * @param live whether the organisation may still expect the person, or an answer may still come
 * @param accompaniedBy {@code null} for nobody, or where nobody noted who
 * @param answeredOn or {@code null}
 * @param firstOn first day the person is expected, or {@code null}
 * @param lookAgainOn when to look again for a place, or {@code null}
 * @param declineReason or {@code null}
 * @param answerNote the organisation's words, or {@code null}
 * @param openQuestion what the organisation asks and nobody has answered yet, or {@code null}
 * @param timesAttended as far as anybody told
 * @param lastAttendedOn or {@code null}
 * @param regularSince first day on which going there was a habit, or {@code null}
 */
public record IntroductionStatus(
    UUID introductionId,
    String activityId,
    LocalisedText activityName,
    String organisationName,
    String organisationPhone,
    ActivityKind kind,
    String status,
    boolean live,
    boolean accompanied,
    AccompaniedBy accompaniedBy,
    LocalDate offeredOn,
    LocalDate answerBy,
    LocalDate answeredOn,
    LocalDate firstOn,
    LocalDate lookAgainOn,
    DeclineReason declineReason,
    String answerNote,
    String openQuestion,
    int timesAttended,
    LocalDate lastAttendedOn,
    LocalDate regularSince) {

  @Override
  public String toString() {
    return "IntroductionStatus[" + activityId + " " + status + "]";
  }
}
