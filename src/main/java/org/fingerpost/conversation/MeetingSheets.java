package org.fingerpost.conversation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.fingerpost.outcome.MeasureSet;
import org.fingerpost.platform.Language;
import org.fingerpost.platform.WrittenDate;
import org.fingerpost.referral.Referrals;
import org.fingerpost.referral.Stage;
import org.fingerpost.scheme.SchemeWords;
import org.fingerpost.scheme.Schemes;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What a link worker should know when a meeting begins: what was agreed so far, what to ask, what to beware of. */
@Component
public class MeetingSheets {

  private final Conversations conversations;
  private final Referrals referrals;
  private final Schemes schemes;
  private final SchemeWords words;

  MeetingSheets(Conversations conversations, Referrals referrals, Schemes schemes, SchemeWords words) {
    this.conversations = conversations;
    this.referrals = referrals;
    this.schemes = schemes;
    this.words = words;
  }

  @Transactional(readOnly = true)
  public MeetingSheet of(String referralId, Language language) {
    var referral = referrals.get(referralId);
    var rules = schemes.get(referral.schemeId()).whatMatters();
    // Before the first meeting there is nothing to look up.
    Optional<Meeting> soFar =
        referral.stage().compareTo(Stage.CONVERSATION) < 0
            ? Optional.empty()
            : conversations.latestMeeting(referralId);
    var toAsk = conversations.stillToAsk(referralId);
    int number = 1 + soFar.map(Meeting::number).orElse(0);
    String note =
        soFar
            .map(
                last ->
                    words.say(
                        referral.schemeId(),
                        language,
                        "conversation.meeting.again",
                        number,
                        WrittenDate.of(last.heldOn(), language)))
            .orElseGet(() -> words.say(referral.schemeId(), language, "conversation.meeting.first"));
    var notices = new ArrayList<String>();
    if (number >= rules.manyMeetings()) {
      notices.add(words.say(referral.schemeId(), language, "conversation.meeting.many", number));
    }
    toAsk
        .withoutLicence()
        .forEach(
            measure ->
                notices.add(
                    words.say(
                        referral.schemeId(),
                        language,
                        "outcome.measure.licence-needed",
                        measure.name(language),
                        measure.source())));
    soFar.map(Meeting::homeVisit).flatMap(visit -> warning(visit, referral.schemeId(), language)).ifPresent(notices::add);
    return new MeetingSheet(number, note, String.join(" ", notices), rules.likesFirst(), soFar, toAsk);
  }

  private Optional<String> warning(HomeVisit visit, String schemeId, Language language) {
    List<HomeVisit.Question> toKnow = visit.toKnow();
    if (toKnow.isEmpty() && visit.note() == null) {
      return Optional.empty();
    }
    String risks =
        toKnow.stream()
            .map(
                question ->
                    words.say(schemeId, language, "conversation.home-risk." + question)
                        + " ("
                        + words.say(schemeId, language, "conversation.home-answer." + visit.answers().get(question))
                        + ")")
            .collect(Collectors.joining("; "));
    return Optional.of(
        words.say(
            schemeId, language, "conversation.home.know", risks, visit.note() == null ? "" : visit.note()).strip());
  }

  /**
   * @param number of the meeting that begins, from 1
   * @param note which meeting it is, in words
   * @param notices what to beware of; empty if nothing
   * @param likesFirst whether likes and wants are asked first
   * @param soFar the latest meeting
   * @param toAsk the measures to ask in this meeting
   */
  public record MeetingSheet(
      int number, String note, String notices, boolean likesFirst, Optional<Meeting> soFar, MeasureSet toAsk) {

    @Override
    public String toString() {
      return "MeetingSheet";
    }
  }
}
