package org.fingerpost.referral;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fingerpost.platform.CaseSection;
import org.fingerpost.platform.Language;
import org.fingerpost.platform.Staff;
import org.fingerpost.platform.WrittenDate;
import org.fingerpost.scheme.SchemeWords;
import org.fingerpost.scheme.Schemes;
import org.springframework.stereotype.Component;

/** Who referred the person, why, what they need, and what to know before meeting them. */
@Component
class ReferralSection implements CaseSection {

  private final Referrals referrals;
  private final Schemes schemes;
  private final SchemeWords words;
  private final Staff staff;
  private final Clock clock;

  ReferralSection(Referrals referrals, Schemes schemes, SchemeWords words, Staff staff, Clock clock) {
    this.referrals = referrals;
    this.schemes = schemes;
    this.words = words;
    this.staff = staff;
    this.clock = clock;
  }

  @Override
  public String id() {
    return "referral";
  }

  @Override
  public int order() {
    return 20;
  }

  @Override
  public Optional<Content> of(Subject subject, Language language) {
    var referral = referrals.get(subject.referralId());
    var scheme = schemes.get(referral.schemeId());
    String linkWorker =
        referral.linkWorker() == null
            ? null
            : staff.find(referral.linkWorker()).map(Staff.Member::displayName).orElse(referral.linkWorker());
    return Optional.of(
        Content.titled(say(referral, language, "referral.section.referral"))
            .row(say(referral, language, "referral.case.needs"), labels(referral, language, "need.", referral.needs()))
            .row(say(referral, language, "referral.case.reason"), referral.reason())
            .rowIfAny(say(referral, language, "referral.case.tried"), referral.tried())
            .row(
                say(referral, language, "referral.case.risks"),
                joined("\n", labels(referral, language, "risk.", referral.risks()), referral.riskNote()))
            .row(
                say(referral, language, "referral.case.referrer"),
                joined(
                    ", ",
                    referral.referrerName(),
                    referral.referrerRole(),
                    referral.referrerOrganisation(),
                    scheme.source(referral.sourceCode()).map(source -> source.label().in(language)).orElse(null)))
            .rowIfAny(
                say(referral, language, "referral.case.referrerContact"),
                joined(", ", referral.referrerPhone(), referral.referrerEmail()))
            .row(
                say(referral, language, "referral.case.received"),
                CaseSection.day(referral.receivedAt(), clock.getZone(), language))
            .row(scheme.workerTitle().in(language), linkWorker)
            .rowIfAny(
                say(referral, language, "referral.list.next"),
                referral.nextDate() == null ? null : WrittenDate.of(referral.nextDate(), language))
            .written());
  }

  private String labels(ReferralSummary referral, Language language, String prefix, List<String> codes) {
    return codes.stream().map(code -> say(referral, language, prefix + code)).collect(Collectors.joining(", "));
  }

  private static String joined(String between, String... texts) {
    return Stream.of(texts).filter(text -> text != null && !text.isBlank()).collect(Collectors.joining(between));
  }

  private String say(ReferralSummary referral, Language language, String key) {
    return words.say(referral.schemeId(), language, key);
  }
}
