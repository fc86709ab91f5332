package org.fingerpost.referral;

import java.util.HashMap;
import java.util.Set;
import org.fingerpost.notification.Message;
import org.fingerpost.notification.Outbox;
import org.fingerpost.notification.Purpose;
import org.fingerpost.person.Consent;
import org.fingerpost.person.Consents;
import org.fingerpost.platform.Language;
import org.fingerpost.referral.persistence.ReferralRepository;
import org.fingerpost.scheme.SchemeWords;
import org.fingerpost.scheme.Schemes;
import org.springframework.stereotype.Component;

/**
 * Tells those who referred somebody how it ended, as far as the person agreed. That nobody will act on a referral is told without
 * asking, because a referrer who believes that help is on its way does nothing more; it says nothing about the person then.
 */
@Component
class TellingReferrers {

  /** Reasons that are about the scheme, the referrer or the form, and tell nothing about the person. */
  private static final Set<String> NOT_ABOUT_THE_PERSON =
      Set.of("SOURCE_NOT_LIVE", "AREA_NOT_LIVE", "NO_CONSENT", "NARROW_CRITERIA");

  private final ReferralRepository referrals;
  private final Watchers watchers;
  private final Consents consents;
  private final Outbox outbox;
  private final Schemes schemes;
  private final SchemeWords words;

  TellingReferrers(
      ReferralRepository referrals,
      Watchers watchers,
      Consents consents,
      Outbox outbox,
      Schemes schemes,
      SchemeWords words) {
    this.referrals = referrals;
    this.watchers = watchers;
    this.consents = consents;
    this.outbox = outbox;
    this.schemes = schemes;
    this.words = words;
  }

  /** How support, or the attempt at it, came to its end. */
  void ofTheEnd(ReferralSummary closed) {
    String result = "closed-state-told." + closed.closedState();
    if (closed.referrerKind() != ReferrerKind.SELF || worthTellingThePerson(closed)) {
      tell(closed, ending(closed), "", result);
    }
    tellWatchers(closed, result);
  }

  /** That a team lead decided not to take the referral on, and why. */
  void ofNotTakingOn(ReferralSummary closed, String reason) {
    if (agreed(closed)) {
      tell(closed, Purpose.REFERRAL_CLOSED, "", "route-told." + reason);
    } else {
      tell(
          closed,
          Purpose.REFERRAL_RETURNED,
          "",
          "route-told." + (NOT_ABOUT_THE_PERSON.contains(reason) ? reason : "NOT_SAID"));
    }
    tellWatchers(closed, "closed-state-told." + closed.closedState());
  }

  /** Those whose referral was joined to this one hear the same, as far as the person agreed to that when they referred. */
  private void tellWatchers(ReferralSummary closed, String result) {
    if (!closed.watched()) {
      return;
    }
    for (String watcherId : watchers.of(closed.referralId())) {
      var watcher = referrals.findById(watcherId).orElseThrow().summary();
      boolean personDied = closed.closedState() == ClosedState.DIED;
      if (watcher.referrerKind() != ReferrerKind.SELF || !personDied) {
        tell(watcher, ending(closed), ":" + closed.referralId(), result);
      }
    }
  }

  private boolean agreed(ReferralSummary referral) {
    return referral.referrerKind() == ReferrerKind.SELF
        || referral.referrerEmail() != null
            && consents.granted(referral.referralId(), Consent.Purpose.TELL_REFERRER, null);
  }

  private void tell(ReferralSummary referral, Purpose purpose, String occasion, String result) {
    if (referral.referrerEmail() == null) {
      return;
    }
    Language language = referral.referrerLanguage();
    var params = new HashMap<String, Object>();
    params.put("schemeName", schemes.get(referral.schemeId()).name().in(language));
    params.put("reference", referral.referralId());
    if (purpose != Purpose.REFERRAL_ENDED_BY_DEATH) {
      params.put("result", words.say(referral.schemeId(), language, result));
    } else if (referral.referrerKind() == ReferrerKind.FAMILY) {
      params.put("condolence", words.say(referral.schemeId(), language, "referral.condolence"));
    }
    var message =
        new Message(
            referral.schemeId(),
            referral.referralId(),
            purpose,
            purpose.code() + ":" + referral.referralId() + occasion,
            referral.referrerEmail(),
            language,
            params);
    // Whether the person agreed is for the outbox to ask.
    outbox.send(referral.referrerKind() == ReferrerKind.SELF ? message.toPerson() : message);
  }

  private static Purpose ending(ReferralSummary closed) {
    return closed.closedState() == ClosedState.DIED ? Purpose.REFERRAL_ENDED_BY_DEATH : Purpose.REFERRAL_CLOSED;
  }

  /** Somebody signposted gets the places themself; nobody is written to after their death. */
  private static boolean worthTellingThePerson(ReferralSummary closed) {
    return closed.closedState() != ClosedState.SIGNPOSTED && closed.closedState() != ClosedState.DIED;
  }
}
