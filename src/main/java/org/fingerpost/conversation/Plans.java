package org.fingerpost.conversation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fingerpost.conversation.PersonalPlan.Action;
import org.fingerpost.conversation.PersonalPlan.Goal;
import org.fingerpost.conversation.WrittenPlan.GoalPart;
import org.fingerpost.conversation.WrittenPlan.Part;
import org.fingerpost.outcome.Measures;
import org.fingerpost.outcome.Occasion;
import org.fingerpost.person.People;
import org.fingerpost.platform.AuditEvent;
import org.fingerpost.platform.AuditTrail;
import org.fingerpost.platform.Language;
import org.fingerpost.platform.WrittenDate;
import org.fingerpost.referral.Referrals;
import org.fingerpost.scheme.SchemeWords;
import org.fingerpost.scheme.Schemes;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A person's plan put into words, and what it still lacks. Reading one is an act that is recorded. */
@Component
public class Plans {

  private final Conversations conversations;
  private final Measures measures;
  private final Referrals referrals;
  private final People people;
  private final Schemes schemes;
  private final SchemeWords words;
  private final AuditTrail audit;

  Plans(
      Conversations conversations,
      Measures measures,
      Referrals referrals,
      People people,
      Schemes schemes,
      SchemeWords words,
      AuditTrail audit) {
    this.conversations = conversations;
    this.measures = measures;
    this.referrals = referrals;
    this.people = people;
    this.schemes = schemes;
    this.words = words;
    this.audit = audit;
  }

  /**
   * The plan for a member of staff who reads it, which is recorded.
   *
   * @param act {@code conversation.plan-seen} or {@code conversation.plan-printed}
   * @return empty if there was no meeting yet
   */
  @Transactional
  public Optional<WrittenPlan> read(String referralId, Language language, String act) {
    var plan = written(referralId, language);
    plan.ifPresent(
        p ->
            audit.record(
                AuditEvent.ofReferral(
                    act,
                    referralId,
                    referrals.get(referralId).schemeId(),
                    Map.of("planVersion", Integer.toString(p.version()), "language", language.code()))));
    return plan;
  }

  /** The plan as it stands; empty if there was no meeting yet. */
  @Transactional(readOnly = true)
  public Optional<WrittenPlan> written(String referralId, Language language) {
    return conversations.latestMeeting(referralId).map(meeting -> write(referralId, meeting, language));
  }

  /** The days of the earlier versions, the latest first. */
  @Transactional(readOnly = true)
  public Map<Integer, String> versions(String referralId, Language language) {
    var versions = new LinkedHashMap<Integer, String>();
    var all = conversations.all(referralId);
    for (int i = all.size() - 1; i >= 0; i--) {
      versions.put(all.get(i).number(), WrittenDate.of(all.get(i).heldOn(), language));
    }
    return versions;
  }

  /** What the plan lacks; empty if there was no meeting yet. */
  @Transactional(readOnly = true)
  public Optional<PlanCompleteness> completeness(String referralId) {
    return conversations
        .latest(referralId)
        .map(plan -> PlanCompleteness.of(plan, measures.of(referralId).containsKey(Occasion.BASELINE)));
  }

  private WrittenPlan write(String referralId, Meeting meeting, Language language) {
    var referral = referrals.get(referralId);
    var plan = meeting.plan();
    var say = new Saying(referral.schemeId(), language);
    var parts = new ArrayList<Part>();
    if (plan.likesAndWants() != null) {
      parts.add(new Part(say.it("conversation.plan.likes"), plan.likesAndWants()));
    }
    if (plan.whatMatters() != null) {
      parts.add(new Part(say.it("conversation.plan.matters"), plan.whatMatters()));
    }
    if (plan.strengths() != null) {
      parts.add(new Part(say.it("conversation.plan.strengths"), plan.strengths()));
    }
    if (plan.peopleWhoMatter() != null) {
      parts.add(new Part(say.it("conversation.plan.people"), plan.peopleWhoMatter()));
    }
    var goals = new ArrayList<GoalPart>();
    for (int i = 0; i < plan.goals().size(); i++) {
      goals.add(say.goal(i + 1, plan.goals().get(i)));
    }
    return new WrittenPlan(
        referralId,
        language,
        schemes.get(referral.schemeId()).name().in(language),
        people.get(referral.personId()).fullName(),
        meeting.number(),
        WrittenDate.of(meeting.heldOn(), language),
        parts,
        goals,
        plan.agreedWith() == null ? null : say.it("conversation.plan.agreed." + plan.agreedWith()),
        plan.reviewOn() == null
            ? null
            : say.it("conversation.plan.review", WrittenDate.of(plan.reviewOn(), language)));
  }

  /** The words of one scheme in one language. */
  private final class Saying {

    private final String schemeId;
    private final Language language;

    private Saying(String schemeId, Language language) {
      this.schemeId = schemeId;
      this.language = language;
    }

    private String it(String key, Object... args) {
      return words.say(schemeId, language, key, args);
    }

    private GoalPart goal(int number, Goal goal) {
      var scores = new ArrayList<String>();
      if (goal.importance() != null) {
        scores.add(it("conversation.plan.importance", goal.importance()));
      }
      if (goal.confidence() != null) {
        scores.add(it("conversation.plan.confidence", goal.confidence()));
      }
      return new GoalPart(
          it("conversation.plan.goal", number), goal.goal(), scores, goal.actions().stream().map(this::step).toList());
    }

    private String step(Action action) {
      var details = new ArrayList<String>();
      if (action.who() != null) {
        details.add(it("conversation.plan.who." + action.who()));
      }
      if (action.by() != null) {
        details.add(it("conversation.plan.by", WrittenDate.of(action.by(), language)));
      }
      return details.isEmpty() ? action.what() : action.what() + " (" + String.join(", ", details) + ")";
    }
  }
}
