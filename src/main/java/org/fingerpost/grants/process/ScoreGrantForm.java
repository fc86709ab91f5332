package org.fingerpost.grants.process;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * The answers of form {@code score-grant}.
 *
 * @param stand {@code SCORE}, {@code CONFLICT} or {@code NO_TIME}
 * @param need 1 to 5, like the four after it; {@code null} where the member does not score
 * @param comment in the member's words, or {@code null}
 */
record ScoreGrantForm(
    @NotNull(message = "{grants.form.stand.required}")
        @Pattern(regexp = "SCORE|CONFLICT|NO_TIME", message = "{grants.form.stand.required}")
        String stand,
    @Pattern(regexp = "[1-5]", message = "{grants.form.points.required}") String need,
    @Pattern(regexp = "[1-5]", message = "{grants.form.points.required}") String reach,
    @Pattern(regexp = "[1-5]", message = "{grants.form.points.required}") String delivery,
    @Pattern(regexp = "[1-5]", message = "{grants.form.points.required}") String value,
    @Pattern(regexp = "[1-5]", message = "{grants.form.points.required}") String lasting,
    @Size(max = 2000, message = "{grants.form.tooLong}") String comment) {

  @Override
  public String toString() {
    return "ScoreGrantForm";
  }
}
