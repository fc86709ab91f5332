package org.fingerpost.community.process;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * The answers of form {@code reach-mark}.
 *
 * @param why the group will not have the mark
 */
record ReachMarkForm(
    @NotBlank(message = "{community.form.whyNot.required}") String why,
    @Size(max = 4000, message = "{community.form.note.tooLong}") String note) {

  /** No words of anybody. */
  @Override
  public String toString() {
    return "ReachMarkForm[]";
  }
}
