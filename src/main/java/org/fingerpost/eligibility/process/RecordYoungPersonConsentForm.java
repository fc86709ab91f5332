package org.fingerpost.eligibility.process;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.fingerpost.eligibility.RecordedConsent;

/**
 * The answers of {@code forms/record-young-person-consent.form}.
 *
 * @param given {@code YES} or {@code NO}
 * @param givenBy code of who consented; asked for with {@code YES}
 * @param how code of how; asked for with {@code YES}
 * @param assent whether the young person agrees as well
 * @param competence code of what was judged; not judged if left out
 * @param judgedBy who judged it, name and role; asked for where the young person was found competent
 * @param note what is to be remembered of it, or {@code null}
 */
record RecordYoungPersonConsentForm(
    @NotNull(message = "{eligibility.form.given.required}")
        @Pattern(regexp = "YES|NO", message = "{eligibility.form.given.required}")
        String given,
    @Pattern(regexp = "PERSON|PARENT|REPRESENTATIVE", message = "{eligibility.form.givenBy.required}") String givenBy,
    @Pattern(regexp = "IN_PERSON|TELEPHONE|VIDEO|WRITTEN|ONLINE", message = "{eligibility.form.how.required}")
        String how,
    Boolean assent,
    @Pattern(regexp = "COMPETENT|NOT_COMPETENT|NOT_JUDGED", message = "{eligibility.form.competence.required}")
        String competence,
    @Size(max = 100, message = "{eligibility.form.judgedBy.tooLong}") String judgedBy,
    @Size(max = 2000, message = "{eligibility.form.note.tooLong}") String note) {

  RecordedConsent answer() {
    boolean yes = given.equals("YES");
    return new RecordedConsent(
        yes,
        yes ? givenBy : RecordedConsent.NOBODY,
        how,
        Boolean.TRUE.equals(assent),
        competence == null ? RecordedConsent.NOT_JUDGED : competence,
        judgedBy == null || judgedBy.isBlank() ? null : judgedBy.strip(),
        note == null || note.isBlank() ? null : note.strip());
  }
}
