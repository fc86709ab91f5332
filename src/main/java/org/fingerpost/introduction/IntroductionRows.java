package org.fingerpost.introduction;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Tuple;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
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
        .createQuery(
            "select i from Introduction i where i.replyTokenHash = :hash or i.earlierTokenHash = :hash", Introduction.class)
        .setParameter("hash", Tokens.hash(token))
        .setLockMode(lock)
        .getResultList()
        .stream()
        .findFirst();
  }

  /** Counts an opening of a link, without telling anybody who changes the row at the same time. */
  void opened(UUID introductionId) {
    entities
        .createQuery("update Introduction i set i.linkUses = i.linkUses + 1 where i.introductionId = :id")
        .setParameter("id", introductionId)
        .executeUpdate();
  }

  /** All of a referral, the latest first, and what its link worker noted for matching: read at once. */
  Known knownOf(String referralId) {
    var rows =
        entities
            .createQuery(
                """
                select i as introduction, w as wish from Referral r
                left join Introduction i on i.referralId = r.referralId
                left join MatchingWish w on w.referralId = r.referralId
                where r.referralId = :referral order by i.offeredAt desc
                """,
                Tuple.class)
            .setParameter("referral", referralId)
            .getResultList();
    return new Known(
        rows.stream().map(row -> row.get("introduction", Introduction.class)).filter(Objects::nonNull).toList(),
        rows.stream().map(row -> row.get("wish", MatchingWish.class)).filter(Objects::nonNull).findFirst().orElse(null));
  }

  /**
   * @param wish or {@code null}
   */
  record Known(List<Introduction> introductions, MatchingWish wish) {}

  /** Keeps what was noted for matching, in place of what was noted before. */
  void keep(MatchingWish wish) {
    entities.merge(wish);
  }

  /** What is under way to these activities and not paused, of people whose referral is open; held until the end of the transaction. */
  List<Introduction> underWay(String schemeId, List<String> activityIds) {
    return activityIds.isEmpty()
        ? List.of()
        : entities
            .createQuery(
                """
                select i from Introduction i
                where i.schemeId = :scheme and i.activityId in :activities and i.status in :statuses and i.pausedAt is null
                  and exists (select 1 from Referral r where r.referralId = i.referralId and r.closedState is null)
                order by i.introductionId
                """,
                Introduction.class)
            .setParameter("scheme", schemeId)
            .setParameter("activities", activityIds)
            .setParameter("statuses", PausingIntroductions.underWay())
            .setLockMode(LockModeType.PESSIMISTIC_WRITE)
            .getResultList();
  }

  /** What is paused of these activities; held until the end of the transaction. */
  List<Introduction> paused(String schemeId, List<String> activityIds) {
    return activityIds.isEmpty()
        ? List.of()
        : entities
            .createQuery(
                """
                select i from Introduction i
                where i.schemeId = :scheme and i.activityId in :activities and i.pausedAt is not null
                order by i.introductionId
                """,
                Introduction.class)
            .setParameter("scheme", schemeId)
            .setParameter("activities", activityIds)
            .setLockMode(LockModeType.PESSIMISTIC_WRITE)
            .getResultList();
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
