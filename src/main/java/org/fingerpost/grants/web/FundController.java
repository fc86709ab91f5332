package org.fingerpost.grants.web;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.fingerpost.grants.GrantFund;
import org.fingerpost.grants.GrantSeen;
import org.fingerpost.grants.Grants;
import org.fingerpost.grants.PanelScore;
import org.fingerpost.grants.Pounds;
import org.fingerpost.grants.ScoringGrant;
import org.fingerpost.grants.WithdrawingGrant;
import org.fingerpost.platform.CurrentActor;
import org.fingerpost.platform.KeptAnswers;
import org.fingerpost.platform.Language;
import org.fingerpost.platform.Staff;
import org.fingerpost.platform.Words;
import org.fingerpost.platform.WrittenDate;
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
import org.springframework.web.server.ResponseStatusException;

/**
 * The fund and the grants of a scheme, for its panel and its community officers. A scheme without grants, and another scheme's, is
 * not found.
 */
@Controller
@RequestMapping("/grants/fund")
class FundController {

  private final Grants grants;
  private final GrantFund fund;
  private final ScoringGrant scoring;
  private final WithdrawingGrant withdrawing;
  private final KeptAnswers kept;
  private final Schemes schemes;
  private final Staff staff;
  private final CurrentActor currentActor;
  private final Words words;
  private final Clock clock;

  FundController(
      Grants grants,
      GrantFund fund,
      ScoringGrant scoring,
      WithdrawingGrant withdrawing,
      KeptAnswers kept,
      Schemes schemes,
      Staff staff,
      CurrentActor currentActor,
      Words words,
      Clock clock) {
    this.grants = grants;
    this.fund = fund;
    this.scoring = scoring;
    this.withdrawing = withdrawing;
    this.kept = kept;
    this.schemes = schemes;
    this.staff = staff;
    this.currentActor = currentActor;
    this.words = words;
    this.clock = clock;
  }

  /** What is read here must not stay behind in a browser. */
  @ModelAttribute
  void leaveNothingBehind(jakarta.servlet.http.HttpServletResponse response) {
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
  }

  @GetMapping
  String fund(Locale locale, Model model) {
    var language = Language.of(locale);
    var where = schemes.get(schemeOfMine());
    model.addAttribute("schemeName", where.name().in(language));
    if (where.grants() == null) {
      return "grants/none";
    }
    String scheme = where.id();
    var standing = fund.of(scheme, fund.thisYear());
    model.addAttribute("year", Integer.toString(standing.year()));
    model.addAttribute("total", Pounds.written(standing.total()));
    model.addAttribute("reserved", Pounds.written(standing.reserved()));
    model.addAttribute("spent", Pounds.written(standing.spent()));
    model.addAttribute("balance", Pounds.written(standing.balance()));
    model.addAttribute("grants", grants.inScheme(scheme).stream().map(grant -> row(grant, language)).toList());
    return "grants/fund";
  }

  private Row row(GrantSeen grant, Language language) {
    return new Row(
        grant.reference(),
        grant.organisationName(),
        grant.title(),
        Pounds.written(grant.asked()),
        grant.awarded() == null ? "" : Pounds.written(grant.awarded()),
        words.say(language, "grant-state." + grant.state()),
        WrittenDate.of(day(grant.appliedAt()), language));
  }

