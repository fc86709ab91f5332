package org.fingerpost.followup.process;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;

/**
 * The answers of form {@code record-check-in}.
 *
 * @param held {@code HELD} or {@code MISSED}; {@code null} is held
 * @param attendance code of {@link org.fingerpost.followup.Attendance}; {@code null} if missed
 * @param howItGoes in the person's words, or {@code null}
 * @param safety code of {@link org.fingerpost.followup.Safety}; {@code null} if held
 * @param barriers codes of {@link org.fingerpost.followup.Barrier}, or {@code null}
 * @param endingOn ISO date, or {@code null}
 * @param nextStep {@code CONTINUE}, {@code END} or {@code ANOTHER_ACTIVITY}; {@code null} if missed
 */
record RecordCheckInForm(
    @Pattern(regexp = "HELD|MISSED", message = "{followup.form.held.required}") String held,
    @Pattern(
            regexp = "ATTENDING|ATTENDED_ONCE|NOT_ATTENDED|NOT_INTRODUCED",
            message = "{followup.form.attendance.required}")
        String attendance,
    @Size(max = 4000, message = "{followup.form.howItGoes.long}") String howItGoes,
    @Pattern(regexp = "SAFE|NOT_KNOWN|WORRIED", message = "{followup.form.safety.required}") String safety,
    List<
            @Pattern(
                regexp = "TRAVEL|STIGMA|TIME|MONEY|HEALTH|CARING|OTHER|NOT_KNOWN",
                message = "{followup.form.barriers.required}")
            String>
        barriers,
    @Pattern(regexp = "|[0-9]{4}-[0-9]{2}-[0-9]{2}", message = "{followup.form.endingOn.future}") String endingOn,
    @Pattern(regexp = "CONTINUE|END|ANOTHER_ACTIVITY", message = "{followup.form.nextStep.required}")
        String nextStep) {

  boolean missed() {
    return "MISSED".equals(held);
  }
}
