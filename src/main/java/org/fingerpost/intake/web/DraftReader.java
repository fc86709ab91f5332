package org.fingerpost.intake.web;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.fingerpost.platform.InvalidInput.Problem;
import org.fingerpost.platform.Language;
import org.fingerpost.referral.ConsentGivenBy;
import org.fingerpost.referral.ConsentHow;
import org.fingerpost.referral.ReceivingReferral;
import org.fingerpost.referral.ReferralRequest;
import org.fingerpost.referral.ReferrerKind;
import org.fingerpost.scheme.Scheme;
import org.springframework.stereotype.Component;

/**
 * Reads a draft: which pages it needs, what request it amounts to, and what is wrong with it, page by page. The rules of a referral
 * are the referral's own; only what belongs to this form is checked here.
 */
@Component
class DraftReader {

  static final String YES = "yes";
  static final String NO = "no";

  private final ReceivingReferral receiving;
  private final Clock clock;

  DraftReader(ReceivingReferral receiving, Clock clock) {
    this.receiving = receiving;
    this.clock = clock;
  }

  /** Who may use the form in this scheme: the public only where the scheme takes referrals from the public. */
  List<ReferrerKind> kinds(Scheme scheme) {
    var today = LocalDate.now(clock);
    var kinds = new ArrayList<ReferrerKind>();
    if (scheme.sourcesLive(today).stream().anyMatch(source -> !source.code().equals("SELF"))) {
      kinds.add(ReferrerKind.PROFESSIONAL);
    }
    if (scheme.sourceLive("SELF", today)) {
      kinds.add(ReferrerKind.SELF);
      kinds.add(ReferrerKind.FAMILY);
    }
    return kinds;
  }

  /** The chosen kind, or the only possible one; {@code null} while there is a choice to make. */
  ReferrerKind kind(ReferralDraft draft, Scheme scheme) {
    var kinds = kinds(scheme);
    if (kinds.size() == 1) {
      return kinds.get(0);
    }
    return kinds.stream().filter(kind -> draft.is("referrer.kind", kind.name())).findFirst().orElse(null);
  }

  /** The pages this draft goes through. */
  List<Step> steps(ReferralDraft draft, Scheme scheme) {
    var steps = new ArrayList<>(List.of(Step.values()));
    if (kinds(scheme).size() == 1) {
      steps.remove(Step.WHO);
    }
    if (kind(draft, scheme) == ReferrerKind.SELF) {
      steps.remove(Step.REFERRER);
    }
    if (draft.is("consent.given", NO)) {
      steps.remove(Step.FAIRNESS);
    }
    return steps;
  }

  /** What is wrong, page by page, in the order of the page's fields. A page without an entry is complete. */
  Map<Step, List<Problem>> problems(ReferralDraft draft, Scheme scheme) {
    var all = new ArrayList<>(ownProblems(draft, scheme));
    all.addAll(receiving.problems(request(draft, scheme, Language.EN)));
    var byStep = new EnumMap<Step, List<Problem>>(Step.class);
    for (var step : steps(draft, scheme)) {
      var here = new ArrayList<Problem>();
      for (var field : withLeaveEmpty(step)) {
        all.stream().filter(problem -> problem.field().equals(field)).findFirst().ifPresent(here::add);
      }
      if (!here.isEmpty()) {
        byStep.put(step, here);
      }
    }
    return byStep;
  }

  private static List<String> withLeaveEmpty(Step step) {
    var fields = new ArrayList<>(step.fields());
    fields.add(Step.LEAVE_EMPTY);
    return fields;
  }

  private List<Problem> ownProblems(ReferralDraft draft, Scheme scheme) {
    var found = new ArrayList<Problem>();
    var kind = kind(draft, scheme);
    if (draft.one(Step.LEAVE_EMPTY) != null) {
      found.add(problem(Step.LEAVE_EMPTY, "intake.problem.leaveEmpty"));
    }
    if (kind == null) {
      found.add(problem("referrer.kind", "intake.problem.kind"));
    }
    if (dateGiven(draft, "person.dateOfBirth") && date(draft, "person.dateOfBirth") == null) {
      found.add(problem("person.dateOfBirth", "intake.problem.date"));
    }
    if (draft.one("hasNhsNumber") == null) {
      found.add(problem("hasNhsNumber", "intake.problem.hasNhsNumber"));
    } else if (draft.is("hasNhsNumber", YES) && draft.one("person.nhsNumber") == null) {
      found.add(problem("person.nhsNumber", "intake.problem.nhsNumber"));
    }
    if (draft.one("wish") == null) {
      found.add(problem("wish", "intake.problem.wish"));
    }
    if (kind == ReferrerKind.SELF) {
      if (!draft.is("consent.given", YES)) {
        found.add(problem("consent.given", "intake.problem.agree"));
      }
      return found;
    }
    if (draft.one("consent.given") == null) {
      found.add(problem("consent.given", "intake.problem.consent"));
    }
    if (draft.is("consent.given", YES) && dateGiven(draft, "consent.on") && date(draft, "consent.on") == null) {
      found.add(problem("consent.on", "intake.problem.date"));
    }
    if (draft.one("mayTellReferrer") == null) {
      found.add(problem("mayTellReferrer", "intake.problem.mayTellReferrer"));
    }
    return found;
  }

