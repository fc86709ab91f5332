package org.fingerpost.conversation;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.fingerpost.notification.Message;
import org.fingerpost.notification.Outbox;
import org.fingerpost.notification.Purpose;
import org.fingerpost.person.People;
import org.fingerpost.person.PersonDetails;
import org.fingerpost.platform.Actor;
import org.fingerpost.platform.AuditEvent;
import org.fingerpost.platform.AuditTrail;
import org.fingerpost.platform.Language;
import org.fingerpost.platform.Staff;
import org.fingerpost.platform.WrittenDate;
import org.fingerpost.referral.ReferralSummary;
import org.fingerpost.referral.Referrals;
import org.fingerpost.scheme.SchemeWords;
import org.fingerpost.scheme.Schemes;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The letter that follows the last attempt: in the person's language, by e-mail where there is an address, and on a page to be
 * printed. It says neither why the person was referred nor by whom, because somebody else may open it.
 */
@Component
public class ContactLetters {

  private final EntityManager entities;
  private final ContactLadder ladder;
  private final ContactPlan plan;
  private final Referrals referrals;
  private final People people;
  private final Schemes schemes;
  private final SchemeWords words;
  private final Staff staff;
  private final Outbox outbox;
  private final AuditTrail audit;
  private final Clock clock;

  ContactLetters(
      EntityManager entities,
      ContactLadder ladder,
      ContactPlan plan,
      Referrals referrals,
      People people,
      Schemes schemes,
      SchemeWords words,
      Staff staff,
      Outbox outbox,
      AuditTrail audit,
      Clock clock) {
    this.entities = entities;
    this.ladder = ladder;
    this.plan = plan;
    this.referrals = referrals;
    this.people = people;
    this.schemes = schemes;
    this.words = words;
    this.staff = staff;
    this.outbox = outbox;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Writes the letter.
   *
   * @return until when its answer is waited for
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public Instant write(String referralId) {
    var climbed = ladder.climbed(referralId);
    var referral = climbed.referral();
    var person = climbed.person();
    var answerBy = plan.letterAnswerDue(referral, person, climbed.nextAttempt());
    boolean emailed = person.email() != null;
    var letter =
        new ContactLetter(
            referralId, referral.schemeId(), person.preferredLanguage(), emailed, answerBy, clock.instant());
    entities.persist(letter);
    ladder.add(
        new ContactAttempt(
            referralId,
            climbed.nextRung(),
            ContactAttempt.LAST_LETTER,
            "SENT",
            null,
            Actor.SYSTEM.id(),
            clock.instant()));
    if (emailed) {
      outbox.send(
          new Message(
              referral.schemeId(),
              referralId,
              Purpose.CONTACT_LETTER,
              Purpose.CONTACT_LETTER.code() + ":" + letter.id(),
              person.email(),
              letter.language(),
              contents(letter, referral, person)));
    }
    referrals.nextDate(referralId, answerBy);
    audit.record(
        AuditEvent.ofReferral(
            "conversation.letter-written",
            referralId,
            referral.schemeId(),
            Map.of(
                "letter", letter.id().toString(),
                "language", letter.language().code(),
                "emailed", Boolean.toString(emailed),
                "dueOn", answerBy.toString())));
    return plan.morningOf(referral, answerBy);
  }

  /** The latest letter of a referral, as the form shows it to the link worker; texts are empty if there is none. */
  @Transactional(readOnly = true)
  public Posted latest(String referralId, Language language) {
    return entities
        .createQuery(
            "select l from ContactLetter l where l.referralId = :referral order by l.writtenAt desc", ContactLetter.class)
        .setParameter("referral", referralId)
        .setMaxResults(1)
        .getResultStream()
        .findFirst()
        .map(
            letter ->
                new Posted(
                    "[%s](/letters/%s)"
                        .formatted(words.say(letter.schemeId(), language, "conversation.letter.open"), letter.id()),
                    words.say(
                        letter.schemeId(),
                        language,
                        letter.emailed() ? "conversation.letter.emailed" : "conversation.letter.not-emailed"),
                    WrittenDate.of(letter.answerBy(), language)))
        .orElse(new Posted("", "", ""));
  }

  /**
   * Opens a letter for a member of staff of its scheme, and records that it was opened, because it names a person.
   *
   * @param schemeId the reader's own; a letter of another scheme is not found
   */
  @Transactional
  public Optional<LetterSeen> open(UUID letterId, String schemeId) {
    var letter = entities.find(ContactLetter.class, letterId);
    if (letter == null || !letter.schemeId().equals(schemeId)) {
      return Optional.empty();
    }
    var referral = referrals.get(letter.referralId());
    var person = people.get(referral.personId());
    audit.record(
        AuditEvent.ofReferral(
            "conversation.letter-opened", letter.referralId(), schemeId, Map.of("letter", letterId.toString())));
    return Optional.of(seen(letter, referral, person));
  }

  private LetterSeen seen(ContactLetter letter, ReferralSummary referral, PersonDetails person) {
    var language = letter.language();
    var said = contents(letter, referral, person);
    var paragraphs =
        List.of(
            say(letter, "message.contact-letter.hello", said.get("firstName")),
            say(letter, "message.contact-letter.tried", said.get("schemeName"), said.get("workerTitle"), said.get("workerName")),
            say(letter, "message.contact-letter.touch", said.get("contact"), said.get("reference")),
            say(letter, "message.contact-letter.by", said.get("answerBy")),
            say(letter, "message.contact-letter.wish"),
            say(letter, "message.contact-letter.bye", said.get("workerName"), said.get("schemeName")));
    return new LetterSeen(
        language,
        person.fullName(),
        person.postcode(),
        WrittenDate.of(LocalDate.ofInstant(letter.writtenAt(), clock.getZone()), language),
        say(letter, "message.contact-letter.subject", said.get("schemeName")),
        paragraphs);
  }

  private String say(ContactLetter letter, String key, Object... args) {
    return words.say(letter.schemeId(), letter.language(), key, args);
  }

  private Map<String, Object> contents(ContactLetter letter, ReferralSummary referral, PersonDetails person) {
    var language = letter.language();
    var scheme = schemes.get(referral.schemeId());
    var contents = new LinkedHashMap<String, Object>();
    contents.put("schemeName", scheme.name().in(language));
    contents.put("workerTitle", scheme.workerTitle().in(language).toLowerCase(language.locale()));
    contents.put("workerName", nameOf(referral.linkWorker(), scheme.name().in(language)));
    contents.put("firstName", person.givenName());
    contents.put("contact", scheme.contact().in(language));
    contents.put("reference", referral.referralId());
    contents.put("answerBy", WrittenDate.of(letter.answerBy(), language));
    return contents;
  }

  private String nameOf(String linkWorker, String otherwise) {
    return linkWorker == null ? otherwise : staff.find(linkWorker).map(Staff.Member::displayName).orElse(otherwise);
  }

  /**
   * @param link to the page to be printed, in Markdown, as texts of a form take it
   * @param way whether it went by e-mail as well
   * @param answerBy until when an answer is waited for
   */
  public record Posted(String link, String way, String answerBy) {}

  /**
   * A letter as it reads.
   *
   * @param language what it is written in
   * @param writtenOn in words of that language
   */
  public record LetterSeen(
      Language language, String personName, String postcode, String writtenOn, String subject, List<String> paragraphs) {

    @Override
    public String toString() {
      return "LetterSeen";
    }
  }
}
