package org.fingerpost.introduction;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import org.fingerpost.platform.Tokens;
import org.springframework.stereotype.Component;

/** The table of introductions. */
@Component
class IntroductionRows {

  private final EntityManager entities;

  IntroductionRows(EntityManager entities) {
    this.entities = entities;
  }

  void add(Introduction introduction) {
    entities.persist(introduction);
  }

  /**
   * @throws NoSuchElementException if there is none
   */
  Introduction get(UUID introductionId) {
    var introduction = entities.find(Introduction.class, introductionId);
    if (introduction == null) {
      throw new NoSuchElementException("No introduction " + introductionId);
    }
    return introduction;
  }

  Optional<Introduction> byToken(String token) {
    return byToken(token, LockModeType.NONE);
  }

  /** Waits for whoever else holds the row: of two clicks at once the second sees what the first did. */
  Optional<Introduction> byTokenAlone(String token) {
    return byToken(token, LockModeType.PESSIMISTIC_WRITE);
  }

  private Optional<Introduction> byToken(String token, LockModeType lock) {
    return entities
        .createQuery("select i from Introduction i where i.replyTokenHash = :hash", Introduction.class)
        .setParameter("hash", Tokens.hash(token))
        .setLockMode(lock)
        .getResultList()
        .stream()
        .findFirst();
  }

  /** All of a referral, the latest first. */
  List<Introduction> ofReferral(String referralId) {
    return entities
        .createQuery(
            "select i from Introduction i where i.referralId = :referral order by i.offeredAt desc", Introduction.class)
        .setParameter("referral", referralId)
        .getResultList();
  }
}
