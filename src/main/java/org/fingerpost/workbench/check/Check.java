package org.fingerpost.workbench.check;

import static org.fingerpost.workbench.check.Severity.ERROR;
import static org.fingerpost.workbench.check.Severity.WARNING;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Every check there is, with what it means for a proposal and the rule of {@code src/docs/models/style.md} it comes from. What would
 * go wrong for somebody who is referred is an error; what would only be hard to read is told.
 */
public enum Check {
  // ---- any file
  UNREADABLE("unreadable", ERROR),
  ENGINE("engine", ERROR),
  ENGINE_ARROW("engine-arrow", ERROR),
  ENGINE_GATEWAY("engine-gateway", ERROR),
  ENGINE_CHOICE("engine-choice", ERROR),
  ENGINE_EDGE("engine-edge", ERROR),
  ENGINE_TWICE("engine-twice", ERROR),
  ENGINE_START("engine-start", ERROR),
  ENGINE_MESSAGE("engine-message", ERROR),
  ENGINE_CODE("engine-code", ERROR),
  ENGINE_TIMER("engine-timer", ERROR),
  ENGINE_VARIABLES("engine-variables", ERROR),
  ENGINE_STEP("engine-step", ERROR),
  ENGINE_LIFETIME("engine-lifetime", ERROR),
  ENGINE_DRAWING("engine-drawing", ERROR),
  ENGINE_TABLE("engine-table", ERROR),
  ENGINE_NOTATION("engine-notation", ERROR),
  REMOVED("removed", ERROR),
  TOO_LONG("too-long", ERROR),

  // ---- processes: how they read
  SIZE_OF_FILE("size-of-file", WARNING, 2),
  SIZE_OF_LEVEL("size-of-level", WARNING, 2),
  LANES("lanes", ERROR, 3),
  DOCUMENTATION("documentation", WARNING, 4),
  DOCUMENTATION_WHO("documentation-who", WARNING, 4),
  GATEWAY_KIND("gateway-kind", WARNING, 5),
  GATEWAY_JOIN("gateway-join", WARNING, 5),
  GATEWAY_QUESTION("gateway-question", WARNING, 5),
  GATEWAY_DEFAULT("gateway-default", ERROR, 5),
  ARROW_LABEL("arrow-label", WARNING, 5),
  ARROW_DEFAULT_CONDITION("arrow-default-condition", ERROR, 5),
  ARROW_CONDITION("arrow-condition", ERROR, 5),
  ARROW_NO_IS_YES("arrow-no-is-yes", ERROR, 5),
  ARROW_YES_IS_NO("arrow-yes-is-no", ERROR, 5),
  ARROW_DEFAULT_YES("arrow-default-yes", ERROR, 5),
  ARROW_LONE_CONDITION("arrow-lone-condition", ERROR, 5),
  ARROW_CLEVER("arrow-clever", ERROR, 6),
  ARROW_ENDS("arrow-ends", WARNING, 9),
  SHAPE_ARROWS("shape-arrows", ERROR, 5),
  LISTENERS("listeners", ERROR, 6),
  TIMER_DATE("timer-date", ERROR, 6),
  DELEGATE_FORM("delegate-form", ERROR, 7),
  DECISION_UNNAMED("decision-unnamed", WARNING, 7),
  DECISION_UNKNOWN("decision-unknown", ERROR, 7),
  TASK_FORM("task-form", ERROR, 11),
  TASK_ID("task-id", WARNING, 11),
  FORM_UNKNOWN("form-unknown", ERROR, 11),
  ROLES("roles", ERROR, 11),
  ASSIGNEE("assignee", ERROR, 11),
  CALL_UNKNOWN("call-unknown", ERROR, 8),
  CALL_BINDING("call-binding", ERROR, 8),
  CALL_ID("call-id", WARNING, 8),
  CALL_KEY("call-key", ERROR, 8),
  CALL_ALL("call-all", ERROR, 8),
  PROCESS_FILE("process-file", ERROR, 9),
  PROCESS_NAME("process-name", WARNING, 9),
  PROCESS_EXECUTABLE("process-executable", ERROR, 9),
  PROCESS_VERSION("process-version", WARNING, 9),
  PROCESS_LIFETIME("process-lifetime", ERROR, 9),
  PROCESS_ONE("process-one", ERROR, 9),
  ID_PREFIX("id-prefix", WARNING, 9),
  ID_MADE_UP("id-made-up", WARNING, 9),
  DRAWING_ID("drawing-id", WARNING, 9),
  NAME_MISSING("name-missing", WARNING, 9),
  NAME_LONG("name-long", WARNING, 9),
  NAME_CASE("name-case", WARNING, 9),
  NAME_VAGUE("name-vague", WARNING, 9),
  NAME_QUESTION("name-question", WARNING, 9),
  MESSAGE_MISSING("message-missing", ERROR, 9),
  MESSAGE_NAME("message-name", WARNING, 9),
  MESSAGE_UNUSED("message-unused", WARNING, 9),
  COLOUR("colour", WARNING, 10),
  NOTES("notes", WARNING, 10),

