package org.fingerpost.person;

/**
 * What a person chose to tell about the groups they belong to. Not part of {@link PersonDetails}, so that whoever reads those to help or to
 * decide is never shown it: it is counted, corrected, and given to the person themself, and nothing else.
 *
 * @param sex or {@code null} where the question was left empty
 * @param ethnicCategory or {@code null} where the question was left empty
 */
public record EqualityAnswers(StatedSex sex, EthnicCategory ethnicCategory) {

  /** Both questions were left empty. */
  public static final EqualityAnswers NONE = new EqualityAnswers(null, null);

  /** Codes that were checked; {@code null} for an empty answer. */
  public static EqualityAnswers of(String sex, String ethnicCategory) {
    return new EqualityAnswers(
        sex == null ? null : StatedSex.of(sex).orElseThrow(),
        ethnicCategory == null ? null : EthnicCategory.of(ethnicCategory).orElseThrow());
  }

  /** Says nothing: a person must not end up in a log because somebody printed the record. */
  @Override
  public String toString() {
    return "EqualityAnswers[...]";
  }
}
