package org.fingerpost.workbench.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.fingerpost.models.ModelFiles;
import org.fingerpost.workbench.ModelBundle;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each check notices its mistake in a real model, and names the element. */
@Tag("models")
@Tag("fast")
@DisplayNameGeneration(ReplaceUnderscores.class)
class ModelChecksTest {

  private static final String JOURNEY = "bpmn/referral-journey.bpmn";
  private static final String SETTLE = "bpmn/settle-route.bpmn";
  private static final String GRANT = "bpmn/pay-grant.bpmn";
  private static final String FIRST = "bpmn/first-contact.bpmn";
  private static final String FOLLOW_UP = "bpmn/follow-up-cycle.bpmn";
  private static final String ROUTE = "dmn/referral-route.dmn";
  private static final String CONTACT = "dmn/contact-plan.dmn";
  private static final String LAST = "<inputEntry id=\"when_anyoneLikelyToBenefit_group\">\n          <text>";
  private static final String RISK = "<inputEntry id=\"when_immediateRisk_immediateRisk\">\n          <text>";
  private static final String CHECK_IN = "forms/record-check-in.form";

  static Stream<Arguments> mistakes() {
    return Stream.of(
        // what a process relies on
        mistake("a delegate nobody wrote", JOURNEY, "${closeUntakenDelegate}", "${postmanDelegate}", Check.DELEGATE_UNKNOWN, "Close"),
        mistake("a table that is not there", JOURNEY, "\"referral-route\"", "\"referral-rout\"", Check.DECISION_UNKNOWN, "Decide route"),
        mistake("a form that is not there", SETTLE, "formRef=\"confirm-route\"", "formRef=\"confirm-way\"", Check.FORM_UNKNOWN, "Confirm route"),
        mistake("a process that is not there", JOURNEY, "calledElement=\"settle-route\"", "calledElement=\"settle\"", Check.CALL_UNKNOWN, "ettle"),
        mistake("a role that nobody has", SETTLE, "\"team-leads\"", "\"everybody\"", Check.ROLES, "Confirm route"),
        mistake("a message nobody sends", JOURNEY, "\"referral.ended\"", "\"referral.finished\"", Check.MESSAGE_UNKNOWN, "referral.finished"),
        mistake("a date nobody writes", FOLLOW_UP, "${checkInDueAt}</bpmn:timeDate>", "${someDayAt}</bpmn:timeDate>", Check.VARIABLE_UNWRITTEN, "heck"),
        mistake("a step that no longer writes", SETTLE, "takenOn, transferAgreed, receivingScheme", "takenOn, receivingScheme", Check.VARIABLE_UNWRITTEN, "agree"),
        mistake("a code asked like a flag", JOURNEY, "${!linkWorkerFound}", "${!linkWorker}", Check.VARIABLE_KIND, "No"),
        mistake("a claim to write", JOURNEY, "value=\"route, takenOn, routeToConfirm\"", "value=\"route, takenOn, routeToConfirm, linkWorker\"", Check.VARIABLE_CLAIMED, "Decide route"),
        mistake("a called process that lacks its worker", JOURNEY, "<camunda:in source=\"linkWorker\" target=\"linkWorker\" />", "", Check.VARIABLE_UNWRITTEN, "irst contact"),
        mistake("an answer the called process never writes", JOURNEY, "source=\"contactResult\"", "source=\"contactOutcome\"", Check.VARIABLE_UNWRITTEN, "irst contact"),
        mistake("a task of a link worker that is anybody's", JOURNEY, "camunda:assignee=\"${linkWorker}\"", "", Check.ASSIGNEE, "onversation"),
        // variables on every way
        mistake("a way that writes no flag", GRANT, "value=\"termsAccepted, payDueAt\" />\n        </camunda:properties>\n      </bpmn:extensionElements>\n      <bpmn:outgoing>flow_termsAnswered", "value=\"payDueAt\" />\n        </camunda:properties>\n      </bpmn:extensionElements>\n      <bpmn:outgoing>flow_termsAnswered", Check.VARIABLE_WAY, "Terms accepted?"),
        mistake("a shortcut past the step that writes", SETTLE, "targetRef=\"serviceTask_planSettling\"", "targetRef=\"userTask_confirmRoute\"", Check.VARIABLE_WAY, "overdue"),
        mistake("an event that leaves before its step has written", FIRST, "sourceRef=\"event_detailsOverdue\" targetRef=\"serviceTask_sendLetter\"", "sourceRef=\"event_detailsOverdue\" targetRef=\"gateway_detailsFound\"", Check.VARIABLE_WAY, "etails"),
        mistake("a shortcut past whoever is chosen", JOURNEY, "targetRef=\"serviceTask_assignLinkWorker\"", "targetRef=\"callActivity_firstContact\"", Check.VARIABLE_WAY, "Hold conversation"),
        mistake("a date that only some ways have", FOLLOW_UP, "name=\"writes\" value=\"nextStep, checkInDueAt, decisionDueAt\"", "name=\"writes\" value=\"nextStep, checkInDueAt\"", Check.VARIABLE_UNWRITTEN, ""),
        mistake("an event sub-process that knows less than the process", "bpmn/keep-mark.bpmn", "targetRef=\"businessRuleTask_planUpkeep\" />\n    <bpmn:sequenceFlow id=\"flow_upkeepPlanned\"", "targetRef=\"event_assessorNeeded\" />\n    <bpmn:sequenceFlow id=\"flow_upkeepPlanned\"", Check.VARIABLE_WAY, "Overdue"),
        // timers
        mistake("a date in the diagram", FOLLOW_UP, "${checkInDueAt}</bpmn:timeDate>", "2099-01-01T00:00:00</bpmn:timeDate>", Check.TIMER_DATE, "heck"),
        mistake("a wait of twenty years", CONTACT, "<text>10</text>", "<text>5000</text>", Check.ANSWER_TIME, "first urgent by phone"),
        mistake("a wait of nothing", CONTACT, "<text>10</text>", "<text>0</text>", Check.ANSWER_TIME, "first urgent by phone"),
        // where a process leads
        mistake("no way on when nothing fits", JOURNEY, " default=\"flow_linkWorker\"", "", Check.GATEWAY_DEFAULT, "Which route?"),
        mistake("no way to an end", SETTLE, "targetRef=\"endEvent_joined\"", "targetRef=\"serviceTask_joinReferral\"", Check.PATH_NO_END, "Join referral"),
        mistake("a step nobody reaches", SETTLE, "targetRef=\"endEvent_joined\"", "targetRef=\"serviceTask_joinReferral\"", Check.PATH_UNREACHED, "Joined"),
        mistake("a round without a wait", SETTLE, "targetRef=\"endEvent_joined\"", "targetRef=\"serviceTask_joinReferral\"", Check.PATH_LOOP, "Join referral"),
        // a person's referral ended by a table alone
        mistake("the wrong ones go to be confirmed", JOURNEY, "${routeToConfirm}", "${!routeToConfirm}", Check.PATH_ALONE, "Close"),
        mistake("nobody confirms a route", JOURNEY, "targetRef=\"callActivity_settleRoute\"", "targetRef=\"gateway_route\"", Check.PATH_ALONE, "Close"),
        mistake("time that runs out ends a referral", SETTLE, "sourceRef=\"event_routeOverdue\" targetRef=\"serviceTask_escalateRoute\"", "sourceRef=\"event_routeOverdue\" targetRef=\"serviceTask_joinReferral\"", Check.PATH_ALONE, "Join referral"),
        mistake("everybody is only signposted", JOURNEY, "${route == 'SIGNPOST'}", "${takenOn}", Check.PATH_ALONE, "ignpost"),
        // tables
        mistake("no answer for some", ROUTE, LAST, LAST + "\"NATIONAL\"", Check.TABLE_GAP, "Referral route"),
        mistake("two answers for some", CONTACT, "<text>\"PHONE\",\"BOTH\"</text>", "<text></text>", Check.TABLE_OVERLAP, "first urgent by phone"),
        mistake("a row above all others", ROUTE, RISK + "true", RISK, Check.RULE_SHADOWED, "open case"),
        mistake("a code with a slip", ROUTE, "<text>\"TOO_YOUNG\"</text>", "<text>\"TO_YOUNG\"</text>", Check.CELL_CODE, "young person"),
        mistake("a row that nothing fits", CONTACT, "<text>\"PHONE\",\"BOTH\"</text>", "<text>\"FAX\"</text>", Check.RULE_NEVER, "first urgent by phone"),
        mistake("a policy the engine does not know", ROUTE, "hitPolicy=\"FIRST\"", "hitPolicy=\"PRIORITY\"", Check.TABLE_POLICY, "Referral route"),
        mistake("a list where one answer is asked", ROUTE, "hitPolicy=\"FIRST\"", "hitPolicy=\"COLLECT\"", Check.TABLE_SHAPE, "Referral route"),
        mistake("an answer nobody has listed", ROUTE, "\"MERGE\"</text>", "\"MERGED\"</text>", Check.ANSWER_CODE, "open case"),
        mistake("a route the program does not know", ROUTE, "\"MERGE\"", "\"FORGET\"", Check.ANSWER_UNKNOWN, "open case"),
        mistake("an answer that is missing", ROUTE, "name=\"reasonCode\"", "name=\"because\"", Check.ANSWER_MISSING, "Referral route"),
        mistake("a fact nobody gathers", ROUTE, "<text>area</text>", "<text>postcode</text>", Check.FACT_UNKNOWN, "Where the person lives"),
        mistake("a fact that only counts", ROUTE, "<text>area</text>", "<text>ethnicCategory</text>", Check.FACT_UNKNOWN, "Where the person lives"),
        mistake("a fact with a value it never has", ROUTE, "\"LIVE\",\"NOT_LIVE\",\"ELSEWHERE\"", "\"LIVE\",\"NOT_LIVE\",\"ELSEWHERE\",\"GL1\"", Check.FACT_CODE, "Where the person lives"),
        mistake("a fact of another type", CONTACT, "typeRef=\"boolean\">\n          <text>urgent</text>", "typeRef=\"string\">\n          <text>urgent</text>", Check.FACT_TYPE, "rgent"),
        mistake("a condition FEEL cannot read", CONTACT, "&gt;= 3", "&gt;= = 3", Check.CELL_UNREADABLE, "last by"),
        mistake("an answer that is worked out", CONTACT, "<text>10</text>", "<text>5 + 5</text>", Check.ANSWER_LITERAL, "first urgent by phone"),
        mistake("a row without its reason", CONTACT, ROW_REASON, "", Check.RULE_UNEXPLAINED, "first urgent by phone"),
        mistake("a row whose id says nothing", ROUTE, "id=\"rule_outOfArea\"", "id=\"DecisionRule_0vq8eyq\"", Check.RULE_ID, "4"),
        // forms
        mistake("a field without a home", CHECK_IN, "\"key\": \"attendance\"", "\"key\": \"presence\"", Check.FIELD_HOMELESS, ""),
        mistake("a field of another kind", CHECK_IN, "\"key\": \"attendance\"", "\"type\": \"number\", \"key\": \"attendance\"", Check.FIELD_TYPE, ""),
        mistake("a form newer than Tasklist", CHECK_IN, "\"schemaVersion\": 16", "\"schemaVersion\": 17", Check.FORM_FORMAT, "record-check-in"),
        mistake("a form under another name", CHECK_IN, "\"id\": \"record-check-in\"", "\"id\": \"record-checks\"", Check.FORM_FILE, "record-check-in"));
  }

