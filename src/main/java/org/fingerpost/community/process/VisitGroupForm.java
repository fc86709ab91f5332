package org.fingerpost.community.process;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * The answers of form {@code visit-group}.
 *
 * @param took {@code YES} or {@code NO}
 * @param whyNot why there was no visit, or {@code null}
 * @param visitedOn a day as it is written, or {@code null}
 * @param note or {@code null}
 */
record VisitGroupForm(
    @NotBlank(message = "{community.form.took.required}") String took,
    String whyNot,
    @Size(max = 10, message = "{community.form.day.unreadable}") String visitedOn,
    String stepFree,
    String toilets,
    String hearingLoop,
    String transport,
    String quietSpace,
    String costs,
    String language,
    String welcome,
    String people,
    String money,
    String venue,
    String insurance,
    String safeguarding,
    @Size(max = 4000, message = "{community.form.note.tooLong}") String note) {

  /** No words of anybody. */
  @Override
  public String toString() {
    return "VisitGroupForm[]";
  }
}
