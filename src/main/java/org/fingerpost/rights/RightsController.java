package org.fingerpost.rights;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.fingerpost.platform.InvalidInput;
import org.fingerpost.platform.Language;
import org.fingerpost.platform.PersonCorrection;
import org.fingerpost.platform.Staff;
import org.fingerpost.platform.Words;
import org.fingerpost.platform.WrittenDate;
import org.fingerpost.rights.RightsRequest.AskedBy;
import org.fingerpost.rights.RightsRequest.Decision;
import org.fingerpost.rights.RightsRequest.Extension;
import org.fingerpost.rights.RightsRequest.Ground;
import org.fingerpost.rights.RightsRequest.IdentityHow;
import org.fingerpost.rights.RightsRequest.Kind;
import org.fingerpost.rights.RightsRequest.State;
import org.fingerpost.scheme.Schemes;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/**
 * The pages of requests about data. A request of another scheme is not found, as if there were none; and nothing of a person stands in
 * an address: looking for somebody is a POST.
 */
@Controller
@RequestMapping("/rights")
class RightsController {

  /** Fields of a person that hold codes, and where their words are. */
  private static final Map<PersonCorrection.Field, String> CODED =
      new EnumMap<>(
          Map.of(PersonCorrection.Field.SEX, "stated-sex.", PersonCorrection.Field.ETHNIC_CATEGORY, "ethnic-category."));

  private final Requests requests;
  private final Records records;
  private final Corrections corrections;
  private final Restrictions restrictions;
  private final Answers answers;
  private final Erasing erasing;
  private final Holds holds;
  private final Seen seen;
  private final OverdueRequests overdue;
  private final Schemes schemes;
  private final Staff staff;
  private final Words words;
  private final Clock clock;

  RightsController(
      Requests requests,
      Records records,
      Corrections corrections,
      Restrictions restrictions,
      Answers answers,
      Erasing erasing,
      Holds holds,
      Seen seen,
      OverdueRequests overdue,
      Schemes schemes,
      Staff staff,
      Words words,
      Clock clock) {
    this.requests = requests;
    this.records = records;
    this.corrections = corrections;
    this.restrictions = restrictions;
    this.answers = answers;
    this.erasing = erasing;
    this.holds = holds;
    this.seen = seen;
    this.overdue = overdue;
    this.schemes = schemes;
    this.staff = staff;
    this.words = words;
    this.clock = clock;
  }

  /** What is read here must not stay behind in a browser. */
  @ModelAttribute
  void leaveNothingBehind(HttpServletResponse response) {
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
  }

  // ---- the list, and finding somebody

  @GetMapping
  String list(Locale locale, Model model) {
    return list(Map.of(), Map.of(), locale, model);
  }

  private String list(Map<String, String> typed, Map<String, String> errors, Locale locale, Model model) {
    var language = Language.of(locale);
    model.addAttribute("typed", typed);
    model.addAttribute("errors", errors);
    model.addAttribute("overdue", overdue.of(requests.me(), language).orElse(null));
    model.addAttribute("open", requests.list(true).stream().map(one -> listed(one, language)).toList());
    model.addAttribute("closed", requests.list(false).stream().map(one -> listed(one, language)).toList());
    return "rights/list";
  }

  @PostMapping("/find")
  String find(@RequestParam Map<String, String> typed, Locale locale, Model model, HttpServletResponse response) {
    var language = Language.of(locale);
    String looked = text(typed, "wanted");
    String family = text(typed, "familyName");
    var born = day(typed, "born");
    var errors = new LinkedHashMap<String, String>();
    if (looked == null && family == null) {
      errors.put("wanted", words.say(language, "rights.find.needed"));
    } else if (looked != null && !looked.toUpperCase(Locale.ROOT).matches("[A-Z]{2}-[0-9A-Z]{4}-[0-9A-Z]{4}")) {
      errors.put("wanted", words.say(language, "rights.find.wanted"));
    } else if (looked == null && born == null) {
      errors.put("born", words.say(language, "rights.find.born"));
    }
    if (!errors.isEmpty()) {
      response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
      return list(typed, errors, locale, model);
    }
    var found = requests.candidates(looked == null ? null : looked.toUpperCase(Locale.ROOT), family, born);
    return found(found, Map.of(), Map.of(), locale, model);
  }

