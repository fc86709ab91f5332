package org.fingerpost.community;

import static org.fingerpost.community.journey.StartGroup.DECISION_GROUP_INTEREST;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fingerpost.platform.CurrentActor;
import org.fingerpost.platform.Decisions;
import org.fingerpost.platform.InvalidInput;
import org.fingerpost.platform.KeptAnswers;
import org.fingerpost.scheme.Schemes;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Helps a new group begin: interested people, venue, sessions to try, the kite mark where it is asked for. */
@Component
public class BeginningGroup {

  private final GroupRows rows;
  private final GroupPlan plan;
  private final GroupMessages messages;
  private final GroupRecord record;
  private final Decisions decisions;
  private final KeptAnswers answers;
  private final Schemes schemes;
  private final CurrentActor currentActor;
  private final Clock clock;

  BeginningGroup(
      GroupRows rows,
      GroupPlan plan,
      GroupMessages messages,
      GroupRecord record,
      Decisions decisions,
      KeptAnswers answers,
      Schemes schemes,
      CurrentActor currentActor,
      Clock clock) {
    this.rows = rows;
    this.plan = plan;
    this.messages = messages;
    this.record = record;
    this.decisions = decisions;
    this.answers = answers;
    this.schemes = schemes;
    this.currentActor = currentActor;
    this.clock = clock;
  }

  /**
   * Notes that the person of a referral would come. Kept is the reference; shown is the number.
   *
   * @throws InvalidInput if there is no such referral in the scheme, or the group no longer gathers people
   */
  @Transactional
  public void interested(String reference, String referralId) {
    var group = rows.get(reference);
    if (group.kind() != GroupKind.START || group.state().ended()) {
      throw new InvalidInput("group", "community.form.ended");
    }
    if (!rows.knowsReferral(referralId, group.schemeId())) {
      throw new InvalidInput("referral", "community.form.referral.unknown");
    }
    boolean added =
        rows.addInterest(reference, referralId, group.schemeId(), currentActor.get().id(), clock.instant());
    if (added) {
      record.note(group, "community.interest-noted", null);
    }
  }

  /** What the table proposes if so many others would come besides those noted. */
  @Transactional(readOnly = true)
  public Proposal proposal(String reference, Integer others) {
    var group = rows.find(reference).orElseThrow();
    int interested = group.interested() - group.othersInterested() + (others == null ? group.othersInterested() : others);
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("interested", interested);
    facts.put("round", group.rounds() + 1);
    var answer = decisions.ask(DECISION_GROUP_INTEREST, group.schemeId(), facts);
    return new Proposal(interested, Interest.valueOf(answer.code("proposal")), answer, facts);
  }

