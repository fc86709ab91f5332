package org.fingerpost.introduction;

import java.time.Clock;
import java.util.Optional;
import org.fingerpost.directory.Directory;
import org.fingerpost.platform.CaseSection;
import org.fingerpost.platform.Language;
import org.fingerpost.platform.Words;
import org.springframework.stereotype.Component;

/** The activities that the person was introduced to, and what the organisations said; the latest first. */
@Component
class IntroductionsSection implements CaseSection {

  private final IntroductionRows introductions;
  private final Directory directory;
  private final Words words;
  private final Clock clock;

  IntroductionsSection(IntroductionRows introductions, Directory directory, Words words, Clock clock) {
    this.introductions = introductions;
    this.directory = directory;
    this.words = words;
    this.clock = clock;
  }

  @Override
  public String id() {
    return "introductions";
  }

  @Override
  public int order() {
    return 40;
  }

  @Override
  public Optional<Content> of(Subject subject, Language language) {
    var made = introductions.ofReferral(subject.referralId());
    if (made.isEmpty()) {
      return Optional.empty();
    }
    var section = Content.titled(words.say(language, "introduction.section.introductions"));
    made.forEach(introduction -> add(section, introduction, language));
    return Optional.of(section.written());
  }

  private void add(Writer section, Introduction introduction, Language language) {
    var activity = directory.activity(introduction.schemeId(), introduction.activityId());
    section
        .heading(activity.map(a -> a.name().in(language)).orElse(introduction.activityId()))
        .rowIfAny(
            words.say(language, "introduction.case.organisation"), activity.map(a -> a.organisationName()).orElse(null))
        .row(
            words.say(language, "introduction.case.status"),
            words.say(language, "introduction.status." + introduction.status()))
        .rowIfAny(
            words.say(language, "introduction.case.paused"),
            introduction.paused()
                ? CaseSection.day(introduction.pausedAt(), clock.getZone(), language)
                    + " – "
                    + words.say(language, "introduction.paused-because." + introduction.pausedBecause())
                : null)
        .rowIfAny(
            words.say(language, "introduction.case.goesOn"),
            introduction.pauseDecision() == PauseDecision.GO_ON
                ? words.say(language, "introduction.go-on-reason." + introduction.goOnReason())
                : null)
        .row(
            words.say(language, "introduction.case.offered"),
            CaseSection.day(introduction.offeredAt(), clock.getZone(), language))
        .rowIfAny(
            words.say(language, "introduction.case.answerBy"),
            introduction.open() ? CaseSection.day(introduction.answerDueAt(), clock.getZone(), language) : null)
        .row(
            words.say(language, "introduction.case.accompanied"),
            words.say(language, introduction.accompanied() ? "platform.yes" : "platform.no"))
        .rowIfAny(words.say(language, "introduction.case.note"), introduction.note())
        .rowIfAny(words.say(language, "introduction.case.answerNote"), introduction.answerNote());
  }
}