  private String found(
      List<Records.Candidate> found, Map<String, String> typed, Map<String, String> errors, Locale locale, Model model) {
    var language = Language.of(locale);
    boolean ofContact = found.stream().anyMatch(Records.Candidate::ofContact);
    model.addAttribute("errors", errors);
    model.addAttribute("typed", typed);
    model.addAttribute("found", found.stream().map(one -> shown(one, language)).toList());
    model.addAttribute("ofContact", ofContact);
    model.addAttribute("today", LocalDate.now(clock));
    model.addAttribute(
        "kinds",
        options("rights.kind.", ofContact ? List.of(Kind.ACCESS, Kind.ERASURE) : List.of(Kind.values()), language));
    model.addAttribute("askers", options("rights.asked-by.", List.of(AskedBy.values()), language));
    return "rights/found";
  }

  @PostMapping("/start")
  String start(
      @RequestParam Map<String, String> typed,
      @RequestParam(name = "records", defaultValue = "") List<String> chosen,
      @RequestParam(name = "shown", defaultValue = "") List<String> shown,
      Locale locale,
      Model model,
      HttpServletResponse response) {
    boolean ofContact = "true".equals(typed.get("ofContact"));
    try {
      var kind = code(Kind.class, typed, "kind", "rights.start.kind");
      var askedBy = code(AskedBy.class, typed, "askedBy", "rights.start.askedBy");
      return "redirect:/rights/"
          + requests.start(kind, ofContact, ids(chosen, ofContact), day(typed, "receivedOn"), askedBy, text(typed, "words"));
    } catch (InvalidInput e) {
      response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
      var again =
          records.of(
              new RightsRequest(
                  "", "", ofContact, Kind.ACCESS, null, null, null, null, null, null, State.OPEN, null, null, null, null, Set.of(), null,
                  null, null, null, ids(shown, ofContact)));
      var mine = again.stream().filter(one -> requests.mySchemes().contains(one.schemeId())).toList();
      return found(mine, typed, problems(e, Language.of(locale)), locale, model);
    }
  }

  // ---- one request

  @GetMapping("/{number}")
  String request(@PathVariable String number, Locale locale, Model model) {
    return page(number, Map.of(), Map.of(), locale, model);
  }

  @PostMapping("/{number}/{step}")
  String step(
      @PathVariable String number,
      @PathVariable String step,
      @RequestParam Map<String, String> typed,
      @RequestParam(name = "withheld", defaultValue = "") List<String> withheld,
      Locale locale,
      Model model,
      HttpServletResponse response) {
    known(number);
    try {
      take(number, step, typed, withheld);
      return "redirect:/rights/" + number;
    } catch (InvalidInput e) {
      response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
      return page(number, typed, problems(e, Language.of(locale)), locale, model);
    }
  }

