package org.fingerpost.community.process;

import jakarta.validation.constraints.Size;
import java.util.List;

/**
 * The answers of form {@code agree-help}.
 *
 * @param help codes of the help that the group wants; {@code null} for none
 * @param firstWhat what is done, or {@code null}, as the other actions
 * @param note or {@code null}
 */
record AgreeHelpForm(
    List<String> help,
    @Size(max = 300, message = "{community.form.note.tooLong}") String firstWhat,
    String firstBy,
    @Size(max = 10, message = "{community.form.day.unreadable}") String firstDueOn,
    @Size(max = 300, message = "{community.form.note.tooLong}") String secondWhat,
    String secondBy,
    @Size(max = 10, message = "{community.form.day.unreadable}") String secondDueOn,
    @Size(max = 300, message = "{community.form.note.tooLong}") String thirdWhat,
    String thirdBy,
    @Size(max = 10, message = "{community.form.day.unreadable}") String thirdDueOn,
    @Size(max = 4000, message = "{community.form.note.tooLong}") String note) {

  /** No words of anybody. */
  @Override
  public String toString() {
    return "AgreeHelpForm[]";
  }
}
