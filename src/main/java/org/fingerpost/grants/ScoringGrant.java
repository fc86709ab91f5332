package org.fingerpost.grants;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.fingerpost.grants.GrantPlan.Step;
import org.fingerpost.platform.InvalidInput;
import org.fingerpost.platform.Staff;
import org.fingerpost.scheme.Schemes;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Members of the panel score an application, each for themselves: as many as the scheme wants, at least two, none of whom has a
 * conflict of interest. Nobody sees a score of another before they have given theirs.
 */
@Component
public class ScoringGrant {

  private final GrantRows grants;
  private final GrantPlan plan;
  private final GrantProcess process;
  private final GrantMessages messages;
  private final Schemes schemes;
  private final Staff staff;
  private final Clock clock;

  ScoringGrant(
      GrantRows grants,
      GrantPlan plan,
      GrantProcess process,
      GrantMessages messages,
      Schemes schemes,
      Staff staff,
      Clock clock) {
    this.grants = grants;
    this.plan = plan;
    this.process = process;
    this.messages = messages;
    this.schemes = schemes;
    this.staff = staff;
    this.clock = clock;
  }

  /** Asks as many members of the panel as the scheme wants scores from: those with the fewest applications to score. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void askPanel(String reference) {
    var grant = grants.get(reference);
    grant.toPanel();
    int wanted = schemes.get(grant.schemeId()).grants().panelSize();
    Instant due = plan.due(grant.schemeId(), Step.SCORE);
    var free = new ArrayList<>(free(grant));
    if (free.isEmpty()) {
      throw new IllegalStateException("Nobody is on the panel of " + grant.schemeId());
    }
    for (int asked = 0; asked < wanted; asked++) {
      // With fewer members than scores the last place falls due at once, and an officer finds somebody.
      var score = asked < free.size() ? ask(grant, free.get(asked)) : late(grant, free.get(0));
      process.askMember(
          reference, grant.schemeId(), score.id(), score.member(), asked < free.size() ? due : clock.instant());
    }
  }

  private GrantScore late(Grant grant, String member) {
    var score = new GrantScore(grant.reference(), member, clock.instant());
    score.end(GrantScore.State.LATE, null, clock.instant());
    grants.add(score);
    return score;
  }

  private GrantScore ask(Grant grant, String member) {
    var score = new GrantScore(grant.reference(), member, clock.instant());
    grants.add(score);
    messages.record("grant.member-asked", grant, Map.of("member", member));
    return score;
  }

  /** Members of the scheme's panel who were not asked about this application yet, those with the least to score first. */
  private List<String> free(Grant grant) {
    Set<String> asked = grants.scores(grant.reference()).stream().map(GrantScore::member).collect(Collectors.toSet());
    var members = panel(grant.schemeId()).filter(member -> !asked.contains(member)).toList();
    if (members.isEmpty()) {
      return members;
    }
    var open = new HashMap<String, Long>();
    grants.openScores(members).forEach(row -> open.put((String) row[0], (Long) row[1]));
    return members.stream()
        .sorted(Comparator.comparing((String member) -> open.getOrDefault(member, 0L)).thenComparing(member -> member))
        .toList();
  }

  private java.util.stream.Stream<String> panel(String schemeId) {
    return staff.inRole(Staff.GRANT_PANEL).stream()
        .filter(member -> schemeId.equals(member.schemeId()))
        .map(Staff.Member::userId);
  }

