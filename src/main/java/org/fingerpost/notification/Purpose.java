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

  /** To an organisation that asked for it, or whom an officer asks: the link to its own entry in the directory. */
  DIRECTORY_LINK(
      Recipient.ORGANISATION,
      NeededConsent.NONE,
      p("subject", "organisationName"),
      p("about", "schemeName", "organisationName"),
      p("link", "entryLink", "until"),
      p("keep"),
      p("nobody", "schemeName")),

  /** To an organisation, once a quarter: is the entry still right? */
  DIRECTORY_STILL_RIGHT(
      Recipient.ORGANISATION,
      NeededConsent.NONE,
      p("subject", "organisationName"),
      p("about", "schemeName", "organisationName"),
      p("link", "entryLink", "until"),
      p("why")),

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

  /** To the organisation: a paper of its kite mark runs out on {@code until}, a written date; {@code about} says which. */
  MARK_PAPER_DUE(
      Recipient.ORGANISATION,
      NeededConsent.NONE,
      p("subject", "about"),
      p("due", "schemeName", "organisationName", "about", "until"),
      p("link", "markLink"),
      p("else")),

  /** To the organisation: a paper has run out, and is to be shown by {@code answerBy}, a written date. */
  MARK_PAPER_RUN_OUT(
      Recipient.ORGANISATION,
      NeededConsent.NONE,
      p("subject", "about"),
      p("over", "schemeName", "organisationName", "about", "until"),
      p("by", "answerBy"),
      p("link", "markLink")),

  /** To the organisation: something it promised with its kite mark is due on {@code until}. */
  MARK_CONDITION_DUE(
      Recipient.ORGANISATION,
      NeededConsent.NONE,
      p("subject", "organisationName"),
      p("due", "schemeName", "organisationName", "until"),
      p("what", "about"),
      p("link", "markLink")),

  /** To the organisation: the yearly check of its kite mark, a few questions, by {@code until}. */
  MARK_CHECK_ASKED(
      Recipient.ORGANISATION,
      NeededConsent.NONE,
      p("subject", "organisationName"),
      p("asked", "schemeName", "organisationName", "until"),
      p("link", "markLink")),

  /** To the organisation: its kite mark ends on {@code until}. */
  MARK_ENDS(
      Recipient.ORGANISATION,
      NeededConsent.NONE,
      p("subject", "organisationName"),
      p("ends", "schemeName", "organisationName", "until"),
      p("renew", "markLink"),
      p("done")),

  /** To the organisation: its kite mark can be renewed. */
  MARK_RENEWAL_INVITED(
      Recipient.ORGANISATION,
      NeededConsent.NONE,
      p("subject", "organisationName"),
      p("ends", "schemeName", "organisationName", "until"),
      p("renew", "markLink"),
      p("help")),

  /** To the organisation: its kite mark has ended because nobody renewed it. */
  MARK_EXPIRED(
      Recipient.ORGANISATION,
      NeededConsent.NONE,
      p("subject", "organisationName"),
      p("over", "schemeName", "organisationName", "until"),
      p("means"),
      p("again", "applyLink")),

  /** To the organisation: what an assessor decided about something it told, or did not tell. {@code result} is in words. */
  MARK_QUESTION_SETTLED(
      Recipient.ORGANISATION,
      NeededConsent.NONE,
      p("subject", "organisationName"),
      p("about", "schemeName", "about"),
      p("result", "result"),
      p("note", "note"),
      p("by", "answerBy"),
      p("link", "markLink")),

  /** To an assessor: something about a kite mark waits longer than it should. Says nothing of what. */
  MARK_QUESTION_WAITING(
      Recipient.STAFF,
      NeededConsent.NONE,
      p("subject", "reference"),
      p("waiting", "schemeName", "reference"),
      p("read", "tasksLink")),

  /**
   * To the organisation: an assessor of the kite mark needs more. {@code items} is one line each, {@code reason} the assessor's words,
   * {@code until} a written date.
   */
  KITEMARK_MORE_ASKED(
      Recipient.ORGANISATION,
      NeededConsent.NONE,
      p("subject", "reference"),
      p("asked", "schemeName"),
      p("items", "items"),
      p("reason", "reason"),
      p("until", "until")),

  /**
   * To the organisation: it has the kite mark. {@code level} and {@code meaning} are in words, dates are written; what does not apply is
   * left out.
   */
  KITEMARK_AWARDED(
      Recipient.ORGANISATION,
      NeededConsent.NONE,
      p("subject", "schemeName"),
      p("awarded", "schemeName", "level", "until"),
      p("meaning", "meaning"),
      p("mostOpen", "mostOpen"),
      p("conditions", "conditions"),
      p("reason", "reason"),
      p("help", "help"),
      p("why", "decisionLink"),
      p("appeal", "appealUntil")),

  /** To the organisation: not yet, what is missing, and who helps. {@code gaps} is one line each; dates are written. */
  KITEMARK_NOT_YET(
      Recipient.ORGANISATION,
      NeededConsent.NONE,
      p("subject", "schemeName"),
      p("notYet", "schemeName"),
      p("gaps", "gaps"),
      p("reason", "reason"),
      p("setUp", "setUp"),
      p("help", "until"),
      p("why", "decisionLink"),
      p("appeal", "appealUntil")),

  /** To the organisation: the kite mark is refused, why, and how to appeal. {@code appealUntil} is a written date. */
  KITEMARK_REFUSED(
      Recipient.ORGANISATION,
      NeededConsent.NONE,
      p("subject", "schemeName"),
      p("refused", "schemeName", "reference"),
      p("reason", "reason"),
      p("why", "decisionLink"),
      p("appeal", "appealUntil")),

  /** To the organisation: its application was not taken up again and is closed; it may apply again. */
  KITEMARK_CLOSED(
      Recipient.ORGANISATION,
      NeededConsent.NONE,
      p("subject", "schemeName"),
      p("closed", "schemeName", "reference"),
      p("again", "schemeName")),

  /** To the applicant: the link that opens the application again. {@code name} is what is applied for. */
  APPLICATION_BEGUN(
      Recipient.ORGANISATION,
      NeededConsent.NONE,
      p("subject", "name", "reference"),
      p("begun", "schemeName", "name"),
      p("link", "applyLink"),
      p("keep"),
      p("lost")),

  /** To the applicant, who asked for it: another link. */
  APPLICATION_LINK(
      Recipient.ORGANISATION,
      NeededConsent.NONE,
      p("subject", "name", "reference"),
      p("asked", "schemeName", "name"),
      p("link", "applyLink"),
      p("nothing")),

  /** To the applicant: it was sent. */
  APPLICATION_SENT(
      Recipient.ORGANISATION,
      NeededConsent.NONE,
      p("subject", "name", "reference"),
      p("sent", "schemeName", "name", "reference"),
      p("next"),
      p("link", "applyLink")),

  /** To the applicant: some answers or documents are missing. {@code questions} is one line each; {@code by} is a written date. */
  APPLICATION_ASKED_FOR_MORE(
      Recipient.ORGANISATION,
      NeededConsent.NONE,
      p("subject", "name", "reference"),
      p("more", "schemeName", "name"),
      p("questions", "questions"),
      p("link", "by", "applyLink"),
      p("help")),

  /** To the applicant: what an officer answers to a request for help. */
  APPLICATION_HELPED(
      Recipient.ORGANISATION,
      NeededConsent.NONE,
      p("subject", "reference"),
      p("asked", "schemeName", "question"),
      p("answer", "answer"),
      p("link", "applyLink")),
  /** To the people of a group: we have what they asked for, or their idea. */
  GROUP_ASKED(
      Recipient.ORGANISATION,
      NeededConsent.NONE,
      p("subject", "reference"),
      p("received", "schemeName", "groupName", "reference"),
      p("next"),
      p("contact", "contact")),

  /** To the people of a group: who looks after them. */
  GROUP_OFFICER_NAMED(
      Recipient.ORGANISATION,
      NeededConsent.NONE,
      p("subject", "reference"),
      p("named", "groupName", "officerName"),
      p("next"),
      p("contact", "contact")),

  /** To a group that could not be reached. {@code answerBy} is a written date. */
  GROUP_NOT_REACHED(
      Recipient.ORGANISATION,
      NeededConsent.NONE,
      p("subject", "reference"),
      p("tried", "schemeName", "groupName"),
      p("answer", "answerBy", "contact"),
      p("peace")),

  /** To a group: what it wanted to do and has not told us about. {@code actions} is one line each. */
  GROUP_ACTIONS_CHASED(
      Recipient.ORGANISATION,
      NeededConsent.NONE,
      p("subject", "reference"),
      p("agreed", "groupName"),
      p("actions", "actions"),
      p("tell", "contact")),

  /** To a community officer: actions for a group are open past their day. */
  GROUP_ACTIONS_OPEN(
      Recipient.STAFF,
      NeededConsent.NONE,
      p("subject", "reference"),
      p("open", "reference", "count"),
      p("link", "groupLink")),

  /** To a new group: how to apply for the kite mark. {@code until} is a written date. */
  GROUP_INVITED_TO_MARK(
      Recipient.ORGANISATION,
      NeededConsent.NONE,
      p("subject", "reference"),
      p("invited", "schemeName", "groupName"),
      p("link", "applyLink", "until"),
      p("help", "contact")),

  /** To a new group: it is in the directory. */
  GROUP_LISTED(
      Recipient.ORGANISATION,
      NeededConsent.NONE,
      p("subject", "reference"),
      p("listed", "schemeName", "groupName"),
      p("link", "directoryLink"),
      p("contact", "contact")),

  /** To the people of a group: what was done for it has ended. {@code result} is in words. */
  GROUP_ENDED(
      Recipient.ORGANISATION,
      NeededConsent.NONE,
      p("subject", "reference"),
      p("ended", "schemeName", "groupName"),
      p("result", "result"),
      p("again", "contact")),

  // ---- small grants: all to the group that applied; grantLink is the group's own link

  /** To the group: its application is here. */
  GRANT_RECEIVED(
      Recipient.ORGANISATION,
      NeededConsent.NONE,
      p("subject", "reference"),
      p("received", "schemeName", "reference"),
      p("next"),
      p("link", "grantLink")),

  /** To the group: the application does not go to the panel. {@code why} is a kind sentence or two. */
  GRANT_REFUSED(
      Recipient.ORGANISATION,
      NeededConsent.NONE,
      p("subject", "reference"),
      p("thanks", "schemeName"),
      p("why", "why"),
      p("officer", "officersReason"),
      p("again", "schemeName"),
      p("link", "grantLink")),

  /** To the group: the panel said no. {@code reason} is in the words of whoever decided. */
  GRANT_DECLINED(
      Recipient.ORGANISATION,
      NeededConsent.NONE,
      p("subject", "reference"),
      p("sorry", "schemeName"),
      p("reason", "reason"),
      p("again", "schemeName"),
      p("link", "grantLink")),

  /** To the group: the award letter. {@code answerBy} is a written date. */
  GRANT_AWARDED(
      Recipient.ORGANISATION,
      NeededConsent.NONE,
      p("subject", "reference"),
      p("awarded", "schemeName", "amount"),
      p("accept", "answerBy"),
      p("link", "grantLink"),
      p("otherwise", "answerBy")),

  /** To the group: the grant was not accepted, or could not be paid, and went back into the fund. */
  GRANT_RELEASED(
      Recipient.ORGANISATION,
      NeededConsent.NONE,
      p("subject", "reference"),
      p("released", "schemeName", "amount"),
      p("again", "schemeName")),

  /** To the group: the money is on its way, and the report is due on a day. */
  GRANT_PAID(
      Recipient.ORGANISATION,
      NeededConsent.NONE,
      p("subject", "reference"),
      p("paid", "schemeName", "amount"),
      p("report", "dueBy"),
      p("link", "grantLink")),

  /** To the group: please report. */
  GRANT_REPORT_REMINDED(
      Recipient.ORGANISATION,
      NeededConsent.NONE,
      p("subject", "reference"),
      p("reminder", "schemeName", "dueBy"),
      p("link", "grantLink"),
      p("help", "schemeName")),

  /** To the group: something is missing in its report, in the officer's words. */
  GRANT_REPORT_RETURNED(
      Recipient.ORGANISATION,
      NeededConsent.NONE,
      p("subject", "reference"),
      p("thanks", "schemeName"),
      p("missing", "missing"),
      p("by", "dueBy"),
      p("link", "grantLink")),

  /** To the group: the report is satisfactory and the grant completed. */
  GRANT_COMPLETED(
      Recipient.ORGANISATION,
      NeededConsent.NONE,
      p("subject", "reference"),
      p("thanks", "schemeName"),
      p("again", "schemeName")),

  /** To the group: closed without a report; one may still come. */
  GRANT_OVERDUE(
      Recipient.ORGANISATION,
      NeededConsent.NONE,
      p("subject", "reference"),
      p("closed", "schemeName"),
      p("still", "grantLink")),

  /** To the group: the application is withdrawn. */
  GRANT_WITHDRAWN(
      Recipient.ORGANISATION,
      NeededConsent.NONE,
      p("subject", "reference"),
      p("withdrawn", "schemeName", "reference"),
      p("again", "schemeName")),

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