  private static Problem problem(String field, String key) {
    return new Problem(field, key, List.of());
  }

  /**
   * The request that the draft amounts to so far.
   *
   * @param language the language the referrer reads the form in, and is written to
   */
  ReferralRequest request(ReferralDraft draft, Scheme scheme, Language language) {
    var kind = kind(draft, scheme);
    boolean self = kind == ReferrerKind.SELF;
    return new ReferralRequest(
        scheme.id(),
        ReferralRequest.Channel.WEB,
        kind == ReferrerKind.PROFESSIONAL ? draft.one("sourceCode") : "SELF",
        kind == ReferrerKind.PROFESSIONAL ? draft.one("practiceCode") : null,
        new ReferralRequest.Referrer(
            kind == null ? null : kind.name(),
            self ? null : draft.one("referrer.name"),
            kind == ReferrerKind.PROFESSIONAL ? draft.one("referrer.role") : null,
            kind == ReferrerKind.PROFESSIONAL ? draft.one("referrer.organisation") : null,
            draft.one(self ? "person.email" : "referrer.email"),
            draft.one(self ? "person.phone" : "referrer.phone"),
            kind == ReferrerKind.FAMILY ? draft.one("referrer.relation") : null,
            language),
        new ReferralRequest.Person(
            draft.one("person.givenName"),
            draft.one("person.familyName"),
            date(draft, "person.dateOfBirth"),
            draft.is("hasNhsNumber", YES) ? draft.one("person.nhsNumber") : null,
            draft.one("person.postcode"),
            draft.one("person.phone"),
            draft.one("person.email"),
            Language.of(draft.one("person.preferredLanguage")),
            draft.one("person.interpreter"),
            draft.one("person.communicationNeeds"),
            draft.one("person.safeTimeToCall"),
            draft.all("person.safeTimes"),
            draft.one("person.sex"),
            draft.one("person.ethnicCategory")),
        draft.all("needs"),
        draft.all("groups"),
        draft.all("circumstances"),
        draft.one("reason"),
        draft.one("tried"),
        draft.all("risks"),
        draft.one("riskNote"),
        draft.is("workerAsked", FormWords.ANY) ? null : draft.one("workerAsked"),
        draft.is("wish", Wish.INFORMATION.name()),
        draft.is("wish", Wish.LETTER.name()),
        consent(draft, self),
        self || draft.is("mayTellReferrer", YES));
  }

  private ReferralRequest.ConsentToRefer consent(ReferralDraft draft, boolean self) {
    if (self && draft.is("consent.given", YES)) {
      return new ReferralRequest.ConsentToRefer(
          true, ConsentGivenBy.PERSON.name(), ConsentHow.ONLINE.name(), LocalDate.now(clock));
    }
    if (draft.one("consent.given") == null || self) {
      return new ReferralRequest.ConsentToRefer(null, null, null, null);
    }
    if (!draft.is("consent.given", YES)) {
      return new ReferralRequest.ConsentToRefer(false, null, null, null);
    }
    return new ReferralRequest.ConsentToRefer(
        true, draft.one("consent.givenBy"), draft.one("consent.how"), date(draft, "consent.on"));
  }

  private static boolean dateGiven(ReferralDraft draft, String field) {
    return draft.one(field + "-day") != null || draft.one(field + "-month") != null || draft.one(field + "-year") != null;
  }

  /** The day, or {@code null} if it is not complete or not in the calendar. */
  LocalDate date(ReferralDraft draft, String field) {
    try {
      return LocalDate.of(
          number(draft, field + "-year", 4), number(draft, field + "-month", 2), number(draft, field + "-day", 2));
    } catch (DateTimeException e) {
      return null;
    }
  }

  private static int number(ReferralDraft draft, String field, int longest) {
    var digits = draft.one(field);
    // A year of two digits is a guess we do not make for anybody's date of birth.
    if (digits == null || !digits.matches("[0-9]{1," + longest + "}") || (longest == 4 && digits.length() != 4)) {
      throw new DateTimeException("Not a number of a date");
    }
    return Integer.parseInt(digits);
  }

  /** What is asked for. */
  enum Wish {
    SUPPORT,
    INFORMATION,
    LETTER
  }
}
