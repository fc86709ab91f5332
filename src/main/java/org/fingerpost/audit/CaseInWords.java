package org.fingerpost.audit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fingerpost.audit.ProcessFlows.Flow;
import org.fingerpost.audit.ToldLine.Detail;
import org.fingerpost.platform.Actor;

/** Puts the frame of a story into words: what kind of case it is, how it stood, by which processes it went. */
final class CaseInWords {

  private final AuditWords words;
  private final StoryTeller teller;

  CaseInWords(AuditWords words, StoryTeller teller) {
    this.words = words;
    this.teller = teller;
  }

  /** What is known of the case today, or as little of it as never changes. */
  List<Detail> summary(AuditedCase found, boolean today) {
    var rows = new ArrayList<Detail>();
    if (found.schemeId() != null) {
      rows.add(row("audit.column.scheme", words.scheme(found.schemeId())));
    }
    if (found.begunAt() != null) {
      rows.add(row("audit.case.begun", words.moment(found.begunAt())));
    }
    if (!today) {
      return rows;
    }
    if (found.stage() != null) {
      rows.add(row("audit.column.state", words.stage(found.kind(), found.stage())));
    }
    found
        .facts()
        .forEach(
            (name, value) -> {
              if (value != null) {
                rows.add(
                    new Detail(
                        words.label(name),
                        AuditedCase.STAFF.contains(name)
                            ? teller.who(Actor.staff(String.valueOf(value)))
                            : words.value(name, value)));
              }
            });
    return rows;
  }

  /**
   * The processes of a case by name and version.
   *
   * @param until those that began later are left out; {@code null} for all
   */
  List<Way> ways(List<EngineHistory.Instance> processes, Instant until) {
    return processes.stream()
        .filter(process -> until == null || !process.startedAt().isAfter(until))
        .map(
            process -> {
              boolean over = process.endedAt() != null && (until == null || !process.endedAt().isAfter(until));
              return new Way(
                  process.id(),
                  process.model() == null ? "–" : words.model(process.model()),
                  process.part(),
                  words.moment(process.startedAt()),
                  over ? words.moment(process.endedAt()) : null);
            })
        .toList();
  }

  Stood stood(AuditedCase found, AsItStood.Standing standing) {
    return new Stood(
        words.moment(standing.at()),
        found.kind() == CaseKind.REFERRAL
            ? standing.stage() == null ? null : words.stage(found.kind(), standing.stage())
            : null,
        standing.lastAct() == null ? null : words.act(standing.lastAct()),
        standing.tasks().stream()
            .map(
                task ->
                    words.say(
                        task.assignee() == null ? "audit.stood.task-free" : "audit.stood.task",
                        words.element(task.element()),
                        task.model() == null ? "–" : words.model(task.model()),
                        words.moment(task.since()),
                        task.assignee() == null ? "" : teller.who(Actor.staff(task.assignee()))))
            .toList(),
        standing.consents().stream()
            .map(
                consent ->
                    words.say(
                        consent.granted() ? "audit.stood.consent-given" : "audit.stood.consent-refused",
                        words.value("consent", consent.purpose())
                            + (consent.activityId() == null ? "" : ", " + consent.activityId()),
                        words.moment(consent.recordedAt()),
                        words.value("givenBy", consent.givenBy()),
                        words.value("how", consent.how())))
            .toList(),
        standing.processes().stream().map(this::inForce).toList(),
        standing.tables().stream().map(this::inForce).toList());
  }

  private Version inForce(AsItStood.InForce version) {
    var model = version.model();
    return new Version(
        version.id(),
        model == null ? "–" : words.model(model),
        version.own() ? words.say("audit.stood.own") : null,
        version.since() == null ? null : words.moment(version.since()));
  }

  /** The way of one process, step by step. */
  List<Step> steps(List<CasePaths.Passage> path, Map<String, Optional<Flow>> arrows) {
    var names = new HashMap<String, String>();
    path.forEach(passage -> names.put(passage.element().id(), words.element(passage.element())));
    return path.stream()
        .filter(passage -> !passage.element().type().equals("multiInstanceBody"))
        .map(
            passage ->
                new Step(
                    passage.element().id(),
                    words.element(passage.element()),
                    words.elementType(passage.element().type()),
                    words.moment(passage.from()),
                    passage.to() == null ? null : words.moment(passage.to()),
                    passage.stopped(),
                    arrows.containsKey(passage.id()) ? arrow(arrows.get(passage.id()), names) : null,
                    passage.called()))
        .toList();
  }

  /** By which arrow a step was reached. */
  private String arrow(Optional<Flow> flow, Map<String, String> names) {
    return flow.map(
            one ->
                one.name().isEmpty()
                    ? words.say("audit.path.from", names.getOrDefault(one.from(), one.from()))
                    : words.say("audit.path.from-by", names.getOrDefault(one.from(), one.from()), one.name()))
        .orElse(words.say("audit.path.from-unsure"));
  }

  private Detail row(String key, String value) {
    return new Detail(words.say(key), value);
  }

  /**
   * @param to {@code null} while it goes on
   */
  record Way(String id, String name, boolean part, String from, String to) {}

  /**
   * @param stage of a referral; {@code null} where it had not begun, and for other kinds
   */
  record Stood(
      String at,
      String stage,
      String lastAct,
      List<String> tasks,
      List<String> consents,
      List<Version> processes,
      List<Version> tables) {}

  record Version(String id, String name, String own, String since) {}

  /**
   * @param to {@code null} where it stands there
   * @param stopped whether it was broken off
   * @param arrow by which arrow it was reached; {@code null} where none leads to it
   * @param called the process that was called here, or {@code null}
   */
  record Step(
      String elementId, String name, String type, String from, String to, boolean stopped, String arrow, String called) {}
}
