package org.fingerpost.followup.process;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * The answers of form {@code record-check-in}.
 *
 * @param attendance code of {@link org.fingerpost.followup.Attendance}
 * @param howItGoes in the person's words, or {@code null}
 * @param nextStep {@code CONTINUE} or {@code END}
 */
record RecordCheckInForm(
    @NotNull(message = "{followup.form.attendance.required}")
        @Pattern(
            regexp = "ATTENDING|ATTENDED_ONCE|NOT_ATTENDED|NOT_INTRODUCED",
            message = "{followup.form.attendance.required}")
        String attendance,
    @Size(max = 4000, message = "{followup.form.howItGoes.long}") String howItGoes,
    @NotNull(message = "{followup.form.nextStep.required}")
        @Pattern(regexp = "CONTINUE|END", message = "{followup.form.nextStep.required}")
        String nextStep) {}
