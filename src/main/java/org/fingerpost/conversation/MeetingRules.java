package org.fingerpost.conversation;

import java.time.LocalDate;
import java.util.ArrayList;
import org.fingerpost.platform.InvalidInput;
import org.fingerpost.platform.InvalidInput.Problem;
import java.util.List;

/** What must fit together in a meeting before it is kept. What makes a plan good is another question: {@link PlanCompleteness}. */
final class MeetingRules {

  /** Longer ahead than this is a slip of the pen. */
  private static final int MOST_DAYS_AHEAD = 366;

  private MeetingRules() {}

  static void check(Meeting meeting, LocalDate today) {
    var problems = new ArrayList<Problem>();
    var plan = meeting.plan();
    if (!meeting.another() && plan.whatMatters() == null) {
      problems.add(new Problem("whatMatters", "conversation.form.whatMatters.required", List.of()));
    }
    if (!meeting.another() && plan.goals().isEmpty()) {
      problems.add(new Problem("goalOne", "conversation.form.goalOne.required", List.of()));
    }
    if (meeting.another() && !ahead(meeting.nextMeetingOn(), today)) {
      problems.add(new Problem("nextMeetingOn", "conversation.form.nextMeetingOn.ahead", List.of()));
    }
    if (plan.reviewOn() != null && !ahead(plan.reviewOn(), today)) {
      problems.add(new Problem("reviewOn", "conversation.form.reviewOn.ahead", List.of()));
    }
    boolean visited = meeting.homeVisit() != null;
    if (meeting.atHome() && (!visited || !meeting.homeVisit().complete())) {
      problems.add(new Problem("pets", "conversation.form.homeVisit.required", List.of()));
    }
    if (visited && !meeting.atHome()) {
      problems.add(new Problem("pets", "conversation.form.homeVisit.notAtHome", List.of()));
    }
    if (visited
        && meeting.homeVisit().answers().get(HomeVisit.Question.WEAPONS_OR_VIOLENCE) == HomeVisit.Answer.YES
        && meeting.homeVisit().note() == null) {
      problems.add(new Problem("homeNote", "conversation.form.homeNote.required", List.of()));
    }
    if (!problems.isEmpty()) {
      throw new InvalidInput(problems);
    }
  }

  private static boolean ahead(LocalDate day, LocalDate today) {
    return !day.isBefore(today) && !day.isAfter(today.plusDays(MOST_DAYS_AHEAD));
  }
}
