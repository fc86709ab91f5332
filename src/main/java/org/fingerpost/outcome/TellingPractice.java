package org.fingerpost.outcome;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.fingerpost.notification.Message;
import org.fingerpost.notification.Outbox;
import org.fingerpost.notification.Purpose;
import org.fingerpost.person.Consent;
import org.fingerpost.person.Consents;
import org.fingerpost.person.People;
import org.fingerpost.platform.AuditEvent;
import org.fingerpost.platform.AuditTrail;
import org.fingerpost.platform.Language;
import org.fingerpost.platform.WrittenDate;
import org.fingerpost.referral.ClosedState;
import org.fingerpost.referral.ClosureReason;
import org.fingerpost.referral.ReferralClosed;
import org.fingerpost.referral.ReferralSummary;
import org.fingerpost.referral.Stage;
import org.fingerpost.scheme.Listing;
import org.fingerpost.scheme.SchemeWords;
import org.fingerpost.scheme.Schemes;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Tells the person's general practice how a referral ended, where the person agreed to that and the scheme knows an address. Whoever
 * was never spoken to by a link worker is nobody's news, and a death is told by people.
 */
@Component
class TellingPractice {

  private static final Set<ClosedState> TOLD =
      EnumSet.of(ClosedState.COMPLETED, ClosedState.DECLINED, ClosedState.TRANSFERRED, ClosedState.WITHDRAWN);

  private final Schemes schemes;
  private final Consents consents;
  private final People people;
  private final Measures measures;
  private final PairedScores pairs;
  private final SchemeWords words;
  private final Outbox outbox;
  private final AuditTrail audit;

  TellingPractice(
      Schemes schemes,
      Consents consents,
      People people,
      Measures measures,
      PairedScores pairs,
      SchemeWords words,
      Outbox outbox,
      AuditTrail audit) {
    this.schemes = schemes;
    this.consents = consents;
    this.people = people;
    this.measures = measures;
    this.pairs = pairs;
    this.words = words;
    this.outbox = outbox;
    this.audit = audit;
  }

  @EventListener
  void on(ReferralClosed closed) {
    var referral = closed.referral();
    if (!TOLD.contains(referral.closedState()) || referral.linkWorker() == null) {
      return;
    }
    // The address first: it costs nothing to look up, and most referrals name no practice.
    address(referral)
        .filter(address -> consents.granted(referral.referralId(), Consent.Purpose.TELL_GP, null))
        .ifPresent(address -> tell(referral, address));
  }

  private Optional<String> address(ReferralSummary referral) {
    return schemes.listing(referral.schemeId()).practices().stream()
        .filter(practice -> practice.code().equals(referral.practiceCode()))
        .map(Listing.Practice::email)
        .findFirst();
  }

  private void tell(ReferralSummary referral, String address) {
    var language = schemes.get(referral.schemeId()).defaultLanguage();
    boolean supported = referral.stage() == Stage.OUTCOME_RECORDED;
    var codes = SnomedCode.certainFor(referral.closedState(), supported);
    outbox.send(
        new Message(
            referral.schemeId(),
            referral.referralId(),
            Purpose.REFERRAL_CLOSED_GP,
            Purpose.REFERRAL_CLOSED_GP.code() + ":" + referral.referralId(),
            address,
            language,
            params(referral, supported, codes, language)));
    audit.record(
        AuditEvent.ofReferral(
            "outcome.practice-told",
            referral.referralId(),
            referral.schemeId(),
            Map.of(
                "practice", referral.practiceCode(),
                "codes", codes.stream().map(SnomedCode::id).collect(Collectors.joining(", ")))));
  }

  private Map<String, Object> params(
      ReferralSummary referral, boolean supported, List<SnomedCode> codes, Language language) {
    var person = people.get(referral.personId());
    var params = new HashMap<String, Object>();
    params.put("schemeName", schemes.get(referral.schemeId()).name().in(language));
    params.put("reference", referral.referralId());
    params.put("personName", person.fullName());
    params.put("dateOfBirth", WrittenDate.of(person.dateOfBirth(), language));
    put(params, "nhsNumber", person.nhsNumber());
    params.put("result", say(referral, language, "closed-state-told." + referral.closedState()));
    if (supported) {
      params.put(
          "reason",
          say(referral, language, "closure-reason." + ClosureReason.valueOf(referral.closureReason()).name()));
      put(params, "scores", scores(referral.referralId(), language));
    }
    put(
        params,
        "codes",
        codes.stream().map(code -> code.id() + " " + code.term()).collect(Collectors.joining("\n")));
    return params;
  }

  private String scores(String referralId, Language language) {
    var answered = measures.of(referralId);
    return pairs.lines(
        answered.getOrDefault(Occasion.BASELINE, Map.of()),
        answered.getOrDefault(Occasion.CLOSING, Map.of()),
        language);
  }

  private String say(ReferralSummary referral, Language language, String key) {
    return words.say(referral.schemeId(), language, key);
  }

  /** A paragraph without its parameter is left out of the message. */
  private static void put(Map<String, Object> params, String name, String value) {
    if (value != null && !value.isBlank()) {
      params.put(name, value);
    }
  }
}
