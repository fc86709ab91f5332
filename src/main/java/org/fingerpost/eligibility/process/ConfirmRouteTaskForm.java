package org.fingerpost.eligibility.process;

import static org.fingerpost.referral.journey.ReferralJourney.ROUTE;
import static org.fingerpost.referral.journey.ReferralJourney.TAKEN_ON;

import java.util.Arrays;
import java.util.List;
import org.fingerpost.eligibility.Eligibility;
import org.fingerpost.eligibility.Route;
import org.fingerpost.platform.InvalidInput;
import org.fingerpost.platform.engine.Facts;
import org.fingerpost.platform.engine.Shown;
import org.fingerpost.platform.engine.Shown.Option;
import org.fingerpost.platform.engine.TaskAtHand;
import org.fingerpost.platform.engine.TaskForm;
import org.fingerpost.referral.ReferralSummary;
import org.fingerpost.referral.Referrals;
import org.fingerpost.scheme.SchemeWords;
import org.fingerpost.scheme.Schemes;
import org.springframework.stereotype.Component;

/** The form {@code confirm-route}: a team lead reads what the table proposes and why, and settles the route. */
@Component
class ConfirmRouteTaskForm implements TaskForm<ConfirmRouteForm> {

  private final Eligibility eligibility;
  private final Referrals referrals;
  private final Schemes schemes;
  private final SchemeWords words;

  ConfirmRouteTaskForm(Eligibility eligibility, Referrals referrals, Schemes schemes, SchemeWords words) {
    this.eligibility = eligibility;
    this.referrals = referrals;
    this.schemes = schemes;
    this.words = words;
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
    var proposal = eligibility.proposal(task.subjectId());
    var referral = referrals.get(task.subjectId());
    return Shown.nothing()
        .text("proposal", say(task, "route." + proposal.route()))
        .text("ruleId", String.join(", ", proposal.ruleIds()))
        .text("reasonText", say(task, "route-reason." + proposal.reasonCode()))
        .text("source", source(task, referral))
        .text("areaName", area(task, referral))
        .options("routes", routes(task));
  }

  @Override
  public Facts submit(TaskAtHand task, ConfirmRouteForm answers) {
    var route = route(answers.route());
    eligibility.confirm(task.subjectId(), route, answers.reason(), task.userId());
    return Facts.of(ROUTE, route.name()).and(TAKEN_ON, route.takenOn());
  }

  private List<Option> routes(TaskAtHand task) {
    return Arrays.stream(Route.values())
        .filter(Route::canBeChosen)
        .map(route -> new Option(say(task, "route." + route), route.name()))
        .toList();
  }

  private String source(TaskAtHand task, ReferralSummary referral) {
    return schemes
        .get(task.schemeId())
        .source(referral.sourceCode())
        .map(source -> source.label().in(task.language()))
        .orElseGet(() -> say(task, "source." + referral.sourceCode()));
  }

  private String area(TaskAtHand task, ReferralSummary referral) {
    return schemes
        .get(task.schemeId())
        .area(referral.areaCode())
        .map(area -> area.name().in(task.language()))
        .orElseGet(() -> say(task, "eligibility.area.none"));
  }

  private String say(TaskAtHand task, String key) {
    return words.say(task.schemeId(), task.language(), key);
  }

  private static Route route(String code) {
    return Arrays.stream(Route.values())
        .filter(route -> route.name().equals(code))
        .findFirst()
        .orElseThrow(() -> new InvalidInput("route", "eligibility.form.route.required"));
  }
}
