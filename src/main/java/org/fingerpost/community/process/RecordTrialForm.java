package org.fingerpost.community.process;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * The answers of form {@code record-trial}.
 *
 * @param heldOn a day as it is written
 */
record RecordTrialForm(
    @NotBlank(message = "{community.form.day.required}") @Size(max = 10, message = "{community.form.day.unreadable}") String heldOn,
    @NotNull(message = "{community.form.came.required}")
        @Min(value = 0, message = "{community.form.number.range}")
        @Max(value = 500, message = "{community.form.number.range}")
        Integer came,
    @NotBlank(message = "{community.form.result.required}") String result,
    @Size(max = 4000, message = "{community.form.note.tooLong}") String note) {

  /** No words of anybody. */
  @Override
  public String toString() {
    return "RecordTrialForm[]";
  }
}
