package org.fingerpost.referral.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.fingerpost.person.EthnicCategory;
import org.fingerpost.person.NhsNumber;
import org.fingerpost.person.Reachability;
import org.fingerpost.person.PartOfDay;
import org.fingerpost.person.StatedSex;
import org.fingerpost.platform.InvalidInput.Problem;
import org.fingerpost.platform.Language;
import org.fingerpost.referral.ConsentGivenBy;
import org.fingerpost.referral.ConsentHow;
import org.fingerpost.referral.ReferralRequest;
import org.fingerpost.referral.ReferralRequest.ConsentToRefer;
import org.fingerpost.referral.ReferralRequest.Person;
import org.fingerpost.referral.ReferralRequest.Referrer;
import org.fingerpost.referral.ReferrerKind;
import org.fingerpost.referral.Relation;
import org.fingerpost.referral.WorkerAsked;
import org.fingerpost.scheme.Codes;
import org.fingerpost.scheme.Scheme;

/**
 * Which requests can become a referral. These rules keep out what nobody could work with; whether the scheme takes the person on is
 * not decided here but by the table {@code referral-route}. So missing consent, a source or an area that is not live and any age
 * pass.
 *
 * <p>Sources: PRSB social prescribing information standard 1.1 (names up to 35 characters, risks at least one or none known);
 * domain research 2.4 (fields that real forms require) and 2.5 (NHS number).
 */
public final class ReferralRules {

  private static final int NAME = 35;
  private static final int LINE = 70;
  private static final int ORGANISATION = 100;
  private static final int NOTE = 500;
  private static final int RISK_NOTE = 1000;
  private static final int STORY = 2000;
  private static final int MOST_NEEDS = 3;
  private static final int OLDEST = 120;

  /** Royal Mail's grammar, and the code that the NHS gives to people of no fixed abode. */
  private static final Pattern POSTCODE =
      Pattern.compile(
          "(GIR 0AA|ZZ99 3VZ|[A-PR-UWYZ]([0-9]{1,2}|[A-HK-Y][0-9]([0-9]|[ABEHMNPRVWXY])?|[0-9][A-HJKPSTUW])"
              + " [0-9][ABD-HJLNP-UW-Z]{2})");

  /** ODS code of a GP practice in England or Wales: a letter and five digits. */
  private static final Pattern PRACTICE = Pattern.compile("[A-Z][0-9]{5}");

  /** A name is shown among other words, where these would be read as a link or as mark-up. */
  private static final Pattern BRACKETS = Pattern.compile("[\\[\\]<>]");

  private final ReferralRequest request;
  private final Scheme scheme;
  private final LocalDate today;
  private final List<Problem> problems = new ArrayList<>();

  private ReferralRules(ReferralRequest request, Scheme scheme, LocalDate today) {
    this.request = request;
    this.scheme = scheme;
    this.today = today;
  }

  /** Every problem of a tidied request, in the order of the form. */
  public static List<Problem> problems(ReferralRequest tidied, Scheme scheme, LocalDate today) {
    var rules = new ReferralRules(tidied, scheme, today);
    rules.checkReferrer();
    rules.checkPerson();
    rules.checkNeeds();
    rules.checkConsent();
    return List.copyOf(rules.problems);
  }

  /**
   * The request as it would be kept: no blanks around texts, {@code null} instead of nothing, postcodes and NHS numbers in one form,
   * and what follows from the rest filled in (a person who refers themself is their own referrer). Which groups somebody belongs to is
   * left out unless they agreed to be referred. Safe to repeat.
   */
  public static ReferralRequest tidy(ReferralRequest r, Scheme scheme, LocalDate today) {
    boolean agreed = r.consent() != null && Boolean.TRUE.equals(r.consent().given());
    var person = tidy(r.person(), agreed, scheme.defaultLanguage());
    var referrer = tidy(r.referrer(), person, scheme.defaultLanguage());
    boolean professional = ReferrerKind.PROFESSIONAL.name().equals(referrer.kind());
    boolean self = ReferrerKind.SELF.name().equals(referrer.kind());
    String source = text(r.sourceCode());
    return new ReferralRequest(
        r.schemeId(),
        r.channel(),
        source == null && referrer.kind() != null && !professional ? "SELF" : source,
        upper(r.practiceCode()),
        referrer,
        person,
        codes(r.needs()),
        codes(r.groups()),
        codes(r.circumstances()),
        text(r.reason()),
        text(r.tried()),
        codes(r.risks()),
        text(r.riskNote()),
        text(r.workerAsked()),
        r.wantsInformationOnly(),
        r.statutoryRequestOnly(),
        tidy(r.consent(), self, today),
        r.mayTellReferrer());
  }

