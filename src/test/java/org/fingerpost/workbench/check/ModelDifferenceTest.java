package org.fingerpost.workbench.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What changed is told as somebody would tell it. */
@Tag("models")
@Tag("fast")
@DisplayNameGeneration(ReplaceUnderscores.class)
class ModelDifferenceTest {

  private static final String SETTLE = "bpmn/settle-route.bpmn";
  private static final String CONTACT = "dmn/contact-plan.dmn";
  private static final String ROUTE = "dmn/referral-route.dmn";
  private static final String FORM = "forms/record-check-in.form";

  static Stream<Arguments> edits() {
    return Stream.of(
        edit(SETTLE, "name=\"Confirm route\"", "name=\"Settle the route\"", "“Confirm route” has another name: Confirm route → Settle the route."),
        edit(SETTLE, "camunda:candidateGroups=\"team-leads\" camunda:dueDate=\"${settleDueAt}\" camunda:priority=\"${settlingPriority}\">\n      <bpmn:documentation>The team lead reads", "camunda:candidateGroups=\"administrators\" camunda:dueDate=\"${settleDueAt}\" camunda:priority=\"${settlingPriority}\">\n      <bpmn:documentation>The team lead reads", "Who does “Confirm route”: team-leads → administrators."),
        edit(SETTLE, "formRef=\"confirm-route\"", "formRef=\"arrange-transfer\"", "The form of “Confirm route”: confirm-route → arrange-transfer."),
        edit(SETTLE, "${joinReferralDelegate}", "${transferReferralDelegate}", "What happens at “Join referral”: ${joinReferralDelegate} → ${transferReferralDelegate}."),
        edit(SETTLE, "<bpmn:timerEventDefinition id=\"timer_routeOverdue\">\n        <bpmn:timeDate xsi:type=\"bpmn:tFormalExpression\">${settleDueAt}", "<bpmn:timerEventDefinition id=\"timer_routeOverdue\">\n        <bpmn:timeDate xsi:type=\"bpmn:tFormalExpression\">${laterAt}", "Timer “Route is overdue”: ${settleDueAt} → ${laterAt}."),
        edit(SETTLE, "sourceRef=\"event_routeOverdue\" targetRef=\"serviceTask_escalateRoute\"", "sourceRef=\"event_routeOverdue\" targetRef=\"endEvent_joined\"", "to “Route is overdue” → “Joined”."),
        edit(SETTLE, "value=\"settling-plan\"", "value=\"contact-plan\"", "The decision table of “Plan settling”: settling-plan → contact-plan."),
        edit(SETTLE, "The team lead reads the proposed route", "The team lead looks at the proposed route", "The words about “Confirm route” changed"),
        edit(SETTLE, "attachedToRef=\"userTask_confirmRoute\"", "attachedToRef=\"userTask_confirmRoute\" cancelActivity=\"false\"", "The setting cancelActivity of “Route is overdue”: – → false."),
        edit(SETTLE, "default=\"flow_nothingToArrange\"", "default=\"flow_merge\"", "The arrow taken at “Which route?” when no other fits"),
        edit(CONTACT, "<text>2</text>\n        </outputEntry>\n        <outputEntry id=\"then_firstUrgentByPhone_channel\">", "<text>1</text>\n        </outputEntry>\n        <outputEntry id=\"then_firstUrgentByPhone_channel\">", "Rule “first urgent by phone”: answer “Due in”: 2 → 1 working days."),
        edit(CONTACT, "<text>\"PHONE\",\"BOTH\"</text>", "<text>\"PHONE\",\"NONE\"</text>", "Rule “first urgent by phone”: input “Contact details known”: added \"NONE\"; gone \"BOTH\"."),
        edit(CONTACT, "hitPolicy=\"UNIQUE\"", "hitPolicy=\"FIRST\"", "The hit policy of “Contact plan”: UNIQUE → FIRST."),
        edit(ROUTE, "<text>\"NOT_LIVE\"</text>", "<text>\"ELSEWHERE\"</text>", "Rule “area not live”: input “Where the person lives”: \"NOT_LIVE\" → \"ELSEWHERE\"."),
        edit(ROUTE, "id=\"rule_outOfArea\"", "id=\"rule_livesElsewhere\"", "New rule “lives elsewhere” as row 4: Where the person lives: \"ELSEWHERE\""),
        edit(ROUTE, "id=\"rule_outOfArea\"", "id=\"rule_livesElsewhere\"", "The rule “out of area” is gone; it was row 4"),
        edit(FORM, "\"key\": \"attendance\"", "\"key\": \"presence\"", "New field “"));
  }

