package org.fingerpost.conversation;

import static org.fingerpost.referral.journey.FirstContact.WRONG_NUMBER;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.fingerpost.conversation.ContactLadder.Climbed;
import org.fingerpost.notification.Message;
import org.fingerpost.notification.Outbox;
import org.fingerpost.notification.PublicLinks;
import org.fingerpost.notification.Purpose;
import org.fingerpost.person.People;
import org.fingerpost.person.Reachability;
import org.fingerpost.platform.AuditEvent;
import org.fingerpost.platform.AuditTrail;
import org.fingerpost.platform.InvalidInput;
import org.fingerpost.platform.Tokens;
import org.fingerpost.platform.WrittenDate;
import org.fingerpost.referral.ReferralSummary;
import org.fingerpost.referral.Referrals;
import org.fingerpost.scheme.LocalisedText;
import org.fingerpost.scheme.Schemes;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Contact details that were wrong, and putting them right. A wrong number is taken out of the person's record at once, so that no
 * stranger is rung twice; the referrer is asked by a link that shows nothing about the person; and whoever supplies better details
 * stands in the audit trail.
 */
@Component
public class ContactDetails {

  static final String FOUND = "FOUND";
  static final String SUPPLIED = "SUPPLIED";
  static final String NOT_FOUND = "NOT_FOUND";

  private static final Set<String> BY_NUMBER = Set.of("PHONE", "TEXT", "VIDEO");

  private final EntityManager entities;
  private final ContactLadder ladder;
  private final ContactPlan plan;
  private final ContactProcess process;
  private final People people;
  private final Referrals referrals;
  private final Schemes schemes;
  private final Outbox outbox;
  private final PublicLinks links;
  private final AuditTrail audit;
  private final Clock clock;

