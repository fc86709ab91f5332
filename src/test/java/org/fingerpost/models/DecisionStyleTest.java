package org.fingerpost.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The decision tables obey {@code src/docs/models/style.md}, and each rule notices when it is
 * broken.
 */
@Tag("models")
@Tag("fast")
@DisplayNameGeneration(ReplaceUnderscores.class)
class DecisionStyleTest {

  private static final String ROUTE = "dmn/referral-route.dmn";
  private static final String CONTACT = "dmn/contact-plan.dmn";

  static Stream<Path> decisions() {
    return ModelFiles.decisions().stream();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("decisions")
  void a_table_can_be_read_without_its_author(Path file) {
    assertThat(Finding.list(WhatIsFound.in(file))).isEmpty();
  }

  static Stream<Arguments> mistakes() {
    return Stream.of(
        Arguments.of(
            "a made-up row id",
            ROUTE,
            "id=\"rule_outOfArea\"",
            "id=\"DecisionRule_0vq8eyq\"",
            "says why",
            15),
        Arguments.of(
            "a row without a source",
            ROUTE,
            "Source: duplicate handling",
            "See duplicate handling",
            "Annotate",
            15),
        Arguments.of(
            "a row without a reason",
            CONTACT,
            "Urgent needs cannot wait a week, and a voice is quickest. Source",
            "Source",
            "Annotate",
            15),
        Arguments.of("bad FEEL", CONTACT, "&gt;= 3", "&gt;= = 3", "FEEL cannot read", 15),
        Arguments.of(
            "a code nobody knows",
            ROUTE,
            "\"MERGE\"</text>",
            "\"MERGED\"</text>",
            "not among the predefined",
            15),
        Arguments.of(
            "a calculation",
            CONTACT,
            "<text>attempt</text>",
            "<text>attempt + 1</text>",
            "one fact by its name",
            14),
        Arguments.of(
            "a number without a unit", CONTACT, "Due in (working days)", "Due", "unit", 14),
        Arguments.of(
            "a policy that is not explained",
            CONTACT,
            "UNIQUE: exactly",
            "Exactly",
            "why the hit policy",
            13),
        Arguments.of(
            "no row for the rest",
            ROUTE,
            "<inputEntry id=\"when_anyoneLikelyToBenefit_requiredNeedMissing\">\n          <text></text>",
            "<inputEntry id=\"when_anyoneLikelyToBenefit_requiredNeedMissing\">\n          <text>false</text>",
            "leaves every condition empty",
            13),
        Arguments.of(
            "an open list of codes",
            "dmn/introduction-plan.dmn",
            "<inputValues id=\"inputValues_format\">\n"
                + "          <text>\"ONE_TO_ONE\",\"GROUP\"</text>\n"
                + "        </inputValues>",
            "",
            "List the codes",
            14));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("mistakes")
  void a_mistake_is_answered_with_advice(
      String mistake, String name, String from, String to, String advice, int rule) {
    var file = Path.of(name);
    String xml = ModelFiles.text(file);
    assertThat(xml).as("the table still holds what this example breaks").contains(from);
    assertThat(WhatIsFound.in(file.toString(), xml.replace(from, to)))
        .anySatisfy(
            finding -> {
              assertThat(finding.advice()).contains(advice);
              assertThat(finding.rule()).isEqualTo(rule);
            });
  }
}
