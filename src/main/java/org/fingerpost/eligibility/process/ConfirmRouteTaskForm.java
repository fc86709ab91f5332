package org.fingerpost.eligibility.process;

import java.util.Arrays;
import java.util.Map;
import org.fingerpost.eligibility.Eligibility;
import org.fingerpost.eligibility.Route;
import org.fingerpost.eligibility.RouteSheets;
import org.fingerpost.eligibility.SettlingPlan;
import org.fingerpost.eligibility.SettlingPlan.Step;
import org.fingerpost.platform.InvalidInput;
import org.fingerpost.platform.engine.Choices;
import org.fingerpost.platform.engine.Facts;
import org.fingerpost.platform.engine.Shown;
import org.fingerpost.platform.engine.TaskAtHand;
import org.fingerpost.platform.engine.TaskForm;
import org.springframework.stereotype.Component;

/** The form {@code confirm-route}: a team lead reads what the table proposes and why, and settles the route. */
@Component
class ConfirmRouteTaskForm implements TaskForm<ConfirmRouteForm> {

  /** Routes after which a team lead has something else to do. */
  private static final Map<Route, Step> TO_ARRANGE =
      Map.of(Route.TRANSFER, Step.ARRANGE_TRANSFER, Route.YOUNG_PEOPLE, Step.RECORD_CONSENT);

  private final Eligibility eligibility;
  private final RouteSheets sheets;
  private final SettlingPlan plan;
  private final Choices choices;

  ConfirmRouteTaskForm(Eligibility eligibility, RouteSheets sheets, SettlingPlan plan, Choices choices) {
    this.eligibility = eligibility;
    this.sheets = sheets;
    this.plan = plan;
    this.choices = choices;
  }

  @Override
  public String formId() {
    return "confirm-route";
  }

  @Override
  public Class<ConfirmRouteForm> answers() {
    return ConfirmRouteForm.class;
  }

  @Override
  public Shown show(TaskAtHand task) {
    var sheet = sheets.of(task.subjectId(), task.language());
    return Shown.nothing()
        .flag("danger", sheet.danger())
        .text("proposal", sheet.proposal())
        .text("ruleId", sheet.rules())
        .text("reasonText", sheet.reason())
        .text("urgency", sheet.urgency())
        .text("source", sheet.source())
        .text("areaName", sheet.area())
        .text("openReferral", sheet.openReferral())
        .text("earlier", sheet.earlier())
        .options(
            "routes",
            choices.of(
                task.language(),
                "route.",
                eligibility.choices(task.subjectId()).stream().map(Route::name).toList()));
  }

  @Override
  public Facts submit(TaskAtHand task, ConfirmRouteForm answers) {
    var route = route(answers.route());
    eligibility.confirm(task.subjectId(), route, answers.reason(), task.userId());
    var facts = SettlingFacts.of(route);
    return TO_ARRANGE.containsKey(route)
        ? SettlingFacts.and(facts, plan.begin(task.subjectId(), TO_ARRANGE.get(route)))
        : facts;
  }

  private static Route route(String code) {
    return Arrays.stream(Route.values())
        .filter(route -> route.name().equals(code))
        .findFirst()
        .orElseThrow(() -> new InvalidInput("route", "eligibility.form.route.required"));
  }
}
