package org.fingerpost.directory.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.fingerpost.directory.Changes;
import org.fingerpost.directory.EntryValues;
import org.fingerpost.directory.ListingStatus;
import org.fingerpost.directory.Organisations;
import org.fingerpost.directory.OwnEntry;
import org.fingerpost.platform.InvalidInput;
import org.fingerpost.platform.Language;
import org.fingerpost.platform.Words;
import org.fingerpost.platform.WrittenDate;
import org.fingerpost.platform.web.PageErrors;
import org.fingerpost.scheme.Scheme;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The officers' page: what organisations have changed, and whose entry nobody has confirmed lately. */
@Controller
@RequestMapping("/directory/changes")
class ChangesController {

  private final Changes changes;
  private final Organisations organisations;
  private final OwnEntry ownEntry;
  private final EntryValues values;
  private final StaffSchemes staff;
  private final Words words;
  private final Clock clock;

  ChangesController(
      Changes changes,
      Organisations organisations,
      OwnEntry ownEntry,
      EntryValues values,
      StaffSchemes staff,
      Words words,
      Clock clock) {
    this.changes = changes;
    this.organisations = organisations;
    this.ownEntry = ownEntry;
    this.values = values;
    this.staff = staff;
    this.words = words;
    this.clock = clock;
  }

  /** One change in words. */
  record Line(
      String organisationId, String organisation, String activity, String field, String before, String after, String on, String by, boolean seen) {}

  /** One organisation and when its entry was said to be right. */
  record Kept(String organisationId, String name, String confirmed, boolean unconfirmed, boolean reachable) {}

  @GetMapping
  String list(@RequestParam(required = false) String scheme, Locale locale, Model model) {
    return page(staff.one(scheme), Language.of(locale), model);
  }

  private String page(Scheme scheme, Language language, Model model) {
    LocalDate aYearAgo = LocalDate.now(clock).minusYears(1);
    model.addAttribute("scheme", scheme.id());
    model.addAttribute("schemeName", scheme.name().in(language));
    model.addAttribute("schemes", names(language));
    List<Line> lines = changes.latest(scheme.id()).stream().map(change -> line(scheme, change, language)).toList();
    model.addAttribute("lines", lines);
    model.addAttribute("unseen", lines.stream().filter(line -> !line.seen()).count());
    model.addAttribute(
        "organisations",
        organisations.inScheme(scheme.id()).stream()
            .filter(one -> one.status() != ListingStatus.INACTIVE)
            .map(
                one ->
                    new Kept(
                        one.organisationId(),
                        one.name(),
                        WrittenDate.of(one.confirmedOn(), language),
                        !one.confirmedOn().isAfter(aYearAgo),
                        one.email() != null))
            .toList());
    return "directory/changes";
  }

  private Line line(Scheme scheme, Changes.Change change, Language language) {
    String nothing = words.say(language, "directory.nothing");
    String before = values.say(scheme, change.field(), change.before(), language);
    String after = values.say(scheme, change.field(), change.after(), language);
    return new Line(
        change.organisationId(),
        change.organisation(),
        change.activity(),
        words.say(language, "directory.field." + change.field()),
        before == null ? nothing : before,
        after == null ? nothing : after,
        WrittenDate.of(change.at().atZone(clock.getZone()).toLocalDate(), language),
        words.say(language, "directory.by." + change.byKind(), change.by()),
        change.seen());
  }

  private Map<String, String> names(Language language) {
    return staff.own().stream()
        .collect(Collectors.toMap(Scheme::id, one -> one.name().in(language), (a, b) -> a, LinkedHashMap::new));
  }

  @PostMapping("/seen")
  String seen(@RequestParam(required = false) String scheme, RedirectAttributes next) {
    var own = staff.one(scheme);
    changes.seen(own.id(), staff.userId());
    next.addFlashAttribute("done", "seen");
    next.addAttribute("scheme", own.id());
    return "redirect:/directory/changes";
  }

  /** Sends an organisation the link to its own entry. */
  @PostMapping("/link")
  String link(
      @RequestParam(required = false) String scheme,
      @RequestParam String organisation,
      Locale locale,
      Model model,
      RedirectAttributes next) {
    var own = staff.one(scheme);
    if (organisations.get(own.id(), organisation).isEmpty()) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
    try {
      ownEntry.send(own.id(), organisation);
    } catch (InvalidInput e) {
      model.addAttribute(PageErrors.ATTRIBUTE, PageErrors.of(e.problems(), words, Language.of(locale)));
      return page(own, Language.of(locale), model);
    }
    next.addFlashAttribute("done", "sent");
    next.addAttribute("scheme", own.id());
    return "redirect:/directory/changes";
  }
}
