package org.fingerpost.kitemark;

import static org.fingerpost.kitemark.journey.KitemarkAward.DECISION_EVIDENCE;
import static org.fingerpost.kitemark.journey.KitemarkAward.DECISION_GOOD_PRACTICE;
import static org.fingerpost.kitemark.journey.KitemarkAward.DECISION_LEVEL;
import static org.fingerpost.kitemark.journey.KitemarkAward.DECISION_RISK;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.fingerpost.platform.Decisions;
import org.fingerpost.questionnaire.Application;
import org.springframework.stereotype.Component;

/** Asks the tables of the kite mark, one after the other: risk, what it takes at this risk, and the level. */
@Component
class Tables {

  private final Decisions decisions;
  private final Awards awards;
  private final Clock clock;

  Tables(Decisions decisions, Awards awards, Clock clock) {
    this.decisions = decisions;
    this.awards = awards;
    this.clock = clock;
  }

  /**
   * What the tables in force say.
   *
   * @param openConcern whether a safeguarding or regulator's concern is open
   */
  Proposal propose(Application application, boolean openConcern) {
    return propose(application, openConcern, Map.of());
  }

  /**
   * What the versions say that answered before.
   *
   * @param versions answers to ask again, by table; tables that are not there are asked as they are in force
   */
  Proposal propose(Application application, boolean openConcern, Map<String, Decisions.Collected> versions) {
    var facts = MarkFacts.of(application);
    var given = new LinkedHashMap<String, Map<String, Object>>();
    given.put(DECISION_RISK, facts.forRisk());
    var risk = ask(DECISION_RISK, application.schemeId(), given, versions);
    String code = risk.code("risk");
    given.put(DECISION_EVIDENCE, facts.forEvidence(code));
    given.put(DECISION_GOOD_PRACTICE, facts.forGoodPractice(code));
    var evidence = gather(DECISION_EVIDENCE, application.schemeId(), given, versions);
    var goodPractice = gather(DECISION_GOOD_PRACTICE, application.schemeId(), given, versions);
    List<EvidenceNeed> needs =
        Stream.concat(EvidenceNeed.of(evidence, true).stream(), EvidenceNeed.of(goodPractice, false).stream()).toList();
    LocalDate today = LocalDate.now(clock);
    List<EvidenceNeed> missing =
        needs.stream().filter(need -> !ShownEvidence.shows(application, need, today)).toList();
    given.put(
        DECISION_LEVEL,
        facts.forLevel(
            code,
            openConcern,
            missing.stream().anyMatch(EvidenceNeed::mandatory),
            missing.stream().anyMatch(need -> !need.mandatory()),
            before(application)));
    var level = ask(DECISION_LEVEL, application.schemeId(), given, versions);
    return new Proposal(needs, missing, risk, evidence, goodPractice, level, given);
  }

  private MarkBefore before(Application application) {
    return application.organisationId() == null
        ? MarkBefore.NONE
        : MarkBefore.of(awards.lastOf(application.schemeId(), application.organisationId()));
  }

  private Decisions.Answer ask(
      String table, String schemeId, Map<String, Map<String, Object>> given, Map<String, Decisions.Collected> versions) {
    var before = versions.get(table);
    return before == null
        ? decisions.ask(table, schemeId, given.get(table))
        : decisions.askAgain(
            new Decisions.Answer(
                table, before.definitionId(), before.version(), before.ownTable(), before.ruleIds(), before.rows().get(0)),
            given.get(table));
  }

  private Decisions.Collected gather(
      String table, String schemeId, Map<String, Map<String, Object>> given, Map<String, Decisions.Collected> versions) {
    var before = versions.get(table);
    return before == null
        ? decisions.gather(table, schemeId, given.get(table))
        : decisions.gatherAgain(before, given.get(table));
  }
}
