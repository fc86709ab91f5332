package org.fingerpost.conversation.web;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.fingerpost.conversation.PlanCompleteness;
import org.fingerpost.conversation.Plans;
import org.fingerpost.conversation.SharingPlan;
import org.fingerpost.platform.CurrentActor;
import org.fingerpost.platform.InvalidInput;
import org.fingerpost.platform.Language;
import org.fingerpost.platform.Staff;
import org.fingerpost.platform.Words;
import org.fingerpost.platform.WrittenDate;
import org.fingerpost.platform.web.PageErrors;
import org.fingerpost.referral.ReferralSummary;
import org.fingerpost.referral.Referrals;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * A person's plan for the link workers and team leads of their scheme: to read, to print, to see what it lacks, and to send to the
 * person. A plan of another scheme is not found, whoever asks; every look is recorded.
 */
@Controller
@RequestMapping("/plan")
class PlanPages {

  private final Plans plans;
  private final SharingPlan sharing;
  private final PlanPaper paper;
  private final Referrals referrals;
  private final Staff staff;
  private final CurrentActor currentActor;
  private final Words words;
  private final Clock clock;

  PlanPages(
      Plans plans,
      SharingPlan sharing,
      PlanPaper paper,
      Referrals referrals,
      Staff staff,
      CurrentActor currentActor,
      Words words,
      Clock clock) {
    this.plans = plans;
    this.sharing = sharing;
    this.paper = paper;
    this.referrals = referrals;
    this.staff = staff;
    this.currentActor = currentActor;
    this.words = words;
    this.clock = clock;
  }

  @GetMapping("/{reference}")
  String look(@PathVariable String reference, Locale locale, Model model) {
    return page(own(reference), Map.of(), Language.of(locale), model);
  }

  @GetMapping("/{reference}.pdf")
  ResponseEntity<byte[]> paper(
      @PathVariable String reference, @RequestParam(required = false) String in, Locale locale) {
    var language = in == null ? Language.of(locale) : Language.of(in);
    return plans
        .read(own(reference).referralId(), language, "conversation.plan-printed")
        .map(plan -> pdf(paper.print(plan), reference + "-" + language.code()))
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  /** Kept by no cache: the computer may be shared. */
  static ResponseEntity<byte[]> pdf(byte[] document, String name) {
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_PDF)
        .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"" + name + ".pdf\"")
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .body(document);
  }

  @PostMapping("/{reference}/share")
  String share(
      @PathVariable String reference,
      @RequestParam(required = false) String language,
      @RequestParam(defaultValue = "false") boolean wanted,
      Locale locale,
      Model model,
      RedirectAttributes next) {
    var referral = own(reference);
    try {
      sharing.send(reference, Language.of(language), wanted);
    } catch (InvalidInput e) {
      var speaking = Language.of(locale);
      return page(referral, PageErrors.of(e.problems(), words, speaking), speaking, model);
    }
    next.addFlashAttribute("sent", true);
    return "redirect:/plan/" + reference;
  }

  @PostMapping("/{reference}/links/{linkId}/take-back")
  String takeBack(@PathVariable String reference, @PathVariable UUID linkId, RedirectAttributes next) {
    sharing.takeBack(own(reference).referralId(), linkId);
    next.addFlashAttribute("takenBack", true);
    return "redirect:/plan/" + reference;
  }

  private String page(ReferralSummary referral, Map<String, String> errors, Language language, Model model) {
    String reference = referral.referralId();
    model.addAttribute("sentReference", reference);
    model.addAttribute("errors", errors);
    var plan = plans.read(reference, language, "conversation.plan-seen");
    if (plan.isEmpty()) {
      return "plan/none";
    }
    var addressee = sharing.addressee(reference);
    model.addAttribute("plan", plan.get());
    model.addAttribute("criteria", criteria(plans.completeness(reference).orElseThrow(), language));
    model.addAttribute("versions", plans.versions(reference, language));
    model.addAttribute("hasAddress", addressee.hasAddress());
    model.addAttribute("sendIn", addressee.language().code());
    model.addAttribute("languages", languages(language));
    model.addAttribute("links", sharing.working(reference).stream().map(link -> line(link, language)).toList());
    return "plan/plan";
  }

  private List<CriterionLine> criteria(PlanCompleteness completeness, Language language) {
    var lines = new ArrayList<CriterionLine>();
    completeness
        .missing()
        .forEach(
            (criterion, missing) ->
                lines.add(
                    new CriterionLine(
                        words.say(language, "conversation.criterion." + criterion),
                        missing.isEmpty(),
                        missing.stream().map(m -> words.say(language, "conversation.missing." + m)).toList())));
    return lines;
  }

  private Map<String, String> languages(Language language) {
    var labels = new LinkedHashMap<String, String>();
    for (var one : Language.values()) {
      labels.put(one.code(), words.say(language, "conversation.language." + one));
    }
    return labels;
  }

  private LinkLine line(SharingPlan.SentLink link, Language language) {
    return new LinkLine(
        link.linkId(),
        words.say(
            language,
            "conversation.share.link",
            WrittenDate.of(link.sentAt().atZone(clock.getZone()).toLocalDate(), language),
            words.say(language, "conversation.language." + link.language()),
            WrittenDate.of(link.expiresAt().atZone(clock.getZone()).toLocalDate(), language),
            link.uses()));
  }

  /**
   * @param missing in words; empty if the criterion is met
   */
  record CriterionLine(String name, boolean met, List<String> missing) {}

  record LinkLine(UUID id, String words) {}

  private ReferralSummary own(String reference) {
    String scheme =
        staff
            .find(currentActor.get().id())
            .map(Staff.Member::schemeId)
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.FORBIDDEN));
    return referrals
        .find(reference)
        .filter(referral -> referral.schemeId().equals(scheme))
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }
}