  private void take(String number, String step, Map<String, String> typed, List<String> withheld) {
    switch (step) {
      case "identity" -> requests.identify(number, code(IdentityHow.class, typed, "how", "rights.identity.how"));
      case "extend" -> requests.extend(number, code(Extension.class, typed, "because", "rights.extend.because"));
      case "correct" ->
          corrections.correct(
              number, code(PersonCorrection.Field.class, typed, "field", "rights.correct.field"), typed.getOrDefault("value", ""));
      case "dispute" -> corrections.dispute(number, typed.getOrDefault("referral", ""), typed.get("note"));
      case "corrected" -> requests.corrected(number);
      case "restrict" -> requests.restrict(number, code(Restrictions.Ground.class, typed, "ground", "rights.restrict.ground"));
      case "lift" -> {
        var request = known(number);
        restrictions.lift(
            request, records.subject(request), code(Restrictions.Lifting.class, typed, "lifting", "rights.lift.because"));
      }
      case "end" -> requests.endOpen(number);
      case "propose" ->
          requests.propose(
              number,
              code(Decision.class, typed, "proposal", "rights.propose.proposal"),
              typed.get("reason"),
              withheld.stream().filter(key -> key.matches("[a-z_]+/[^\\s]{1,200}/[a-z_]+")).collect(java.util.stream.Collectors.toSet()));
      case "send-back" -> requests.sendBack(number);
      case "decide" ->
          requests.decide(
              number,
              code(Decision.class, typed, "decision", "rights.decide.decision"),
              text(typed, "ground") == null ? null : code(Ground.class, typed, "ground", "rights.decide.ground"));
      default -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
  }

  private String page(String number, Map<String, String> typed, Map<String, String> errors, Locale locale, Model model) {
    var language = Language.of(locale);
    var request = requests.look(number).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    var subject = records.subject(request);
    model.addAttribute("errors", errors);
    model.addAttribute("typed", typed);
    model.addAttribute("request", request);
    model.addAttribute("listed", listed(request, language));
    model.addAttribute("ofContact", request.ofContact());
    model.addAttribute("found", records.of(request).stream().map(one -> shown(one, language)).toList());
    model.addAttribute("identityHow", say("rights.identity-how.", request.identityHow(), language));
    model.addAttribute("identityOptions", options("rights.identity-how.", List.of(IdentityHow.values()), language));
    model.addAttribute("askedBy", say("rights.asked-by.", request.askedBy(), language));
    model.addAttribute("extensions", options("rights.extension.", List.of(Extension.values()), language));
    model.addAttribute(
        "mayExtend", request.open() && request.extendedBecause() == null && !request.overdueOn(LocalDate.now(clock)));
    model.addAttribute("mayDecide", requests.mayDecide(request));
    model.addAttribute("possible", options("rights.decision.", new TreeSet<>(request.possible()), language));
    model.addAttribute("proposable", options("rights.decision.", new TreeSet<>(request.proposable()), language));
    model.addAttribute("grounds", options("rights.ground.", List.of(Ground.values()), language));
    model.addAttribute("proposal", say("rights.decision.", request.proposal(), language));
    model.addAttribute("proposedBy", name(request.proposedBy()));
    model.addAttribute("decision", say("rights.decision.", request.decision(), language));
    model.addAttribute("decisionGround", say("rights.ground.", request.ground(), language));
    model.addAttribute("decidedBy", name(request.decidedBy()));
    model.addAttribute("hold", holds.of(subject).map(hold -> words.say(language, "rights.hold.is", WrittenDate.of(hold.until(), language), words.say(language, "rights.kept-because." + hold.because()))).orElse(null));
    model.addAttribute("restricted", restrictions.any(subject.people()));
    model.addAttribute("liftings", options("rights.lifting.", List.of(Restrictions.Lifting.values()), language));
    if (request.open()) {
      model.addAttribute(
          "underWay",
          erasing.underWay(subject).stream().map(process -> words.say(language, "audit.process." + process)).distinct().toList());
      model.addAttribute("restrictionGrounds", options("rights.restriction-ground.", List.of(Restrictions.Ground.values()), language));
      model.addAttribute("fields", options("rights.field.", List.of(PersonCorrection.Field.values()), language));
      model.addAttribute("fieldCodes", fieldCodes(language));
      model.addAttribute("referrals", subject.references().stream().collect(LinkedHashMap::new, (map, one) -> map.put(one, one), Map::putAll));
    }
    if (request.kind() == Kind.CORRECTION) {
      model.addAttribute(
          "corrected",
          corrections.of(number).stream()
              .map(
                  one ->
                      new Corrected(
                          words.say(language, "rights.field." + one.field()),
                          before(one, language),
                          WrittenDate.of(one.on(), language)))
              .toList());
    }
    if (request.kind() == Kind.ACCESS && request.open()) {
      model.addAttribute("toCheck", answers.toCheck(subject, language));
    }
    answers
        .fetchableUntil(number)
        .ifPresent(until -> model.addAttribute("fetchableUntil", WrittenDate.of(until, language)));
    return "rights/request";
  }

  @GetMapping("/{number}/answer-{language:en|cy}.zip")
  ResponseEntity<byte[]> answer(@PathVariable String number, @PathVariable String language) {
    var request = known(number);
    byte[] file =
        answers
            .fetch(request, records.subject(request), Language.of(language))
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    return ResponseEntity.ok()
        .contentType(MediaType.valueOf("application/zip"))
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename(number + "-" + language + ".zip").build().toString())
        .body(file);
  }

  // ---- who has seen a record

  @GetMapping("/{number}/seen")
  String seenOfRequest(@PathVariable String number, Locale locale, Model model) {
    var request = known(number);
    model.addAttribute("back", "/rights/" + number);
    return seen(number, records.subject(request), !request.ofContact(), locale, model);
  }

  /** For an auditor as well, who learns nothing of safeguarding here. */
  @GetMapping("/seen/{referral}")
  String seenOfReferral(@PathVariable String referral, Locale locale, Model model) {
    var subject =
        records
            .ofReferral(referral, requests.mySchemes())
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    model.addAttribute("back", requests.me().holds(Staff.AUDITORS) ? "/audit/referrals/" + referral : "/rights/records/" + referral);
    return seen(referral, subject, requests.me().holds(Staff.TEAM_LEADS), locale, model);
  }

  private String seen(String title, Subject subject, boolean withConcerns, Locale locale, Model model) {
    var language = Language.of(locale);
    model.addAttribute("of", title);
    model.addAttribute("looks", seen.looks(subject, language, withConcerns));
    model.addAttribute("told", seen.told(subject, language));
    return "rights/seen";
  }

  // ---- words