  private static Person tidy(Person p, boolean agreed, Language fallback) {
    if (p == null) {
      return new Person(null, null, null, null, null, null, null, fallback, null, null, null);
    }
    return new Person(
        text(p.givenName()),
        text(p.familyName()),
        p.dateOfBirth(),
        NhsNumber.digits(p.nhsNumber()),
        postcode(p.postcode()),
        text(p.phone()),
        text(p.email()),
        p.preferredLanguage() == null ? fallback : p.preferredLanguage(),
        text(p.interpreter()),
        text(p.communicationNeeds()),
        text(p.safeTimeToCall()),
        codes(p.safeTimes()),
        agreed ? upper(p.sex()) : null,
        agreed ? upper(p.ethnicCategory()) : null);
  }

  private static Referrer tidy(Referrer r, Person person, Language fallback) {
    if (r == null) {
      return new Referrer(null, null, null, null, null, null, null, fallback);
    }
    String kind = text(r.kind());
    boolean self = ReferrerKind.SELF.name().equals(kind);
    String own = person.givenName() == null || person.familyName() == null ? null : person.givenName() + " " + person.familyName();
    return new Referrer(
        kind,
        self ? own : text(r.name()),
        text(r.role()),
        text(r.organisation()),
        self ? person.email() : text(r.email()),
        self ? person.phone() : text(r.phone()),
        ReferrerKind.FAMILY.name().equals(kind) ? text(r.relation()) : null,
        r.language() == null ? (self ? person.preferredLanguage() : fallback) : r.language());
  }

  private static ConsentToRefer tidy(ConsentToRefer c, boolean self, LocalDate today) {
    if (c == null || !Boolean.TRUE.equals(c.given())) {
      return new ConsentToRefer(c == null ? null : c.given(), null, null, null);
    }
    if (self) {
      // Somebody who refers themself says yes by sending the form; what they leave out of the rest follows.
      return new ConsentToRefer(
          true,
          c.givenBy() == null || c.givenBy().isBlank() ? ConsentGivenBy.PERSON.name() : text(c.givenBy()),
          c.how() == null || c.how().isBlank() ? ConsentHow.ONLINE.name() : text(c.how()),
          c.on() == null ? today : c.on());
    }
    return new ConsentToRefer(true, text(c.givenBy()), text(c.how()), c.on());
  }

  private void checkReferrer() {
    var referrer = request.referrer();
    var kind = oneOf(ReferrerKind.class, "referrer.kind", referrer.kind(), true);
    boolean self = kind == ReferrerKind.SELF;
    boolean professional = kind == ReferrerKind.PROFESSIONAL;
    if (request.sourceCode() == null) {
      problem("sourceCode", "required");
    } else if (scheme.source(request.sourceCode()).isEmpty()
        || professional == "SELF".equals(request.sourceCode()) && kind != null) {
      problem("sourceCode", "unknown");
    }
    if (!self) {
      line("referrer.name", referrer.name(), LINE, true);
      email("referrer.email", referrer.email());
      phone("referrer.phone", referrer.phone());
      if (referrer.email() == null && referrer.phone() == null) {
        problem("referrer.email", "required");
      }
    }
    if (request.practiceCode() != null && !PRACTICE.matcher(request.practiceCode()).matches()) {
      problem("practiceCode", "invalid");
    }
    line("referrer.role", referrer.role(), LINE, false);
    line("referrer.organisation", referrer.organisation(), ORGANISATION, professional);
    if (kind == ReferrerKind.FAMILY) {
      oneOf(Relation.class, "referrer.relation", referrer.relation(), true);
    }
  }

  private void checkPerson() {
    var person = request.person();
    line("person.givenName", person.givenName(), NAME, true);
    line("person.familyName", person.familyName(), NAME, true);
    var born = person.dateOfBirth();
    if (born == null) {
      problem("person.dateOfBirth", "required");
    } else if (!born.isBefore(today)) {
      problem("person.dateOfBirth", "notPast");
    } else if (born.isBefore(today.minusYears(OLDEST))) {
      problem("person.dateOfBirth", "tooOld", OLDEST);
    }
    if (person.nhsNumber() != null && !NhsNumber.isValid(person.nhsNumber())) {
      problem("person.nhsNumber", "invalid");
    }
    if (person.postcode() == null) {
      problem("person.postcode", "required");
    } else if (!POSTCODE.matcher(person.postcode()).matches()) {
      problem("person.postcode", "invalid");
    }
    phone("person.phone", person.phone());
    email("person.email", person.email());
    if (person.phone() == null && person.email() == null) {
      problem("person.phone", "required");
    }
    line("person.interpreter", person.interpreter(), LINE, false);
    note("person.communicationNeeds", person.communicationNeeds(), NOTE);
    note("person.safeTimeToCall", person.safeTimeToCall(), NOTE);
    if (PartOfDay.of(person.safeTimes()).size() < person.safeTimes().size()) {
      problem("person.safeTimes", "unknown");
    }
    if (person.sex() != null && StatedSex.of(person.sex()).isEmpty()) {
      problem("person.sex", "unknown");
    }
    if (person.ethnicCategory() != null && EthnicCategory.of(person.ethnicCategory()).isEmpty()) {
      problem("person.ethnicCategory", "unknown");
    }
  }

