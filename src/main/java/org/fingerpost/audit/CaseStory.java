package org.fingerpost.audit;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.fingerpost.platform.AuditEvent;
import org.fingerpost.platform.AuditTrail;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * One case's story, told from our own records and the engine's history together, oldest first; as it is, or as it stood at a moment.
 */
@Service
class CaseStory {

  static final String CLAIMED = "task.claimed";

  /**
   * A claim that we recorded ourselves and the engine's note of it lie this close together, or they
   * are two claims.
   */
  private static final Duration SAME_MOMENT = Duration.ofSeconds(2);

  private final Cases cases;
  private final OwnRecords own;
  private final EngineHistory engine;
  private final AsItStood standing;
  private final AuditTrail audit;
  private final TransactionTemplate transaction;

  CaseStory(
      Cases cases,
      OwnRecords own,
      EngineHistory engine,
      AsItStood standing,
      AuditTrail audit,
      PlatformTransactionManager transactions) {
    this.cases = cases;
    this.own = own;
    this.engine = engine;
    this.standing = standing;
    this.audit = audit;
    this.transaction = new TransactionTemplate(transactions);
  }

  /**
   * Opens a case's record for the person who is signed in. That they open it is recorded and
   * committed first: nobody reads the story without a line in it, which they see as its last.
   *
   * @param until nothing later is told; {@code null} for everything
   * @return empty if there is no such case or it lies outside the reader's scheme; nothing is
   *     recorded then
   */
  Optional<Told> open(String reference, Instant until) {
    return cases
        .find(reference)
        .map(
            found -> {
              transaction.executeWithoutResult(
                  status -> look(found, Looks.VIEWED, until == null ? Map.of() : Map.of("asAt", until.toString())));
              var acts = own.acts(reference);
              var upTo = before(until, acts);
              return new Told(
                  found,
                  before(until, merged(reference, acts)),
                  upTo.stream().filter(CaseStory::isLook).toList(),
                  engine.instances(reference),
                  until == null ? null : standing.of(found, upTo, until),
                  acts.size() == OwnRecords.MOST);
            });
  }

  /** Puts on record that the person who is signed in reads something of a case. */
  void look(AuditedCase of, String act, Map<String, String> details) {
    audit.record(new AuditEvent(act, of.kind().subjectType(), of.reference(), of.schemeId(), details));
  }

  /** Somebody read the record or the case, and changed nothing. */
  static boolean isLook(StoryLine line) {
    return Looks.isLook(line.code());
  }

  private static List<StoryLine> before(Instant until, List<StoryLine> lines) {
    return until == null ? lines : lines.stream().filter(line -> !line.at().isAfter(until)).toList();
  }

  private List<StoryLine> merged(String reference, List<StoryLine> acts) {
    var lines = new ArrayList<StoryLine>();
    acts.stream().filter(line -> !isLook(line)).forEach(lines::add);
    var history = engine.of(reference);
    history.lines().stream().filter(line -> !toldByUs(line, acts)).forEach(lines::add);
    lines.addAll(decisions(reference, history.evaluations()));
    lines.addAll(own.messages(reference));
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
  private List<StoryLine> decisions(String reference, List<HistoryRows.Evaluation> told) {
    var evaluations = new ArrayList<>(told);
    var lines = new ArrayList<StoryLine>();
    for (var kept : own.decisions(reference)) {
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
   * @param lines oldest first, without looks
   * @param looks who read this record, oldest first, the present look included
   * @param processes in the order in which they began
   * @param standing how things stood at the moment asked for; {@code null} where none was
   * @param longer whether the record is longer than a page takes
   */
  record Told(
      AuditedCase found,
      List<StoryLine> lines,
      List<StoryLine> looks,
      List<EngineHistory.Instance> processes,
      AsItStood.Standing standing,
      boolean longer) {

    /** Everybody who is named in it. */
    List<String> staff() {
      var ids = new LinkedHashMap<String, Boolean>();
      found
          .facts()
          .forEach(
              (name, value) -> {
                if (value != null && AuditedCase.STAFF.contains(name)) {
                  ids.put(String.valueOf(value), true);
                }
              });
      for (var told : List.of(lines, looks)) {
        for (var line : told) {
          if (line.who() != null && line.who().kind() == org.fingerpost.platform.Actor.Kind.STAFF) {
            ids.put(line.who().id(), true);
          }
        }
      }
      return new ArrayList<>(ids.keySet());
    }
  }
}
