package org.fingerpost.grants.process;

import jakarta.validation.constraints.NotBlank;

/**
 * The answers of form {@code find-panel-member}.
 *
 * @param member user id
 */
record FindPanelMemberForm(
    @NotBlank(message = "{grants.form.member.required}") String member) {

  @Override
  public String toString() {
    return "FindPanelMemberForm";
  }
}
