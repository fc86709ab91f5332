package org.fingerpost.grants.web;

import jakarta.servlet.http.HttpServletResponse;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.fingerpost.grants.GrantSeen;
import org.fingerpost.grants.GrantState;
import org.fingerpost.grants.Grants;
import org.fingerpost.grants.PayingGrant;
import org.fingerpost.grants.Pounds;
import org.fingerpost.grants.ReportingGrant;
import org.fingerpost.grants.WithdrawingGrant;
import org.fingerpost.grants.WrittenReport;
import org.fingerpost.platform.InvalidInput;
import org.fingerpost.platform.Language;
import org.fingerpost.platform.Words;
import org.fingerpost.platform.WrittenDate;
import org.fingerpost.platform.web.PageErrors;
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

/**
 * A group's own page, by its link and without an account: where its application stands, the award letter and its terms, the report,
 * and taking the application back. Opening it changes nothing, because mail scanners open links too.
 */
@Controller
@RequestMapping("/grants/mine")
class MyGrantController {

  private static final Set<GrantState> REPORTS = Set.of(GrantState.PAID, GrantState.OVERDUE);

  private final Grants grants;
  private final PayingGrant paying;
  private final ReportingGrant reporting;
  private final WithdrawingGrant withdrawing;
  private final LetterPaper paper;
  private final Schemes schemes;
  private final Words words;

  MyGrantController(
      Grants grants,
      PayingGrant paying,
      ReportingGrant reporting,
      WithdrawingGrant withdrawing,
      LetterPaper paper,
      Schemes schemes,
      Words words) {
    this.grants = grants;
    this.paying = paying;
    this.reporting = reporting;
    this.withdrawing = withdrawing;
    this.paper = paper;
    this.schemes = schemes;
    this.words = words;
  }

  @ModelAttribute
  void keepToYourself(HttpServletResponse response) {
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    response.setHeader("Referrer-Policy", "no-referrer");
    response.setHeader("X-Robots-Tag", "noindex");
  }

  @GetMapping("/{token}")
  String look(
      @PathVariable String token,
      @RequestParam(required = false) String done,
      Locale locale,
      Model model,
      HttpServletResponse response) {
    model.addAttribute("done", done != null && Set.of("accepted", "declined", "reported", "withdrawn").contains(done) ? done : null);
    return page(token, Map.of(), Map.of(), locale, model, response);
  }

  private String page(
      String token,
      Map<String, String> typed,
      Map<String, String> errors,
      Locale locale,
      Model model,
      HttpServletResponse response) {
    var found = grants.byLink(token);
    if (found.isEmpty()) {
      return closed(response);
    }
    GrantSeen grant = found.get();
    var language = Language.of(locale);
    if (!errors.isEmpty()) {
      response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
    }
    model.addAttribute("errors", errors);
    model.addAttribute("typed", typed);
    model.addAttribute("token", token);
    model.addAttribute("grant", grant);
    model.addAttribute("schemeName", schemes.get(grant.schemeId()).name().in(language));
    model.addAttribute("asked", Pounds.written(grant.asked()));
    model.addAttribute("awarded", grant.awarded() == null ? null : Pounds.written(grant.awarded()));
    model.addAttribute("answerDay", written(grant.answerBy(), language));
    model.addAttribute("reportDay", grant.state() == GrantState.PAID ? written(grant.reportDueOn(), language) : null);
    model.addAttribute("months", schemes.get(grant.schemeId()).grants().monitoringMonths());
    model.addAttribute("accepts", grant.state() == GrantState.AWARDED);
    model.addAttribute("reports", REPORTS.contains(grant.state()));
    model.addAttribute("withdrawable", grant.state().withdrawable());
    var terms = new LinkedHashMap<String, String>();
    terms.put("YES", words.say(language, "grants.mine.terms.yes"));
    terms.put("NO", words.say(language, "grants.mine.terms.no"));
    model.addAttribute("termsOptions", terms);
    return "grants/mine";
  }

  private static String written(LocalDate day, Language language) {
    return day == null ? null : WrittenDate.of(day, language);
  }

  @PostMapping("/{token}/terms")
  String answerTerms(
      @PathVariable String token,
      @RequestParam(defaultValue = "") String accepted,
      Locale locale,
      Model model,
      HttpServletResponse response) {
    if (!Set.of("YES", "NO").contains(accepted)) {
      return page(token, Map.of(), error("accepted", "grants.mine.terms.required", locale), locale, model, response);
    }
    boolean yes = accepted.equals("YES");
    return paying.answerTerms(token, yes)
        ? "redirect:/grants/mine/" + token + "?done=" + (yes ? "accepted" : "declined")
        : closed(response);
  }

  @PostMapping("/{token}/report")
  String report(
      @PathVariable String token,
      @RequestParam Map<String, String> typed,
      Locale locale,
      Model model,
      HttpServletResponse response) {
    try {
      return reporting.send(token, read(typed)) ? "redirect:/grants/mine/" + token + "?done=reported" : closed(response);
    } catch (InvalidInput e) {
      return page(token, typed, PageErrors.of(e.problems(), words, Language.of(locale)), locale, model, response);
    }
  }

  private static WrittenReport read(Map<String, String> typed) {
    String learnt = text(typed, "learnt");
    return new WrittenReport(
        text(typed, "done"),
        text(typed, "changed"),
        learnt.isEmpty() ? null : learnt,
        people(text(typed, "people")),
        spent(text(typed, "spent")));
  }

  private static int people(String text) {
    if (!text.matches("[0-9]{1,6}")) {
      throw new InvalidInput("people", "grants.report.people.wrong");
    }
    return Integer.parseInt(text);
  }

  private static long spent(String text) {
    String amount = text.replaceAll("[£,\\s]", "");
    if (!amount.matches("[0-9]{1,7}(\\.[0-9]{1,2})?")) {
      throw new InvalidInput("spent", "grants.report.spent.required");
    }
    return new BigDecimal(amount).movePointRight(2).longValueExact();
  }

  private static String text(Map<String, String> typed, String field) {
    return typed.getOrDefault(field, "").strip().replace("\r\n", "\n");
  }

  @PostMapping("/{token}/withdraw")
  String withdraw(
      @PathVariable String token,
      @RequestParam(defaultValue = "false") boolean sure,
      Locale locale,
      Model model,
      HttpServletResponse response) {
    if (!sure) {
      return page(token, Map.of(), error("sure", "grants.mine.withdraw.required", locale), locale, model, response);
    }
    return withdrawing.byLink(token) ? "redirect:/grants/mine/" + token + "?done=withdrawn" : closed(response);
  }

  @GetMapping("/{token}/letter.pdf")
  ResponseEntity<byte[]> letter(@PathVariable String token) {
    return grants
        .byLink(token)
        .flatMap(grant -> grants.letter(grant.reference()))
        .map(
            letter ->
                ResponseEntity.ok()
                    .contentType(MediaType.APPLICATION_PDF)
                    .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(letter.reference() + ".pdf").build().toString())
                    .body(paper.print(letter)))
        .orElseGet(() -> ResponseEntity.notFound().build());
  }

  private Map<String, String> error(String field, String key, Locale locale) {
    return Map.of(field, words.say(Language.of(locale), key));
  }

  /** The one page of every link that does not work; it must not tell why. */
  private static String closed(HttpServletResponse response) {
    response.setStatus(HttpStatus.NOT_FOUND.value());
    return "grants/closed";
  }
}
