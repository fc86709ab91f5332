package org.fingerpost.audit.decision;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.fingerpost.audit.AuditReader;
import org.fingerpost.audit.AuditWords;
import org.fingerpost.audit.CaseKind;
import org.fingerpost.audit.CasePaths;
import org.fingerpost.audit.StaffNames;
import org.fingerpost.audit.decision.ExplainedDecision.Line;
import org.fingerpost.platform.AuditEvent;
import org.fingerpost.platform.AuditTrail;
import org.fingerpost.platform.Language;
import org.fingerpost.platform.Words;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Explains a decision from what was kept when it was made, and records that somebody had it explained. */
@Component
class ExplainedDecisions {

  /** More would not be read. */
  private static final int MOST_OTHERWISE = 8;

  private final KeptDecisions decisions;
  private final CasePaths models;
  private final AuditReader reader;
  private final StaffNames names;
  private final AuditTrail audit;
  private final Words words;

  ExplainedDecisions(
      KeptDecisions decisions, CasePaths models, AuditReader reader, StaffNames names, AuditTrail audit, Words words) {
    this.decisions = decisions;
    this.models = models;
    this.reader = reader;
    this.names = names;
    this.audit = audit;
    this.words = words;
  }

  /**
   * @param forPerson for the person it concerns: without names of staff, without codes
   * @return empty if there is no such decision, or it lies outside the reader's scheme; nothing is recorded then
   */
  @Transactional
  public Optional<ExplainedDecision> explain(UUID id, Language language, boolean forPerson) {
    return decisions
        .find(id)
        .filter(decision -> reader.maySee(decision.schemeId()))
        .map(
            decision -> {
              audit.record(
                  new AuditEvent(
                      "audit.explained",
                      CaseKind.subjectType(decision.subjectId()),
                      decision.subjectId(),
                      decision.schemeId(),
                      Map.of("decisionId", id.toString(), "forWhom", forPerson ? "PERSON" : "AUDITOR", "language", language.code())));
              return explained(decision, new AuditWords(words, language), language, forPerson);
            });
  }

  private ExplainedDecision explained(KeptDecision kept, AuditWords said, Language language, boolean forPerson) {
    var table = models.xml(kept.definitionId()).flatMap(xml -> DecisionTable.read(xml, kept.decisionKey()));
    var inWords = new DecisionInWords(said, forPerson);
    var deployment = decisions.deployment(kept.definitionId());
    var reference = kept.subjectId();
    return new ExplainedDecision(
        kept.id(),
        reference,
        CaseKind.path(reference),
        said.title(CaseKind.of(reference) == null ? CaseKind.OTHER : CaseKind.of(reference), reference),
        forPerson,
        language.code(),
        said.say("audit.model", said.table(kept.decisionKey()), kept.version())
            + (kept.ownTable() ? ", " + said.say("audit.stood.own") : ""),
        kept.definitionId(),
        said.moment(kept.decidedAt()),
        deployment.map(d -> deployed(d, said, forPerson)).orElse(List.of(said.say("audit.explain.no-deployment"))),
        forPerson ? null : said.say(deployment.map(d -> "audit.explain.unaltered." + d.unaltered()).orElse("audit.explain.no-deployment")),
        kept.facts().entrySet().stream()
            .map(fact -> new Line(inWords.asked(fact.getKey(), label(table, fact.getKey())), inWords.value(fact.getKey(), fact.getValue())))
            .toList(),
        kept.ruleIds().stream().map(rule -> rule(kept, table, rule, inWords, said)).toList(),
        kept.answers().stream()
            .flatMap(answer -> answer.entrySet().stream())
            .map(answer -> new Line(inWords.answer(answer.getKey()), inWords.value(answer.getKey(), answer.getValue())))
            .distinct()
            .toList(),
        settled(kept, said, inWords, forPerson),
        !forPerson && kept.settled() != null && kept.settled().reasonKept(),
        table.map(t -> otherwise(kept, t, inWords, said)).orElse(List.of()));
  }

  private static String label(Optional<DecisionTable> table, String fact) {
    return table
        .flatMap(t -> t.inputs().stream().filter(input -> input.fact().equals(fact)).findFirst())
        .map(DecisionTable.Input::label)
        .filter(label -> !label.isBlank())
        .orElse(null);
  }

