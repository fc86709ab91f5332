package org.fingerpost.notification;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * What a message is for, and of which paragraphs it is made. Subject and paragraphs are in the bundles under
 * {@code message.<code>.<name>}, with the named parameters as {@code {0}}, {@code {1}}…; a paragraph with a missing parameter is
 * left out, so that optional parameters need no template language. Each says whom it is written to and which consent it needs:
 * {@link Outbox} asks for it in the transaction that queues the message, so that no caller can forget to.
 */
public enum Purpose {
  /** To the referrer: we have it. */
  REFERRAL_RECEIVED(
      Recipient.REFERRER,
      NeededConsent.NONE,
      p("subject", "reference"),
      p("received", "schemeName", "reference"),
      p("next"),
      p("track", "trackingLink"),
      p("mistake", "schemeName")),

  /**
   * To the organisation: can somebody join? {@code accompanied} is {@code true} if the link worker comes along, {@code companion}
   * says who else does, each or left out; {@code answerBy} is a written date.
   */
  PROVIDER_OFFER(
      Recipient.ORGANISATION,
      NeededConsent.TELL_PROVIDER,
      p("subject", "activityName"),
      p("offer", "schemeName", "activityName"),
      p("person", "firstName"),
      p("wishes", "wishes"),
      p("accompanied", "accompanied"),
      p("companion", "companion"),
      p("answer", "answerBy", "replyLink"),
      p("unsure", "schemeName"),
      p("attended", "attendedLink")),

  /** To the organisation: a reminder of an offer. {@code answerBy} is a written date. */
  PROVIDER_REMINDED(
      Recipient.ORGANISATION,
      NeededConsent.NONE,
      p("subject", "activityName"),
      p("reminder", "schemeName", "activityName", "offeredOn"),
      p("answer", "answerBy", "replyLink"),
      p("no")),

  /** To the organisation: what it asked and what we say, only with consent TELL_PROVIDER. */
  QUESTION_ANSWERED(
      Recipient.ORGANISATION,
      NeededConsent.TELL_PROVIDER,
      p("subject", "activityName"),
      p("question", "question"),
      p("answer", "answer"),
      p("link", "replyLink")),

  /** To the organisation that keeps somebody on its waiting list: is there a place? */
  PLACE_ASKED(
      Recipient.ORGANISATION,
      NeededConsent.NONE,
      p("subject", "activityName"),
      p("asked", "schemeName", "activityName"),
      p("answer", "answerBy", "replyLink")),

  /** To the organisation: who came? */
  ATTENDANCE_ASKED(
      Recipient.ORGANISATION,
      NeededConsent.NONE,
      p("subject", "activityName"),
      p("asked", "schemeName", "activityName"),
      p("answer", "attendedLink")),

  /** To the referrer, where the person agreed: what became of it. {@code result} is in words. */
  REFERRAL_CLOSED(
      Recipient.REFERRER,
      NeededConsent.TELL_REFERRER,
      p("subject", "reference"),
      p("closed", "schemeName", "reference"),
      p("result", "result"),
      p("again", "schemeName")),

  /**
   * To the referrer: nobody will act on the referral. Needs no consent, because it says nothing about the person; {@code result} is
   * in words.
   */
  REFERRAL_RETURNED(
      Recipient.REFERRER,
      NeededConsent.NONE,
      p("subject", "reference"),
      p("returned", "schemeName", "reference"),
      p("result", "result"),
      p("danger"),
      p("contact", "schemeName")),

  /** To the person: places to go to. {@code activities} is one line per activity; {@code contact} is how to reach the scheme
   * and stands there only if there is no activity to name. */
  REFERRAL_SIGNPOSTED(
      Recipient.PERSON,
      NeededConsent.NONE,
      p("subject", "schemeName"),
      p("hello", "firstName"),
      p("about", "schemeName"),
      p("activities", "activities"),
      p("none", "contact"),
      p("link", "signpostLink", "until"),
      p("back", "schemeName")),

