package org.fingerpost.kitemark.process;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.fingerpost.kitemark.HelpEnded;

/**
 * The answers of form {@code help-organisation}.
 *
 * @param note in the officer's words, or {@code null}
 */
record HelpOrganisationForm(
    @NotNull(message = "{kitemark.assess.helpEnded.required}") HelpEnded because,
    @Size(max = 2000, message = "{kitemark.assess.tooLong}") String note) {

  @Override
  public String toString() {
    return "HelpOrganisationForm[" + because + "]";
  }
}
