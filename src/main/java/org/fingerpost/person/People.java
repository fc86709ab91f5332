package org.fingerpost.person;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps people. Every referral brings its own record of the person: what an unknown referrer typed must never overwrite the
 * telephone number of somebody who is already being supported, and twins must never become one. That two records may be the same
 * human being is a finding ({@link #findSame}) for a team lead to judge.
 */
@Component
public class People {

  private final EntityManager entities;
  private final Clock clock;

  People(EntityManager entities, Clock clock) {
    this.entities = entities;
    this.clock = clock;
  }

  /**
   * Keeps a person, in the caller's transaction.
   *
   * @param details checked by the caller; its {@code personId} is ignored
   * @param equality what the person chose to tell about the groups they belong to
   * @return the id of the new record
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public UUID register(PersonDetails details, EqualityAnswers equality) {
    var person = new Person(UUID.randomUUID(), details, equality, clock.instant());
    entities.persist(person);
    return person.id();
  }

  /**
   * @throws NoSuchElementException if there is no such person
   */
  @Transactional(readOnly = true)
  public PersonDetails get(UUID personId) {
    return known(personId).details();
  }

  /**
   * What the person chose to tell about the groups they belong to, for whoever hands the record over whole.
   *
   * @throws NoSuchElementException if there is no such person
   */
  @Transactional(readOnly = true)
  public EqualityAnswers equality(UUID personId) {
    return known(personId).equality();
  }

  /**
   * Puts right how a person is reached. The caller records who did it, and why.
   *
   * @param phone or {@code null} if none is known
   * @param email or {@code null} if none is known
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void reachedBy(UUID personId, String phone, String email) {
    known(personId).reachedBy(phone, email);
  }

  private Person known(UUID personId) {
    var person = entities.find(Person.class, personId);
    if (person == null) {
      throw new NoSuchElementException("No person " + personId);
    }
    return person;
  }

  /**
   * The records in the same scheme that look like one person: the same NHS number or, where either side has none, the same family
   * name (in any case of letters) and date of birth, and the postcode or the given name besides, because people move and are called
   * by short names, but seldom both. Two different NHS numbers are two people, whatever else they share.
   *
   * @return ids, including that of the record asked about if it is kept already; may be empty
   */
  @Transactional(readOnly = true)
  public List<UUID> findSame(PersonDetails person) {
    // Two queries in one statement, because each half has its own index.
    return entities
        .createQuery(
            """
            select p.personId from Person p where p.schemeId = :scheme and p.nhsNumber = :nhsNumber
            union
            select p.personId from Person p where p.schemeId = :scheme and lower(p.familyName) = lower(:familyName)
              and p.dateOfBirth = :dateOfBirth and (p.nhsNumber is null or :noNumber = true)
              and (p.postcode = :postcode or lower(p.givenName) = lower(:givenName))
            """,
            UUID.class)
        .setParameter("scheme", person.schemeId())
        .setParameter("nhsNumber", person.nhsNumber())
        .setParameter("familyName", person.familyName())
        .setParameter("dateOfBirth", person.dateOfBirth())
        .setParameter("noNumber", person.nhsNumber() == null)
        .setParameter("postcode", person.postcode())
        .setParameter("givenName", person.givenName())
        .getResultList();
  }
}
