package org.fingerpost.introduction;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.DayOfWeek;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.fingerpost.scheme.AccessNeed;
import org.fingerpost.scheme.Interest;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** What an activity must be like for a person, as their link worker noted it in codes. */
@Entity
@Table(name = "matching_wish")
class MatchingWish {

  @Id private String referralId;

  @JdbcTypeCode(SqlTypes.ARRAY)
  private String[] access;

  @JdbcTypeCode(SqlTypes.ARRAY)
  private String[] weekdays;

  @JdbcTypeCode(SqlTypes.ARRAY)
  private String[] interests;

  private String recordedBy;
  private Instant recordedAt;

  protected MatchingWish() {}

  MatchingWish(
      String referralId,
      List<AccessNeed> access,
      List<DayOfWeek> weekdays,
      List<Interest> interests,
      String recordedBy,
      Instant recordedAt) {
    this.referralId = referralId;
    this.access = names(access);
    this.weekdays = names(weekdays);
    this.interests = names(interests);
    this.recordedBy = recordedBy;
    this.recordedAt = recordedAt;
  }

  private static String[] names(List<? extends Enum<?>> codes) {
    return codes.stream().map(Enum::name).toArray(String[]::new);
  }

  List<AccessNeed> access() {
    return Arrays.stream(access).map(AccessNeed::valueOf).toList();
  }

  List<DayOfWeek> weekdays() {
    return Arrays.stream(weekdays).map(DayOfWeek::valueOf).toList();
  }

  List<Interest> interests() {
    return Arrays.stream(interests).map(Interest::valueOf).toList();
  }
}
