package org.fingerpost.outcome;

import static org.fingerpost.referral.journey.LaterReview.DECLINED;
import static org.fingerpost.referral.journey.LaterReview.HELD;
import static org.fingerpost.referral.journey.LaterReview.HELP_WANTED;
import static org.fingerpost.referral.journey.LaterReview.NOT_REACHED;
import static org.fingerpost.referral.journey.LaterReview.TRY_AGAIN;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fingerpost.person.People;
import org.fingerpost.platform.AuditEvent;
import org.fingerpost.platform.AuditTrail;
import org.fingerpost.platform.InvalidInput;
import org.fingerpost.platform.Language;
import org.fingerpost.platform.Words;
import org.fingerpost.referral.ReferralSummary;
import org.fingerpost.referral.Referrals;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Holding a later review. Who is not reached is recorded as not reached: no score is carried over, and no answer is made of silence.
 * The referral stays as it ended.
 */
@Component
public class LaterReviews {

  /** The occasions by number of the review; a fourth has none, so a table can plan three. */
  private static final List<Occasion> OCCASIONS = List.of(Occasion.REVIEW_3, Occasion.REVIEW_6, Occasion.REVIEW_12);

  private final JdbcClient db;
  private final LaterReviewPlan plan;
  private final Measures measures;
  private final PairedScores pairs;
  private final Referrals referrals;
  private final People people;
  private final AuditTrail audit;
  private final Words words;
  private final Clock clock;

  LaterReviews(
      JdbcClient db,
      LaterReviewPlan plan,
      Measures measures,
      PairedScores pairs,
      Referrals referrals,
      People people,
      AuditTrail audit,
      Words words,
      Clock clock) {
    this.db = db;
    this.plan = plan;
    this.measures = measures;
    this.pairs = pairs;
    this.referrals = referrals;
    this.people = people;
    this.audit = audit;
    this.words = words;
    this.clock = clock;
  }

  /**
   * Records that the two talked.
   *
   * @param answers to the scheme's measures by item id; what was not asked is blank or not there
   * @param userId who held it
   * @throws InvalidInput if an answer is off its scale
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public ReviewStep talked(
      String referralId,
      String channel,
      StillGoing stillGoing,
      String howItIs,
      Map<String, String> answers,
      boolean needsHelp,
      String userId) {
    var referral = referrals.get(referralId);
    var open = open(referralId);
    var scores = measures.record(referralId, occasion(open), asked(referral), answers, userId);
    String result = needsHelp ? HELP_WANTED : HELD;
    update(open, result, channel, stillGoing, howItIs, userId);
    var details = details(open, channel, result);
    details.put("stillGoing", stillGoing.name());
    details.put("measure", String.join(", ", scores.keySet()));
    details.put("scored", Integer.toString(scores.values().stream().mapToInt(Scores::scored).sum()));
    audit.record(AuditEvent.ofReferral("review.held", referralId, referral.schemeId(), details));
    return needsHelp
        ? new ReviewStep(HELP_WANTED, null, plan.at(referral.schemeId(), plan.in(referral.schemeId(), 2)))
        : new ReviewStep(HELD, null, null);
  }

  /** Records that the person does not want to be asked, in this review or a later one. */
  @Transactional(propagation = Propagation.MANDATORY)
  public ReviewStep declined(String referralId, String channel, String word, String userId) {
    var referral = referrals.get(referralId);
    var open = open(referralId);
    update(open, DECLINED, channel, null, word, userId);
    db.sql("update outcome set reviews_over = true, next_review_on = null where referral_id = ?")
        .param(referralId)
        .update();
    audit.record(
        AuditEvent.ofReferral("review.declined", referralId, referral.schemeId(), details(open, channel, DECLINED)));
    return new ReviewStep(DECLINED, null, null);
  }

  /** Records an attempt that did not reach the person; the last one the table asks for ends the review. */
  @Transactional(propagation = Propagation.MANDATORY)
  public ReviewStep notReached(String referralId, String channel, String note, String userId) {
    var referral = referrals.get(referralId);
    var open = open(referralId);
    var planned = plan.of(referral.schemeId(), open.number());
    boolean last = open.attempts() + 1 >= planned.attempts();
    String result = last ? NOT_REACHED : TRY_AGAIN;
    update(open, last ? NOT_REACHED : "OPEN", channel, null, note, userId);
    audit.record(
        AuditEvent.ofReferral("review.attempted", referralId, referral.schemeId(), details(open, channel, result)));
    if (last) {
      return new ReviewStep(NOT_REACHED, null, null);
    }
    var next = plan.in(referral.schemeId(), planned.workingDays());
    var at = plan.at(referral.schemeId(), next);
    return new ReviewStep(TRY_AGAIN, at, at);
  }

  private static Map<String, String> details(Open open, String channel, String result) {
    var details = new LinkedHashMap<String, String>();
    details.put("review", Integer.toString(open.number()));
    details.put("attempt", Integer.toString(open.attempts() + 1));
    details.put("channel", channel);
    details.put("reviewResult", result);
    return details;
  }

