package org.fingerpost.person;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The consent ledger: answers are added, never changed. Within one transaction a referral's ledger is read once, however many
 * questions are asked of it.
 */
@Component
public class Consents {

  private static final String COLUMNS =
      "consent_id, person_id, referral_id, purpose, granted, given_by, given_how, given_on, wording_version,"
          + " recorded_by, recorded_at";
  private static final int COLUMN_COUNT = COLUMNS.split(",").length;

  private final EntityManager entities;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Consents(EntityManager entities, ApplicationEventPublisher events, Clock clock) {
    this.entities = entities;
    this.events = events;
    this.clock = clock;
  }

  /** Adds an answer, in the caller's transaction. A yes that becomes a no is told as {@link ConsentWithdrawn}. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void record(Consent consent) {
    boolean takenBack =
        !consent.granted() && granted(consent.referralId(), consent.purpose(), consent.activityId());
    entities.persist(new ConsentGrant(consent, clock.instant()));
    read().remove(consent.referralId());
    if (takenBack) {
      events.publishEvent(
          new ConsentWithdrawn(consent.referralId(), consent.purpose(), consent.activityId()));
    }
  }

  /** Adds the first answers of a referral, none of them about an activity, with one statement in the caller's transaction. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void recordFirst(List<Consent> answers) {
    var rows =
        IntStream.range(0, answers.size())
            .mapToObj(
                row ->
                    IntStream.rangeClosed(1, COLUMN_COUNT)
                        .mapToObj(column -> "?" + (row * COLUMN_COUNT + column))
                        .collect(Collectors.joining(", ", "(", ")")))
            .collect(Collectors.joining(", "));
    var insert = entities.createNativeQuery("insert into consent_grant (" + COLUMNS + ") values " + rows);
    int at = 1;
    for (Consent answer : answers) {
      insert.setParameter(at++, UUID.randomUUID());
      insert.setParameter(at++, answer.personId());
      insert.setParameter(at++, answer.referralId());
      insert.setParameter(at++, answer.purpose().name());
      insert.setParameter(at++, answer.granted());
      insert.setParameter(at++, answer.givenBy());
      insert.setParameter(at++, answer.how());
      insert.setParameter(at++, answer.on());
      insert.setParameter(at++, answer.wordingVersion());
      insert.setParameter(at++, answer.recordedBy());
      insert.setParameter(at++, clock.instant());
      read().remove(answer.referralId());
    }
    insert.executeUpdate();
  }

  /**
   * Whether the latest answer is yes; no answer is no. Of two answers recorded in the same instant the refusal counts.
   *
   * @param activityId the activity a {@code TELL_PROVIDER} consent is about; {@code null} for the other purposes
   */
  @Transactional(readOnly = true)
  public boolean granted(String referralId, Consent.Purpose purpose, String activityId) {
    return ledger(referralId).stream()
        .map(KeptConsent::consent)
        .filter(answer -> answer.purpose() == purpose && Objects.equals(answer.activityId(), activityId))
        .findFirst()
        .map(Consent::granted)
        .orElse(false);
  }

  /** Whether the person was ever asked: a no counts, nobody having asked does not. */
  @Transactional(readOnly = true)
  public boolean asked(String referralId, Consent.Purpose purpose) {
    return ledger(referralId).stream()
        .anyMatch(kept -> kept.consent().purpose() == purpose && !"NOT_ASKED".equals(kept.consent().how()));
  }

  /** The latest answer of a purpose that is not about one activity; empty if the question was never asked. */
  @Transactional(readOnly = true)
  public Optional<Consent> latest(String referralId, Consent.Purpose purpose) {
    return ledger(referralId).stream()
        .map(KeptConsent::consent)
        .filter(answer -> answer.purpose() == purpose && answer.activityId() == null)
        .findFirst();
  }

  /** Everything that was ever answered for a referral, newest first. */
  @Transactional(readOnly = true)
  public List<KeptConsent> ledger(String referralId) {
    return read().computeIfAbsent(referralId, this::find);
  }

  private List<KeptConsent> find(String referralId) {
    return entities
        .createQuery(
            "select c from ConsentGrant c where c.referralId = :referral order by c.recordedAt desc, c.granted",
            ConsentGrant.class)
        .setParameter("referral", referralId)
        .getResultStream()
        .map(ConsentGrant::kept)
        .toList();
  }

  /** What this transaction has read already. */
  @SuppressWarnings("unchecked")
  private Map<String, List<KeptConsent>> read() {
    var known = (Map<String, List<KeptConsent>>) TransactionSynchronizationManager.getResource(this);
    if (known == null) {
      known = new HashMap<>();
      TransactionSynchronizationManager.bindResource(this, known);
      TransactionSynchronizationManager.registerSynchronization(new ForgetAfterwards(known));
    }
    return known;
  }

  private final class ForgetAfterwards implements TransactionSynchronization {

    private final Map<String, List<KeptConsent>> known;

    private ForgetAfterwards(Map<String, List<KeptConsent>> known) {
      this.known = known;
    }

    @Override
    public void suspend() {
      TransactionSynchronizationManager.unbindResourceIfPossible(Consents.this);
    }

    @Override
    public void resume() {
      TransactionSynchronizationManager.bindResource(Consents.this, known);
    }

    @Override
    public void afterCompletion(int status) {
      TransactionSynchronizationManager.unbindResourceIfPossible(Consents.this);
    }
  }
}
