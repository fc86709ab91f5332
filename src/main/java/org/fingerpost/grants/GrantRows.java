package org.fingerpost.grants;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import org.fingerpost.platform.Tokens;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The tables of grants, their scores, reports and links. */
@Component
class GrantRows {

  private final EntityManager entities;
  private final JdbcClient db;

  GrantRows(EntityManager entities, JdbcClient db) {
    this.entities = entities;
    this.db = db;
  }

  void add(Object row) {
    entities.persist(row);
  }

  Optional<Grant> find(String reference) {
    return Optional.ofNullable(entities.find(Grant.class, reference));
  }

  /**
   * @throws NoSuchElementException if there is none
   */
  Grant get(String reference) {
    return find(reference).orElseThrow(() -> new NoSuchElementException("No grant " + reference));
  }

  /** The grant, for this transaction alone: two members who score at once are counted one after the other. */
  Grant lock(String reference) {
    var grant = get(reference);
    entities.refresh(grant, LockModeType.PESSIMISTIC_WRITE);
    return grant;
  }

  /** Of a scheme, the newest first. */
  List<Grant> inScheme(String schemeId, int most) {
    return entities
        .createQuery("select g from Grant g where g.schemeId = :scheme order by g.appliedAt desc, g.reference", Grant.class)
        .setParameter("scheme", schemeId)
        .setMaxResults(most)
        .getResultList();
  }

  /** Other grants of the same group: the same listed organisation, or the same name. */
  List<Grant> othersOf(Grant grant) {
    return entities
        .createQuery(
            """
            select g from Grant g where g.schemeId = :scheme and g.reference <> :reference
            and (g.organisationId = :organisation or lower(g.organisationName) = lower(:name))
            """,
            Grant.class)
        .setParameter("scheme", grant.schemeId())
        .setParameter("reference", grant.reference())
        .setParameter("organisation", grant.organisationId())
        .setParameter("name", grant.organisationName())
        .getResultList();
  }

  // ---- scores

  GrantScore score(UUID scoreId) {
    return Optional.ofNullable(entities.find(GrantScore.class, scoreId))
        .orElseThrow(() -> new NoSuchElementException("No score " + scoreId));
  }

  /** In the order in which members were asked. */
  List<GrantScore> scores(String reference) {
    return entities
        .createQuery("select s from GrantScore s where s.reference = :reference order by s.askedAt, s.member", GrantScore.class)
        .setParameter("reference", reference)
        .getResultList();
  }

  /** How many applications these members have still to score, by user id; who has none is not there. */
  List<Object[]> openScores(Collection<String> members) {
    return entities
        .createQuery(
            "select s.member, count(s) from GrantScore s where s.state = :asked and s.member in :members group by s.member",
            Object[].class)
        .setParameter("asked", GrantScore.State.ASKED)
        .setParameter("members", members)
        .getResultList();
  }

  // ---- reports

  Optional<GrantReport> latestReport(String reference) {
    return entities
        .createQuery("select r from GrantReport r where r.reference = :reference order by r.sentAt desc", GrantReport.class)
        .setParameter("reference", reference)
        .setMaxResults(1)
        .getResultStream()
        .findFirst();
  }

  // ---- links

  /**
   * @return the secret of a new link; those before it go on working
   */
  String newLink(String reference, Instant now) {
    entities.flush(); // the grant's row may be new
    String token = Tokens.random();
    db.sql("insert into grant_link (token_hash, reference, made_at) values (:hash, :reference, :now)")
        .param("hash", Tokens.hash(token))
        .param("reference", reference)
        .param("now", Timestamp.from(now))
        .update();
    return token;
  }

  Optional<Grant> byLink(String token) {
    return db.sql("select reference from grant_link where token_hash = :hash")
        .param("hash", Tokens.hash(token))
        .query(String.class)
        .optional()
        .flatMap(this::find);
  }
}
