package org.fingerpost.audit.proof;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.fingerpost.audit.proof.ChecksOfTheLog.Check;
import org.fingerpost.audit.proof.LogCheck.Finding;
import org.fingerpost.audit.proof.Packs.Pack;
import org.fingerpost.audit.proof.PackWanted.Kind;
import org.fingerpost.audit.proof.PackWanted.Purpose;
import org.fingerpost.platform.Language;
import org.fingerpost.platform.Words;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** What an auditor can do to prove the audit trail: read how it stands, have it checked, have a pack of evidence made. */
@Controller
class ProofPages {

  private static final ZoneId LONDON = ZoneId.of("Europe/London");
  private static final int CHECKS_SHOWN = 10;
  private static final int PACKS_SHOWN = 50;

  private final Sequencer sequencer;
  private final LogState state;
  private final LogHealth health;
  private final LogKeys keys;
  private final KeptHeads kept;
  private final ChecksOfTheLog checks;
  private final Packs packs;
  private final Words words;
  private final Clock clock;

  ProofPages(
      Sequencer sequencer,
      LogState state,
      LogHealth health,
      LogKeys keys,
      KeptHeads kept,
      ChecksOfTheLog checks,
      Packs packs,
      Words words,
      Clock clock) {
    this.sequencer = sequencer;
    this.state = state;
    this.health = health;
    this.keys = keys;
    this.kept = kept;
    this.checks = checks;
    this.packs = packs;
    this.words = words;
    this.clock = clock;
  }

  @GetMapping("/audit/proof")
  String proof(Locale locale, Model model, HttpServletResponse response) {
    var language = Language.of(locale);
    var head = sequencer.last().map(Sequencer.LastHead::head);
    var waiting = sequencer.stillWaiting();
    model.addAttribute("head", head.orElse(null));
    model.addAttribute("signedAt", head.map(last -> moment(last.time(), language)).orElse(null));
    model.addAttribute("waiting", waiting.entries());
    model.addAttribute("catchingUp", state.isCatchingUp());
    model.addAttribute("trouble", trouble(language));
    var known = keys.all().stream().map(Object::toString).toList();
    model.addAttribute("keys", known);
    model.addAttribute("key", known.isEmpty() ? "…" : known.get(0));
    var shown = checks.checks(CHECKS_SHOWN).stream().map(check -> told(check, language)).toList();
    model.addAttribute("checks", shown);
    boolean running = !shown.isEmpty() && shown.get(0).running();
    model.addAttribute("running", running);
    model.addAttribute("percent", checks.percent());
    if (running) {
      lookAgain(response, 2);
    }
    return "audit/proof";
  }

  private String trouble(Language language) {
    if (state.trouble() != null) {
      return words.say(language, "proof.trouble." + state.trouble());
    }
    return health.isLate() ? words.say(language, "proof.trouble.LATE") : null;
  }

  @PostMapping("/audit/proof/check")
  String check() {
    checks.start();
    return "redirect:/audit/proof#check";
  }

  /** The last head as it was signed: to be kept by an auditor, and given to the next check with {@code --since}. */
  @GetMapping("/audit/proof/head")
  ResponseEntity<String> head() {
    return sequencer
        .last()
        .map(last -> text("fingerpost-head-" + last.size() + ".txt", last.head().note()))
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  @GetMapping("/audit/proof/keys")
  ResponseEntity<String> keys() {
    return text("fingerpost-keys.txt", String.join("\n", keys.all().stream().map(Object::toString).toList()) + "\n");
  }

  private static ResponseEntity<String> text(String name, String text) {
    return ResponseEntity.ok()
        .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename(name).build().toString())
        .contentType(MediaType.parseMediaType("text/plain;charset=UTF-8"))
        .body(text);
  }

  @GetMapping("/audit/packs")
  String packs(@RequestParam(required = false) String kind, @RequestParam(required = false) String about, Locale locale, Model model, HttpServletResponse response) {
    var wanted = new LinkedHashMap<String, String>();
    wanted.put("kind", kind == null ? "CASE" : kind);
    wanted.put("about", about);
    return packs(wanted, Map.of(), locale, model, response);
  }

  /** The browser asks again by itself, also without scripts. */
  private static void lookAgain(HttpServletResponse response, int seconds) {
    response.setHeader("Refresh", String.valueOf(seconds));
  }

