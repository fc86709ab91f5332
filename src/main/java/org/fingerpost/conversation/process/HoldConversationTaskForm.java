package org.fingerpost.conversation.process;

import static org.fingerpost.referral.journey.ReferralJourney.ANOTHER_MEETING;
import static org.fingerpost.referral.journey.ReferralJourney.NEXT_MEETING_AT;

import java.util.Arrays;
import java.util.List;
import org.fingerpost.conversation.ContactSheets;
import org.fingerpost.conversation.Conversations;
import org.fingerpost.conversation.HomeVisit;
import org.fingerpost.conversation.MeetingPlace;
import org.fingerpost.conversation.MeetingSheets;
import org.fingerpost.conversation.PersonalPlan.AgreedWith;
import org.fingerpost.conversation.PersonalPlan.Who;
import org.fingerpost.outcome.MeasureFields;
import org.fingerpost.platform.engine.Choices;
import org.fingerpost.platform.engine.Facts;
import org.fingerpost.platform.engine.Shown;
import org.fingerpost.platform.engine.TaskAtHand;
import org.fingerpost.platform.engine.TaskForm;
import org.springframework.stereotype.Component;

/** Form {@code hold-conversation} of {@code userTask_holdConversation} in {@code referral-journey}. */
@Component
class HoldConversationTaskForm implements TaskForm<HoldConversationForm> {

  private static final List<String> WHOS = codes(Who.values());
  private static final List<String> PLACES = codes(MeetingPlace.values());
  private static final List<String> HOME_ANSWERS = codes(HomeVisit.Answer.values());
  private static final List<String> AGREEMENTS = codes(AgreedWith.values());

  private final Conversations conversations;
  private final ContactSheets contacts;
  private final MeetingSheets meetings;
  private final MeasureFields measures;
  private final Choices choices;

  HoldConversationTaskForm(
      Conversations conversations,
      ContactSheets contacts,
      MeetingSheets meetings,
      MeasureFields measures,
      Choices choices) {
    this.conversations = conversations;
    this.contacts = contacts;
    this.meetings = meetings;
    this.measures = measures;
    this.choices = choices;
  }

  private static List<String> codes(Enum<?>... values) {
    return Arrays.stream(values).map(Enum::name).toList();
  }

  @Override
  public String formId() {
    return "hold-conversation";
  }

  @Override
  public Class<HoldConversationForm> answers() {
    return HoldConversationForm.class;
  }

  @Override
  public Shown show(TaskAtHand task) {
    var contact = contacts.of(task.subjectId(), task.language());
    var meeting = meetings.of(task.subjectId(), task.language());
    var shown =
        Shown.nothing()
            .text("personName", contact.personName())
            .text("needs", contact.needs())
            .text("reason", contact.reason())
            .text("risks", contact.risks())
            .text("meetingNote", meeting.note())
            .text("notices", meeting.notices())
            .flag("likesFirst", meeting.likesFirst())
            .options("whos", choices.of(task.language(), "conversation.who.", WHOS))
            .options("places", choices.of(task.language(), "conversation.place.", PLACES))
            .options("homeAnswers", choices.of(task.language(), "conversation.home-answer.", HOME_ANSWERS))
            .options("agreements", choices.of(task.language(), "conversation.agreed-with.", AGREEMENTS));
    meeting.soFar().ifPresent(last -> MeetingAnswers.show(shown, last));
    return measures.on(shown, meeting.toAsk(), task.language());
  }

  @Override
  public Facts submit(TaskAtHand task, HoldConversationForm answers) {
    var next =
        conversations.hold(
            task.subjectId(), task.schemeId(), MeetingAnswers.read(answers), answers.baseline(), task.userId());
    return next
        .map(at -> Facts.of(ANOTHER_MEETING, true).and(NEXT_MEETING_AT, at))
        .orElseGet(() -> Facts.of(ANOTHER_MEETING, false));
  }
}
