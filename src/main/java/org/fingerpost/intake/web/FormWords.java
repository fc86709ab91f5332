package org.fingerpost.intake.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.fingerpost.person.EthnicCategory;
import org.fingerpost.person.PartOfDay;
import org.fingerpost.person.StatedSex;
import org.fingerpost.platform.InvalidInput.Problem;
import org.fingerpost.platform.Language;
import org.fingerpost.platform.Words;
import org.fingerpost.referral.ConsentGivenBy;
import org.fingerpost.referral.ConsentHow;
import org.fingerpost.referral.ReferrerKind;
import org.fingerpost.referral.Relation;
import org.fingerpost.referral.WorkerAsked;
import org.fingerpost.scheme.Codes;
import org.fingerpost.scheme.Scheme;
import org.fingerpost.scheme.SchemeWords;
import org.springframework.stereotype.Component;

/** The choices of the form's pages in words: maps from code to label, in the order to be shown. */
@Component
class FormWords {

  private final Words words;
  private final SchemeWords schemeWords;
  private final Clock clock;

  FormWords(Words words, SchemeWords schemeWords, Clock clock) {
    this.words = words;
    this.schemeWords = schemeWords;
    this.clock = clock;
  }

  /** The answer that it does not matter who the link worker is. */
  static final String ANY = "ANY";

  /** The maps that a page needs, by name of the model attribute. */
  Map<String, Object> options(Step step, Scheme scheme, List<ReferrerKind> kinds, Language language) {
    var options = new LinkedHashMap<String, Object>();
    switch (step) {
      case WHO -> options.put("kinds", labels(kinds, "intake.kind.", language));
      case REFERRER -> {
        options.put("sources", sources(scheme, language));
        options.put("relations", labels(List.of(Relation.values()), "intake.relation.", language));
      }
      case PERSON -> options.put("yesNo", yesNo(language));
      case CONTACT -> {
        options.put("languages", labels(List.of(Language.values()), "intake.language.", language));
        options.put("partsOfDay", labels(List.of(PartOfDay.values()), "part-of-day.", language));
        options.put("workers", workers(language));
      }
      case NEEDS -> {
        options.put("needChoices", codes(scheme, Codes.needs(), "need.", language));
        options.put("groupChoices", codes(scheme, Codes.groups(), "group.", language));
        options.put("circumstanceChoices", codes(scheme, Codes.circumstances(), "circumstance.", language));
        options.put("wishes", labels(List.of(DraftReader.Wish.values()), "intake.wish.", language));
      }
      case RISKS -> {
        var risks = Codes.risks().stream().filter(risk -> !risk.equals(Codes.NONE_KNOWN)).toList();
        options.put("riskChoices", codes(scheme, risks, "risk.", language));
        options.put("noRisk", codes(scheme, List.of(Codes.NONE_KNOWN), "risk.", language));
      }
      case CONSENT -> {
        options.put("yesNo", yesNo(language));
        options.put("givers", labels(List.of(ConsentGivenBy.values()), "intake.given-by.", language));
        options.put("ways", labels(waysOfConsent(), "intake.given-how.", language));
      }
      case FAIRNESS -> {
        options.put("sexes", coded(StatedSex.codes(), "stated-sex.", language));
        options.put("sexesOfOneself", coded(StatedSex.codesOfOneself(), "stated-sex.", language));
        options.put("ethnicGroups", ethnicGroups(language));
        var other = List.of(EthnicCategory.NOT_STATED.code(), EthnicCategory.NOT_KNOWN.code());
        options.put("ethnicElse", coded(other, "ethnic-category.", language));
      }
      case CHECK -> {}
    }
    return options;
  }

  /** The sources that may refer today, without the public's own, in the scheme's words. */
  Map<String, String> sources(Scheme scheme, Language language) {
    var labels = new LinkedHashMap<String, String>();
    scheme.sourcesLive(LocalDate.now(clock)).stream()
        .filter(source -> !source.code().equals("SELF"))
        .forEach(source -> labels.put(source.code(), source.label().in(language)));
    return labels;
  }

  String need(Scheme scheme, String code, Language language) {
    return schemeWords.say(scheme.id(), language, "need." + code);
  }

  String group(Scheme scheme, String code, Language language) {
    return schemeWords.say(scheme.id(), language, "group." + code);
  }

  String circumstance(Scheme scheme, String code, Language language) {
    return schemeWords.say(scheme.id(), language, "circumstance." + code);
  }

  String risk(Scheme scheme, String code, Language language) {
    return schemeWords.say(scheme.id(), language, "risk." + code);
  }

  String say(Language language, String key, Object... args) {
    return words.say(language, key, args);
  }

  /** The problems in words for whoever reads them: "your first name" to somebody who refers themself, where the bundle has it so. */
  List<Problem> addressed(List<Problem> problems, ReferrerKind kind, Language language) {
    if (kind != ReferrerKind.SELF) {
      return problems;
    }
    return problems.stream()
        .map(
            problem -> {
              var own = "intake.self." + problem.messageKey();
              return words.say(language, own).equals(own) ? problem : new Problem(problem.field(), own, problem.args());
            })
        .toList();
  }

  /** Online is how somebody agrees who fills in the form for themself, and nobody else. */
  private static List<ConsentHow> waysOfConsent() {
    return Stream.of(ConsentHow.values()).filter(how -> how != ConsentHow.ONLINE).toList();
  }

  private Map<String, String> workers(Language language) {
    var labels = new LinkedHashMap<String, String>();
    labels.put(ANY, words.say(language, "worker-asked." + ANY));
    labels.putAll(labels(List.of(WorkerAsked.values()), "worker-asked.", language));
    return labels;
  }

  private Map<String, String> yesNo(Language language) {
    var labels = new LinkedHashMap<String, String>();
    labels.put(DraftReader.YES, words.say(language, "platform.yes"));
    labels.put(DraftReader.NO, words.say(language, "platform.no"));
    return labels;
  }

  private Map<String, String> labels(List<? extends Enum<?>> codes, String prefix, Language language) {
    var labels = new LinkedHashMap<String, String>();
    codes.forEach(code -> labels.put(code.name(), words.say(language, prefix + code.name())));
    return labels;
  }

  /** Categories by the name of their group. */
  private Map<String, Map<String, String>> ethnicGroups(Language language) {
    var groups = new LinkedHashMap<String, Map<String, String>>();
    for (var group : EthnicCategory.Group.values()) {
      var codes =
          Stream.of(EthnicCategory.values())
              .filter(category -> category.group().filter(group::equals).isPresent())
              .map(EthnicCategory::code)
              .toList();
      groups.put(words.say(language, "ethnic-group." + group), coded(codes, "ethnic-category.", language));
    }
    return groups;
  }

  private Map<String, String> coded(List<String> codes, String prefix, Language language) {
    var labels = new LinkedHashMap<String, String>();
    codes.forEach(code -> labels.put(code, words.say(language, prefix + code)));
    return labels;
  }

  private Map<String, String> codes(Scheme scheme, List<String> codes, String prefix, Language language) {
    var labels = new LinkedHashMap<String, String>();
    codes.forEach(code -> labels.put(code, schemeWords.say(scheme.id(), language, prefix + code)));
    return labels;
  }
}
