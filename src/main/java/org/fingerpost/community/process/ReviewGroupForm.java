package org.fingerpost.community.process;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * The answers of form {@code review-group}.
 *
 * @param reason why it ends, or {@code null}
 * @param note or {@code null}
 */
record ReviewGroupForm(
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
    @NotBlank(message = "{community.form.result.required}") String result,
    String reason,
    @Size(max = 4000, message = "{community.form.note.tooLong}") String note) {

  /** No words of anybody. */
  @Override
  public String toString() {
    return "ReviewGroupForm[]";
  }
}
