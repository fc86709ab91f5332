package org.fingerpost.workbench.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.fingerpost.platform.InvalidInput;
import org.fingerpost.platform.Language;
import org.fingerpost.workbench.change.ChangeDecision;
import org.fingerpost.workbench.change.ChangeKind;
import org.fingerpost.workbench.change.ChangeState;
import org.fingerpost.workbench.change.ModelChanges;
import org.fingerpost.workbench.change.DecidingChange;
import org.fingerpost.workbench.change.Migration;
import org.fingerpost.workbench.change.Migrations;
import org.fingerpost.workbench.change.ModelChange;
import org.fingerpost.workbench.change.NoSuchChange;
import org.fingerpost.workbench.change.ProposingChange;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;

/** ModelChanges to models: the list, the whole story of one, and what a colleague says to it. */
@Controller
@RequestMapping("/workbench/changes")
class ModelChangesController {

  private final ModelChanges changes;
  private final DecidingChange deciding;
  private final ProposingChange proposing;
  private final Migrations migrations;
  private final ChangedModels models;
  private final ChangeWords words;

  ModelChangesController(
      ModelChanges changes,
      DecidingChange deciding,
      ProposingChange proposing,
      Migrations migrations,
      ChangedModels models,
      ChangeWords words) {
    this.changes = changes;
    this.deciding = deciding;
    this.proposing = proposing;
    this.migrations = migrations;
    this.models = models;
    this.words = words;
  }

  @ExceptionHandler(NoSuchChange.class)
  @ResponseStatus(HttpStatus.NOT_FOUND)
  String none() {
    return "error/404";
  }

  @GetMapping
  String list(Locale locale, Model model) {
    var language = Language.of(locale);
    var all = changes.all();
    model.addAttribute("waiting", all.stream().filter(change -> change.state().isOpen()).map(change -> row(change, language)).toList());
    model.addAttribute("over", all.stream().filter(change -> !change.state().isOpen()).map(change -> row(change, language)).toList());
    model.addAttribute("moves", migrations.newest().stream().map(move -> move(move, language)).toList());
    return "workbench/changes";
  }

  private Row row(ModelChange change, Language language) {
    return new Row(
        change.reference(),
        change.title(),
        words.say(language, "change.kind." + change.kind()),
        words.scheme(language, change.schemeId()),
        words.who(change.author()),
        words.day(language, change.effectiveFrom()),
        state(change, language),
        colour(change.state()),
        change.state() == ChangeState.PROPOSED && change.remindedAt() != null
            ? words.say(language, "change.overdue", words.moment(language, change.lapsesAt()))
            : null);
  }

  private String state(ModelChange change, Language language) {
    String kind = change.kind() == ChangeKind.MIGRATION && change.state() == ChangeState.CARRIED_OUT ? "MOVED" : change.state().name();
    return words.say(language, "change.state." + kind);
  }

  private static String colour(ChangeState state) {
    return switch (state) {
      case PROPOSED -> "blue";
      case SENT_BACK, FAILED -> "orange";
      case APPROVED, CARRIED_OUT -> "green";
      case REFUSED -> "red";
      case WITHDRAWN, LAPSED -> "grey";
    };
  }

  private MoveRow move(Migration migration, Language language) {
    return new MoveRow(
        migration.id(),
        String.join(", ", migration.legs().stream().map(leg -> migrations.nameOfProcess(leg) + " " + leg.fromVersion() + " → " + leg.toVersion()).toList()),
        words.say(language, "change.move.state." + migration.state()),
        words.who(migration.plannedBy()),
        words.moment(language, migration.plannedAt()));
  }

  @GetMapping("/{reference}")
  String look(@PathVariable String reference, Locale locale, Model model) {
    return page(reference, Map.of(), Map.of(), Language.of(locale), model);
  }

