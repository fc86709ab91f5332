package org.fingerpost.eligibility;

/**
 * What a team lead records about the consent of somebody under 18.
 *
 * @param given whether consent was given
 * @param givenBy code: {@code PERSON}, {@code PARENT}, {@code REPRESENTATIVE}; {@code NOBODY} where none was given
 * @param how code of {@code org.fingerpost.referral.ConsentHow}; {@code null} where none was given
 * @param assent whether the young person agrees, besides a parent
 * @param competence code: {@code COMPETENT}, {@code NOT_COMPETENT}, {@code NOT_JUDGED}
 * @param judgedBy name and role of the professional who judged that, or {@code null}
 * @param note or {@code null}
 */
public record RecordedConsent(
    boolean given, String givenBy, String how, boolean assent, String competence, String judgedBy, String note) {

  public static final String NOBODY = "NOBODY";
  public static final String COMPETENT = "COMPETENT";
  public static final String NOT_JUDGED = "NOT_JUDGED";

  /** No personal data, because records end up in messages of exceptions. */
  @Override
  public String toString() {
    return "RecordedConsent[" + given + "]";
  }
}
