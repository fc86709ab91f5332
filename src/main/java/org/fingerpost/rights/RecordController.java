package org.fingerpost.rights;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.fingerpost.platform.InvalidInput;
import org.fingerpost.platform.Language;
import org.fingerpost.platform.Staff;
import org.fingerpost.platform.Words;
import org.fingerpost.platform.WrittenDate;
import org.fingerpost.rights.Holds.Hold;
import org.fingerpost.rights.Holds.Lifting;
import org.fingerpost.rights.Retention.KeptBecause;
import org.fingerpost.scheme.Schemes;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** One record, by the reference of a referral or of a group's file: what was asked about it, and whether it is on hold. */
@Controller
@RequestMapping("/rights/records/{reference:[A-Z]{2}-[0-9A-Z]{4}-[0-9A-Z]{4}}")
class RecordController {

  private final Requests requests;
  private final Records records;
  private final Holds holds;
  private final Schemes schemes;
  private final Staff staff;
  private final Words words;
  private final TransactionTemplate transaction;

  RecordController(
      Requests requests, Records records, Holds holds, Schemes schemes, Staff staff, Words words, TransactionTemplate transaction) {
    this.requests = requests;
    this.records = records;
    this.holds = holds;
    this.schemes = schemes;
    this.staff = staff;
    this.words = words;
    this.transaction = transaction;
  }

  @ModelAttribute
  void leaveNothingBehind(HttpServletResponse response) {
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
  }

  @GetMapping
  String record(
      @PathVariable String reference, @RequestParam(required = false) String done, Locale locale, Model model) {
    if (List.of("held", "lifted").contains(String.valueOf(done))) {
      model.addAttribute("done", words.say(Language.of(locale), "rights.hold.done." + done));
    }
    return page(reference, Map.of(), Map.of(), locale, model);
  }

  @PostMapping("/{step:hold|lift}")
  String step(
      @PathVariable String reference,
      @PathVariable String step,
      @RequestParam Map<String, String> typed,
      Locale locale,
      Model model,
      HttpServletResponse response) {
    var record = known(reference);
    try {
      transaction.executeWithoutResult(
          status -> {
            if (step.equals("hold")) {
              holds.put(record.schemeId(), record.subject(), code(KeptBecause.values(), typed.get("because")), RightsController.day(typed, "until"));
            } else {
              var because = code(Lifting.values(), typed.get("lifting"));
              if (because == null) {
                throw new InvalidInput("lifting", "rights.hold.lift.because");
              }
              holds.lift(record.schemeId(), record.subject(), because);
            }
          });
      return "redirect:/rights/records/" + reference + "?done=" + (step.equals("hold") ? "held" : "lifted");
    } catch (InvalidInput e) {
      response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
      var errors = new LinkedHashMap<String, String>();
      e.problems().forEach(problem -> errors.put(problem.field(), words.say(Language.of(locale), problem.messageKey())));
      return page(reference, typed, errors, locale, model);
    }
  }

  private String page(String reference, Map<String, String> typed, Map<String, String> errors, Locale locale, Model model) {
    var language = Language.of(locale);
    var record = requests.lookAt(reference).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    model.addAttribute("errors", errors);
    model.addAttribute("typed", typed);
    model.addAttribute("recordReference", reference);
    model.addAttribute("scheme", schemes.get(record.schemeId()).name().in(language));
    model.addAttribute("ofContact", record.subject().about() == Holding.About.CONTACT);
    model.addAttribute("people", record.candidates());
    model.addAttribute("born", record.candidates().stream().map(Records.Candidate::born).filter(java.util.Objects::nonNull).findFirst().map(day -> WrittenDate.of(day, language)).orElse(null));
    model.addAttribute(
        "requests",
        requests.about(record.subject()).stream()
            .map(one -> new Asked(one.reference(), words.say(language, "rights.kind." + one.kind()), words.say(language, "rights.state." + one.state())))
            .toList());
    model.addAttribute("hold", holds.of(record.subject()).map(hold -> shown(hold, language)).orElse(null));
    model.addAttribute("reasons", options("rights.kept-because.", KeptBecause.values(), language));
    model.addAttribute("liftings", options("rights.hold-lifting.", Lifting.values(), language));
    return "rights/record";
  }

  private Requests.Record known(String reference) {
    return requests.record(reference).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  private String shown(Hold hold, Language language) {
    return words.say(
        language,
        "rights.hold.on",
        WrittenDate.of(hold.since(), language),
        WrittenDate.of(hold.until(), language),
        words.say(language, "rights.kept-because." + hold.because()),
        staff.find(hold.setBy()).map(Staff.Member::displayName).orElse(hold.setBy()));
  }

  private <E extends Enum<E>> Map<String, String> options(String prefix, E[] codes, Language language) {
    var options = new LinkedHashMap<String, String>();
    for (E code : codes) {
      options.put(code.name(), words.say(language, prefix + code.name()));
    }
    return options;
  }

  private static <E extends Enum<E>> E code(E[] codes, String typed) {
    return Arrays.stream(codes).filter(one -> one.name().equals(typed)).findFirst().orElse(null);
  }

  /** A request about the record, in words. */
  record Asked(String number, String kind, String state) {}
}