  private List<String> deployed(KeptDecision.Deployed by, AuditWords said, boolean forPerson) {
    var sentences = new ArrayList<String>();
    if (forPerson) {
      sentences.add(said.say("audit.explain.in-force-since", said.moment(by.at())));
    } else {
      var name = names.of(List.of(by.by())).getOrDefault(by.by(), by.by());
      sentences.add(said.say("audit.explain.deployed", said.moment(by.at()), name, by.source()));
      sentences.add(said.say("audit.explain.deployed-why", by.reason()));
    }
    return sentences;
  }

  private static ExplainedDecision.Rule rule(
      KeptDecision kept, Optional<DecisionTable> table, String id, DecisionInWords inWords, AuditWords said) {
    var row = table.flatMap(t -> t.rule(id));
    var conditions = new ArrayList<String>();
    row.ifPresent(
        rule -> {
          for (int i = 0; i < rule.conditions().size(); i++) {
            var input = table.get().inputs().get(i);
            if (!Cell.read(rule.conditions().get(i)).map(Cell::asksNothing).orElse(false)) {
              conditions.add(inWords.asked(input.fact(), input.label()) + " " + inWords.condition(input.fact(), rule.conditions().get(i)));
            }
          }
        });
    return new ExplainedDecision.Rule(
        id,
        row.map(rule -> said.say("audit.explain.rule", rule.number())).orElse(said.say("audit.explain.a-rule")),
        inWords.because(kept.decisionKey(), id, kept.answers()),
        row.map(DecisionTable.Rule::annotation).orElse(null),
        conditions);
  }

  private List<String> settled(KeptDecision kept, AuditWords said, DecisionInWords inWords, boolean forPerson) {
    var settled = kept.settled();
    if (settled == null) {
      return List.of();
    }
    var who =
        settled.by() == null || forPerson
            ? said.say("audit.explain.a-person")
            : names.of(List.of(settled.by())).getOrDefault(settled.by(), settled.by()) + " (" + settled.by() + ")";
    var sentences = new ArrayList<String>();
    sentences.add(
        said.say(
            settled.changed() ? "audit.explain.changed" : "audit.explain.confirmed",
            who,
            settled.at() == null ? "–" : said.moment(settled.at()),
            inWords.settled(kept.decisionKey(), settled.as())));
    if (settled.code() != null) {
      sentences.add(said.say("audit.explain.why", inWords.value("reasonCode", settled.code())));
    }
    return sentences;
  }

  /**
   * One fact at a time put differently, and the table read again by hand: only where every condition is understood, and where reading
   * it so for the facts that were given finds the very rule that answered.
   */
  private static List<String> otherwise(KeptDecision kept, DecisionTable table, DecisionInWords inWords, AuditWords said) {
    if (table.several() || kept.answers().isEmpty() || table.outputs().isEmpty()) {
      return List.of();
    }
    var again = table.answering(kept.facts());
    if (again.isEmpty() || !again.get().stream().map(DecisionTable.Rule::id).toList().equals(kept.ruleIds())) {
      return List.of();
    }
    var first = table.outputs().get(0);
    var given = String.valueOf(kept.answers().get(0).get(first));
    var sentences = new ArrayList<String>();
    for (var input : table.inputs()) {
      for (var value : input.values()) {
        if (value.equals(kept.facts().get(input.fact()))) {
          continue;
        }
        var facts = new LinkedHashMap<>(kept.facts());
        facts.put(input.fact(), value);
        var other = table.answering(facts).filter(rules -> !rules.isEmpty()).map(rules -> table.answers(rules.get(0)).get(first));
        if (other.isPresent() && !String.valueOf(other.get()).equals(given)) {
          sentences.add(
              said.say(
                  "audit.explain.otherwise-line",
                  inWords.asked(input.fact(), input.label()),
                  inWords.value(input.fact(), value),
                  inWords.answer(first),
                  inWords.value(first, other.get())));
        }
      }
    }
    return sentences.size() > MOST_OTHERWISE ? List.of() : sentences;
  }
}
