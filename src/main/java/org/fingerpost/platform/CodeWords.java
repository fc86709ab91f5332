package org.fingerpost.platform;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Where the bundles keep the words for a code, which depends on what it is the code of: on the name of the fact, the detail or the column. */
public final class CodeWords {

  private static final Pattern CODE = Pattern.compile("[A-Z0-9][A-Z0-9_]*");

  /** By the name that it has in Java; the most likely place first. */
  private static final Map<String, List<String>> VOCABULARIES =
      Map.ofEntries(
          Map.entry("route", List.of("route.")),
          Map.entry("proposedRoute", List.of("route.")),
          Map.entry("confirmedRoute", List.of("route.")),
          Map.entry("proposed", List.of("route.")),
          Map.entry("confirmed", List.of("route.")),
          Map.entry("reasonCode", List.of("route-reason.", "kitemark.suspension.")),
          Map.entry("reason", List.of("closure-reason.", "withdrawal-reason.", "route-reason.", "grant-reason.", "grants.proposal-reason.")),
          Map.entry("source", List.of("source.")),
          Map.entry("sourceCode", List.of("source.")),
          Map.entry("needs", List.of("need.")),
          Map.entry("risks", List.of("risk.")),
          Map.entry("stage", List.of("stage.")),
          Map.entry("closedState", List.of("closed-state.")),
          Map.entry("closureReason", List.of("closure-reason.", "withdrawal-reason.", "route-reason.")),
          Map.entry("withdrawalReason", List.of("withdrawal-reason.")),
          Map.entry("referrerKind", List.of("referrer-kind.")),
          Map.entry("referrer", List.of("referrer-kind.")),
          Map.entry("state", List.of("closed-state.", "community.check-state.")),
          Map.entry("givenBy", List.of("consent-given-by.")),
          Map.entry("how", List.of("consent-how.", "referral.consents.how.", "caseload.because.", "rights.identity-how.")),
          Map.entry("channel", List.of("conversation.channel.")),
          Map.entry("result", List.of("conversation.result.")),
          Map.entry(
              "decision",
              List.of(
                  "introduction.decision.", "conversation.decision.", "referral.decision.", "followup.decision.", "followup.missed-decision.")),
          Map.entry("missedStep", List.of("followup.missed-step.")),
          Map.entry("safety", List.of("followup.safety.")),
          Map.entry("reviewResult", List.of("outcome.review-step.")),
          Map.entry("stillGoing", List.of("outcome.still-going.")),
          Map.entry("newReferral", List.of("outcome.new-referral.")),
          Map.entry("answer", List.of("introduction.answer.", "signpost-answer.")),
          Map.entry("declineReason", List.of("introduction.decline-reason.")),
          Map.entry("missing", List.of("introduction.missing.")),
          Map.entry("attendance", List.of("followup.attendance.")),
          Map.entry("nextStep", List.of("followup.next-step.")),
          Map.entry("because", List.of("caseload.because.", "rights.extension.")),
          Map.entry("changeReason", List.of("caseload.change-reason.")),
          Map.entry("absenceReason", List.of("caseload.absence-reason.")),
          Map.entry("consent", List.of("consent-purpose.")),
          Map.entry("purpose", List.of("consent-purpose.")),
          Map.entry("packKind", List.of("proof.kind.")),
          Map.entry("packPurpose", List.of("proof.purpose.")),
          Map.entry("reach", List.of("signpost-reach.")),
          Map.entry("upkeepKind", List.of("kitemark.upkeep.kind.")),
          Map.entry("about", List.of("kitemark.upkeep.kind.", "kitemark.condition.")),
          Map.entry("question", List.of("kitemark.question.")),
          Map.entry("questionDecision", List.of("kitemark.question-decision.")),
          Map.entry("visitResult", List.of("kitemark.visit-result.")),
          Map.entry("markLevel", List.of("kitemark.level.")),
          Map.entry("level", List.of("kitemark.level.")),
          Map.entry("risk", List.of("kitemark.risk.")),
          Map.entry("referralMode", List.of("kitemark.mode.")),
          Map.entry("item", List.of("kitemark.item.")),
          Map.entry("group", List.of("group.")),
          Map.entry("why", List.of("audit.why.")),
          Map.entry("cameFrom", List.of("audit.via.")),
          Map.entry("what", List.of("audit.what.")),
          Map.entry("rightsDecision", List.of("rights.decision.")),
          Map.entry("proposal", List.of("rights.decision.")),
          Map.entry("ground", List.of("rights.ground.")),
          Map.entry("restrictionGround", List.of("rights.restriction-ground.")),
          Map.entry("liftedBecause", List.of("rights.lifting.")),
          Map.entry("erasedBecause", List.of("rights.erased-because.")),
          Map.entry("class", List.of("rights.record-class.")),
          Map.entry("keptBecause", List.of("rights.kept-because.")),
          Map.entry("holdLiftedBecause", List.of("rights.hold-lifting.")),
          Map.entry("needed", List.of("eligibility.consent-needed.")),
          Map.entry("goalsMet", List.of("outcome.goals-met.")),
          Map.entry("circumstances", List.of("circumstance.")),
          Map.entry("groups", List.of("group.")),
          Map.entry("workerAsked", List.of("worker-asked.")),
          Map.entry("relationToPerson", List.of("relation.")),
          Map.entry("givenHow", List.of("consent-how.", "referral.consents.how.")),
          Map.entry("accompaniedBy", List.of("introduction.accompanied-by.")),
          Map.entry("access", List.of("access-need.")),
          Map.entry("interests", List.of("interest.")),
          Map.entry("weekdays", List.of("weekday.")),
          Map.entry("outcome", List.of("grant-outcome.")),
          Map.entry("check", List.of("community.check.")),
          Map.entry("help", List.of("community.help.")),
          Map.entry("size", List.of("kitemark.fact.size.")),
          Map.entry("changeKind", List.of("change.kind.")),
          Map.entry("upkeepStep", List.of("audit.fact-value.step.")),
          Map.entry("kind", List.of("rights.kind.", "kitemark.upkeep.kind.", "kitemark.kind.")));

  private CodeWords() {}

  public static boolean isCode(String text) {
    return CODE.matcher(text).matches();
  }

  /**
   * The words for a code, or empty where the bundles have none.
   *
   * @param name of what it is the code of, as in Java or as in the database
   * @param first places that are looked at before those that everybody looks at
   */
  public static Optional<String> of(Words words, Language language, String name, String code, List<String> first) {
    return Stream.concat(first.stream(), VOCABULARIES.getOrDefault(asInJava(name), List.of()).stream())
        .map(place -> place + code)
        .filter(key -> !words.say(language, key).equals(key))
        .findFirst()
        .map(key -> words.say(language, key));
  }

  /** {@code closed_state} as {@code closedState}. */
  private static String asInJava(String name) {
    return Pattern.compile("_([a-z])").matcher(name).replaceAll(found -> found.group(1).toUpperCase(Locale.ROOT));
  }
}
