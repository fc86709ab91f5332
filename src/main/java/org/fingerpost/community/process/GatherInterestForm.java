package org.fingerpost.community.process;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * The answers of form {@code gather-interest}.
 *
 * @param others how many would come besides those noted
 * @param note or {@code null}
 */
record GatherInterestForm(
    @NotNull(message = "{community.form.others.required}")
        @Min(value = 0, message = "{community.form.number.range}")
        @Max(value = 500, message = "{community.form.number.range}")
        Integer others,
    @NotBlank(message = "{community.form.decision.required}") String decision,
    @Size(max = 4000, message = "{community.form.note.tooLong}") String note) {

  /** No words of anybody. */
  @Override
  public String toString() {
    return "GatherInterestForm[]";
  }
}
