package org.fingerpost.workbench.check;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What the engine complains of at the rehearsal of a deployment, in families that have sentences of their own: the engine's own words
 * exist in English only and are meant for developers, so they are a detail of the sentence.
 */
final class EngineComplaint {

  /** The first that is found in the engine's words. */
  private static final Map<Check, Pattern> FAMILIES = new LinkedHashMap<>();

  static {
    family(Check.ENGINE_ARROW, "Invalid (source|destination) '|sequence ?flow of event subprocess|sequence flow .*compensation");
    family(Check.ENGINE_GATEWAY, "Exclusive Gateway '");
    family(Check.ENGINE_CHOICE, "Event based gateway|event-based gateway|EventBasedGateway");
    family(Check.ENGINE_EDGE, "boundary event\\b.*(Make sure|no id)|AttachedToRef|Unsupported boundary|boundary event should only");
    family(Check.ENGINE_TWICE, "Cannot have more than one|multiple escalation|The same scope can not|multiple .* with the same|same scope");
    family(Check.ENGINE_START, "must define a startEvent|multiple (none )?start events|start event of event subprocess|allowed on start event|error start event");
    family(Check.ENGINE_MESSAGE, "messageRef|empty or missing name|Invalid message name");
    family(Check.ENGINE_CODE, "errorRef|errorCode|escalationRef|escalationCode|could not find escalation");
    family(Check.ENGINE_TIMER, "Timer needs configuration|timer event with");
    family(Check.ENGINE_VARIABLES, "when passing variables|attribute '(source|target)|Missing attribute 'target'");
    family(Check.ENGINE_STEP, "is mandatory on|calledElement|formKey and formRef|formRefBinding|humanPerformer|duplicate assignee|has value '");
    family(Check.ENGINE_LIFETIME, "(?i)history ?time ?to ?live|TTL");
    family(Check.ENGINE_DRAWING, "bpmnElement|'Bounds'|waypoint|BPMNPlane|BPMNEdge");
    family(Check.ENGINE_TABLE, "(?i)\\bDMN\\b|DMN-\\d|FEEL");
    family(Check.ENGINE_NOTATION, "cvc-|SAXParse|Attribute \"id\" is required|must be terminated|is not a valid value");
  }

  private EngineComplaint() {}

  private static void family(Check check, String words) {
    FAMILIES.put(check, Pattern.compile(words, Pattern.DOTALL));
  }

  /** The check whose sentence says what the engine means; {@link Check#ENGINE} for what nobody has met yet. */
  static Check of(String words) {
    return FAMILIES.entrySet().stream()
        .filter(family -> family.getValue().matcher(words).find())
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse(Check.ENGINE);
  }
}
