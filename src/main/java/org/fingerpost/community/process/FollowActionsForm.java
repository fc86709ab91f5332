package org.fingerpost.community.process;

import jakarta.validation.constraints.Size;
import java.util.List;

/**
 * The answers of form {@code follow-actions}.
 *
 * @param done ids of actions; {@code null} for none
 * @param note or {@code null}
 */
record FollowActionsForm(
    List<String> done,
    @Size(max = 4000, message = "{community.form.note.tooLong}") String note) {

  /** No words of anybody. */
  @Override
  public String toString() {
    return "FollowActionsForm[]";
  }
}
