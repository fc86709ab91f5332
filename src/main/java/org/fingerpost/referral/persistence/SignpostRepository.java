package org.fingerpost.referral.persistence;

import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.fingerpost.referral.SignpostAnswer;
import org.fingerpost.referral.domain.Signpost;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Signposts by link and by referral. */
public interface SignpostRepository extends Repository<Signpost, UUID> {

  Signpost save(Signpost signpost);

  Optional<Signpost> findFirstByReferralIdOrderBySentAtDesc(String referralId);

  @Query("select s from Signpost s where s.tokenHash = :hash or s.askTokenHash = :hash")
  Optional<Signpost> byToken(String hash);

  /** Waits for whoever else holds the row: of two taps at once the second sees what the first did. */
  @Lock(LockModeType.PESSIMISTIC_WRITE)
  @Query("select s from Signpost s where s.tokenHash = :hash or s.askTokenHash = :hash")
  Optional<Signpost> byTokenAlone(String hash);

  @Query(
      """
      select s.answer as answer, count(*) as number from Signpost s
      where s.schemeId = :schemeId and s.sentAt >= :from and s.sentAt < :until group by s.answer
      """)
  List<Counted> count(String schemeId, Instant from, Instant until);

  /** How many there are of one answer; the answer is {@code null} for those that wait. */
  interface Counted {

    SignpostAnswer getAnswer();

    int getNumber();
  }
}
