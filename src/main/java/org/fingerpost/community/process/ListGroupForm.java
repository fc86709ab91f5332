package org.fingerpost.community.process;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.util.List;

/**
 * The answers of form {@code list-group}.
 *
 * @param weekday or {@code null}
 * @param places or {@code null}
 */
record ListGroupForm(
    @NotBlank(message = "{community.form.name.required}") @Size(max = 120, message = "{community.form.note.tooLong}") String nameEn,
    @NotBlank(message = "{community.form.name.required}") @Size(max = 120, message = "{community.form.note.tooLong}") String nameCy,
    @NotEmpty(message = "{community.form.needs.required}") List<String> needs,
    @NotEmpty(message = "{community.form.areas.required}") List<String> areas,
    String weekday,
    @Min(value = 1, message = "{community.form.number.range}")
        @Max(value = 500, message = "{community.form.number.range}")
        Integer places) {

  /** No words of anybody. */
  @Override
  public String toString() {
    return "ListGroupForm[]";
  }
}
