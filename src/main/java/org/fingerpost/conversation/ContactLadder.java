package org.fingerpost.conversation;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fingerpost.person.People;
import org.fingerpost.person.PersonDetails;
import org.fingerpost.platform.Language;
import org.fingerpost.platform.Words;
import org.fingerpost.platform.WrittenDate;
import org.fingerpost.referral.ReferralSummary;
import org.fingerpost.referral.Referrals;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The rungs of the ladder so far, with the referral and the person they are about; and the same in words. */
@Component
public class ContactLadder {

  private final EntityManager entities;
  private final Referrals referrals;
  private final People people;
  private final ContactPlan plan;
  private final Words words;
  private final Clock clock;

  ContactLadder(
      EntityManager entities, Referrals referrals, People people, ContactPlan plan, Words words, Clock clock) {
    this.entities = entities;
    this.referrals = referrals;
    this.people = people;
    this.plan = plan;
    this.words = words;
    this.clock = clock;
  }

  /**
   * Reads referral, person and rungs in one statement: the modules that own them then answer from what this transaction has read. A
   * form is opened and sent at every attempt, so this is where statements add up.
   */
  Climbed climbed(String referralId) {
    List<Object[]> rows =
        entities
            .createQuery(
                """
                select r, p, a from Referral r join Person p on p.personId = r.personId
                left join ContactAttempt a on a.referralId = r.referralId
                where r.referralId = :referral order by a.attempt""",
                Object[].class)
            .setParameter("referral", referralId)
            .getResultList();
    var rungs = rows.stream().map(row -> (ContactAttempt) row[2]).filter(Objects::nonNull).toList();
    var referral = referrals.get(referralId);
    return new Climbed(referral, people.get(referral.personId()), rungs);
  }

  /** Adds what the caller has put together, in the caller's transaction. */
  void add(ContactAttempt rung) {
    entities.persist(rung);
  }

  /** The ladder so far, in words. */
  @Transactional(readOnly = true)
  public Ladder ladder(String referralId, Language language) {
    var climbed = climbed(referralId);
    int next = climbed.nextAttempt();
    return new Ladder(
        next,
        climbed.rungs().stream().map(rung -> line(rung, language)).collect(Collectors.joining("\n\n")),
        words.say(language, "conversation.channel." + plan.channel(climbed.referral(), climbed.person(), next)),
        climbed.person().safeTimes().stream()
            .map(part -> words.say(language, "part-of-day." + part))
            .collect(Collectors.joining(", ")),
        wish(climbed, language));
  }

  private String wish(Climbed climbed, Language language) {
    var wish = climbed.wish();
    return wish == null
        ? ""
        : words.say(
            language,
            "conversation.wish",
            WrittenDate.of(wish.callOn(), language),
            words.say(language, "part-of-day." + wish.callPart()));
  }

  private String line(ContactAttempt rung, Language language) {
    var lines = new ArrayList<String>();
    lines.add(
        words.say(
            language,
            "conversation.rung",
            WrittenDate.of(LocalDate.ofInstant(rung.recordedAt(), clock.getZone()), language),
            words.say(language, "conversation.channel." + rung.channel()),
            words.say(language, wordsOf(rung) + rung.result())));
    if (rung.ownWords() != null) {
      lines.add(words.say(language, "conversation.own-words", rung.ownWords()));
    }
    if (rung.unsafeTimeReason() != null) {
      lines.add(words.say(language, "conversation.unsafe-time", rung.unsafeTimeReason()));
    }
    lines.add(rung.note());
    return lines.stream().filter(Objects::nonNull).collect(Collectors.joining("\n"));
  }

  private static String wordsOf(ContactAttempt rung) {
    return ContactAttempt.DECISION.equals(rung.channel()) ? "conversation.decision." : "conversation.result.";
  }

  /** @param rungs in order; empty before the first attempt */
  record Climbed(ReferralSummary referral, PersonDetails person, List<ContactAttempt> rungs) {

    /** Number of the attempt that comes next, from 1. */
    int nextAttempt() {
      return (int) rungs.stream().filter(ContactAttempt::inVain).count() + 1;
    }

    int nextRung() {
      return rungs.size() + 1;
    }

    /** The ways in which the person was tried in vain. */
    Set<String> channelsTried() {
      return rungs.stream().filter(ContactAttempt::inVain).map(ContactAttempt::channel).collect(Collectors.toSet());
    }

    boolean decidedBefore() {
      return rungs.stream().anyMatch(rung -> ContactAttempt.DECISION.equals(rung.channel()));
    }

    /** The rung with the call that the person asked for, if that is what comes next; otherwise {@code null}. */
    ContactAttempt wish() {
      var last = last();
      return last == null || last.callOn() == null ? null : last;
    }

    /** The latest rung with something that was wrong; {@code null} if there is none. */
    ContactAttempt wrong() {
      return Stream.iterate(rungs.size() - 1, i -> i >= 0, i -> i - 1)
          .map(rungs::get)
          .filter(rung -> rung.wrongDetail() != null)
          .findFirst()
          .orElse(null);
    }

    private ContactAttempt last() {
      return rungs.isEmpty() ? null : rungs.get(rungs.size() - 1);
    }

    @Override
    public String toString() {
      return "Climbed[" + referral.referralId() + "]";
    }
  }

  /**
   * @param nextAttempt number of the attempt that comes next, from 1
   * @param rungs what happened so far, in order; empty if nothing did
   * @param channel the way that the table proposes for the next attempt
   * @param safeTimes parts of the day that are safe; empty if any is
   * @param wish when the person asked to be called; empty if they did not
   */
  public record Ladder(int nextAttempt, String rungs, String channel, String safeTimes, String wish) {

    @Override
    public String toString() {
      return "Ladder[" + nextAttempt + "]";
    }
  }
}