  /**
   * To the referrer: the contact details are wrong, who knows better ones? Names nobody. {@code answerBy} is a written date.
   */
  CONTACT_DETAILS_ASKED(
      Recipient.REFERRER,
      NeededConsent.NONE,
      p("subject", "reference"),
      p("wrong", "schemeName", "reference"),
      p("ask", "answerBy", "detailsLink"),
      p("nothing", "schemeName")),

  /**
   * To the person: we tried to reach you. Says neither why they were referred nor by whom. {@code answerBy} is a written date,
   * {@code contact} is how to reach the scheme.
   */
  CONTACT_LETTER(
      Recipient.PERSON,
      NeededConsent.NONE,
      p("subject", "schemeName"),
      p("hello", "firstName"),
      p("tried", "schemeName", "workerTitle", "workerName"),
      p("touch", "contact", "reference"),
      p("by", "answerBy"),
      p("wish"),
      p("bye", "workerName", "schemeName")),

  /**
   * To the person's general practice, where the person agreed: what became of it. {@code codes} is one line per SNOMED CT code,
   * {@code scores} one line per score before and after; both may be left out.
   */
  REFERRAL_CLOSED_GP(
      Recipient.GENERAL_PRACTICE,
      NeededConsent.TELL_GP,
      p("subject", "reference"),
      p("about", "schemeName", "reference"),
      p("person", "personName", "dateOfBirth"),
      p("nhs-number", "nhsNumber"),
      p("result", "result"),
      p("reason", "reason"),
      p("scores", "scores"),
      p("codes", "codes"),
      p("asked", "schemeName")),

  /** To the person, as a letter: appointments were missed and support has ended; the door stays open. */
  SUPPORT_ENDED_LETTER(
      Recipient.PERSON,
      NeededConsent.NONE,
      p("subject", "schemeName"),
      p("hello", "firstName"),
      p("missed"),
      p("ended", "schemeName"),
      p("again", "contact")),

  /** To the person, who asked for it: their own plan, by a link that works until {@code until}, a written date. */
  PLAN_SHARED(
      Recipient.PERSON,
      NeededConsent.NONE,
      p("subject", "schemeName"),
      p("hello", "firstName"),
      p("about", "schemeName"),
      p("link", "planLink", "until"),
      p("keep"),
      p("back", "schemeName")),

  /** To the organisation: no need to answer, or to expect anybody, any more. {@code offeredOn} is a written date. */
  INTRODUCTION_STOPPED(
      Recipient.ORGANISATION,
      NeededConsent.NONE,
      p("subject", "activityName"),
      p("stopped", "schemeName", "activityName", "offeredOn"),
      p("nothing")),

  /** To the organisation, whose kite mark is back: an introduction that was paused goes on. {@code answerBy} is a written date. */
  INTRODUCTION_RESUMED(
      Recipient.ORGANISATION,
      NeededConsent.NONE,
      p("subject", "activityName"),
      p("resumed", "schemeName", "activityName", "offeredOn"),
      p("answer", "answerBy", "replyLink"),
      p("no")),

  /** To the organisation that knew the person: they have died. Said with care, and without a word more. */
  INTRODUCTION_ENDED_BY_DEATH(
      Recipient.ORGANISATION,
      NeededConsent.TELL_PROVIDER,
      p("subject", "activityName"),
      p("sorry", "schemeName", "activityName", "offeredOn"),
      p("nothing", "schemeName")),

  /** To the referrer: the person has died. {@code condolence} is a paragraph for relatives and friends, left out otherwise. */
  REFERRAL_ENDED_BY_DEATH(
      Recipient.REFERRER,
      NeededConsent.TELL_REFERRER,
      p("subject", "reference"),
      p("sorry", "schemeName", "reference"),
      p("family", "condolence"),
      p("nothing", "schemeName")),

