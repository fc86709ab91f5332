package org.fingerpost.community;

import static org.fingerpost.community.journey.SupportGroup.DECISION_SUPPORT_NEED;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fingerpost.platform.Decisions;
import org.fingerpost.platform.InvalidInput;
import org.fingerpost.platform.KeptAnswers;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Helps a group that exists: visit, proposed help, what is agreed, actions, and the second visit. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class HelpingGroup {

  /** What table {@code group-support-need} answers for what is in place. */
  public static final String NOTHING = "NOTHING";

  private final GroupRows rows;
  private final GroupPlan plan;
  private final GroupMessages messages;
  private final GroupRecord record;
  private final Decisions decisions;
  private final KeptAnswers answers;
  private final Clock clock;

  HelpingGroup(
      GroupRows rows,
      GroupPlan plan,
      GroupMessages messages,
      GroupRecord record,
      Decisions decisions,
      KeptAnswers answers,
      Clock clock) {
    this.rows = rows;
    this.plan = plan;
    this.messages = messages;
    this.record = record;
    this.decisions = decisions;
    this.answers = answers;
    this.clock = clock;
  }

  /**
   * Keeps what a visit showed.
   *
   * @param on the day, today or before
   * @param states every check
   * @return by when help is agreed
   */
  public Instant visited(String reference, LocalDate on, Map<Check, CheckState> states, String note, String userId) {
    var group = rows.get(reference);
    int number = visit(group, on, states, note, userId);
    rows.set(reference, "silences", 0);
    var due = plan.of(group.schemeId(), GroupState.AGREE);
    rows.at(reference, GroupState.AGREE, due.on());
    record.note(group, "community.visit-recorded", null, Map.of("visit", Integer.toString(number)), note);
    return due.at();
  }

  private int visit(GroupCase group, LocalDate on, Map<Check, CheckState> states, String note, String userId) {
    if (on.isAfter(LocalDate.now(clock))) {
      throw new InvalidInput("visitedOn", "community.form.day.future");
    }
    for (Check check : Check.values()) {
      if (!states.containsKey(check)) {
        throw new InvalidInput("stepFree", "community.form.check.required");
      }
    }
    return rows.addVisit(group.reference(), on, userId, states, note);
  }

  /** Keeps that there was no visit, and why; what follows is the model's next step. */
  public void notVisited(String reference, NoVisit why, String note) {
    var group = rows.get(reference);
    rows.set(reference, "declined", why == NoVisit.NOT_WANTED);
    record.note(group, "community.not-visited", why.name(), Map.of(), note);
  }

  /**
   * Writes to a group that could not be reached; leaves it in peace when it wants no visit, or was written to often enough.
   *
   * @return by when to visit, or {@code null} if it is over
   */
  public Instant followSilence(String reference) {
    var group = rows.get(reference);
    if (group.declined()) {
      rows.set(reference, "closing_reason", ClosingReason.NOT_WANTED.name());
      return null;
    }
    var due = plan.of(group.schemeId(), GroupPlan.SILENCE);
    if (group.silences() >= due.times()) {
      rows.set(reference, "closing_reason", ClosingReason.NO_ANSWER.name());
      return null;
    }
    int time = group.silences() + 1;
    rows.set(reference, "silences", time);
    rows.at(reference, GroupState.VISIT, due.on());
    messages.notReached(group, time, due.on());
    record.note(group, "community.written-to", null, Map.of("attempt", Integer.toString(time)), null);
    return due.at();
  }

  /**
   * Asks the table, check by check, what might help.
   *
   * @return by when it is agreed
   */
  public Instant propose(String reference) {
    var group = rows.get(reference);
    var visit = rows.visits(reference).get(0);
    int proposed = 0;
    for (Check check : Check.values()) {
      Map<String, Object> facts = new LinkedHashMap<>();
      facts.put("check", check.name());
      facts.put("state", visit.states().get(check).name());
      var answer = decisions.ask(DECISION_SUPPORT_NEED, group.schemeId(), facts);
      if (!answer.code("help").equals(NOTHING)) {
        answers.keep(GroupRecord.SUBJECT, reference, group.schemeId(), answer, facts);
        rows.addHelp(
            reference, visit.number(), check, answer.code("help"), plan.in(group.schemeId(), answer.number("workingDays")));
        proposed++;
      }
    }
    var due = plan.of(group.schemeId(), GroupState.AGREE);
    rows.at(reference, GroupState.AGREE, due.on());
    record.note(group, "community.help-proposed", null, Map.of("count", Integer.toString(proposed)), null);
    return due.at();
  }

  /** When to look again, as the table proposed it: the earliest day, or the plan's latest where nothing is missing. */
  public LocalDate proposedReview(String reference) {
    var group = rows.get(reference);
    var latest = plan.of(group.schemeId(), GroupState.REVIEW).on();
    return lastHelp(reference).stream()
        .map(GroupFile.ProposedHelp::lookAgainOn)
        .min(Comparator.naturalOrder())
        .filter(day -> day.isBefore(latest))
        .orElse(latest);
  }

  private List<GroupFile.ProposedHelp> lastHelp(String reference) {
    int last = rows.visits(reference).get(0).number();
    return rows.help(reference).stream().filter(help -> help.visit() == last).toList();
  }

  /**
   * Keeps which help the group wants and who does what.
   *
   * @return by when the first action is due
   */
  public Instant agreed(String reference, List<String> help, List<Agreed> actions, String note) {
    var group = rows.get(reference);
    rows.agree(reference, rows.visits(reference).get(0).number(), help);
    for (var action : actions) {
      if (action.dueOn().isBefore(LocalDate.now(clock))) {
        throw new InvalidInput("firstDueOn", "community.form.day.past");
      }
      rows.addAction(reference, action.what(), action.by(), action.dueOn());
    }
    rows.set(reference, "chases", 0);
    rows.set(reference, "rounds", group.rounds() + 1);
    var due =
        actions.stream()
            .map(Agreed::dueOn)
            .min(Comparator.naturalOrder())
            .map(day -> plan.on(group.schemeId(), day))
            .orElseGet(() -> plan.of(group.schemeId(), GroupState.ACTIONS));
    rows.at(reference, GroupState.ACTIONS, due.on());
    record.note(
        group,
        "community.help-agreed",
        null,
        Map.of("help", Integer.toString(help.size()), "actions", Integer.toString(actions.size())),
        note);
    return due.at();
  }

  /**
   * Reminds whoever has an open action.
   *
   * @return by when it is done, or {@code null} if it was chased often enough
   */
  public Instant chase(String reference) {
    var group = rows.get(reference);
    var due = plan.of(group.schemeId(), GroupState.ACTIONS);
    if (group.chases() >= due.times()) {
      return null;
    }
    int time = group.chases() + 1;
    var open = open(reference);
    open.forEach(action -> rows.chased(action.id()));
    rows.set(reference, "chases", time);
    rows.at(reference, GroupState.ACTIONS, due.on());
    messages.chase(group, time, open);
    record.note(
        group,
        "community.actions-chased",
        null,
        Map.of("attempt", Integer.toString(time), "actions", Integer.toString(open.size())),
        null);
    return due.at();
  }

  /** When the group is visited again after what was agreed has been done or chased for long enough. */
  public Instant toReview(String reference) {
    var group = rows.get(reference);
    var due = plan.on(group.schemeId(), proposedReview(reference));
    var soonest = plan.in(group.schemeId(), 5);
    var planned = due.on().isBefore(soonest) ? plan.on(group.schemeId(), soonest) : due;
    rows.at(reference, GroupState.REVIEW, planned.on());
    return planned.at();
  }

  private List<GroupFile.Action> open(String reference) {
    return rows.actions(reference).stream().filter(action -> action.doneOn() == null).toList();
  }

  /**
   * Keeps which actions are done.
   *
   * @return by when the group is visited again
   */
  public Instant followed(String reference, List<UUID> done, String note) {
    var group = rows.get(reference);
    done.forEach(action -> rows.done(reference, action, LocalDate.now(clock)));
    record.note(
        group,
        "community.actions-followed",
        null,
        Map.of("done", Integer.toString(done.size()), "open", Integer.toString(open(reference).size())),
        note);
    return toReview(reference);
  }

  /**
   * Keeps what the second visit showed and how the group stands.
   *
   * @param why needed where it ends without what was asked for
   */
  public void reviewed(
      String reference,
      LocalDate on,
      Map<Check, CheckState> states,
      ReviewResult result,
      ClosingReason why,
      String note,
      String userId) {
    var group = rows.get(reference);
    if (result == ReviewResult.CLOSED && why == null) {
      throw new InvalidInput("reason", "community.form.reason.required");
    }
    visit(group, on, states, note, userId);
    record.note(group, "community.reviewed", result.name(), Map.of(), note);
    switch (result) {
      case SUPPORTED -> end(group, GroupState.SUPPORTED);
      case STILL_NEEDS -> end(group, GroupState.STILL_NEEDS);
      case CLOSED -> rows.set(reference, "closing_reason", why.name());
      default -> rows.at(reference, GroupState.AGREE, plan.of(group.schemeId(), GroupState.AGREE).on());
    }
  }

  private void end(GroupCase group, GroupState state) {
    rows.end(group.reference(), state, clock.instant());
    messages.ended(group, state, null);
  }

  /**
   * An action that was agreed.
   *
   * @param what in the officer's words
   */
  public record Agreed(String what, ActionBy by, LocalDate dueOn) {

    @Override
    public String toString() {
      return "Agreed[" + by + ", " + dueOn + "]";
    }
  }
}
