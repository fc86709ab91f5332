package org.fingerpost.platform.engine;

import java.util.function.Function;
import org.fingerpost.platform.Language;

/**
 * The user task that is being looked at or finished.
 *
 * @param taskKey the element's id in the model, e.g. {@code userTask_recordFirstContact}
 * @param subjectId the business key: for everything in a journey, the referral's reference
 * @param schemeId the scheme (tenant)
 * @param userId who is looking or finishing
 * @param language the language to speak to them
 * @param variables looks up a process variable visible from the task, as the engine keeps it; {@code null} where there is none
 */
public record TaskAtHand(
    String taskId,
    String taskKey,
    String processInstanceId,
    String subjectId,
    String schemeId,
    String userId,
    Language language,
    Function<String, Object> variables) {

  /** The variable's value, or {@code null}. */
  public <T> T variable(ProcessVariable<T> variable) {
    Object value = variables.apply(variable.name());
    return value == null ? null : variable.fromEngine().apply(value);
  }
}