  ContactDetails(
      EntityManager entities,
      ContactLadder ladder,
      ContactPlan plan,
      ContactProcess process,
      People people,
      Referrals referrals,
      Schemes schemes,
      Outbox outbox,
      PublicLinks links,
      AuditTrail audit,
      Clock clock) {
    this.entities = entities;
    this.ladder = ladder;
    this.plan = plan;
    this.process = process;
    this.people = people;
    this.referrals = referrals;
    this.schemes = schemes;
    this.outbox = outbox;
    this.links = links;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Takes a wrong number or address out of the person's record and asks the referrer for a better one, where they left an e-mail
   * address.
   */
  ContactStep wrong(Climbed climbed, ContactAttempt rung, String processInstanceId, String userId) {
    var referral = climbed.referral();
    var person = climbed.person();
    boolean number = BY_NUMBER.contains(rung.channel());
    String wrong = number ? person.phone() : "EMAIL".equals(rung.channel()) ? person.email() : null;
    if (wrong == null) {
      throw new InvalidInput("channel", "conversation.form.wrongNumber.channel");
    }
    var until = plan.detailsDue(referral, person, climbed.nextAttempt());
    people.reachedBy(person.personId(), number ? null : person.phone(), number ? person.email() : null);
    rung.wrong(wrong);
    audited("conversation.details-wrong", referral, Map.of("detail", number ? "PHONE" : "EMAIL"));
    var step = ContactStep.findDetails(until, plan.morningOf(referral, until));
    if (referral.referrerEmail() != null && !referral.referrerEmail().equalsIgnoreCase(wrong)) {
      ask(referral, until, step.dueAt(), processInstanceId);
    }
    return step;
  }

  private void ask(ReferralSummary referral, LocalDate until, Instant answerBy, String processInstanceId) {
    String token = Tokens.random();
    var request =
        new DetailsRequest(referral.referralId(), Tokens.hash(token), clock.instant(), answerBy, processInstanceId);
    entities.persist(request);
    var language = referral.referrerLanguage();
    outbox.send(
        new Message(
            referral.schemeId(),
            referral.referralId(),
            Purpose.CONTACT_DETAILS_ASKED,
            Purpose.CONTACT_DETAILS_ASKED.code() + ":" + Tokens.hash(token),
            referral.referrerEmail(),
            language,
            Map.of(
                "schemeName", schemes.get(referral.schemeId()).name().in(language),
                "reference", referral.referralId(),
                "detailsLink", links.contactDetails(token),
                "answerBy", WrittenDate.of(until, language))));
  }

  /** What the link worker who looks for better details should know. */
  @Transactional(readOnly = true)
  public Sought sought(String referralId) {
    var climbed = ladder.climbed(referralId);
    var wrong = climbed.wrong();
    return new Sought(
        climbed.person().fullName(),
        wrong == null ? null : wrong.wrongDetail(),
        climbed.person().phone(),
        climbed.person().email(),
        requestOf(referralId).isPresent());
  }

  /**
   * Keeps better details that the link worker found, or that nobody knows any.
   *
   * @param found whether there are any
   * @param phone or {@code null}
   * @param email or {@code null}
   * @param note or {@code null}
   * @throws InvalidInput if they cannot be right, or are the ones that were wrong
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public ContactStep found(
      String referralId, boolean found, String phone, String email, String note, String userId) {
    var climbed = ladder.climbed(referralId);
    requestOf(referralId).ifPresent(request -> request.close(clock.instant()));
    if (!found) {
      add(climbed, NOT_FOUND, note, userId);
      audited("conversation.details-not-found", climbed.referral(), Map.of());
      return ContactStep.ended(WRONG_NUMBER);
    }
    check(climbed, phone, email);
    return keep(climbed, phone, email, FOUND, note, userId);
  }

  /** What a link opens; empty for one that does not work. Changes nothing and shows nothing about the person. */
  @Transactional(readOnly = true)
  public Optional<Asked> look(String token) {
    return working(token, LockModeType.NONE)
        .map(
            request -> {
              var referral = referrals.get(request.referralId());
              return new Asked(
                  schemes.get(referral.schemeId()).name(),
                  referral.referralId(),
                  LocalDate.ofInstant(request.answerBy(), clock.getZone()));
            });
  }

  /**
   * Keeps better details that the referrer supplied by link, and lets the attempt be made again.
   *
   * @return whether they were taken; {@code false} for a link that does not work
   * @throws InvalidInput if they cannot be right, or are the ones that were wrong
   */
  @Transactional
  public boolean supply(String token, String phone, String email) {
    var request = working(token, LockModeType.PESSIMISTIC_WRITE).orElse(null);
    if (request == null) {
      return false;
    }
    var climbed = ladder.climbed(request.referralId());
    check(climbed, phone, email);
    request.close(clock.instant());
    process.detailsSupplied(request.processInstanceId(), keep(climbed, phone, email, SUPPLIED, null, "referrer"));
    return true;
  }

  private ContactStep keep(
      Climbed climbed, String phone, String email, String result, String note, String userId) {
    var person = climbed.person();
    people.reachedBy(
        person.personId(), phone == null ? person.phone() : phone, email == null ? person.email() : email);
    add(climbed, result, note, userId);
    var changed = new LinkedHashMap<String, String>();
    changed.put("by", result);
    changed.put("phone", Boolean.toString(phone != null));
    changed.put("email", Boolean.toString(email != null));
    audited("conversation.details-corrected", climbed.referral(), changed);
    var slot = plan.soon(climbed.referral(), person);
    referrals.nextDate(climbed.referral().referralId(), slot.day());
    return ContactStep.again(slot);
  }

  private void add(Climbed climbed, String result, String note, String userId) {
    ladder.add(
        new ContactAttempt(
            climbed.referral().referralId(),
            climbed.nextRung(),
            ContactAttempt.DETAILS,
            result,
            note,
            userId,
            clock.instant()));
  }

  private static void check(Climbed climbed, String phone, String email) {
    if (phone == null && email == null) {
      throw new InvalidInput("phone", "conversation.details.required");
    }
    if (phone != null && !Reachability.isPhone(phone)) {
      throw new InvalidInput("phone", "conversation.details.phone");
    }
    if (email != null && !Reachability.isEmail(email)) {
      throw new InvalidInput("email", "conversation.details.email");
    }
    var wrong = climbed.wrong();
    if (wrong != null && phone != null && Reachability.digits(phone).equals(Reachability.digits(wrong.wrongDetail()))) {
      throw new InvalidInput("phone", "conversation.details.same");
    }
    if (wrong != null && email != null && email.equalsIgnoreCase(wrong.wrongDetail())) {
      throw new InvalidInput("email", "conversation.details.same");
    }
  }

  private Optional<DetailsRequest> working(String token, LockModeType lock) {
    return entities
        .createQuery("select d from DetailsRequest d where d.tokenHash = :hash", DetailsRequest.class)
        .setParameter("hash", Tokens.hash(token))
        .setLockMode(lock)
        .getResultStream()
        .findFirst()
        .filter(request -> request.works(clock.instant()))
        // a referral that ended meanwhile needs no details
        .filter(request -> referrals.get(request.referralId()).open());
  }

  private Optional<DetailsRequest> requestOf(String referralId) {
    return entities
        .createQuery("select d from DetailsRequest d where d.referralId = :referral", DetailsRequest.class)
        .setParameter("referral", referralId)
        .getResultStream()
        .filter(request -> request.works(clock.instant()))
        .findFirst();
  }

  private void audited(String act, ReferralSummary referral, Map<String, String> facts) {
    audit.record(AuditEvent.ofReferral(act, referral.referralId(), referral.schemeId(), facts));
  }

  /**
   * @param wrongDetail the number or address that was wrong; {@code null} if none is recorded
   * @param phone what is known besides, or {@code null}
   * @param email what is known besides, or {@code null}
   * @param referrerAsked whether the referrer was asked by a message
   */
  public record Sought(String personName, String wrongDetail, String phone, String email, boolean referrerAsked) {

    @Override
    public String toString() {
      return "Sought";
    }
  }

  /**
   * @param reference the referral's, which the referrer knows
   * @param answerBy until when the link works, in Europe/London
   */
  public record Asked(LocalisedText schemeName, String reference, LocalDate answerBy) {}
}