  /** To the referrer, to hand over to a person whom we cannot write to: the link to their places. */
  SIGNPOSTS_TO_HAND_OVER(
      Recipient.REFERRER,
      NeededConsent.TELL_REFERRER,
      p("subject", "reference"),
      p("please", "schemeName", "reference"),
      p("link", "signpostLink", "until")),

  /** To the person, once: did you get there? */
  SIGNPOST_ASKED(
      Recipient.PERSON,
      NeededConsent.NONE,
      p("subject", "schemeName"),
      p("hello", "firstName"),
      p("asked", "schemeName"),
      p("link", "signpostLink"),
      p("quiet", "schemeName")),

  /** To the organisation: its kite mark is suspended, or has run out. {@code reason} is in words. */
  MARK_SUSPENDED(
      Recipient.ORGANISATION,
      NeededConsent.NONE,
      p("subject", "organisationName"),
      p("suspended", "schemeName", "organisationName", "reason"),
      p("people"),
      p("back", "schemeName", "reference"),
      p("link", "kitemarkLink")),

  /** To the organisation: its kite mark holds again. */
  MARK_BACK(
      Recipient.ORGANISATION,
      NeededConsent.NONE,
      p("subject", "organisationName"),
      p("back", "schemeName", "organisationName"),
      p("people")),

  /** To the organisation: its kite mark has ended. {@code reason} is in words. */
  MARK_ENDED(
      Recipient.ORGANISATION,
      NeededConsent.NONE,
      p("subject", "organisationName"),
      p("ended", "schemeName", "organisationName", "reason"),
      p("again", "kitemarkLink"),
      p("contact", "schemeName", "reference")),

  /** To an assessor: a suspension waits for a second one. {@code dueBy} is a written date. */
  SUSPENSION_WAITS(
      Recipient.STAFF,
      NeededConsent.NONE,
      p("subject", "reference"),
      p("waiting", "schemeName", "reference", "dueBy"),
      p("read", "markLink")),

  /** To assessors and programme managers: a suspension waits and should not. */
  SUSPENSION_OVERDUE(
      Recipient.STAFF,
      NeededConsent.NONE,
      p("subject", "reference"),
      p("waiting", "schemeName", "reference", "reminder"),
      p("read", "markLink")),

  /** To a team lead: a concern was raised and waits for a decision. Says nothing about whom. {@code dueBy} is in words. */
  SAFEGUARDING_RAISED(
      Recipient.STAFF,
      NeededConsent.NONE,
      p("subject"),
      p("waiting", "schemeName", "dueBy"),
      p("read", "concernLink")),

  /** To team leads and administrators, daily: a concern waits and should not. Says nothing about whom. */
  SAFEGUARDING_OVERDUE(
      Recipient.STAFF,
      NeededConsent.NONE,
      p("subject"),
      p("waiting", "schemeName", "dueBy", "reminder"),
      p("read", "concernLink"));

  private final Recipient recipient;
  private final NeededConsent consent;
  private final List<Part> parts;

  Purpose(Recipient recipient, NeededConsent consent, Part... parts) {
    this.recipient = recipient;
    this.consent = consent;
    this.parts = List.of(parts);
  }

  /** Who a message of this purpose is usually written to. */
  public Recipient recipient() {
    return recipient;
  }

  /** What the person must have agreed to before it is sent; a message to the person needs nobody's leave. */
  public NeededConsent consent() {
    return consent;
  }

  /** Kebab-case code, as kept and as the bundles name it. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The subject, then the paragraphs. */
  public List<Part> parts() {
    return parts;
  }

  /** The purpose with a code. */
  public static Purpose of(String code) {
    return Arrays.stream(values())
        .filter(p -> p.code().equals(code))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("No such message: " + code));
  }

  private static Part p(String name, String... params) {
    return new Part(name, List.of(params));
  }

  /**
   * @param params names, in the order of the bundle's {@code {0}}, {@code {1}}…
   */
  public record Part(String name, List<String> params) {}
}
