package org.fingerpost.kitemark.process;

import static org.fingerpost.kitemark.journey.SuspendMark.END;
import static org.fingerpost.kitemark.journey.SuspendMark.LIFT;
import static org.fingerpost.kitemark.journey.SuspendMark.PAUSED_COUNT;
import static org.fingerpost.kitemark.journey.SuspendMark.SUSPENSION_ID;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.fingerpost.kitemark.Awards;
import org.fingerpost.kitemark.Suspension;
import org.fingerpost.kitemark.SuspendingMarks;
import org.fingerpost.kitemark.Suspensions;
import org.fingerpost.platform.Language;
import org.fingerpost.platform.Staff;
import org.fingerpost.platform.Words;
import org.fingerpost.platform.WrittenDate;
import org.fingerpost.platform.engine.Choices;
import org.fingerpost.platform.engine.Shown;
import org.fingerpost.platform.engine.TaskAtHand;
import org.springframework.stereotype.Component;

/** What the forms about a suspension show. */
@Component
class SuspensionShown {

  private final Suspensions suspensions;
  private final Awards awards;
  private final Staff staff;
  private final Choices choices;
  private final Words words;
  private final Clock clock;

  SuspensionShown(
      Suspensions suspensions,
      Awards awards,
      Staff staff,
      Choices choices,
      Words words,
      Clock clock) {
    this.suspensions = suspensions;
    this.awards = awards;
    this.staff = staff;
    this.choices = choices;
    this.words = words;
    this.clock = clock;
  }

  static UUID suspensionOf(TaskAtHand task) {
    return UUID.fromString(task.variable(SUSPENSION_ID));
  }

  /** For a second assessor. */
  Shown toConfirm(TaskAtHand task, String answers) {
    return of(task).options("answers", choices.of(task.language(), answers, List.of("YES", "NO")));
  }

  /** For whoever settles it. */
  Shown toSettle(TaskAtHand task) {
    var paused = task.variable(PAUSED_COUNT);
    return of(task)
        .text("paused", Integer.toString(paused == null ? 0 : paused))
        .options("settlements", choices.of(task.language(), "kitemark.settlement.", List.of(LIFT, END)));
  }

  private Shown of(TaskAtHand task) {
    var language = task.language();
    var suspension = suspensions.get(suspensionOf(task));
    var award = awards.get(suspension.awardId());
    return Shown.nothing()
        .text("organisationName", suspensions.holderOf(award))
        .text("level", words.say(language, "kitemark.level." + award.level()))
        .text("because", words.say(language, "kitemark.suspension." + suspension.reason()))
        .text("raisedBy", name(suspension.raisedBy(), language))
        .text("raisedOn", day(suspension.raisedAt(), language))
        .text("text", suspension.text())
        .text("settlement", settled(suspension, language));
  }

  private String settled(Suspension suspension, Language language) {
    return suspension.settledBy() == null
        ? ""
        : name(suspension.settledBy(), language) + ": " + suspension.settleReason();
  }

  private String name(String userId, Language language) {
    return SuspendingMarks.FINGERPOST.equals(userId)
        ? words.say(language, "kitemark.raised-by-date")
        : staff.find(userId).map(Staff.Member::displayName).orElse(userId);
  }

  private String day(Instant at, Language language) {
    return WrittenDate.of(LocalDate.ofInstant(at, clock.getZone()), language);
  }
}
