package org.fingerpost.grants.process;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.fingerpost.grants.GrantSeen;
import org.fingerpost.grants.Grants;
import org.fingerpost.grants.PanelScore;
import org.fingerpost.grants.Pounds;
import org.fingerpost.platform.Language;
import org.fingerpost.platform.Staff;
import org.fingerpost.platform.Words;
import org.fingerpost.platform.WrittenDate;
import org.fingerpost.platform.engine.Shown;
import org.fingerpost.platform.engine.TaskAtHand;
import org.fingerpost.questionnaire.Applications;
import org.fingerpost.scheme.Schemes;
import org.springframework.stereotype.Component;

/** What the forms of a grant show: the group, the project and where the money stands, in the language of whoever works on it. */
@Component
class GrantShown {

  private final Grants grants;
  private final Applications applications;
  private final Schemes schemes;
  private final Staff staff;
  private final Words words;

  GrantShown(Grants grants, Applications applications, Schemes schemes, Staff staff, Words words) {
    this.grants = grants;
    this.applications = applications;
    this.schemes = schemes;
    this.staff = staff;
    this.words = words;
  }

  GrantSeen grant(TaskAtHand task) {
    return grants.get(task.subjectId());
  }

  /** The head of every form. */
  Shown of(TaskAtHand task) {
    var grant = grant(task);
    return Shown.nothing()
        .text("organisationName", grant.organisationName())
        .text("title", grant.title())
        .text("asked", Pounds.written(grant.asked()))
        .text("awarded", grant.awarded() == null ? "" : Pounds.written(grant.awarded()))
        .text("areas", areas(grant, task.language()))
        .text("themes", said(task, "grants.theme.", grant.themes()))
        .text("place", place(grant, task))
        .text("answerBy", written(grant.answerBy(), task.language()))
        .text("dueBy", written(grant.reportDueOn(), task.language()));
  }

  /** The same, with the project in the group's words. */
  Shown withProject(TaskAtHand task) {
    var application = applications.get(task.subjectId());
    var language = task.language();
    Integer people = application.number("peopleExpected");
    String from = written(application.date("startsOn"), language);
    String to = written(application.date("endsOn"), language);
    return of(task)
        .text("description", application.text("projectDescription"))
        .text("benefits", application.text("benefits"))
        .text("budget", application.text("budget"))
        .text("people", people == null ? "" : people.toString())
        .text("promised", people == null ? "" : people.toString())
        .text("dates", from.isEmpty() && to.isEmpty() ? "" : from + " – " + to);
  }

  String say(TaskAtHand task, String key, Object... args) {
    return words.say(task.language(), key, args);
  }

  /** What members of the panel said, one after the other. */
  String scores(TaskAtHand task, List<PanelScore> scores) {
    return scores.stream()
        .filter(PanelScore::scored)
        .map(
            score ->
                name(score.member())
                    + ": "
                    + score.points().entrySet().stream()
                        .map(point -> say(task, "grants.criterion." + point.getKey()) + " " + point.getValue())
                        .collect(Collectors.joining(", "))
                    + "\n"
                    + score.comment())
        .collect(Collectors.joining("\n\n"));
  }

  /** Who was asked and why they do not score; without any score. */
  String said(TaskAtHand task, List<PanelScore> asked) {
    return asked.stream()
        .map(score -> name(score.member()) + " (" + say(task, "grants.score-state." + score.state()) + ")")
        .collect(Collectors.joining(", "));
  }

  private String name(String userId) {
    return staff.find(userId).map(Staff.Member::displayName).orElse(userId);
  }

  private String place(GrantSeen grant, TaskAtHand task) {
    boolean pilot = grant.outcome() != null && grant.outcome().name().equals("PANEL_PILOT");
    String place = say(task, "grants.place." + grant.rank());
    return pilot ? place + "; " + say(task, "grants.place.pilot") : place;
  }

  private String said(TaskAtHand task, String prefix, List<String> codes) {
    return codes.stream().map(code -> say(task, prefix + code)).collect(Collectors.joining(", "));
  }

  private String areas(GrantSeen grant, Language language) {
    var scheme = schemes.get(grant.schemeId());
    return grant.areas().stream()
        .map(code -> scheme.area(code).map(area -> area.name().in(language)).orElse(code))
        .collect(Collectors.joining(", "));
  }

  private static String written(LocalDate day, Language language) {
    return day == null ? "" : WrittenDate.of(day, language);
  }
}
