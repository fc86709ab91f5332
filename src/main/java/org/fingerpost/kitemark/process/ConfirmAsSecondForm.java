package org.fingerpost.kitemark.process;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * The answers of form {@code confirm-as-second}.
 *
 * @param reason in the assessor's words; needed to give it back
 */
record ConfirmAsSecondForm(
    @NotNull(message = "{kitemark.assess.answer.required}") Answer answer,
    @Size(max = 4000, message = "{kitemark.assess.tooLong}") String reason) {

  /** Words: {@code kitemark.second.<CODE>}. */
  enum Answer {
    AGREE,
    GIVE_BACK
  }

  @Override
  public String toString() {
    return "ConfirmAsSecondForm[" + answer + "]";
  }
}