  /**
   * Keeps what the officer decided about the interest there is.
   *
   * @param others how many the officer counted besides those noted
   * @param why needed where the officer decides otherwise than the table proposes
   * @return by when the next step is due
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public Instant gathered(String reference, int others, Interest decision, String why) {
    var group = rows.get(reference);
    var proposal = proposal(reference, others);
    if (decision != proposal.proposed() && why == null) {
      throw new InvalidInput("note", "community.form.why.required");
    }
    answers.keep(GroupRecord.SUBJECT, reference, group.schemeId(), proposal.answer(), proposal.facts());
    rows.set(reference, "others_interested", others);
    rows.set(reference, "rounds", group.rounds() + 1);
    record.note(
        group,
        "community.interest-gathered",
        decision.name(),
        Map.of(
            "interested", Integer.toString(proposal.interested()),
            "proposal", proposal.proposed().name(),
            "ruleId", String.join(", ", proposal.answer().ruleIds())),
        why);
    return switch (decision) {
      case ENOUGH -> at(group, GroupState.VENUE);
      case WAIT -> at(group, GroupState.INTEREST);
      default -> at(group, GroupState.FURTHER);
    };
  }

  /**
   * Keeps the venue, or that none was found.
   *
   * @param venue needed where one was found
   * @param access codes of the access needs it meets
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public Instant venue(String reference, boolean found, String venue, List<String> access, String note) {
    var group = rows.get(reference);
    if (found && venue == null) {
      throw new InvalidInput("venue", "community.form.venue.required");
    }
    if (found) {
      rows.set(reference, "venue", venue);
      rows.set(reference, "venue_access", access.toArray(String[]::new));
    }
    record.note(group, "community.venue-recorded", found ? "FOUND" : "NOT_FOUND", Map.of(), note);
    return at(group, found ? GroupState.TRIAL : GroupState.FURTHER);
  }

  /** Keeps a session that was tried out and how it goes on. */
  @Transactional(propagation = Propagation.MANDATORY)
  public Instant tried(String reference, LocalDate on, int came, TrialResult result, String note) {
    var group = rows.get(reference);
    if (on.isAfter(LocalDate.now(clock))) {
      throw new InvalidInput("heldOn", "community.form.day.future");
    }
    rows.addTrial(reference, on, came, note);
    record.note(group, "community.trial-recorded", result.name(), Map.of("came", Integer.toString(came)), note);
    return at(
        group,
        switch (result) {
          case GO_ON -> GroupState.LISTING;
          case ANOTHER -> GroupState.TRIAL;
          default -> GroupState.FURTHER;
        });
  }

  /**
   * Invites the group to apply for the kite mark, if its scheme asks for it.
   *
   * @return by when the mark is reached, or {@code null} if it is not asked for
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public Instant invite(String reference) {
    var group = rows.get(reference);
    if (!schemes.get(group.schemeId()).kiteMarkAsked()) {
      return null;
    }
    var due = plan.of(group.schemeId(), GroupState.MARK);
    int time = group.invitations() + 1;
    rows.set(reference, "invitations", time);
    rows.at(reference, GroupState.MARK, due.on());
    messages.invitedToMark(group, time, due.on());
    record.note(group, "community.invited-to-mark", null, Map.of("attempt", Integer.toString(time)), null);
    return due.at();
  }

  /** By when a group that needs nothing more is listed. */
  @Transactional(propagation = Propagation.MANDATORY)
  public Instant toListing(String reference) {
    return at(rows.get(reference), GroupState.LISTING);
  }

  /** Keeps that the group will not have the mark. */
  @Transactional(propagation = Propagation.MANDATORY)
  public Instant withoutMark(String reference, NoMark why, String note) {
    var group = rows.get(reference);
    record.note(group, "community.mark-not-reached", why.name(), Map.of(), note);
    return at(group, GroupState.FURTHER);
  }

  /**
   * Keeps how a team lead decided to go on.
   *
   * @param why needed where it ends
   * @param note why, in the team lead's words
   * @return by when the next step is due
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public Instant further(String reference, Further decision, String officer, ClosingReason why, String note) {
    var group = rows.get(reference);
    if (decision == Further.CLOSE && why == null) {
      throw new InvalidInput("reason", "community.form.reason.required");
    }
    record.note(
        group,
        "community.further-decided",
        decision.name(),
        officer.equals(group.officer()) ? Map.of() : Map.of("officer", officer),
        note);
    rows.set(reference, "officer", officer);
    if (decision == Further.CLOSE) {
      rows.set(reference, "closing_reason", why.name());
      return plan.on(group.schemeId(), LocalDate.now(clock)).at();
    }
    return at(group, decision.state());
  }

  private Instant at(GroupCase group, GroupState state) {
    var due =
        state == GroupState.FURTHER
            ? plan.of(group.schemeId(), GroupState.OFFICER)
            : plan.of(group.schemeId(), state);
    rows.at(group.reference(), state, due.on());
    return due.at();
  }

  /**
   * @param interested how many would come
   * @param answer the table's answer behind it
   */
  public record Proposal(int interested, Interest proposed, Decisions.Answer answer, Map<String, Object> facts) {}
}