  // ---- processes: what they rely on
  DELEGATE_UNKNOWN("delegate-unknown", ERROR),
  MESSAGE_UNKNOWN("message-unknown", ERROR),
  VARIABLE_UNWRITTEN("variable-unwritten", ERROR),
  VARIABLE_WAY("variable-way", ERROR),
  VARIABLE_WAY_EMPTY("variable-way-empty", WARNING),
  VARIABLE_KIND("variable-kind", ERROR),
  VARIABLE_CLAIMED("variable-claimed", ERROR),

  // ---- processes: where they lead
  PATH_START("path-start", ERROR),
  PATH_UNREACHED("path-unreached", ERROR),
  PATH_NO_END("path-no-end", ERROR),
  PATH_LOOP("path-loop", ERROR),
  PATH_LOOP_TABLE("path-loop-table", WARNING),
  PATH_ALONE("path-alone", ERROR),
  PATH_TOO_MANY("path-too-many", WARNING),

  // ---- tables: how they read
  TABLE_FILE("table-file", ERROR, 12),
  TABLE_FORMAT("table-format", WARNING, 12),
  TABLE_NAME("table-name", WARNING, 12),
  TABLE_LIFETIME("table-lifetime", ERROR, 12),
  TABLE_DESCRIPTION("table-description", WARNING, 13),
  TABLE_POLICY("table-policy", ERROR, 13),
  TABLE_POLICY_WHY("table-policy-why", WARNING, 13),
  TABLE_SIZE("table-size", WARNING, 13),
  TABLE_REST("table-rest", WARNING, 13),
  INPUT_FACT("input-fact", ERROR, 14),
  OUTPUT_NAME("output-name", ERROR, 14),
  COLUMN_TYPE("column-type", ERROR, 14),
  COLUMN_QUESTION("column-question", WARNING, 14),
  COLUMN_UNIT("column-unit", WARNING, 14),
  COLUMN_CODES("column-codes", WARNING, 14),
  COLUMN_LABEL("column-label", WARNING, 14),
  RULE_ID("rule-id", WARNING, 15),
  RULE_UNEXPLAINED("rule-unexplained", ERROR, 15),
  RULE_SOURCE("rule-source", WARNING, 15),
  CELL_UNREADABLE("cell-unreadable", ERROR, 15),
  CELL_CODE("cell-code", ERROR, 15),
  ANSWER_LITERAL("answer-literal", ERROR, 15),
  ANSWER_CODE("answer-code", ERROR, 15),
  TABLE_ID_MADE_UP("table-id-made-up", WARNING, 12),

  // ---- tables: what they answer
  TABLE_EMPTY("table-empty", ERROR),
  TABLE_GAP("table-gap", ERROR),
  TABLE_OVERLAP("table-overlap", ERROR),
  RULE_NEVER("rule-never", ERROR),
  RULE_SHADOWED("rule-shadowed", ERROR),
  TABLE_NOT_EXACT("table-not-exact", WARNING),
  TABLE_SHAPE("table-shape", ERROR),
  TABLE_AGGREGATED("table-aggregated", ERROR),
  FACT_UNKNOWN("fact-unknown", ERROR),
  FACT_CODE("fact-code", ERROR),
  FACT_TYPE("fact-type", ERROR),
  ANSWER_MISSING("answer-missing", ERROR),
  ANSWER_TYPE("answer-type", ERROR),
  ANSWER_UNKNOWN("answer-unknown", ERROR),
  ANSWER_TIME("answer-time", ERROR),

  // ---- forms
  FORM_FILE("form-file", ERROR, 16),
  FORM_FORMAT("form-format", ERROR, 16),
  FORM_BEGIN("form-begin", WARNING, 17),
  FIELD_TWICE("field-twice", ERROR, 18),
  FIELD_LIST("field-list", ERROR, 18),
  COMPONENT_KIND("component-kind", WARNING, 16),
  COMPONENT_ID("component-id", WARNING, 16),
  COMPONENT_WORDS("component-words", WARNING, 17),
  COMPONENT_TEXT("component-text", WARNING, 17),
  COMPONENT_OPTIONS("component-options", WARNING, 18),
  COMPONENT_DISABLED("component-disabled", WARNING, 18),
  COMPONENT_HIDE("component-hide", ERROR, 18),
  FORM_HOMELESS("form-homeless", ERROR),
  FORM_UNUSED("form-unused", WARNING),
  FIELD_HOMELESS("field-homeless", ERROR),
  FIELD_NEEDED("field-needed", ERROR),
  FIELD_DROPPED("field-dropped", WARNING),
  FIELD_TYPE("field-type", ERROR);

  private static final Map<String, Check> BY_CODE =
      Arrays.stream(values()).collect(Collectors.toMap(Check::code, Function.identity()));

  private final String code;
  private final Severity severity;
  private final int rule;

  Check(String code, Severity severity) {
    this(code, severity, 0);
  }

  Check(String code, Severity severity, int rule) {
    this.code = code;
    this.severity = severity;
    this.rule = rule;
  }

  public String code() {
    return code;
  }

  Severity severity() {
    return severity;
  }

  /** The rule of the style page that a finding's check comes from, or 0. */
  public static int ruleOf(Finding finding) {
    Check check = BY_CODE.get(finding.code());
    return check == null ? 0 : check.rule;
  }
}
