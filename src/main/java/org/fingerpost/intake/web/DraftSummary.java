package org.fingerpost.intake.web;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.fingerpost.platform.Language;
import org.fingerpost.referral.ReferrerKind;
import org.fingerpost.scheme.Scheme;
import org.springframework.stereotype.Component;

/** The answers of a draft, grouped as its pages are, for checking before it is sent. */
@Component
class DraftSummary {

  private final DraftReader reader;
  private final FormWords words;

  DraftSummary(DraftReader reader, FormWords words) {
    this.reader = reader;
    this.words = words;
  }

  /**
   * @param title the page's theme
   * @param rows its questions and answers
   */
  record Group(String title, List<Row> rows) {}

  /**
   * @param key the question, in a few words
   * @param answer as it will be sent; {@code null} if an optional question was left out
   * @param link the page on which to change it
   */
  record Row(String key, String answer, String link) {}

  List<Group> of(ReferralDraft draft, Scheme scheme, List<Step> steps, Language language) {
    return steps.stream()
        .filter(step -> step != Step.CHECK)
        .map(step -> new Group(title(draft, scheme, step, language), rows(draft, scheme, step, language)))
        .toList();
  }

  private String title(ReferralDraft draft, Scheme scheme, Step step, Language language) {
    boolean self = reader.kind(draft, scheme) == ReferrerKind.SELF;
    return words.say(language, "intake.check." + step.path() + (self ? ".self" : ".other"));
  }

  private List<Row> rows(ReferralDraft draft, Scheme scheme, Step step, Language language) {
    var page = new Page(new ArrayList<>(), "/refer/" + scheme.id() + "/" + step.path() + "?change=yes", language);
    var kind = reader.kind(draft, scheme);
    switch (step) {
      case WHO -> page.add("kind", label("intake.kind.", draft.one("referrer.kind"), language));
      case REFERRER -> {
        if (kind == ReferrerKind.PROFESSIONAL) {
          page.add("source", words.sources(scheme, language).get(draft.one("sourceCode")));
        } else {
          page.add("relation", label("intake.relation.", draft.one("referrer.relation"), language));
        }
        page.add("name", draft.one("referrer.name"));
        if (kind == ReferrerKind.PROFESSIONAL) {
          page.add("role", draft.one("referrer.role"));
          page.add("organisation", draft.one("referrer.organisation"));
          page.add("practice", draft.one("practiceCode"));
        }
        page.add("email", draft.one("referrer.email"));
        page.add("phone", draft.one("referrer.phone"));
      }
      case PERSON -> {
        page.add("name", together(" ", draft.one("person.givenName"), draft.one("person.familyName")));
        page.add("dateOfBirth", date(reader.date(draft, "person.dateOfBirth"), language));
        page.add("postcode", draft.one("person.postcode").toUpperCase(Locale.ROOT));
        page.add("nhsNumber", draft.is("hasNhsNumber", DraftReader.YES) ? draft.one("person.nhsNumber") : null);
      }
      case CONTACT -> {
        page.add("phone", draft.one("person.phone"));
        page.add("email", draft.one("person.email"));
        page.add(
            "safeTimes",
            draft.all("person.safeTimes").stream().map(part -> label("part-of-day.", part, language)).collect(Collectors.joining("\n")));
        page.add("safeTime", draft.one("person.safeTimeToCall"));
        page.add("language", label("intake.language.", draft.one("person.preferredLanguage"), language));
        page.add("interpreter", draft.one("person.interpreter"));
        page.add("communication", draft.one("person.communicationNeeds"));
        page.add("worker", label("worker-asked.", draft.one("workerAsked"), language));
      }
      case NEEDS -> {
        page.add(
            "needs", draft.all("needs").stream().map(n -> words.need(scheme, n, language)).collect(Collectors.joining("\n")));
        page.add("groups", lines(draft.all("groups"), g -> words.group(scheme, g, language)));
        page.add("circumstances", lines(draft.all("circumstances"), c -> words.circumstance(scheme, c, language)));
        page.add("reason", draft.one("reason"));
        page.add("tried", draft.one("tried"));
        page.add("wish", label("intake.wish.", draft.one("wish"), language));
      }
      case RISKS -> {
        page.add(
            "risks", draft.all("risks").stream().map(r -> words.risk(scheme, r, language)).collect(Collectors.joining("\n")));
        page.add("riskNote", draft.one("riskNote"));
      }
      case CONSENT -> consent(draft, kind, page);
      case FAIRNESS -> {
        page.add("sex", label("stated-sex.", draft.one("person.sex"), language));
        page.add("ethnicCategory", label("ethnic-category.", draft.one("person.ethnicCategory"), language));
      }
      case CHECK -> {}
    }
    return page.rows();
  }

  private void consent(ReferralDraft draft, ReferrerKind kind, Page page) {
    if (kind == ReferrerKind.SELF) {
      page.add("agree", words.say(page.language(), "platform.yes"));
      return;
    }
    boolean given = draft.is("consent.given", DraftReader.YES);
    page.add("consent", words.say(page.language(), given ? "platform.yes" : "platform.no"));
    if (given) {
      page.add("givenBy", label("intake.given-by.", draft.one("consent.givenBy"), page.language()));
      page.add("givenHow", label("intake.given-how.", draft.one("consent.how"), page.language()));
      page.add("givenOn", date(reader.date(draft, "consent.on"), page.language()));
    }
    boolean mayTell = draft.is("mayTellReferrer", DraftReader.YES);
    page.add("mayTell", words.say(page.language(), mayTell ? "platform.yes" : "platform.no"));
  }

  private static String lines(List<String> codes, UnaryOperator<String> label) {
    return codes.isEmpty() ? null : codes.stream().map(label).collect(Collectors.joining("\n"));
  }

  private String label(String prefix, String code, Language language) {
    return code == null ? null : words.say(language, prefix + code);
  }

  private static String together(String between, String one, String other) {
    return one == null ? other : other == null ? one : one + between + other;
  }

  private static String date(LocalDate day, Language language) {
    return day == null ? null : DateTimeFormatter.ofPattern("d MMMM yyyy", language.locale()).format(day);
  }

  private final class Page {
    private final List<Row> rows;
    private final String link;
    private final Language language;

    Page(List<Row> rows, String link, Language language) {
      this.rows = rows;
      this.link = link;
      this.language = language;
    }

    void add(String key, String answer) {
      rows.add(new Row(words.say(language, "intake.row." + key), answer, link));
    }

    List<Row> rows() {
      return rows;
    }

    Language language() {
      return language;
    }
  }
}