  private void checkNeeds() {
    var needs = request.needs();
    if (needs.isEmpty()) {
      problem("needs", "required");
    } else if (needs.size() > MOST_NEEDS) {
      problem("needs", "tooMany", MOST_NEEDS);
    } else if (!Codes.needs().containsAll(needs) || repeats(needs)) {
      problem("needs", "unknown");
    }
    listed("groups", request.groups(), Codes.groups());
    listed("circumstances", request.circumstances(), Codes.circumstances());
    note("reason", request.reason(), STORY);
    note("tried", request.tried(), STORY);
    var risks = request.risks();
    if (risks.isEmpty()) {
      problem("risks", "required");
    } else if (!Codes.risks().containsAll(risks) || repeats(risks)) {
      problem("risks", "unknown");
    } else if (risks.contains(Codes.NONE_KNOWN) && risks.size() > 1) {
      problem("risks", "noneAndSome");
    }
    note("riskNote", request.riskNote(), RISK_NOTE);
    if (request.workerAsked() != null) {
      oneOf(WorkerAsked.class, "workerAsked", request.workerAsked(), true);
    }
  }

  private void checkConsent() {
    var consent = request.consent();
    if (consent.given() == null) {
      problem("consent.given", "required");
    } else if (consent.given()) {
      oneOf(ConsentGivenBy.class, "consent.givenBy", consent.givenBy(), true);
      oneOf(ConsentHow.class, "consent.how", consent.how(), true);
      if (consent.on() == null) {
        problem("consent.on", "required");
      } else if (consent.on().isAfter(today)) {
        problem("consent.on", "inFuture");
      } else if (consent.on().isBefore(today.minusYears(1))) {
        problem("consent.on", "tooOld");
      }
    }
  }

  private void line(String field, String value, int limit, boolean required) {
    if (value == null) {
      if (required) {
        problem(field, "required");
      }
    } else if (value.codePointCount(0, value.length()) > limit) {
      problem(field, "tooLong", limit);
    } else if (unreadable(value, false)) {
      problems.add(new Problem(field, "referral.problem.characters", List.of()));
    } else if (BRACKETS.matcher(value).find()) {
      problems.add(new Problem(field, "referral.problem.brackets", List.of()));
    }
  }

  private void note(String field, String value, int limit) {
    if (value != null && value.codePointCount(0, value.length()) > limit) {
      problem(field, "tooLong", limit);
    } else if (value != null && unreadable(value, true)) {
      problems.add(new Problem(field, "referral.problem.characters", List.of()));
    }
  }

  private void email(String field, String value) {
    if (value != null && !Reachability.isEmail(value)) {
      problem(field, "invalid");
    }
  }

  private void phone(String field, String value) {
    if (value != null && !Reachability.isPhone(value)) {
      problem(field, "invalid");
    }
  }

  private void listed(String field, List<String> values, List<String> known) {
    if (!known.containsAll(values) || repeats(values)) {
      problem(field, "unknown");
    }
  }

  private <E extends Enum<E>> E oneOf(Class<E> list, String field, String code, boolean required) {
    if (code == null) {
      if (required) {
        problem(field, "required");
      }
      return null;
    }
    var found = Arrays.stream(list.getEnumConstants()).filter(e -> e.name().equals(code)).findFirst();
    if (found.isEmpty()) {
      problem(field, "required");
    }
    return found.orElse(null);
  }

  private void problem(String field, String why, Object... args) {
    problems.add(new Problem(field, "referral." + field + "." + why, List.of(args)));
  }

  private static boolean repeats(List<String> codes) {
    return new HashSet<>(codes).size() < codes.size();
  }

  /** NUL and other control characters, halves of characters, and marks that turn the direction of writing and so can disguise text. */
  private static boolean unreadable(String value, boolean severalLines) {
    return value
        .codePoints()
        .anyMatch(
            c ->
                Character.isISOControl(c) && !(severalLines && (c == '\n' || c == '\r' || c == '\t'))
                    || Character.getType(c) == Character.SURROGATE
                    || c >= 0x202A && c <= 0x202E
                    || c >= 0x2066 && c <= 0x2069);
  }

  private static String text(String value) {
    return value == null || value.isBlank() ? null : value.strip();
  }

  private static String upper(String value) {
    String text = text(value);
    return text == null ? null : text.toUpperCase(Locale.ROOT);
  }

  private static List<String> codes(List<String> values) {
    return values == null
        ? List.of()
        : values.stream().filter(v -> v != null && !v.isBlank()).map(String::strip).toList();
  }

  /** Upper case, one space before the last three characters. */
  private static String postcode(String value) {
    String bare = value == null ? "" : value.replaceAll("\\s", "").toUpperCase(Locale.ROOT);
    if (bare.isEmpty()) {
      return null;
    }
    return bare.length() < 5 ? bare : bare.substring(0, bare.length() - 3) + " " + bare.substring(bare.length() - 3);
  }
}