  /** Records what the person said to a new referral. Making it is left to them or to the link worker, in the usual way. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void offeredNewReferral(String referralId, NewReferral answer, String note, String userId) {
    int changed =
        db.sql(
                """
                update later_review set new_referral = ?, new_referral_note = ?, recorded_by = ?, recorded_at = ?
                where referral_id = ? and result = 'HELP_WANTED' and new_referral is null
                """)
            .params(answer.name(), note, userId, Timestamp.from(clock.instant()), referralId)
            .update();
    if (changed == 0) {
      throw new IllegalStateException("No later review of " + referralId + " waits for an answer to a new referral");
    }
    audit.record(
        AuditEvent.ofReferral(
            "review.new-referral-offered",
            referralId,
            referrals.get(referralId).schemeId(),
            Map.of("newReferral", answer.name())));
  }

  /** What whoever holds the review should know. */
  @Transactional(readOnly = true)
  public Sheet sheet(String referralId, Language language) {
    var referral = referrals.get(referralId);
    var person = people.get(referral.personId());
    var review =
        db.sql("select * from later_review where referral_id = ? order by number desc limit 1")
            .param(referralId)
            .query((row, n) -> new Open(referralId, row.getInt("number"), row.getInt("attempts")))
            .single();
    var answered = measures.of(referralId);
    return new Sheet(
        person.fullName(),
        person.phone(),
        person.email(),
        person.safeTimeToCall(),
        review.number(),
        review.attempts() + 1,
        plan.of(referral.schemeId(), review.number()).attempts(),
        words.say(language, "closure-reason." + referral.closureReason()),
        pairs.lines(
            answered.getOrDefault(Occasion.BASELINE, Map.of()),
            answered.getOrDefault(Occasion.CLOSING, Map.of()),
            language),
        "/refer/" + referral.schemeId(),
        asked(referral));
  }

  private MeasureSet asked(ReferralSummary referral) {
    return measures.askedIn(
        referral.schemeId(), () -> people.get(referral.personId()).ageOn(LocalDate.now(clock)));
  }

  private static Occasion occasion(Open open) {
    if (open.number() > OCCASIONS.size()) {
      throw new IllegalStateException("There is no occasion for the scores of review " + open.number());
    }
    return OCCASIONS.get(open.number() - 1);
  }

  private Open open(String referralId) {
    return db.sql("select number, attempts from later_review where referral_id = ? and result = 'OPEN' for update")
        .param(referralId)
        .query((row, n) -> new Open(referralId, row.getInt("number"), row.getInt("attempts")))
        .optional()
        .orElseThrow(() -> new IllegalStateException(referralId + " has no open later review"));
  }

  private void update(Open open, String result, String channel, StillGoing stillGoing, String words, String userId) {
    db.sql(
            """
            update later_review set result = :result, attempts = attempts + 1, channels = channels || :channel::text,
              still_going = :going, how_it_is = coalesce(:words, how_it_is), recorded_by = :by, recorded_at = :at
            where referral_id = :referral and number = :number
            """)
        .param("result", result)
        .param("channel", channel)
        .param("going", stillGoing == null ? null : stillGoing.name())
        .param("words", words)
        .param("by", userId)
        .param("at", Timestamp.from(clock.instant()))
        .param("referral", open.referralId())
        .param("number", open.number())
        .update();
  }

  private record Open(String referralId, int number, int attempts) {}

  /** Whether the person still goes. Words: {@code outcome.still-going.<CODE>}. */
  public enum StillGoing {
    YES,
    SOMETIMES,
    NO,
    /** Not there, but somewhere else. */
    ELSEWHERE,
    NOT_SAID
  }

  /** What the person said to a new referral. Words: {@code outcome.new-referral.<CODE>}. */
  public enum NewReferral {
    LINK_WORKER_REFERS,
    PERSON_REFERS,
    NOT_NOW
  }

  /**
   * How the review goes on, in the codes of {@code later-review}.
   *
   * @param nextAt when to try again, or {@code null}
   * @param dueAt by when the next task should be done, or {@code null}
   */
  public record ReviewStep(String result, Instant nextAt, Instant dueAt) {}

  /**
   * @param phone or {@code null}
   * @param email or {@code null}
   * @param safeTime or {@code null}
   * @param review number, from 1
   * @param attempt the one that comes now, from 1
   * @param attempts how many the table asks for
   * @param ending in words
   * @param scores before and after, one to a line
   * @param referLink where a new referral is made
   * @param asked what is asked now
   */
  public record Sheet(
      String personName,
      String phone,
      String email,
      String safeTime,
      int review,
      int attempt,
      int attempts,
      String ending,
      String scores,
      String referLink,
      MeasureSet asked) {

    @Override
    public String toString() {
      return "Sheet[" + review + "]";
    }
  }
}