  private String packs(
      Map<String, String> typed, Map<String, String> errors, Locale locale, Model model, HttpServletResponse response) {
    var language = Language.of(locale);
    var mine = packs.mine(PACKS_SHOWN).stream().map(pack -> told(pack, language)).toList();
    model.addAttribute("typed", typed);
    model.addAttribute("errors", errors);
    model.addAttribute("kinds", labels(language, "proof.kind.", List.of(Kind.values())));
    model.addAttribute("kindHints", labels(language, "proof.kind-hint.", List.of(Kind.values())));
    model.addAttribute("purposes", labels(language, "proof.purpose.", List.of(Purpose.values())));
    model.addAttribute("packs", mine);
    // Whoever is just typing into the form keeps what they typed.
    if (response != null && mine.stream().anyMatch(pack -> pack.status().equals("MAKING"))) {
      lookAgain(response, 4);
    }
    return "audit/packs";
  }

  private Map<String, String> labels(Language language, String prefix, List<? extends Enum<?>> codes) {
    var labels = new LinkedHashMap<String, String>();
    codes.forEach(code -> labels.put(code.name(), words.say(language, prefix + code.name())));
    return labels;
  }

  @PostMapping("/audit/packs")
  String order(@RequestParam Map<String, String> typed, Locale locale, Model model) {
    var wanted =
        new PackWanted(
                code(Kind.class, typed.get("kind")),
                typed.get("about"),
                day(typed.get("from")),
                day(typed.get("to")),
                code(Purpose.class, typed.get("purpose")),
                typed.get("reason"))
            .tidied();
    var problems = wanted.problems(LocalDate.ofInstant(clock.instant(), LONDON));
    if (!problems.isEmpty()) {
      var errors = new LinkedHashMap<String, String>();
      problems.forEach((field, key) -> errors.put(field, words.say(Language.of(locale), key)));
      return packs(typed, errors, locale, model, null);
    }
    packs.order(wanted);
    return "redirect:/audit/packs#packs";
  }

  private static <T extends Enum<T>> T code(Class<T> type, String text) {
    for (var code : type.getEnumConstants()) {
      if (code.name().equals(text)) {
        return code;
      }
    }
    return null;
  }

  private static LocalDate day(String text) {
    try {
      return text == null || text.isBlank() ? null : LocalDate.parse(text.strip());
    } catch (DateTimeParseException e) {
      return null;
    }
  }

  @GetMapping("/audit/packs/{id}")
  ResponseEntity<Resource> pack(@PathVariable UUID id) throws IOException {
    var file = packs.taken(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    var name = "evidence-" + id.toString().substring(0, 8) + ".zip";
    return ResponseEntity.ok()
        .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename(name).build().toString())
        .contentType(MediaType.parseMediaType("application/zip"))
        .contentLength(Files.size(file))
        .body(new FileSystemResource(file));
  }

  // ---- in words

  /**
   * A check in words.
   *
   * @param findings a sentence each
   */
  record Told(String when, String who, String result, boolean running, boolean unaltered, boolean altered, String extent, List<String> findings) {}

  private Told told(Check check, Language language) {
    return new Told(
        moment(check.startedAt(), language),
        check.askedBy(),
        words.say(language, "proof.result." + check.result()),
        check.isRunning(),
        check.result().equals("UNALTERED"),
        check.result().equals("ALTERED"),
        check.size() == 0 ? null : words.say(language, "proof.check.extent", check.size(), check.seals(), check.deployments()),
        check.findings().stream().map(finding -> told(finding, language)).toList());
  }

  private String told(Finding finding, Language language) {
    var args = new ArrayList<Object>();
    args.add(finding.entry() == null ? "–" : String.valueOf(finding.entry()));
    args.addAll(finding.args());
    return words.say(language, "proof.finding." + finding.kind(), args.toArray());
  }

  record ToldPack(
      UUID id, String what, String reason, String when, String until, String status, String statusText, String failed, String size, String sha256) {}

  private ToldPack told(Pack pack, Language language) {
    var kind = words.say(language, "proof.kind." + pack.kind());
    var what =
        pack.about() != null
            ? kind + " " + pack.about()
            : pack.from() != null ? kind + " " + day(pack.from(), language) + " – " + day(pack.to(), language) : kind;
    return new ToldPack(
        pack.id(),
        what,
        pack.reason(),
        moment(pack.askedAt(), language),
        day(LocalDate.ofInstant(pack.expiresAt(), LONDON), language),
        pack.status(),
        words.say(language, "proof.pack.status." + pack.status()),
        pack.failed() == null ? null : words.say(language, "proof.pack.failed." + pack.failed()),
        words.say(language, "proof.pack.size", pack.entries(), Math.max(1, pack.bytes() / 1024)),
        pack.sha256());
  }

  private static String moment(Instant instant, Language language) {
    return instant == null ? "–" : DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm:ss", language.locale()).format(instant.atZone(LONDON));
  }

  private static String day(LocalDate day, Language language) {
    return DateTimeFormatter.ofPattern("d MMMM uuuu", language.locale()).format(day);
  }
}
