package org.fingerpost.eligibility;

import java.util.stream.Collectors;
import org.fingerpost.platform.Language;
import org.fingerpost.platform.WrittenDate;
import org.fingerpost.referral.EarlierReferral;
import org.fingerpost.referral.ReferralSummary;
import org.fingerpost.referral.Referrals;
import org.fingerpost.scheme.SchemeWords;
import org.fingerpost.scheme.Schemes;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What a team lead reads before settling a route, in words. */
@Component
public class RouteSheets {

  private final Eligibility eligibility;
  private final Referrals referrals;
  private final Schemes schemes;
  private final SchemeWords words;

  RouteSheets(Eligibility eligibility, Referrals referrals, Schemes schemes, SchemeWords words) {
    this.eligibility = eligibility;
    this.referrals = referrals;
    this.schemes = schemes;
    this.words = words;
  }

  /**
   * @param danger whether the referrer says that somebody is at risk now: what to do comes first then
   * @param earlier one line for each other referral of somebody who looks like the same person, or that there is none
   * @param openReferral reference of the open one among them, or a word for none
   */
  public record RouteSheet(
      String proposal,
      String reason,
      String rules,
      boolean danger,
      String urgency,
      String source,
      String area,
      String openReferral,
      String earlier) {}

  @Transactional(readOnly = true)
  public RouteSheet of(String referralId, Language language) {
    var proposal = eligibility.proposal(referralId);
    var referral = referrals.get(referralId);
    String scheme = referral.schemeId();
    return new RouteSheet(
        words.say(scheme, language, "route." + proposal.route()),
        words.say(scheme, language, "route-reason." + proposal.reasonCode()),
        String.join(", ", proposal.ruleIds()),
        proposal.route() == Route.URGENT,
        words.say(scheme, language, referral.urgent() ? "eligibility.urgency.urgent" : "eligibility.urgency.routine"),
        source(referral, language),
        area(referral, language),
        referrals.openCaseOf(referralId).orElseGet(() -> words.say(scheme, language, "eligibility.none")),
        earlier(referral, language));
  }

  private String earlier(ReferralSummary referral, Language language) {
    var found = referrals.earlierOf(referral.referralId());
    return found.isEmpty()
        ? words.say(referral.schemeId(), language, "eligibility.none")
        : found.stream().map(one -> line(referral.schemeId(), one, language)).collect(Collectors.joining("; "));
  }

  private String line(String scheme, EarlierReferral one, Language language) {
    String ended =
        one.closedState() == null
            ? words.say(scheme, language, "stage." + one.stage())
            : words.say(scheme, language, "closed-state." + one.closedState());
    return words.say(
        scheme,
        language,
        one.withinAYear() ? "eligibility.earlier.withinAYear" : "eligibility.earlier",
        one.referralId(),
        WrittenDate.of(one.receivedOn(), language),
        ended);
  }

  private String source(ReferralSummary referral, Language language) {
    return schemes
        .get(referral.schemeId())
        .source(referral.sourceCode())
        .map(source -> source.label().in(language))
        .orElseGet(() -> words.say(referral.schemeId(), language, "source." + referral.sourceCode()));
  }

  private String area(ReferralSummary referral, Language language) {
    return schemes
        .get(referral.schemeId())
        .area(referral.areaCode())
        .map(area -> area.name().in(language))
        .orElseGet(() -> words.say(referral.schemeId(), language, "eligibility.area.none"));
  }
}
