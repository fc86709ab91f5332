package org.fingerpost.rights;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.fingerpost.platform.InvalidInput;
import org.fingerpost.platform.Language;
import org.fingerpost.platform.Staff;
import org.fingerpost.platform.Words;
import org.fingerpost.platform.WrittenDate;
import org.fingerpost.rights.Retention.KeptBecause;
import org.fingerpost.rights.Retention.Proposal;
import org.fingerpost.scheme.Schemes;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.bind.annotation.PathVariable;

/** Records whose time is over: a first person confirms or keeps, a second disposes. By reference only. */
@Controller
@RequestMapping("/rights/retention")
class RetentionController {

  private final Retention retention;
  private final Holds holds;
  private final Requests requests;
  private final Schemes schemes;
  private final Staff staff;
  private final Words words;

  RetentionController(Retention retention, Holds holds, Requests requests, Schemes schemes, Staff staff, Words words) {
    this.retention = retention;
    this.holds = holds;
    this.requests = requests;
    this.schemes = schemes;
    this.staff = staff;
    this.words = words;
  }

  @ModelAttribute
  void leaveNothingBehind(HttpServletResponse response) {
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
  }

  @GetMapping
  String list(
      @RequestParam(required = false) Integer confirmed,
      @RequestParam(required = false) Integer kept,
      @RequestParam(required = false) Integer gone,
      @RequestParam(required = false) Integer stayed,
      Locale locale,
      Model model) {
    var language = Language.of(locale);
    if (confirmed != null) {
      model.addAttribute("done", words.say(language, "rights.retention.done.confirmed", confirmed));
    } else if (kept != null) {
      model.addAttribute("done", words.say(language, "rights.retention.done.kept", kept));
    } else if (gone != null) {
      model.addAttribute("done", words.say(language, "rights.retention.done.gone", gone, stayed == null ? 0 : stayed));
    }
    return page(Map.of(), Map.of(), locale, model);
  }

  private String page(Map<String, String> typed, Map<String, String> errors, Locale locale, Model model) {
    var language = Language.of(locale);
    var me = requests.me();
    var waiting = retention.waiting();
    model.addAttribute("errors", errors);
    model.addAttribute("typed", typed);
    model.addAttribute("proposed", shown(waiting.stream().filter(one -> one.state().equals("PROPOSED")).toList(), language));
    model.addAttribute("confirmed", shown(waiting.stream().filter(one -> one.state().equals("CONFIRMED")).toList(), language));
    model.addAttribute("keptOnes", shown(retention.kept(), language));
    model.addAttribute(
        "holds",
        holds.inForce(requests.mySchemes()).stream()
            .map(
                hold ->
                    new Held(
                        hold.references(),
                        schemes.find(hold.schemeId()).map(scheme -> scheme.name().in(language)).orElse(hold.schemeId()),
                        words.say(language, "rights.kept-because." + hold.because()),
                        WrittenDate.of(hold.until(), language)))
            .toList());
    model.addAttribute("mayDispose", me.holds(Staff.RECORDS_OFFICERS));
    model.addAttribute("me", me.userId());
    var because = new LinkedHashMap<String, String>();
    for (KeptBecause one : KeptBecause.values()) {
      because.put(one.name(), words.say(language, "rights.kept-because." + one.name()));
    }
    model.addAttribute("reasons", because);
    return "rights/retention";
  }

  @PostMapping("/{step:confirm|keep|dispose}")
  String step(
      @PathVariable String step,
      @RequestParam(name = "proposals", defaultValue = "") List<String> chosen,
      @RequestParam Map<String, String> typed,
      Locale locale,
      Model model,
      HttpServletResponse response) {
    var ids = chosen.stream().filter(id -> id.matches("[0-9a-f-]{36}")).map(UUID::fromString).toList();
    try {
      return switch (step) {
        case "confirm" -> "redirect:/rights/retention?confirmed=" + retention.confirm(ids);
        case "keep" ->
            "redirect:/rights/retention?kept="
                + retention.keep(
                    ids,
                    Arrays.stream(KeptBecause.values()).filter(one -> one.name().equals(typed.get("because"))).findFirst().orElse(null),
                    RightsController.day(typed, "until"));
        case "dispose" -> {
          var done = retention.dispose(ids);
          yield "redirect:/rights/retention?gone=" + done.gone() + "&stayed=" + done.stayed();
        }
        default -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
      };
    } catch (InvalidInput e) {
      response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
      var errors = new LinkedHashMap<String, String>();
      e.problems().forEach(problem -> errors.put(problem.field(), words.say(Language.of(locale), problem.messageKey())));
      return page(typed, errors, locale, model);
    }
  }

  private List<Shown> shown(List<Proposal> proposals, Language language) {
    return proposals.stream()
        .map(
            one ->
                new Shown(
                    one.proposalId().toString(),
                    one.subjectId(),
                    schemes.find(one.schemeId()).map(scheme -> scheme.name().in(language)).orElse(one.schemeId()),
                    words.say(language, "rights.record-class." + one.recordClass()),
                    WrittenDate.of(one.countedFrom(), language),
                    WrittenDate.of(one.overOn(), language),
                    one.confirmedBy(),
                    one.confirmedBy() == null
                        ? null
                        : staff.find(one.confirmedBy()).map(Staff.Member::displayName).orElse(one.confirmedBy()),
                    one.keptBecause() == null ? null : words.say(language, "rights.kept-because." + one.keptBecause()),
                    one.keepUntil() == null ? null : WrittenDate.of(one.keepUntil(), language)))
        .toList();
  }

  /** A record on hold, in words. */
  record Held(List<String> references, String scheme, String because, String until) {}

  /** A proposal in words. */
  record Shown(
      String id,
      String subject,
      String scheme,
      String recordClass,
      String countedFrom,
      String overOn,
      String confirmedById,
      String confirmedBy,
      String keptBecause,
      String keepUntil) {}
}
