package org.fingerpost.platform;

import java.util.Collection;
import java.util.Map;

/**
 * Which groups the people behind referrals belong to, for counting only: codes, and never who somebody is. Tells what somebody
 * recorded; what nobody recorded is absent, and whoever counts says "not known".
 */
public interface RecordedGroups {

  /** By what people are counted. Words: {@code replay.by.<CODE>}. */
  enum By {
    AREA,
    SOURCE,
    AGE,
    SEX,
    ETHNIC_GROUP,
    /** Decile of the area on the day of the referral, 1 (most deprived) to 10. */
    DEPRIVATION
  }

  /** Age in bands on the day the referral was received. Words: {@code replay.age.<CODE>}. */
  enum Age {
    UNDER_18(18),
    AGE_18_29(30),
    AGE_30_49(50),
    AGE_50_64(65),
    AGE_65_79(80),
    AGE_80_OVER(Integer.MAX_VALUE);

    private final int below;

    Age(int below) {
      this.below = below;
    }

    /** The band of an age in whole years. */
    public static Age of(int years) {
      for (Age band : values()) {
        if (years < band.below) {
          return band;
        }
      }
      return AGE_80_OVER;
    }
  }

  /** Sex as people state it. Words: {@code replay.sex.<CODE>}. */
  enum Sex {
    FEMALE,
    MALE,
    NEITHER,
    NOT_STATED
  }

  /** The five groups of the Office for National Statistics. Words: {@code replay.ethnic-group.<CODE>}. */
  enum EthnicGroup {
    ASIAN,
    BLACK,
    MIXED,
    WHITE,
    OTHER,
    NOT_STATED
  }

  /** Codes by reference and by what is counted; a reference of which nothing is known may be absent. */
  Map<String, Map<By, String>> of(Collection<String> referralIds);
}
