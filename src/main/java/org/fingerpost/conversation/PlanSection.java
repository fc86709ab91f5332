package org.fingerpost.conversation;

import static java.util.stream.Collectors.joining;

import java.util.Optional;
import org.fingerpost.platform.CaseSection;
import org.fingerpost.platform.Language;
import org.fingerpost.platform.Words;
import org.springframework.stereotype.Component;

/** What matters to the person and what was agreed, from the latest conversation. */
@Component
class PlanSection implements CaseSection {

  private final Conversations conversations;
  private final Words words;

  PlanSection(Conversations conversations, Words words) {
    this.conversations = conversations;
    this.words = words;
  }

  @Override
  public String id() {
    return "plan";
  }

  @Override
  public int order() {
    return 30;
  }

  @Override
  public Optional<Content> of(Subject subject, Language language) {
    return conversations.latest(subject.referralId()).map(plan -> shown(plan, language));
  }

  private Content shown(PersonalPlan plan, Language language) {
    var section =
        Content.titled(words.say(language, "conversation.section.plan"))
            .row(words.say(language, "conversation.plan.whatMatters"), plan.whatMatters())
            .rowIfAny(words.say(language, "conversation.section.strengths"), plan.strengths());
    int number = 0;
    for (var goal : plan.goals()) {
      section
          .heading(words.say(language, "conversation.section.goal", ++number))
          .row(words.say(language, "conversation.plan.goalText"), goal.goal())
          .rowIfAny(words.say(language, "conversation.plan.action"), steps(goal))
          .rowIfAny(words.say(language, "conversation.section.importance"), outOfTen(goal.importance(), language))
          .rowIfAny(words.say(language, "conversation.section.confidence"), outOfTen(goal.confidence(), language));
    }
    return section.written();
  }

  private static String steps(PersonalPlan.Goal goal) {
    return goal.actions().isEmpty() ? null : goal.actions().stream().map(PersonalPlan.Action::what).collect(joining("; "));
  }

  private String outOfTen(Integer number, Language language) {
    return number == null ? null : words.say(language, "conversation.plan.outOfTen", number);
  }
}
