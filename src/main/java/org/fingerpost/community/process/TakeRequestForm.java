package org.fingerpost.community.process;

import jakarta.validation.constraints.Size;

/**
 * The answers of form {@code take-request}.
 *
 * @param note or {@code null}
 */
record TakeRequestForm(
    @Size(max = 4000, message = "{community.form.note.tooLong}") String note) {

  /** No words of anybody. */
  @Override
  public String toString() {
    return "TakeRequestForm[]";
  }
}