  private String page(
      String reference, Map<String, String> errors, Map<String, String> typed, Language language, Model model) {
    var change = changes.get(reference);
    model.addAttribute("errors", errors);
    model.addAttribute("change", change);
    model.addAttribute("row", row(change, language));
    model.addAttribute("dueOn", words.moment(language, change.dueAt()));
    model.addAttribute("lapsesOn", words.moment(language, change.lapsesAt()));
    model.addAttribute("decidedBy", change.decidedBy() == null ? null : words.who(change.decidedBy()) + ", " + words.moment(language, change.decidedAt()));
    model.addAttribute("carriedOutOn", words.moment(language, change.carriedOutAt()));
    model.addAttribute("problems", change.problems().stream().map(problem -> words.sentence(language, problem)).toList());
    model.addAttribute("differences", models.differences(changes.files(reference), language));
    model.addAttribute("versions", models.versions(change));
    model.addAttribute("reports", change.draftId() == null ? List.of() : models.reports(change.draftId(), language));
    model.addAttribute("examples", change.draftId() == null || !change.state().isOpen() ? List.of() : models.examples(change.draftId()));
    model.addAttribute("steps", steps(reference, language));
    model.addAttribute("mine", change.author().equals(words.me()));
    model.addAttribute("decisions", decisions(language));
    model.addAttribute("typed", typed);
    model.addAttribute("mayWithdraw", change.author().equals(words.me()) && change.state().isOpen());
    boolean inForce = change.state() == ChangeState.CARRIED_OUT && change.kind() != ChangeKind.MIGRATION;
    model.addAttribute("inForce", inForce);
    model.addAttribute("inFlight", inForce && !migrations.after(reference).isEmpty());
    model.addAttribute("moves", migrations.following(reference).stream().map(move -> move(move, language)).toList());
    return "workbench/change";
  }

  private Map<String, String> decisions(Language language) {
    var decisions = new LinkedHashMap<String, String>();
    Arrays.stream(ChangeDecision.values()).forEach(one -> decisions.put(one.name(), words.say(language, "change.decision." + one)));
    return decisions;
  }

  private List<StepRow> steps(String reference, Language language) {
    var rows = new ArrayList<StepRow>();
    for (var step : changes.steps(reference)) {
      rows.add(
          new StepRow(
              words.moment(language, step.at()), words.who(step.byUser()), words.say(language, "audit.act." + step.act()), step.words()));
    }
    return rows;
  }

  @PostMapping("/{reference}/decision")
  String decide(
      @PathVariable String reference, @RequestParam Map<String, String> posted, Locale locale, Model model, jakarta.servlet.http.HttpServletResponse response) {
    try {
      deciding.decide(reference, decision(posted.get("decision")), posted.get("words"));
      return "redirect:/workbench/changes/" + reference + "?decided";
    } catch (InvalidInput e) {
      response.setStatus(HttpStatus.BAD_REQUEST.value());
      return page(reference, words.errors(Language.of(locale), e), posted, Language.of(locale), model);
    }
  }

  private static ChangeDecision decision(String code) {
    return Arrays.stream(ChangeDecision.values()).filter(one -> one.name().equals(code)).findFirst().orElse(null);
  }

  @PostMapping("/{reference}/withdraw")
  String withdraw(@PathVariable String reference, Locale locale, Model model, jakarta.servlet.http.HttpServletResponse response) {
    try {
      deciding.withdraw(reference);
      return "redirect:/workbench/changes/" + reference + "?withdrawn";
    } catch (InvalidInput e) {
      response.setStatus(HttpStatus.BAD_REQUEST.value());
      return page(reference, words.errors(Language.of(locale), e), Map.of(), Language.of(locale), model);
    }
  }

  /** Goes back to what was in force before; a change of the same kind, which a colleague agrees to. */
  @PostMapping("/{reference}/roll-back")
  String rollBack(
      @PathVariable String reference, @RequestParam Map<String, String> posted, Locale locale, Model model, jakarta.servlet.http.HttpServletResponse response) {
    var language = Language.of(locale);
    try {
      String title = words.say(language, "change.rollBack.of", changes.get(reference).title());
      String back = proposing.rollBack(reference, title.length() > 120 ? title.substring(0, 120) : title, posted.get("reason"));
      return "redirect:/workbench/changes/" + back + "?proposed";
    } catch (InvalidInput e) {
      response.setStatus(HttpStatus.BAD_REQUEST.value());
      return page(reference, words.errors(language, e), posted, language, model);
    }
  }

  /** A change in words. */
  record Row(
      String reference,
      String title,
      String kind,
      String scheme,
      String author,
      String effectiveFrom,
      String state,
      String colour,
      String overdue) {}

  /** A line of the story. */
  record StepRow(String at, String who, String what, String words) {}

  /** A move in words. */
  record MoveRow(UUID id, String what, String state, String who, String at) {}
}