  /**
   * Keeps a member's points. The last score that is wanted puts the application before whoever decides.
   *
   * @param points one to five for every criterion
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void score(UUID scoreId, Map<Criterion, Integer> points, String comment, String userId) {
    var score = open(scoreId, userId);
    var grant = grants.lock(score.reference());
    score.score(points, comment, clock.instant());
    messages.record("grant.scored", grant, Map.of("member", userId));
    long given =
        grants.scores(grant.reference()).stream().filter(one -> one.state() == GrantScore.State.SCORED).count();
    if (given == schemes.get(grant.schemeId()).grants().panelSize()) {
      process.panelScored(grant.processInstanceId(), plan.due(grant.schemeId(), Step.DECIDE));
    }
  }

  /**
   * A member does not score this application.
   *
   * @param conflict because of a conflict of interest, and not for want of time
   * @param comment in the member's words, or {@code null}
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void stepBack(UUID scoreId, boolean conflict, String comment, String userId) {
    var score = open(scoreId, userId);
    score.end(conflict ? GrantScore.State.CONFLICT : GrantScore.State.NO_TIME, comment, clock.instant());
    var grant = grants.get(score.reference());
    messages.record(conflict ? "grant.conflict-declared" : "grant.no-time", grant, Map.of("member", userId));
  }

  private GrantScore open(UUID scoreId, String userId) {
    var score = grants.score(scoreId);
    if (!score.member().equals(userId) || score.state() != GrantScore.State.ASKED) {
      throw new InvalidInput("task", "grants.form.score.notYours");
    }
    return score;
  }

  /**
   * Asks a further member in place of one who does not score.
   *
   * @return empty where everybody was asked, so that an officer must find somebody
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public Optional<Asked> askFurther(UUID scoreId) {
    var score = grants.score(scoreId);
    var grant = grants.get(score.reference());
    if (score.state() == GrantScore.State.ASKED) {
      score.end(GrantScore.State.LATE, null, clock.instant());
      messages.record("grant.score-late", grant, Map.of("member", score.member()));
    }
    return free(grant).stream().findFirst().map(member -> asked(grant, member));
  }

  private Asked asked(Grant grant, String member) {
    return new Asked(ask(grant, member).id(), member, plan.due(grant.schemeId(), Step.SCORE));
  }

  /** By when an officer finds somebody. */
  public Instant findBy(UUID scoreId) {
    return plan.due(grants.get(grants.score(scoreId).reference()).schemeId(), Step.FIND_MEMBER);
  }

  /** Who may be asked by an officer: everybody on the panel but those who score, have scored, or have a conflict of interest. */
  @Transactional(readOnly = true)
  public List<Staff.Member> candidates(String reference) {
    var grant = grants.get(reference);
    var out =
        grants.scores(reference).stream()
            .filter(
                score ->
                    Set.of(GrantScore.State.ASKED, GrantScore.State.SCORED, GrantScore.State.CONFLICT).contains(score.state()))
            .map(GrantScore::member)
            .collect(Collectors.toSet());
    return staff.inRole(Staff.GRANT_PANEL).stream()
        .filter(member -> grant.schemeId().equals(member.schemeId()) && !out.contains(member.userId()))
        .toList();
  }

  /** Asks the member whom an officer has chosen. */
  @Transactional(propagation = Propagation.MANDATORY)
  public Asked askChosen(String reference, String member) {
    if (candidates(reference).stream().noneMatch(candidate -> candidate.userId().equals(member))) {
      throw new InvalidInput("member", "grants.form.member.cannot");
    }
    return asked(grants.get(reference), member);
  }

  /**
   * What members have said, for somebody who may see it: nobody who still has a score to give, and nobody of the panel who was not
   * asked, before the panel has scored.
   */
  @Transactional(readOnly = true)
  public List<PanelScore> scores(String reference, String userId) {
    var grant = grants.get(reference);
    var all = grants.scores(reference);
    boolean open = grant.state() == GrantState.PANEL && all.stream().anyMatch(one -> one.state() == GrantScore.State.ASKED);
    boolean own =
        all.stream().anyMatch(one -> one.member().equals(userId) && one.state() == GrantScore.State.SCORED);
    if (open && !own) {
      return List.of();
    }
    return all.stream().map(GrantScore::seen).toList();
  }

  /** Whether a score is asked of this member, who alone may look at what is typed for it. */
  @Transactional(readOnly = true)
  public boolean isAskedOf(UUID scoreId, String userId) {
    return grants.score(scoreId).member().equals(userId);
  }

  /** Who was asked, without a point or a word of what they said. */
  @Transactional(readOnly = true)
  public List<PanelScore> asked(String reference) {
    return grants.scores(reference).stream()
        .map(score -> new PanelScore(score.member(), score.state().name(), Map.of(), null))
        .toList();
  }

  /** Whether a member has declared a conflict of interest in this application. */
  boolean conflicted(String reference, String userId) {
    return grants.scores(reference).stream()
        .anyMatch(score -> score.member().equals(userId) && score.state() == GrantScore.State.CONFLICT);
  }

  /** The average of the members' averages, in tenths of a point. */
  int averageTenths(String reference) {
    return (int)
        Math.round(
            grants.scores(reference).stream()
                .filter(score -> score.state() == GrantScore.State.SCORED)
                .mapToInt(score -> score.seen().tenths())
                .average()
                .orElse(0));
  }

  /** Nobody is asked any more. */
  void end(Grant grant) {
    grants.scores(grant.reference()).stream()
        .filter(score -> score.state() == GrantScore.State.ASKED)
        .forEach(score -> score.end(GrantScore.State.ENDED, null, clock.instant()));
    process.endScoring(grant.reference());
  }

  /**
   * @param member user id
   * @param dueAt by when the member scores
   */
  public record Asked(UUID scoreId, String member, Instant dueAt) {}
}
