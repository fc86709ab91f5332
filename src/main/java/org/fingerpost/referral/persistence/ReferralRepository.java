package org.fingerpost.referral.persistence;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.fingerpost.referral.domain.Referral;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Referrals by reference, by tracking link and by scheme. */
public interface ReferralRepository extends Repository<Referral, String> {

  Referral save(Referral referral);

  Optional<Referral> findById(String referralId);

  Optional<Referral> findByTrackingTokenHash(String hash);

  @Query(
      """
      select r from Referral r where r.schemeId = :schemeId and r.closedState is null
      order by r.nextDate nulls last, r.receivedAt desc
      """)
  List<Referral> open(String schemeId, Pageable page);

  @Query(
      """
      select r from Referral r where r.schemeId = :schemeId and r.closedState is not null
      order by r.receivedAt desc
      """)
  List<Referral> closed(String schemeId, Pageable page);

  /** Open ones of these people, oldest first, without the one named. */
  @Query(
      """
      select r from Referral r
      where r.personId in :personIds and r.closedState is null and r.referralId <> :referralId
      order by r.receivedAt, r.referralId
      """)
  List<Referral> openOf(Collection<UUID> personIds, String referralId);

  /** All of these people, newest first, without the one named. */
  @Query(
      """
      select r from Referral r where r.personId in :personIds and r.referralId <> :referralId
      order by r.receivedAt desc, r.referralId
      """)
  List<Referral> allOf(Collection<UUID> personIds, String referralId);

  boolean existsByTransferredFrom(String referralId);

  @Query(
      """
      select count(*) > 0 from Referral r
      where r.personId in :personIds and r.closedState is null and r.referralId <> :referralId
      """)
  boolean otherOpen(Collection<UUID> personIds, String referralId);

  @Query(
      """
      select r from Referral r where r.schemeId = :schemeId and r.personId in :personIds and r.referralId <> :except
      order by r.receivedAt desc
      """)
  List<Referral> ofPeople(String schemeId, Collection<UUID> personIds, String except);
}
