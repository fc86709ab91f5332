package org.fingerpost.referral.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.fingerpost.directory.Directory;
import org.fingerpost.person.Consent;
import org.fingerpost.person.ConsentWordings;
import org.fingerpost.person.KeptConsent;
import org.fingerpost.platform.CurrentActor;
import org.fingerpost.platform.InvalidInput;
import org.fingerpost.platform.Language;
import org.fingerpost.platform.Staff;
import org.fingerpost.platform.WrittenDate;
import org.fingerpost.referral.ConsentGivenBy;
import org.fingerpost.referral.ConsentHow;
import org.fingerpost.referral.KeepingConsents;
import org.fingerpost.referral.ReferralSummary;
import org.fingerpost.referral.Referrals;
import org.fingerpost.scheme.SchemeWords;
import org.springframework.http.HttpStatus;
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
 * What the person of a referral has agreed to, question by question: one button to say yes, one to say no. For link workers and team
 * leads of the scheme; every look is on record.
 */
@Controller
@RequestMapping("/consents/{referralId}")
class ConsentsController {

  private final KeepingConsents keeping;
  private final ConsentWordings wordings;
  private final Referrals referrals;
  private final Directory directory;
  private final Staff staff;
  private final CurrentActor currentActor;
  private final SchemeWords words;

  ConsentsController(
      KeepingConsents keeping,
      ConsentWordings wordings,
      Referrals referrals,
      Directory directory,
      Staff staff,
      CurrentActor currentActor,
      SchemeWords words) {
    this.keeping = keeping;
    this.wordings = wordings;
    this.referrals = referrals;
    this.directory = directory;
    this.staff = staff;
    this.currentActor = currentActor;
    this.words = words;
  }

  @GetMapping
  String show(@PathVariable String referralId, Locale locale, Model model) {
    return page(own(referralId), Map.of(), Language.of(locale), model);
  }

  @PostMapping
  String record(
      @PathVariable String referralId,
      @RequestParam(defaultValue = "") String purpose,
      @RequestParam(required = false) String activity,
      @RequestParam boolean granted,
      @RequestParam(defaultValue = "") String givenBy,
      @RequestParam(defaultValue = "") String how,
      Locale locale,
      Model model,
      RedirectAttributes next) {
    var referral = own(referralId);
    try {
      var asked =
          code(Consent.Purpose.values(), purpose, new InvalidInput("purpose", "referral.consents.unknown"));
      keeping.record(
          referralId,
          asked,
          activity == null || activity.isBlank() ? null : activity,
          granted,
          code(ConsentGivenBy.values(), givenBy, new InvalidInput("givenBy", "referral.consent.givenBy.required")),
          code(ConsentHow.values(), how, new InvalidInput("how", "referral.consent.how.required")),
          currentActor.get().id());
      next.addFlashAttribute("recorded", asked.name());
      next.addFlashAttribute("nowGranted", granted);
    } catch (InvalidInput e) {
      var errors = new LinkedHashMap<String, String>();
      e.problems()
          .forEach(
              problem ->
                  errors.put(
                      problem.field(),
                      words.say(referral.schemeId(), Language.of(locale), problem.messageKey(), problem.args().toArray())));
      return page(referral, errors, Language.of(locale), model);
    }
    return "redirect:/consents/" + referralId;
  }

  private static <E extends Enum<E>> E code(E[] known, String code, InvalidInput otherwise) {
    return Arrays.stream(known).filter(one -> one.name().equals(code)).findFirst().orElseThrow(() -> otherwise);
  }

  private String page(ReferralSummary referral, Map<String, String> errors, Language language, Model model) {
    var ledger = keeping.open(referral.referralId());
    model.addAttribute("referral", referral);
    model.addAttribute("errors", errors);
    model.addAttribute("questions", questions(referral, ledger, language));
    model.addAttribute("history", ledger.stream().map(kept -> line(referral, kept, language)).toList());
    model.addAttribute("givers", labels(referral, "consent-given-by.", ConsentGivenBy.values(), language));
    model.addAttribute("ways", labels(referral, "consent-how.", ConsentHow.values(), language));
    return "consents/consents";
  }

  private List<Question> questions(ReferralSummary referral, List<KeptConsent> ledger, Language language) {
    var latest = KeepingConsents.latest(ledger);
    var questions = new ArrayList<Question>();
    for (var purpose : Consent.Purpose.values()) {
      var answers = latest.stream().filter(kept -> kept.consent().purpose() == purpose).toList();
      if (answers.isEmpty() && purpose != Consent.Purpose.TELL_PROVIDER) {
        questions.add(question(referral, purpose, null, null, language));
      }
      answers.forEach(
          kept -> questions.add(question(referral, purpose, kept.consent().activityId(), kept, language)));
    }
    return questions;
  }

  private Question question(
      ReferralSummary referral, Consent.Purpose purpose, String activity, KeptConsent kept, Language language) {
    boolean asked = kept != null && !kept.consent().how().equals("NOT_ASKED");
    return new Question(
        purpose.name() + (activity == null ? "" : "-" + activity),
        purpose.name(),
        activity,
        title(referral, purpose, activity, language),
        wordings.current(purpose).in(language),
        asked ? kept.consent().granted() : null,
        asked ? line(referral, kept, language) : null);
  }

  private String title(ReferralSummary referral, Consent.Purpose purpose, String activity, Language language) {
    String said = words.say(referral.schemeId(), language, "consent-purpose." + purpose);
    return activity == null
        ? said
        : said
            + ": "
            + directory.activity(referral.schemeId(), activity).map(a -> a.name().in(language)).orElse(activity);
  }

  private Line line(ReferralSummary referral, KeptConsent kept, Language language) {
    var consent = kept.consent();
    return new Line(
        title(referral, consent.purpose(), consent.activityId(), language),
        consent.granted(),
        WrittenDate.of(consent.on(), language),
        codeWords(referral, "consent-given-by.", "referral.consents.by.", ConsentGivenBy.values(), consent.givenBy(), language),
        codeWords(referral, "consent-how.", "referral.consents.how.", ConsentHow.values(), consent.how(), language),
        consent.wordingVersion(),
        wordings.version(consent.wordingVersion()).map(wording -> wording.in(language)).orElse(""),
        staff.find(consent.recordedBy()).map(Staff.Member::displayName).orElse(consent.recordedBy()));
  }

  private String codeWords(
      ReferralSummary referral, String usual, String special, Enum<?>[] codes, String code, Language language) {
    boolean isUsual = Arrays.stream(codes).anyMatch(known -> known.name().equals(code));
    return words.say(referral.schemeId(), language, (isUsual ? usual : special) + code);
  }

  private Map<String, String> labels(ReferralSummary referral, String prefix, Enum<?>[] codes, Language language) {
    var labels = new LinkedHashMap<String, String>();
    for (var code : codes) {
      labels.put(code.name(), words.say(referral.schemeId(), language, prefix + code.name()));
    }
    return labels;
  }

  private ReferralSummary own(String referralId) {
    String scheme =
        staff
            .find(currentActor.get().id())
            .map(Staff.Member::schemeId)
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.FORBIDDEN));
    return referrals
        .find(referralId)
        .filter(referral -> referral.schemeId().equals(scheme))
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  /**
   * @param granted the latest answer, or {@code null} if the person was not asked
   * @param latest the latest answer in words, or {@code null}
   */
  record Question(
      String id, String purpose, String activity, String title, String wording, Boolean granted, Line latest) {}

  /** An answer in words. */
  record Line(
      String title, boolean granted, String on, String by, String how, String version, String wording, String recordedBy) {}
}
