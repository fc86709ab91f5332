package org.fingerpost.referral.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.fingerpost.platform.InvalidInput.Problem;
import org.fingerpost.platform.Language;
import org.fingerpost.referral.AReferral;
import org.fingerpost.referral.ReferralRequest;
import org.fingerpost.referral.ReferralRequest.ConsentToRefer;
import org.fingerpost.referral.ReferralRequest.Referrer;
import org.fingerpost.scheme.Scheme;
import org.fingerpost.scheme.Schemes;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ReferralRulesTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 6, 1);

  private static AReferral forZebedee() {
    return AReferral.forZebedee()
        .consent(new ConsentToRefer(true, "PERSON", "IN_PERSON", TODAY.minusMonths(5)));
  }
  private static final Scheme GLOUCESTERSHIRE = Schemes.shipped().get("gloucestershire");

  private static final ResourceBundle ENGLISH = ResourceBundle.getBundle("messages/referral", Locale.ENGLISH);
  private static final ResourceBundle WELSH = ResourceBundle.getBundle("messages/referral", Language.CY.locale());

  @ParameterizedTest(name = "{0}: {2}")
  @MethodSource("whatIsRefused")
  void a_problem_is_named_by_field_and_reason(String what, UnaryOperator<AReferral> change, String expected) {
    assertThat(problems(change.apply(forZebedee()).request())).containsExactly(expected.split(", "));
  }

  static Stream<Arguments> whatIsRefused() {
    return Stream.of(
        refused("nobody refers", r -> r.referredBy(null, "GENERAL_PRACTICE"),
            "referrer.kind required, referrer.name required, referrer.email required"),
        refused("an unknown kind of referrer", r -> r.referredBy(by("ROBOT", "A B", "C", "a@example.org", null), "GENERAL_PRACTICE"),
            "referrer.kind required"),
        refused("a sex in other codes", r -> r.belonging("F", "A"), "person.sex unknown"),
        refused("an ethnic category there is not", r -> r.belonging("2", "Q"), "person.ethnicCategory unknown"),
        refused("no source", r -> r.from(" "), "sourceCode required"),
        refused("a source that the scheme does not have", r -> r.from("LIBRARY"), "sourceCode unknown"),
        refused("a professional as the person themself", r -> r.from("SELF"), "sourceCode unknown"),
        refused("a relative as a surgery", r -> r.byFamily("CHILD").from("GENERAL_PRACTICE"), "sourceCode unknown"),
        refused("a professional of no organisation", r -> r.referredBy(by("PROFESSIONAL", "A B", null, "a@example.org", null), "POLICE"),
            "referrer.organisation required"),
        refused("an organisation too long", r -> r.referredBy(by("PROFESSIONAL", "A B", "o".repeat(101), "a@example.org", null), "POLICE"),
            "referrer.organisation tooLong"),
        refused("a referrer who cannot be reached", r -> r.referredBy(by("PROFESSIONAL", "A B", "C", " ", null), "POLICE"),
            "referrer.email required"),
        refused("a referrer's wrong address", r -> r.referredBy(by("PROFESSIONAL", "A B", "C", "a@example", null), "POLICE"),
            "referrer.email invalid"),
        refused("a second header in an address", r -> r.referredBy(by("PROFESSIONAL", "A B", "C", "a@example.org\nBcc: b@example.org", null), "POLICE"),
            "referrer.email invalid"),
        refused("a referrer's short number", r -> r.referredBy(by("PROFESSIONAL", "A B", "C", null, "999"), "POLICE"),
            "referrer.phone invalid"),
        refused("a relative without relation", r -> r.byFamily(null), "referrer.relation required"),
        refused("an unknown relation", r -> r.byFamily("DOG"), "referrer.relation required"),
        refused("no names", r -> r.named(" ", null), "person.givenName required, person.familyName required"),
        refused("names of 36 characters", r -> r.named("é".repeat(36), "x".repeat(36)),
            "person.givenName tooLong, person.familyName tooLong"),
        refused("NUL in a name", r -> r.named("Ze\0bedee", "Quillfeather"), "person.givenName characters"),
        refused("a new line in a name", r -> r.named("Zebedee", "Quill\nfeather"), "person.familyName characters"),
        refused("half a character in a name", r -> r.named("Zebe\ud83ddee", "Quillfeather"), "person.givenName characters"),
        refused("a name that turns the writing round", r -> r.named("Zebedee\u202e", "Quillfeather"), "person.givenName characters"),
        refused("no date of birth", r -> r.born(null), "person.dateOfBirth required"),
        refused("born today", r -> r.born(TODAY), "person.dateOfBirth notPast"),
        refused("born over 120 years ago", r -> r.born(TODAY.minusYears(120).minusDays(1)), "person.dateOfBirth tooOld"),
        refused("a wrong NHS number", r -> r.nhsNumber("9990000019"), "person.nhsNumber invalid"),
        refused("ten nines", r -> r.nhsNumber("999 999 9999"), "person.nhsNumber invalid"),
        refused("no postcode", r -> r.livingAt(""), "person.postcode required"),
        refused("half a postcode", r -> r.livingAt("GL1"), "person.postcode invalid"),
        refused("no postcode of the United Kingdom", r -> r.livingAt("90210"), "person.postcode invalid"),
        refused("no way to reach the person", r -> r.reachedBy(" ", null), "person.phone required"),
        refused("letters in a number", r -> r.reachedBy("01632 96O 222", null), "person.phone invalid"),
        refused("a number too long", r -> r.reachedBy("0163296022201632960222", null), "person.phone invalid"),
        refused("an address with a space", r -> r.reachedBy(null, "zeb edee@example.org"), "person.email invalid"),
        refused("an address too long", r -> r.reachedBy(null, "a@" + "b.".repeat(130) + "org"), "person.email invalid"),
        refused("long notes", r -> r.notes("n".repeat(501), "n".repeat(501)),
            "person.communicationNeeds tooLong, person.safeTimeToCall tooLong"),
        refused("a part of the day that nobody knows", r -> r.safeAt("MORNING", "NIGHT"), "person.safeTimes unknown"),
        refused("no needs", r -> r.needs(), "needs required"),
        refused("four needs", r -> r.needs("LONELINESS", "MONEY", "HOUSING", "CARING"), "needs tooMany"),
        refused("the same need twice", r -> r.needs("MONEY", "MONEY"), "needs unknown"),
        refused("an unknown need", r -> r.needs("FAME"), "needs unknown"),
        refused("a long reason", r -> r.reason("r".repeat(2001)), "reason tooLong"),
        refused("NUL in a reason", r -> r.reason("so\0"), "reason characters"),
        refused("no risks", r -> r.risks(), "risks required"),
        refused("an unknown risk", r -> r.risks("BORES"), "risks unknown"),
        refused("no risk and a risk", r -> r.risks("NONE_KNOWN", "FALLS"), "risks noneAndSome"),
        refused("no answer about consent", r -> r.consent(null), "consent.given required"),
        refused("consent of nobody, nowhere, never", r -> r.consent(new ConsentToRefer(true, null, " ", null)),
            "consent.givenBy required, consent.how required, consent.on required"),
        refused("consent of tomorrow", r -> r.consent(new ConsentToRefer(true, "PERSON", "VIDEO", TODAY.plusDays(1))),
            "consent.on inFuture"),
        refused("consent of long ago", r -> r.consent(new ConsentToRefer(true, "PERSON", "VIDEO", TODAY.minusYears(1).minusDays(1))),
            "consent.on tooOld"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("whatIsReceived")
  void what_the_table_decides_or_nobody_needs_is_received(String what, UnaryOperator<AReferral> change) {
    assertThat(problems(change.apply(forZebedee()).request())).isEmpty();
  }

  static Stream<Arguments> whatIsReceived() {
    return Stream.of(
        received("an ordinary referral", r -> r),
        received("no consent", AReferral::withoutConsent),
        received("a source that is not live yet", r -> r.from("COMMUNITY_HOSPITAL")),
        received("somebody from elsewhere", r -> r.livingAt("CF10 1EP")),
        received("somebody of no fixed abode", r -> r.livingAt("zz99 3vz")),
        received("a child", r -> r.born(TODAY.minusYears(9))),
        received("somebody born yesterday", r -> r.born(TODAY.minusDays(1))),
        received("somebody of 120 years", r -> r.born(TODAY.minusYears(120))),
        received("no NHS number", r -> r.nhsNumber(" ")),
        received("names of 35 letters that take two units each", r -> r.named("🙂".repeat(35), "ŵ".repeat(35))),
        received("somebody safe in two parts of the day", r -> r.safeAt("MORNING", "EVENING")),
        received("a number from abroad", r -> r.reachedBy("+353 (1) 960-0222", null)),
        received("an address only", r -> r.reachedBy(null, "o'neill+x@mail.example.org")),
        received("a reason of several lines", r -> r.reason("one\r\n\ttwo")),
        received("the person themself", AReferral::bySelf),
        received("a relative", r -> r.byFamily("CHILD")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"M1 1AA", "M60 1NW", "CR2 6XH", "DN55 1PT", "W1A 1HQ", "EC1A 1BB", "GIR 0AA", "gl11aa", " Gl 1 1aA "})
  void every_shape_of_postcode_is_read(String postcode) {
    assertThat(problems(forZebedee().livingAt(postcode).request())).isEmpty();
  }

  @Test
  void all_problems_are_told_at_once_in_the_order_of_the_form() {
    var nothing =
        new ReferralRequest(
            "gloucestershire", null, null, null, null, null, null, null, null, null, null, null, null, null, false, false, null,
            false);

    assertThat(problems(nothing))
        .containsExactly(
            "referrer.kind required",
            "sourceCode required",
            "referrer.name required",
            "referrer.email required",
            "person.givenName required",
            "person.familyName required",
            "person.dateOfBirth required",
            "person.postcode required",
            "person.phone required",
            "needs required",
            "risks required",
            "consent.given required");
  }

  @Test
  void a_request_is_kept_tidy() {
    var tidied = tidy(forZebedee().named(" Zebedee ", "Quillfeather\t").nhsNumber("999-000 0018").reason("  ").request());

    assertThat(tidied.person().givenName()).isEqualTo("Zebedee");
    assertThat(tidied.person().nhsNumber()).isEqualTo("9990000018");
    assertThat(tidied.person().postcode()).isEqualTo("GL1 1AA");
    assertThat(tidied.reason()).isNull();
    assertThat(tidy(tidied)).isEqualTo(tidied);
  }

  @Test
  void somebody_who_refers_themself_is_their_own_referrer() {
    var tidied = tidy(forZebedee().bySelf().consent(new ConsentToRefer(true, null, null, null)).request());

    assertThat(tidied.sourceCode()).isEqualTo("SELF");
    assertThat(tidied.referrer().name()).isEqualTo("Zebedee Quillfeather");
    assertThat(tidied.referrer().email()).isEqualTo("zebedee@example.org");
    assertThat(tidied.consent()).isEqualTo(new ConsentToRefer(true, "PERSON", "ONLINE", TODAY));
  }

  @Test
  void who_chose_no_language_is_spoken_to_in_the_schemes() {
    var wales = Schemes.shipped().get("wales");
    var tidied =
        ReferralRules.tidy(forZebedee().to("wales").referredBy(by("PROFESSIONAL", "A", "B", "a@example.org", null), "X").request(), wales, TODAY);

    assertThat(tidied.referrer().language()).isEqualTo(wales.defaultLanguage());
    assertThat(tidied.person().preferredLanguage()).isEqualTo(Language.EN);
  }

  private static Referrer by(String kind, String name, String organisation, String email, String phone) {
    return new Referrer(kind, name, null, organisation, email, phone, null, null);
  }

  private static ReferralRequest tidy(ReferralRequest request) {
    return ReferralRules.tidy(request, GLOUCESTERSHIRE, TODAY);
  }

  private static List<String> problems(ReferralRequest request) {
    return ReferralRules.problems(tidy(request), GLOUCESTERSHIRE, TODAY).stream().map(ReferralRulesTest::inShort).toList();
  }

  /** The field and the last word of the key: {@code person.phone invalid}. */
  private static String inShort(Problem problem) {
    String key = problem.messageKey();
    assertThat(ENGLISH.containsKey(key) && WELSH.containsKey(key)).as("words for " + key).isTrue();
    return problem.field() + " " + key.substring(key.lastIndexOf('.') + 1);
  }

  private static Arguments refused(String what, UnaryOperator<AReferral> change, String expected) {
    return arguments(what, change, expected);
  }

  private static Arguments received(String what, UnaryOperator<AReferral> change) {
    return arguments(what, change);
  }

  @ParameterizedTest
  @ValueSource(strings = {"[Ann](http://example.org)", "<b>Ann</b>", "Ann]", "A > B"})
  void a_name_with_brackets_would_be_read_as_mark_up_and_is_refused(String name) {
    var referrer = new Referrer("PROFESSIONAL", name, name, name, "wynne@example.org", null, null, Language.EN);
    assertThat(problems(forZebedee().named(name, name).referredBy(referrer, "GENERAL_PRACTICE").request()))
        .containsExactly(
            "referrer.name brackets", "referrer.role brackets", "referrer.organisation brackets", "person.givenName brackets",
            "person.familyName brackets");
  }

  @Test
  void groups_and_circumstances_are_of_the_lists_and_may_be_left_out() {
    assertThat(problems(forZebedee().groups("LONELY", "FREQUENT_ATTENDER").circumstances("HOMELESS").askingFor("MALE").practice(" l84999 ").request()))
        .isEmpty();
    assertThat(
            problems(
                forZebedee().groups("RICH").circumstances("HOMELESS", "HOMELESS").askingFor("TALL").practice("L84").request()))
        .containsExactly("practiceCode invalid", "groups unknown", "circumstances unknown", "workerAsked required");
  }
}
