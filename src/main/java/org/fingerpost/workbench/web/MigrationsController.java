package org.fingerpost.workbench.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.exception.NotFoundException;
import org.camunda.bpm.engine.exception.NullValueException;
import org.fingerpost.platform.InvalidInput;
import org.fingerpost.platform.Language;
import org.fingerpost.workbench.change.ModelChanges;
import org.fingerpost.workbench.change.Leg;
import org.fingerpost.workbench.change.Migration;
import org.fingerpost.workbench.change.MigrationState;
import org.fingerpost.workbench.change.Migrations;
import org.fingerpost.workbench.change.Moving;
import org.fingerpost.workbench.change.NoSuchChange;
import org.fingerpost.workbench.change.ProposingChange;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;

/** Moving referrals in flight: the plan, the dry run with its exceptions, the agreement, and how far it has come. */
@Controller
@RequestMapping("/workbench/migrations")
class MigrationsController {

  /** So many are tried out before the page answers; the rest goes on in the background. */
  private static final int AT_ONCE = 100;

  private static final int ON_A_PAGE = 200;
  private static final String LEAVE = "-";

  private final Migrations migrations;
  private final ProposingChange proposing;
  private final ModelChanges changes;
  private final RepositoryService repository;
  private final ObjectMapper json;
  private final ChangeWords words;

  MigrationsController(
      Migrations migrations,
      ProposingChange proposing,
      ModelChanges changes,
      RepositoryService repository,
      ObjectMapper json,
      ChangeWords words) {
    this.migrations = migrations;
    this.proposing = proposing;
    this.changes = changes;
    this.repository = repository;
    this.json = json;
    this.words = words;
  }

  @ExceptionHandler({NoSuchChange.class, NullValueException.class, NotFoundException.class})
  @ResponseStatus(HttpStatus.NOT_FOUND)
  String none() {
    return "error/404";
  }

  @GetMapping
  String list() {
    return "redirect:/workbench/changes#moves";
  }

  /** The drawing of one version, for the two diagrams of a plan. */
  @GetMapping(path = "/model", produces = MediaType.APPLICATION_XML_VALUE)
  ResponseEntity<byte[]> xml(@RequestParam String definition) throws IOException {
    try (var bytes = repository.getProcessModel(definition)) {
      return ResponseEntity.ok().contentType(MediaType.APPLICATION_XML).body(bytes.readAllBytes());
    }
  }

  // ---- the plan

  @GetMapping("/start")
  String start(@RequestParam Map<String, String> asked, Locale locale, Model model) {
    return plan(Asked.of(asked), Map.of(), Map.of(), Language.of(locale), model);
  }

  private String plan(Asked asked, Map<String, String> errors, Map<String, String> typed, Language language, Model model) {
    var schemeId = scheme(asked);
    var legs = new ArrayList<LegRow>();
    var all = legs(asked);
    for (int at = 0; at < all.size(); at++) {
      legs.add(leg(at, all.get(at), schemeId, typed, language));
    }
    model.addAttribute("errors", errors);
    model.addAttribute("asked", asked);
    model.addAttribute("legs", legs);
    model.addAttribute("scheme", words.scheme(language, schemeId));
    return "workbench/migration-start";
  }

  private String scheme(Asked asked) {
    if (asked.change() != null) {
      return changes.get(asked.change()).schemeId();
    }
    return asked.back() != null ? migrations.get(asked.back()).schemeId() : asked.scheme();
  }

  private List<Leg> legs(Asked asked) {
    if (asked.change() != null) {
      return migrations.after(asked.change());
    }
    if (asked.back() != null) {
      return migrations.back(asked.back());
    }
    if (asked.process() == null) {
      throw new NullValueException("Nothing is asked for");
    }
    return migrations.of(asked.process(), asked.scheme());
  }

  private LegRow leg(int at, Leg leg, String schemeId, Map<String, String> typed, Language language) {
    var proposal = migrations.proposal(leg, schemeId);
    var vanished = new ArrayList<VanishedRow>();
    for (var step : proposal.vanished()) {
      var options = new LinkedHashMap<String, String>();
      options.put("", words.say(language, "change.move.noStep"));
      options.putAll(step.options());
      String field = "instead." + at + "." + step.id();
      vanished.add(
          new VanishedRow(field, step.name(), step.many(), options, typed.getOrDefault(field, leg.instead().getOrDefault(step.id(), ""))));
    }
    var before = new ArrayList<Map<String, String>>();
    proposal.same().stream().filter(step -> step.many() > 0).forEach(step -> before.add(mark(step.id(), "here", step.many())));
    proposal.vanished().forEach(step -> before.add(mark(step.id(), "removed", step.many())));
    var after = new ArrayList<Map<String, String>>();
    proposal.added().forEach(step -> after.add(mark(step.id(), "added", 0)));
    return new LegRow(
        at,
        title(leg, language),
        migrations.nameOfProcess(leg),
        leg.fromVersion(),
        leg.toVersion(),
        leg.from(),
        leg.to(),
        proposal.same().stream().filter(step -> step.many() > 0).map(step -> words.say(language, "change.move.stand", step.name(), step.many())).toList(),
        vanished,
        proposal.added().stream().map(step -> step.name()).toList(),
        written(before),
        written(after));
  }

