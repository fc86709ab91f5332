package org.fingerpost.scheme;

import java.util.List;

/**
 * What an activity is like, besides whom it is for: what the order of suggestions is made from.
 *
 * @param access the access needs it meets
 * @param languages ISO 639 codes, {@code bfi} for British Sign Language
 * @param capacity places when nobody has one; {@code null} means no limit
 * @param waitingList whether somebody can wait for a place when there is none
 * @param waitingWeeks usual time until a place is free, in weeks; 0 for none
 * @param district postcode district where it takes place, e.g. {@code GL14}; {@code null} when it comes to the person
 * @param kiteMark level of its organisation
 * @param interests tags of what somebody may like or want
 */
public record ActivityTraits(
    ActivityKind kind,
    List<AccessNeed> access,
    List<String> languages,
    Integer capacity,
    boolean waitingList,
    int waitingWeeks,
    String district,
    KiteMarkLevel kiteMark,
    List<Interest> interests) {

  /** Where a folder says nothing: a community activity in English that keeps a waiting list. */
  public static final ActivityTraits PLAIN =
      new ActivityTraits(
          ActivityKind.COMMUNITY, List.of(), List.of("en"), null, true, 0, null, KiteMarkLevel.NONE, List.of());

  public ActivityTraits {
    access = List.copyOf(access);
    languages = List.copyOf(languages);
    interests = List.copyOf(interests);
  }
}
