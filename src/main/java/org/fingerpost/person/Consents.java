package org.fingerpost.person;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The consent ledger: answers are added, never changed. */
@Component
public class Consents {

  private final EntityManager entities;
  private final Clock clock;

  Consents(EntityManager entities, Clock clock) {
    this.entities = entities;
    this.clock = clock;
  }

  /** Adds an answer, in the caller's transaction. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void record(Consent consent) {
    entities.persist(new ConsentGrant(consent, clock.instant()));
  }

  /**
   * Whether the latest answer is yes; no answer is no. Of two answers recorded in the same instant the refusal counts.
   *
   * @param activityId the activity a {@code TELL_PROVIDER} consent is about; {@code null} for the other purposes
   */
  @Transactional(readOnly = true)
  public boolean granted(String referralId, Consent.Purpose purpose, String activityId) {
    return entities
        .createQuery(
            """
            select c.granted from ConsentGrant c
            where c.referralId = :referral and c.purpose = :purpose and c.activityId is not distinct from :activity
            order by c.recordedAt desc, c.granted
            """,
            Boolean.class)
        .setParameter("referral", referralId)
        .setParameter("purpose", purpose)
        .setParameter("activity", activityId)
        .setMaxResults(1)
        .getResultStream()
        .findFirst()
        .orElse(false);
  }

  /** The latest answer of a purpose that is not about one activity; empty if the question was never asked. */
  @Transactional(readOnly = true)
  public Optional<Consent> latest(String referralId, Consent.Purpose purpose) {
    return entities
        .createQuery(
            """
            select c from ConsentGrant c where c.referralId = :referral and c.purpose = :purpose and c.activityId is null
            order by c.recordedAt desc, c.granted
            """,
            ConsentGrant.class)
        .setParameter("referral", referralId)
        .setParameter("purpose", purpose)
        .setMaxResults(1)
        .getResultStream()
        .findFirst()
        .map(ConsentGrant::consent);
  }
}