  private static Map<String, String> mark(String id, String as, int many) {
    return many == 0 ? Map.of("id", id, "as", as) : Map.of("id", id, "as", as, "badge", Integer.toString(many));
  }

  private String written(Object marks) {
    try {
      return json.writeValueAsString(marks);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Marks can always be written", e);
    }
  }

  @PostMapping("/start")
  String keep(@RequestParam Map<String, String> posted, Locale locale, Model model, HttpServletResponse response) {
    var asked = Asked.of(posted);
    try {
      var all = legs(asked);
      var chosen = new ArrayList<Leg>();
      for (int at = 0; at < all.size(); at++) {
        if (posted.containsKey("with." + at)) {
          chosen.add(all.get(at).with(instead(posted, at)));
        }
      }
      if (chosen.isEmpty()) {
        throw new InvalidInput("legs", "change.move.noLeg");
      }
      UUID id = migrations.plan(chosen, scheme(asked), asked.change(), asked.back());
      migrations.tryOut(id, AT_ONCE);
      return "redirect:/workbench/migrations/" + id;
    } catch (InvalidInput e) {
      response.setStatus(HttpStatus.BAD_REQUEST.value());
      return plan(asked, words.errors(Language.of(locale), e), posted, Language.of(locale), model);
    }
  }

  private static Map<String, String> instead(Map<String, String> posted, int at) {
    var instead = new LinkedHashMap<String, String>();
    String prefix = "instead." + at + ".";
    posted.forEach(
        (field, target) -> {
          if (field.startsWith(prefix) && !target.isBlank()) {
            instead.put(field.substring(prefix.length()), target);
          }
        });
    return instead;
  }

  // ---- the dry run, the exceptions, the agreement, the progress

  @GetMapping("/{id}")
  String look(@PathVariable UUID id, Locale locale, Model model) {
    return page(id, Map.of(), Map.of(), Language.of(locale), model);
  }

  private String page(UUID id, Map<String, String> errors, Map<String, String> typed, Language language, Model model) {
    var migration = migrations.get(id);
    model.addAttribute("errors", errors);
    model.addAttribute("migration", migration);
    model.addAttribute("scheme", words.scheme(language, migration.schemeId()));
    model.addAttribute("state", words.say(language, "change.move.state." + migration.state()));
    model.addAttribute("planned", words.who(migration.plannedBy()) + ", " + words.moment(language, migration.plannedAt()));
    model.addAttribute("legs", migration.legs().stream().map(leg -> title(leg, language)).toList());
    var counts = new LinkedHashMap<String, Integer>();
    for (var state : Moving.State.values()) {
      if (migration.count(state) > 0) {
        counts.put(words.say(language, "change.moving." + state), migration.count(state));
      }
    }
    model.addAttribute("counts", counts);
    model.addAttribute("working", migration.state() == MigrationState.TRYING || migration.state() == MigrationState.MOVING);
    var left = migration.state() == MigrationState.MOVING ? Moving.State.MOVES : Moving.State.UNTRIED;
    model.addAttribute("progress", migration.all() - migration.count(left));
    model.addAttribute("tried", migration.state() == MigrationState.TRIED);
    model.addAttribute("movable", migration.count(Moving.State.MOVES) > 0);
    model.addAttribute("exceptions", exceptions(migration, Moving.State.CANNOT, language));
    model.addAttribute("left", exceptions(migration, Moving.State.STAYS, language));
    model.addAttribute("failed", exceptions(migration, Moving.State.FAILED, language));
    model.addAttribute("moving", exceptions(migration, migration.state() == MigrationState.TRIED || migration.state() == MigrationState.PROPOSED ? Moving.State.MOVES : Moving.State.MOVED, language));
    model.addAttribute("typed", typed);
    model.addAttribute("from", ChangeWords.typed(typed, "effectiveFrom", words.today()));
    return "workbench/migration";
  }

  private String title(Leg leg, Language language) {
    boolean fromShared = migrations.isShared(leg.from());
    boolean toShared = migrations.isShared(leg.to());
    String way = fromShared == toShared ? "change.move.leg" : fromShared ? "change.move.legToOwn" : "change.move.legToShared";
    return words.say(language, way, migrations.nameOfProcess(leg), leg.fromVersion(), leg.toVersion());
  }