  private static Arguments edit(String file, String from, String to, String sentence) {
    return Arguments.of(sentence, file, from, to);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("edits")
  void a_change_is_told_in_words(String sentence, String file, String from, String to) {
    var changes = between(file, Bundles.text(file), Bundles.broken(file, from, to));
    assertThat(changes).extracting(change -> Bundles.said(change, "en")).anyMatch(said -> said.contains(sentence));
    assertThat(changes)
        .allSatisfy(change -> assertThat(Bundles.said(change, "cy")).isNotEqualTo(Bundles.said(change, "en")).doesNotContain("{0}"));
  }

  @Test
  void a_rule_that_moves_is_told_as_one_move() {
    String text = Bundles.text(ROUTE);
    int first = text.indexOf("<rule id=\"rule_immediateRisk\">");
    int second = text.indexOf("<rule id=\"rule_openCase\">");
    int third = text.indexOf("<rule id=\"rule_sourceNotLive\">");
    String swapped = text.substring(0, first) + text.substring(second, third) + text.substring(first, second) + text.substring(third);

    assertThat(between(ROUTE, text, swapped))
        .singleElement()
        .satisfies(change -> assertThat(change.kind()).isEqualTo(Change.Kind.MOVED))
        .extracting(change -> Bundles.said(change, "en"))
        .asString()
        .contains("moved: row ");
  }

  @Test
  void a_shape_that_moves_is_told_last() {
    String moved = Bundles.broken(SETTLE, "name=\"Confirm route\"", "name=\"Settle route\"");
    int shape = moved.indexOf("bpmnElement=\"userTask_arrangeTransfer\"");
    int x = moved.indexOf("x=\"", shape) + 3;
    moved = moved.substring(0, x) + "9" + moved.substring(x);
    assertThat(between(SETTLE, Bundles.text(SETTLE), moved)).extracting(Change::kind).containsExactly(Change.Kind.CHANGED, Change.Kind.MOVED);
  }

  @Test
  void white_space_and_the_order_of_attributes_change_nothing() {
    assertThat(between(SETTLE, Bundles.text(SETTLE), Bundles.text(SETTLE).replace("\n  ", "\n      "))).isEmpty();
    assertThat(between(ROUTE, Bundles.text(ROUTE), Bundles.text(ROUTE).replace("<text></text>", "<text>-</text>"))).isEmpty();
    assertThat(between(SETTLE, Bundles.text(SETTLE), Bundles.broken(SETTLE, "name=\"Settle route\" isExecutable=\"true\"", "isExecutable=\"true\" name=\"Settle route\"")))
        .isEmpty();
  }

  @Test
  void a_model_that_is_new_or_taken_away_is_told() {
    byte[] bytes = Bundles.text(SETTLE).getBytes(StandardCharsets.UTF_8);
    assertThat(new ModelDifference().between(SETTLE, null, bytes)).extracting(Change::kind).containsExactly(Change.Kind.ADDED);
    assertThat(new ModelDifference().between(SETTLE, bytes, null)).extracting(Change::kind).containsExactly(Change.Kind.REMOVED);
    assertThat(new ModelDifference().between(SETTLE, null, null)).isEmpty();
  }

  private static List<Change> between(String file, String before, String after) {
    return new ModelDifference().between(file, before.getBytes(StandardCharsets.UTF_8), after.getBytes(StandardCharsets.UTF_8));
  }
}
