package org.fingerpost.safeguarding;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The table of concerns. */
@Component
class ConcernRows {

  private final EntityManager entities;

  ConcernRows(EntityManager entities) {
    this.entities = entities;
  }

  void add(Concern concern) {
    entities.persist(concern);
  }

  Optional<Concern> find(UUID concernId) {
    return Optional.ofNullable(entities.find(Concern.class, concernId));
  }

  /**
   * @throws NoSuchElementException if there is none
   */
  Concern get(UUID concernId) {
    return find(concernId).orElseThrow(() -> new NoSuchElementException("No concern " + concernId));
  }

  /** Of a scheme, undecided ones first and then the newest. */
  List<Concern> inScheme(String schemeId, int most) {
    return entities
        .createQuery(
            """
            select c from Concern c where c.schemeId = :scheme
            order by case when c.decision is null then 0 else 1 end, c.raisedAt desc
            """,
            Concern.class)
        .setParameter("scheme", schemeId)
        .setMaxResults(most)
        .getResultList();
  }

  /** Of every scheme, undecided past their time, the longest first. */
  List<Concern> overdue(Instant now) {
    return entities
        .createQuery("select c from Concern c where c.decision is null and c.dueAt < :now order by c.dueAt", Concern.class)
        .setParameter("now", now)
        .getResultList();
  }
}