  private List<Traveller> exceptions(Migration migration, Moving.State state, Language language) {
    var proposals = new LinkedHashMap<Integer, Map<String, String>>();
    return migrations.instances(migration.id(), state, ON_A_PAGE).stream()
        .map(
            moving -> {
              var leg = migration.legs().get(moving.leg());
              var options =
                  state != Moving.State.CANNOT && state != Moving.State.STAYS
                      ? Map.<String, String>of()
                      : proposals.computeIfAbsent(moving.leg(), at -> options(leg, migration.schemeId(), language));
              return new Traveller(
                  moving.instanceId(),
                  moving.subject(),
                  migrations.nameOfProcess(leg),
                  String.join(", ", moving.steps().stream().map(step -> migrations.nameOfStep(leg, step)).toList()),
                  moving.problem() == null ? null : words.sentence(language, moving.problem()),
                  options);
            })
        .toList();
  }

  private Map<String, String> options(Leg leg, String schemeId, Language language) {
    var options = new LinkedHashMap<String, String>();
    options.put(LEAVE, words.say(language, "change.move.leave", leg.fromVersion()));
    migrations
        .proposal(leg, schemeId)
        .vanished()
        .forEach(step -> step.options().forEach((id, name) -> options.put(id, words.say(language, "change.move.to", name))));
    return options;
  }

  @PostMapping("/{id}/exceptions")
  String choose(@PathVariable UUID id, @RequestParam Map<String, String> posted, Locale locale, Model model, HttpServletResponse response) {
    return attempt(
        id,
        posted,
        locale,
        model,
        response,
        () -> {
          posted.forEach(
              (field, choice) -> {
                if (field.startsWith("choice.") && !choice.isBlank()) {
                  migrations.choose(id, field.substring("choice.".length()), LEAVE.equals(choice) ? null : choice);
                }
              });
          migrations.tryOut(id, AT_ONCE);
          return "redirect:/workbench/migrations/" + id;
        });
  }

  @PostMapping("/{id}/again")
  String again(@PathVariable UUID id, @RequestParam Map<String, String> posted, Locale locale, Model model, HttpServletResponse response) {
    return attempt(
        id,
        posted,
        locale,
        model,
        response,
        () -> {
          migrations.tryAgain(id);
          migrations.tryOut(id, AT_ONCE);
          return "redirect:/workbench/migrations/" + id;
        });
  }

  @PostMapping("/{id}/drop")
  String drop(@PathVariable UUID id, @RequestParam Map<String, String> posted, Locale locale, Model model, HttpServletResponse response) {
    return attempt(
        id,
        posted,
        locale,
        model,
        response,
        () -> {
          migrations.drop(id);
          return "redirect:/workbench/changes";
        });
  }

  @PostMapping("/{id}/propose")
  String propose(@PathVariable UUID id, @RequestParam Map<String, String> posted, Locale locale, Model model, HttpServletResponse response) {
    return attempt(
        id,
        posted,
        locale,
        model,
        response,
        () -> {
          var language = Language.of(locale);
          var migration = migrations.get(id);
          String title =
              words.say(
                  language,
                  migration.backOf() == null ? "change.move.title" : "change.move.titleBack",
                  migration.count(Moving.State.MOVES),
                  String.join(", ", migration.legs().stream().map(migrations::nameOfProcess).toList()));
          String reference =
              proposing.proposeMove(id, title, posted.get("reason"), ChangeWords.day(posted, "effectiveFrom"));
          return "redirect:/workbench/changes/" + reference + "?proposed";
        });
  }

  private String attempt(
      UUID id,
      Map<String, String> posted,
      Locale locale,
      Model model,
      HttpServletResponse response,
      java.util.function.Supplier<String> work) {
    try {
      return work.get();
    } catch (InvalidInput e) {
      response.setStatus(HttpStatus.BAD_REQUEST.value());
      return page(id, words.errors(Language.of(locale), e), posted, Language.of(locale), model);
    }
  }

  /**
   * Where a plan begins: from a change, from a process, or from a move that is taken back.
   */
  record Asked(String change, String process, String scheme, UUID back) {

    static Asked of(Map<String, String> asked) {
      return new Asked(
          blank(asked.get("change")),
          blank(asked.get("process")),
          blank(asked.get("scheme")),
          id(asked.get("back")));
    }

    private static UUID id(String text) {
      try {
        return blank(text) == null ? null : UUID.fromString(text);
      } catch (IllegalArgumentException e) {
        throw new NullValueException("No such move", e);
      }
    }

    private static String blank(String text) {
      return text == null || text.isBlank() ? null : text;
    }
  }

  /** One version and the one that it moves to. */
  record LegRow(
      int at,
      String title,
      String process,
      int fromVersion,
      int toVersion,
      String from,
      String to,
      List<String> standing,
      List<VanishedRow> vanished,
      List<String> added,
      String marksBefore,
      String marksAfter) {}

  /** A step that the new version lacks. */
  record VanishedRow(String field, String name, int many, Map<String, String> options, String value) {}

  /** A running process on a page. */
  record Traveller(
      String instanceId, String subject, String process, String steps, String problem, Map<String, String> options) {}
}
