package org.fingerpost.caseload.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import org.fingerpost.caseload.Absence;
import org.fingerpost.platform.InvalidInput;

/** What is typed into the page that records an absence, as it was typed. */
class AbsenceForm {

  /** Nobody covers. */
  static final String NOBODY = "NOBODY";

  private String reason = "";
  private String cover = NOBODY;
  private final String[] firstDay = {"", "", ""};
  private final String[] lastDay = {"", "", ""};

  /** Days come in three fields each, whose names no property can have. */
  void readDays(Map<String, String> sent) {
    read("firstDay", sent, firstDay);
    read("lastDay", sent, lastDay);
  }

  private static void read(String name, Map<String, String> sent, String[] day) {
    day[0] = sent.getOrDefault(name + "-day", "").strip();
    day[1] = sent.getOrDefault(name + "-month", "").strip();
    day[2] = sent.getOrDefault(name + "-year", "").strip();
  }

  LocalDate first() {
    var day = day("firstDay", firstDay, "caseload.absence.firstDay.invalid");
    if (day == null) {
      throw new InvalidInput("firstDay", "caseload.absence.firstDay.invalid");
    }
    return day;
  }

  /** {@code null} if nothing was typed. */
  LocalDate last() {
    return day("lastDay", lastDay, "caseload.absence.lastDay.invalid");
  }

  private static LocalDate day(String field, String[] typed, String problem) {
    if (String.join("", typed).isEmpty()) {
      return null;
    }
    try {
      var day =
          LocalDate.of(Integer.parseInt(typed[2]), Integer.parseInt(typed[1]), Integer.parseInt(typed[0]));
      if (day.getYear() < 2000 || day.getYear() > 2999) {
        throw new InvalidInput(field, problem);
      }
      return day;
    } catch (NumberFormatException | DateTimeException e) {
      throw new InvalidInput(field, problem);
    }
  }

  String coverOrNobody() {
    return cover == null || cover.isBlank() || NOBODY.equals(cover) ? null : cover;
  }

  Absence.Reason reasonGiven() {
    return Arrays.stream(Absence.Reason.values())
        .filter(code -> code.name().equals(reason))
        .findFirst()
        .orElseThrow(() -> new InvalidInput("reason", "caseload.team.reason.required"));
  }

  public String getReason() {
    return reason;
  }

  public void setReason(String reason) {
    this.reason = reason;
  }

  public String getCover() {
    return cover;
  }

  public void setCover(String cover) {
    this.cover = cover;
  }

  public String[] getFirstDay() {
    return firstDay.clone();
  }

  public String[] getLastDay() {
    return lastDay.clone();
  }
}
