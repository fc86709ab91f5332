package org.fingerpost.audit;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.fingerpost.platform.Actor;
import org.fingerpost.platform.CaseSection;
import org.fingerpost.platform.Language;
import org.fingerpost.platform.Staff;
import org.fingerpost.platform.Words;
import org.springframework.stereotype.Component;

/** What was done and when, the latest first, from the acts that were recorded; who looked at the record is for auditors. */
@Component
class TimelineSection implements CaseSection {

  /** More than a year of a busy case; the auditor's page has everything. */
  private static final int LONGEST = 60;

  private static final String SAFEGUARDING = "safeguarding.";

  private final OwnRecords own;
  private final StaffNames names;
  private final Words words;

  TimelineSection(OwnRecords own, StaffNames names, Words words) {
    this.own = own;
    this.names = names;
    this.words = words;
  }

  @Override
  public String id() {
    return "timeline";
  }

  @Override
  public int order() {
    return 90;
  }

  @Override
  public Optional<Content> of(Subject subject, Language language) {
    var acts =
        new ArrayList<>(
            own.acts(subject.referralId()).stream()
                .filter(line -> !CaseStory.isLook(line))
                .filter(line -> mayBeTold(line, subject))
                .toList());
    if (acts.isEmpty()) {
      return Optional.empty();
    }
    Collections.reverse(acts);
    List<StoryLine> shown = acts.subList(0, Math.min(LONGEST, acts.size()));
    var said = new AuditWords(words, language);
    var teller = new StoryTeller(said, names.of(staff(shown)));
    var section = Content.titled(words.say(language, "audit.section.timeline"));
    shown.forEach(
        act ->
            section.row(
                said.moment(act.at()),
                words.say(language, "audit.section.act", said.act(act.code()), teller.name(act.who()))));
    return Optional.of(section.written());
  }

  /** That somebody is worried about a person's safety may be what puts them in danger: it is told to team leads only. */
  private static boolean mayBeTold(StoryLine line, Subject subject) {
    return !line.code().startsWith(SAFEGUARDING) || subject.reader().holds(Staff.TEAM_LEADS);
  }

  private static List<String> staff(List<StoryLine> lines) {
    return lines.stream()
        .map(StoryLine::who)
        .filter(who -> who != null && who.kind() == Actor.Kind.STAFF)
        .map(Actor::id)
        .distinct()
        .toList();
  }
}
