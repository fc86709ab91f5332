package org.fingerpost.kitemark;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.fingerpost.kitemark.journey.KeepMark;
import org.fingerpost.platform.Decisions;
import org.fingerpost.scheme.WorkingDays;
import org.springframework.stereotype.Component;

/** What a date of a mark asks for, as the scheme's table {@code kitemark-upkeep} says. */
@Component
class UpkeepTable {

  private final Decisions decisions;
  private final WorkingDays workingDays;

  UpkeepTable(Decisions decisions, WorkingDays workingDays) {
    this.decisions = decisions;
    this.workingDays = workingDays;
  }

  /** What a date asks for on a day, and when to look at it again. */
  Said about(String schemeId, MarkDate date, LocalDate today) {
    long left = ChronoUnit.DAYS.between(today, date.on());
    var said = ask(schemeId, date.kind(), left, false);
    if (left >= 0) {
      long next = left > said.lookAgain() ? said.lookAgain() : -1;
      return said.next(date.on().minusDays(next));
    }
    var graceUntil = graceUntil(schemeId, date, said);
    if (graceUntil == null) {
      return said;
    }
    return today.isAfter(graceUntil) ? ask(schemeId, date.kind(), left, true) : said.next(graceUntil.plusDays(1));
  }

  /** {@code null} where no time has been given yet, or none is given at all. */
  private LocalDate graceUntil(String schemeId, MarkDate date, Said said) {
    if (date.kind().paper()) {
      return date.graceUntil();
    }
    return said.grace() == 0 ? null : workingDays.plus(schemeId, date.on(), said.grace());
  }

  /** How long an assessor has, whatever the question. */
  int assessorsWorkingDays(String schemeId) {
    return ask(schemeId, UpkeepKind.CONDITION, -1, true).grace();
  }

  private Said ask(String schemeId, UpkeepKind kind, long daysLeft, boolean graceOver) {
    var facts = Map.<String, Object>of("kind", kind.name(), "daysLeft", (int) daysLeft, "graceOver", graceOver);
    var answer = decisions.ask(KeepMark.DECISION_UPKEEP, schemeId, facts);
    return new Said(
        UpkeepStep.valueOf(answer.code("step")), answer.number("lookAgain"), answer.number("grace"), null, answer, facts);
  }

  /**
   * A date of a mark.
   *
   * @param about id of the condition, or a hyphen
   * @param graceUntil for a paper that has run out: last day of the time that was given, or {@code null} if none was yet
   */
  record MarkDate(UpkeepKind kind, String about, LocalDate on, LocalDate graceUntil) {}

  /**
   * @param lookAgain so many days before the date
   * @param grace working days
   * @param next the next day on which the date asks for something, or {@code null} for none
   */
  record Said(
      UpkeepStep step, int lookAgain, int grace, LocalDate next, Decisions.Answer answer, Map<String, Object> facts) {

    String ruleId() {
      return answer.ruleIds().get(0);
    }

    private Said next(LocalDate day) {
      return new Said(step, lookAgain, grace, day, answer, facts);
    }
  }
}