  private RightsRequest known(String number) {
    return requests.find(number).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  private Listed listed(RightsRequest request, Language language) {
    var today = LocalDate.now(clock);
    return new Listed(
        request.reference(),
        say("rights.kind.", request.kind(), language),
        schemes.get(request.schemeId()).name().in(language),
        WrittenDate.of(request.receivedOn(), language),
        WrittenDate.of(request.dueOn(), language),
        request.overdueOn(today),
        request.open() && !request.overdueOn(today) && request.dueOn().isBefore(today.plusDays(8)),
        say("rights.state.", request.state(), language),
        request.decidedAt() == null
            ? null
            : WrittenDate.of(LocalDate.ofInstant(request.decidedAt(), clock.getZone()), language));
  }

  private Shown shown(Records.Candidate one, Language language) {
    return new Shown(
        one.recordId(),
        one.name(),
        one.born() == null ? null : WrittenDate.of(one.born(), language),
        one.where(),
        one.references(),
        schemes.find(one.schemeId()).map(scheme -> scheme.name().in(language)).orElse(one.schemeId()),
        one.restricted());
  }

  private Map<String, String> problems(InvalidInput e, Language language) {
    var errors = new LinkedHashMap<String, String>();
    e.problems()
        .forEach(
            problem ->
                errors.put(
                    problem.field(),
                    words.say(
                        language,
                        problem.messageKey(),
                        problem.args().stream()
                            .map(arg -> processes(String.valueOf(arg), language))
                            .toArray())));
    return errors;
  }

  /** Processes that are still under way, by their ids, in words. */
  private String processes(String ids, Language language) {
    return Arrays.stream(ids.split(", "))
        .map(id -> words.say(language, "audit.process." + id))
        .collect(java.util.stream.Collectors.joining(", "));
  }

  private <E extends Enum<E>> Map<String, String> options(String prefix, Collection<E> codes, Language language) {
    var options = new LinkedHashMap<String, String>();
    codes.forEach(code -> options.put(code.name(), words.say(language, prefix + code.name())));
    return options;
  }

  /** The fields that take codes, by name, with the words of each code. */
  private Map<String, Map<String, String>> fieldCodes(Language language) {
    var fields = new LinkedHashMap<String, Map<String, String>>();
    CODED.forEach(
        (field, prefix) -> {
          var codes = new LinkedHashMap<String, String>();
          corrections.codes(field).forEach(code -> codes.put(code, words.say(language, prefix + code)));
          fields.put(words.say(language, "rights.field." + field), codes);
        });
    return fields;
  }

  private String before(Corrections.Correction one, Language language) {
    var field = PersonCorrection.Field.valueOf(one.field());
    if (one.before() != null && field == PersonCorrection.Field.DATE_OF_BIRTH) {
      return WrittenDate.of(LocalDate.parse(one.before()), language);
    }
    String prefix = CODED.get(field);
    return prefix == null ? one.before() : say(prefix, one.before(), language);
  }

  private String say(String prefix, Object code, Language language) {
    return code == null ? null : words.say(language, prefix + code);
  }

  private String name(String userId) {
    return userId == null ? null : staff.find(userId).map(Staff.Member::displayName).orElse(userId);
  }

  private static <E extends Enum<E>> E code(Class<E> type, Map<String, String> typed, String field, String problem) {
    return Arrays.stream(type.getEnumConstants())
        .filter(one -> one.name().equals(typed.get(field)))
        .findFirst()
        .orElseThrow(() -> new InvalidInput(field, problem));
  }

  private static List<String> ids(List<String> typed, boolean ofContact) {
    String shape = ofContact ? "[A-Z]{2}-[0-9A-Z]{4}-[0-9A-Z]{4}" : "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";
    return typed.stream().filter(id -> id.matches(shape)).distinct().limit(50).toList();
  }

  private static String text(Map<String, String> typed, String name) {
    String text = typed.get(name);
    return text == null || text.isBlank() ? null : text.strip().replace("\r\n", "\n");
  }

  static LocalDate day(Map<String, String> typed, String name) {
    try {
      return LocalDate.of(
          Integer.parseInt(typed.getOrDefault(name + "-year", "").strip()),
          Integer.parseInt(typed.getOrDefault(name + "-month", "").strip()),
          Integer.parseInt(typed.getOrDefault(name + "-day", "").strip()));
    } catch (NumberFormatException | DateTimeException e) {
      return null;
    }
  }

  /** A request in words, without anybody's name. */
  record Listed(
      String number,
      String kind,
      String scheme,
      String receivedOn,
      String dueOn,
      boolean overdue,
      boolean dueSoon,
      String state,
      String decidedOn) {}

  record Shown(String id, String name, String born, String where, String references, String scheme, boolean restricted) {

    @Override
    public String toString() {
      return "Shown[" + id + "]";
    }
  }

  record Corrected(String field, String before, String on) {

    @Override
    public String toString() {
      return "Corrected";
    }
  }
}