  /** Cells that a spreadsheet would calculate are made plain text by an apostrophe. */
  @GetMapping(path = "/list.csv")
  ResponseEntity<byte[]> csv(Locale locale) {
    String scheme = ownScheme();
    var language = Language.of(locale);
    var text = new StringWriter();
    try (var printer = new CSVPrinter(text, CSVFormat.RFC4180)) {
      for (String column :
          List.of("reference", "group", "project", "asked", "awarded", "state", "applied", "decided", "paid", "report")) {
        printer.print(words.say(language, "grants.fund.column." + column));
      }
      printer.println();
      for (GrantSeen grant : grants.exported(scheme)) {
        printer.printRecord(
            grant.reference(),
            plain(grant.organisationName()),
            plain(grant.title()),
            pounds(grant.asked()),
            grant.awarded() == null ? "" : pounds(grant.awarded()),
            words.say(language, "grant-state." + grant.state()),
            day(grant.appliedAt()),
            grant.decidedAt() == null ? "" : day(grant.decidedAt()),
            grant.paidOn(),
            grant.reportDueOn());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return ResponseEntity.ok()
        .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename("grants-" + scheme + ".csv").build().toString())
        .body(text.toString().getBytes(StandardCharsets.UTF_8));
  }

  static String plain(String text) {
    return text.matches("(?s)[=+\\-@\\t\\r].*") ? "'" + text : text;
  }

  private static String pounds(long pence) {
    return pence / 100 + "." + String.format(Locale.ROOT, "%02d", pence % 100);
  }

  @GetMapping("/{reference}")
  String look(@PathVariable String reference, Locale locale, Model model) {
    var grant = own(reference);
    var language = Language.of(locale);
    model.addAttribute("grant", grant);
    model.addAttribute("row", row(grant, language));
    model.addAttribute(
        "areas",
        grant.areas().stream()
            .map(code -> schemes.get(grant.schemeId()).area(code).map(area -> area.name().in(language)).orElse(code))
            .collect(Collectors.joining(", ")));
    model.addAttribute("confirmed", by(language, "grant-outcome.", grant.outcome(), grant.outcomeBy()));
    model.addAttribute("decided", by(language, "grants.decision.", grant.decision(), grant.decidedBy()));
    model.addAttribute("paidDay", grant.paidOn() == null ? null : WrittenDate.of(grant.paidOn(), language));
    model.addAttribute("reportDay", grant.reportDueOn() == null ? null : WrittenDate.of(grant.reportDueOn(), language));
    model.addAttribute(
        "scores",
        scoring.scores(reference, me()).stream()
            .filter(PanelScore::scored)
            .map(score -> new Score(name(score.member()), points(score, language), score.comment()))
            .toList());
    model.addAttribute(
        "explained",
        kept.of("grant", reference).stream()
            .map(
                answer ->
                    words.say(
                        language,
                        "grants.seen.explained",
                        answer.answer().decisionKey(),
                        Integer.toString(answer.answer().version()),
                        String.join(", ", answer.answer().ruleIds())))
            .toList());
    model.addAttribute("mayWithdraw", officer() && grant.state().withdrawable());
    return "grants/seen";
  }

  private String points(PanelScore score, Language language) {
    return score.points().entrySet().stream()
        .map(point -> words.say(language, "grants.criterion." + point.getKey()) + " " + point.getValue())
        .collect(Collectors.joining(", "));
  }

  @PostMapping("/{reference}/withdraw")
  String withdraw(@PathVariable String reference) {
    own(reference);
    if (!officer()) {
      throw new ResponseStatusException(HttpStatus.FORBIDDEN);
    }
    boolean done = withdrawing.byOfficer(reference);
    return "redirect:/grants/fund/" + reference + (done ? "?withdrawn" : "?tooLate");
  }

  private GrantSeen own(String reference) {
    return grants.look(reference, ownScheme()).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  private String schemeOfMine() {
    return staff
        .find(me())
        .map(Staff.Member::schemeId)
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.FORBIDDEN));
  }

  private String ownScheme() {
    String scheme = schemeOfMine();
    if (schemes.get(scheme).grants() == null) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
    return scheme;
  }

  private boolean officer() {
    return staff.find(me()).filter(member -> member.holds(Staff.COMMUNITY_OFFICERS)).isPresent();
  }

  /** What somebody decided, and who; {@code null} where nobody did. */
  private String by(Language language, String prefix, Enum<?> what, String userId) {
    return userId == null || what == null
        ? null
        : words.say(language, "grants.seen.by", words.say(language, prefix + what.name()), name(userId));
  }

  private String name(String userId) {
    return userId == null ? null : staff.find(userId).map(Staff.Member::displayName).orElse(userId);
  }

  private LocalDate day(Instant at) {
    return LocalDate.ofInstant(at, clock.getZone());
  }

  private String me() {
    return currentActor.get().id();
  }

  /** A grant in words. */
  record Row(
      String reference, String group, String project, String asked, String awarded, String state, String appliedOn) {

    @Override
    public String toString() {
      return "Row[" + reference + "]";
    }
  }

  /** A score in words. */
  record Score(String member, String points, String comment) {

    @Override
    public String toString() {
      return "Score";
    }
  }
}
