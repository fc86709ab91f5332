package org.fingerpost.followup.process;

import static org.fingerpost.platform.engine.Texts.trimmed;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.fingerpost.followup.Attendance;
import org.fingerpost.followup.Barrier;
import org.fingerpost.followup.CheckingIn;
import org.fingerpost.followup.Safety;
import org.fingerpost.platform.InvalidInput;

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

  boolean isMissed() {
    return "MISSED".equals(held);
  }

  CheckingIn.Missed asMissed() {
    return new CheckingIn.Missed(
        Safety.valueOf(required(safety, "safety", "followup.form.safety.required")), codes(), trimmed(howItGoes));
  }

  CheckingIn.Held asHeld() {
    return new CheckingIn.Held(
        Attendance.valueOf(required(attendance, "attendance", "followup.form.attendance.required")),
        trimmed(howItGoes),
        codes(),
        ending(),
        required(nextStep, "nextStep", "followup.form.nextStep.required"));
  }

  private List<Barrier> codes() {
    return Stream.ofNullable(barriers).flatMap(List::stream).map(Barrier::valueOf).toList();
  }

  private static String required(String code, String field, String refusal) {
    if (code == null) {
      throw new InvalidInput(field, refusal);
    }
    return code;
  }

  private LocalDate ending() {
    try {
      return trimmed(endingOn) == null ? null : LocalDate.parse(endingOn);
    } catch (DateTimeException e) {
      throw new InvalidInput("endingOn", "followup.form.endingOn.future");
    }
  }
}