  private static final String ROW_REASON = rowReason();

  private static String rowReason() {
    String row = Bundles.text(CONTACT);
    row = row.substring(row.indexOf("<rule id=\"rule_firstUrgentByPhone\">"));
    return row.substring(row.indexOf("<description>"), row.indexOf("</description>") + "</description>".length());
  }

  private static Arguments mistake(String what, String file, String from, String to, Check check, String element) {
    return Arguments.of(what, file, from, to, check, element);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("mistakes")
  void a_mistake_is_found_and_named(String what, String file, String from, String to, Check check, String element) {
    var findings = Bundles.found(file, Bundles.broken(file, from, to));

    assertThat(findings)
        .as(what)
        .anySatisfy(
            finding -> {
              assertThat(finding.code()).isEqualTo(check.code());
              assertThat(finding.elementName()).contains(element);
              assertThat(finding.file()).isEqualTo(file);
              assertThat(Bundles.said(finding, "en")).contains(finding.elementName()).doesNotContain("{0}");
              assertThat(Bundles.said(finding, "cy")).contains(finding.elementName()).isNotEqualTo(Bundles.said(finding, "en"));
            });
  }

  @Test
  void no_model_of_the_project_has_an_error() {
    var checks = ModelChecks.withoutEngine();
    assertThat(checks.check(new ModelBundle(null, Bundles.shared()))).filteredOn(Finding::isError).isEmpty();
    ModelFiles.decisions().stream()
        .filter(file -> file.getNameCount() == 3)
        .forEach(
            file -> {
              var own = new TreeMap<String, byte[]>();
              own.put("dmn/" + file.getFileName(), ModelFiles.text(file).getBytes(java.nio.charset.StandardCharsets.UTF_8));
              assertThat(checks.check(new ModelBundle(file.getName(1).toString(), own)))
                  .as("%s", file)
                  .filteredOn(Finding::isError)
                  .isEmpty();
            });
  }

  @Test
  void an_error_in_a_called_process_is_told_where_it_is_called_when_only_the_caller_changed() {
    var files = Bundles.shared();
    files.put(
        SETTLE,
        Bundles.broken(
                SETTLE,
                "sourceRef=\"event_routeOverdue\" targetRef=\"serviceTask_escalateRoute\"",
                "sourceRef=\"event_routeOverdue\" targetRef=\"serviceTask_joinReferral\"")
            .getBytes(java.nio.charset.StandardCharsets.UTF_8));
    assertThat(ModelChecks.withoutEngine().check(new ModelBundle(null, files), Set.of(JOURNEY)))
        .filteredOn(finding -> finding.code().equals(Check.PATH_ALONE.code()))
        .extracting(Finding::elementId)
        .as("where it happens, and what the journey then does with a route that nobody confirmed")
        .containsExactlyInAnyOrder("callActivity_settleRoute", "serviceTask_closeUntaken");
  }

  /** Each way matters: what a called process gives back only sometimes is missing in its caller, and the sentence says on which way. */
  @Test
  void what_a_called_process_writes_on_some_ways_only_is_missed_where_it_is_called() {
    String wait = "bpmn/wait-for-link-worker.bpmn";
    String text = Bundles.text(wait);
    int event = text.indexOf("id=\"event_capacityAppeared\"");
    var files = Bundles.shared();
    files.put(
        wait,
        (text.substring(0, event) + text.substring(event).replaceFirst("name=\"writes\" value=\"linkWorker\"", "name=\"reads\" value=\"escalateAt\""))
            .getBytes(java.nio.charset.StandardCharsets.UTF_8));

    var findings = ModelChecks.withoutEngine().check(new ModelBundle(null, files), Set.of(JOURNEY));

    assertThat(findings)
        .filteredOn(finding -> finding.code().equals(Check.VARIABLE_WAY.code()))
        .extracting(finding -> Bundles.said(finding, "en"))
        .contains(
            "“Hold conversation” needs linkWorker, and the process would stop there: on this way nobody has written it: "
                + "Wait for link worker → First contact → Ready to talk? Yes → Hold conversation");
  }

  /** The engine goes by the ends of an arrow; a file that does not list the arrow at its shapes hides nothing. */
  @Test
  void a_way_that_no_shape_lists_is_seen_all_the_same() {
    String hidden =
        Bundles.text(SETTLE)
            .replace("sourceRef=\"event_routeOverdue\" targetRef=\"serviceTask_escalateRoute\"", "sourceRef=\"event_routeOverdue\" targetRef=\"serviceTask_joinReferral\"")
            .replaceAll("\\s*<bpmn:(incoming|outgoing)>[^<]*</bpmn:(incoming|outgoing)>", "");
    assertThat(Bundles.found(SETTLE, hidden)).extracting(Finding::code).contains(Check.PATH_ALONE.code());
  }

  @Test
  void what_is_written_on_every_way_is_missed_nowhere() {
    var checks = ModelChecks.withoutEngine();
    assertThat(checks.check(new ModelBundle(null, Bundles.shared())))
        .extracting(Finding::code)
        .doesNotContain(Check.VARIABLE_WAY.code(), Check.VARIABLE_WAY_EMPTY.code());
  }

  /** The engine's own words, as it says them in 7.24.0. */
  static Stream<Arguments> complaints() {
    return Stream.of(
        Arguments.of("Invalid destination 'x' of sequence flow 'y'", Check.ENGINE_ARROW),
        Arguments.of("Exclusive Gateway 'g' has outgoing sequence flow 'y' without condition which is not the default flow.", Check.ENGINE_GATEWAY),
        Arguments.of("Event based gateway can only be connected to elements of type intermediateCatchEvent", Check.ENGINE_CHOICE),
        Arguments.of("Invalid reference in boundary event. Make sure that the referenced activity is defined in the same scope as the boundary event", Check.ENGINE_EDGE),
        Arguments.of("Cannot have more than one message event subscription with name 'a' for scope 'b'", Check.ENGINE_TWICE),
        Arguments.of("multiple escalation boundary events with the same escalationCode 'a' are not supported on same scope", Check.ENGINE_TWICE),
        Arguments.of("subProcess must define a startEvent element", Check.ENGINE_START),
        Arguments.of("multiple none start events or timer start events not supported on process definition", Check.ENGINE_START),
        Arguments.of("Invalid 'messageRef': no message with id 'm' found.", Check.ENGINE_MESSAGE),
        Arguments.of("throwing escalation event must have an 'escalationCode'", Check.ENGINE_CODE),
        Arguments.of("Timer needs configuration (either timeDate, timeCycle or timeDuration is needed).", Check.ENGINE_TIMER),
        Arguments.of("Missing parameter 'source' or 'sourceExpression' when passing variables", Check.ENGINE_VARIABLES),
        Arguments.of("One of the attributes 'class', 'delegateExpression', 'type', or 'expression' is mandatory on serviceTask.", Check.ENGINE_STEP),
        Arguments.of("History Time To Live (TTL) cannot be null.", Check.ENGINE_LIFETIME),
        Arguments.of("Minimum 2 waypoint elements must be definted for a 'BPMNEdge'", Check.ENGINE_DRAWING),
        Arguments.of("ENGINE-22004 Unable to transform DMN resource 'dmn/a.dmn'.", Check.ENGINE_TABLE),
        Arguments.of("cvc-complex-type.2.4.a: Invalid content was found starting with element 'a'.", Check.ENGINE_NOTATION),
        Arguments.of("Something that nobody has heard yet", Check.ENGINE));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("complaints")
  void what_the_engine_complains_of_is_said_in_our_words_first(String words, Check check) {
    assertThat(EngineComplaint.of(words)).isEqualTo(check);
    var finding = new Finding(Severity.ERROR, SETTLE, "userTask_confirmRoute", "Confirm route", check.code(), java.util.List.of(words));
    assertThat(Bundles.said(finding, "en")).contains("Confirm route").endsWith(check == Check.ENGINE ? words : "(The engine says: " + words + ")");
    assertThat(Bundles.said(finding, "cy")).contains("Confirm route", words).isNotEqualTo(Bundles.said(finding, "en"));
  }

  @Test
  void the_element_of_a_complaint_is_named_as_people_call_it() {
    byte[] process = Bundles.text(SETTLE).getBytes(java.nio.charset.StandardCharsets.UTF_8);
    assertThat(Models.nameIn(SETTLE, process, "userTask_confirmRoute")).isEqualTo("Confirm route");
    assertThat(Models.nameIn(SETTLE, process, "nothing")).isEqualTo("nothing");
    assertThat(Models.nameIn(SETTLE, process, "null")).isEqualTo("settle-route");
  }

  @Test
  void every_check_has_a_sentence_in_both_languages() {
    for (String language : new String[] {"en", "cy"}) {
      assertThat(ResourceBundle.getBundle("messages/checks_" + language, Locale.ROOT).keySet())
          .containsAll(Arrays.stream(Check.values()).map(check -> "checks." + check.code()).toList());
    }
  }
}
