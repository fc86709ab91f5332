package org.fingerpost.intake.web;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The pages of the referral form, in order, each with one theme. */
enum Step {
  WHO("referrer.kind"),
  REFERRER(
      "sourceCode",
      "referrer.relation",
      "referrer.name",
      "referrer.role",
      "referrer.organisation",
      "practiceCode",
      "referrer.email",
      "referrer.phone"),
  PERSON("person.givenName", "person.familyName", "person.dateOfBirth", "person.postcode", "hasNhsNumber", "person.nhsNumber"),
  CONTACT(
      "person.phone",
      "person.email",
      "person.safeTimes",
      "person.safeTimeToCall",
      "person.preferredLanguage",
      "person.interpreter",
      "person.communicationNeeds",
      "workerAsked"),
  NEEDS("needs", "groups", "circumstances", "reason", "tried", "wish"),
  RISKS("risks", "riskNote"),
  CONSENT("consent.given", "consent.givenBy", "consent.how", "consent.on", "mayTellReferrer"),
  /** Only once the person has agreed, and all of it may be left empty. */
  FAIRNESS("person.sex", "person.ethnicCategory"),
  CHECK;

  /** The field that people leave empty, on every page. */
  static final String LEAVE_EMPTY = "website";

  private static final List<String> DATES = List.of("person.dateOfBirth", "consent.on");

  private final List<String> fields;

  Step(String... fields) {
    this.fields = List.of(fields);
  }

  /** The last part of the page's address. */
  String path() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<Step> of(String path) {
    return Stream.of(values()).filter(step -> step.path().equals(path)).findFirst();
  }

  /** The fields that problems on this page are about, in the page's order. */
  List<String> fields() {
    return fields;
  }

  /** The names under which the page's form sends: a date is three of them. */
  List<String> inputs() {
    return Stream.concat(
            fields.stream()
                .flatMap(
                    field ->
                        DATES.contains(field)
                            ? Stream.of(field + "-day", field + "-month", field + "-year")
                            : Stream.of(field)),
            this == CHECK ? Stream.empty() : Stream.of(LEAVE_EMPTY))
        .toList();
  }
}
