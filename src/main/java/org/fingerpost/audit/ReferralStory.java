package org.fingerpost.audit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.fingerpost.platform.AuditEvent;
import org.fingerpost.platform.AuditTrail;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * One referral's story, told from our own records and the engine's history together, oldest first.
 */
@Service
class ReferralStory {

  static final String VIEWED = "audit.viewed";
  static final String CLAIMED = "task.claimed";

  private static final Set<String> LOOKS = Set.of(VIEWED, "casefile.seen");

  /**
   * A claim that we recorded ourselves and the engine's note of it lie this close together, or they
   * are two claims.
   */
  private static final Duration SAME_MOMENT = Duration.ofSeconds(2);

  private final AuditedReferrals referrals;
  private final OwnRecords own;
  private final EngineHistory engine;
  private final AuditTrail audit;

  ReferralStory(
      AuditedReferrals referrals, OwnRecords own, EngineHistory engine, AuditTrail audit) {
    this.referrals = referrals;
    this.own = own;
    this.engine = engine;
    this.audit = audit;
  }

  /**
   * Opens a referral's record for the person who is signed in, and records that they opened it, in
   * one transaction: nobody reads the story without leaving a line in it.
   *
   * @return empty if there is no such referral or it lies outside the reader's scheme; nothing is
   *     recorded then
   */
  @Transactional
  Optional<Told> open(String referralId) {
    return referrals
        .find(referralId)
        .map(
            referral -> {
              audit.record(
                  AuditEvent.ofReferral(VIEWED, referralId, referral.schemeId(), Map.of()));
              var acts = own.acts(referralId);
              var views = acts.stream().filter(ReferralStory::isLook).toList();
              return new Told(referral, merged(referralId, acts), views);
            });
  }

  /** Somebody read the record or the case, and changed nothing. */
  static boolean isLook(StoryLine line) {
    return LOOKS.contains(line.code());
  }

  private List<StoryLine> merged(String referralId, List<StoryLine> acts) {
    var lines = new ArrayList<StoryLine>();
    acts.stream().filter(line -> !isLook(line)).forEach(lines::add);
    var history = engine.of(referralId);
    history.lines().stream().filter(line -> !toldByUs(line, acts)).forEach(lines::add);
    lines.addAll(decisions(referralId, history.evaluations()));
    lines.addAll(own.messages(referralId));
    lines.sort(StoryLine.AS_IT_HAPPENED);
    return lines;
  }

  private static boolean toldByUs(StoryLine line, List<StoryLine> acts) {
    return line.happening() == Happening.TASK_CLAIMED
        && acts.stream()
            .anyMatch(
                act ->
                    CLAIMED.equals(act.code())
                        && Objects.equals(act.who(), line.who())
                        && Duration.between(act.at(), line.at()).abs().compareTo(SAME_MOMENT) < 0);
  }

  /**
   * Our own record of a decision says more than the engine's, so it is told in its place, with the
   * element where the engine met it; the engine's note is told where we keep no record of our own.
   */
  private List<StoryLine> decisions(String referralId, List<EngineHistory.Evaluation> told) {
    var evaluations = new ArrayList<>(told);
    var lines = new ArrayList<StoryLine>();
    for (var kept : own.decisions(referralId)) {
      var same =
          evaluations.stream()
              .filter(e -> e.definitionId().equals(kept.definitionId()))
              .findFirst();
      same.ifPresent(evaluations::remove);
      lines.add(same.map(e -> located(kept.line(), e.line())).orElse(kept.line()));
    }
    evaluations.forEach(evaluation -> lines.add(evaluation.line()));
    return lines;
  }

  private static StoryLine located(StoryLine line, StoryLine where) {
    return new StoryLine(
        line.anchor(),
        line.at(),
        where.order(),
        line.happening(),
        line.code(),
        line.who(),
        where.element(),
        where.model(),
        line.details());
  }

  /**
   * @param lines oldest first, without views
   * @param views who opened this record, oldest first, the present view included
   */
  record Told(AuditedReferral referral, List<StoryLine> lines, List<StoryLine> views) {}
}
