package org.fingerpost.conversation;

import static org.fingerpost.referral.journey.FirstContact.DECISION_CONTACT_PLAN;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.fingerpost.person.PartOfDay;
import org.fingerpost.person.PersonDetails;
import org.fingerpost.platform.Decisions;
import org.fingerpost.referral.ReferralSummary;
import org.fingerpost.scheme.Schemes;
import org.fingerpost.scheme.WorkingDays;
import org.springframework.stereotype.Component;

/**
 * When and how to try to reach a person, as the scheme's table {@code contact-plan} says, in its working days and in the parts of the
 * day that are safe for the person. Asking the table costs no statement and leaves no trace; what came of it is kept by whoever asked.
 */
@Component
class ContactPlan {

  private final Decisions decisions;
  private final WorkingDays workingDays;
  private final Schemes schemes;
  private final Clock clock;

  ContactPlan(Decisions decisions, WorkingDays workingDays, Schemes schemes, Clock clock) {
    this.decisions = decisions;
    this.workingDays = workingDays;
    this.schemes = schemes;
    this.clock = clock;
  }

  /**
   * Plans an attempt from today on.
   *
   * @param attempt the attempt that comes next, from 1
   */
  PlannedContact next(ReferralSummary referral, PersonDetails person, int attempt) {
    var answer = ask(referral, person, attempt);
    int days = answer.number("workingDays");
    LocalDate day = workingDays.plus(referral.schemeId(), LocalDate.now(clock), days);
    return new PlannedContact(slot(day, SafeTimes.of(person)), answer.code("channel"), days, answer);
  }

  /** The way that the table would try by. */
  String channel(ReferralSummary referral, PersonDetails person, int attempt) {
    return ask(referral, person, attempt).code("channel");
  }

  /** Whether the letter follows when this attempt fails. */
  boolean isLast(ReferralSummary referral, PersonDetails person, int attempt) {
    return Boolean.TRUE.equals(ask(referral, person, attempt).outputs().get("lastAttempt"));
  }

  /** Until when the answer to a letter written today is waited for. */
  LocalDate letterAnswerDue(ReferralSummary referral, PersonDetails person, int attempt) {
    int days = ask(referral, person, attempt).number("letterWorkingDays");
    return workingDays.plus(referral.schemeId(), LocalDate.now(clock), days);
  }

  /** Until when better contact details are looked for. */
  LocalDate detailsDue(ReferralSummary referral, PersonDetails person, int attempt) {
    int days = ask(referral, person, attempt).number("detailsWorkingDays");
    return workingDays.plus(referral.schemeId(), LocalDate.now(clock), days);
  }

  /** Nine o'clock on a day, when waits for other people end. */
  Instant morningOf(ReferralSummary referral, LocalDate day) {
    return workingDays.at(referral.schemeId(), day);
  }

  /** The day and part of the day that a person asked for. */
  ContactSlot wished(LocalDate day, PartOfDay part) {
    return slot(day, List.of(part));
  }

  /** The next safe time on a working day: today, if enough of it is left. */
  ContactSlot soon(ReferralSummary referral, PersonDetails person) {
    var safe = SafeTimes.of(person);
    var now = clock.instant().atZone(clock.getZone());
    var today = workingDays.plus(referral.schemeId(), now.toLocalDate(), 0);
    if (today.equals(now.toLocalDate())) {
      var left = safe.stream().filter(part -> part.latestStart().isAfter(now.toLocalTime())).toList();
      if (!left.isEmpty()) {
        return slot(today, left);
      }
      today = workingDays.plus(referral.schemeId(), today, 1);
    }
    return slot(today, safe);
  }

  /** Whether somebody works in the scheme on that day. */
  boolean worksOn(String schemeId, LocalDate day) {
    return workingDays.worksOn(schemes.get(schemeId), day);
  }

  private ContactSlot slot(LocalDate day, List<PartOfDay> parts) {
    return new ContactSlot(day, at(day, parts.get(0).from()), at(day, parts.get(parts.size() - 1).latestStart()));
  }

  private Instant at(LocalDate day, LocalTime time) {
    return day.atTime(time).atZone(clock.getZone()).toInstant();
  }

  private Decisions.Answer ask(ReferralSummary referral, PersonDetails person, int attempt) {
    return decisions.ask(
        DECISION_CONTACT_PLAN,
        referral.schemeId(),
        Map.of(
            "urgent", referral.urgent(),
            "attempt", attempt,
            "reachableBy", reachableBy(person)));
  }

  private static String reachableBy(PersonDetails person) {
    if (person.phone() == null) {
      return person.email() == null ? "NONE" : "EMAIL";
    }
    return person.email() == null ? "PHONE" : "BOTH";
  }

  /**
   * @param channel code of the way to use
   * @param answer the table's answer behind it
   */
  record PlannedContact(ContactSlot slot, String channel, int workingDays, Decisions.Answer answer) {}
}
