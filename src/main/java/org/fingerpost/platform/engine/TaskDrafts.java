package org.fingerpost.platform.engine;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.fingerpost.platform.InvalidInput;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What is typed into a task's form before it is sent, kept on the server and nowhere else. Who may read the form may read its draft,
 * because the form shows it to them; only who has taken the task may change it. Works in the name of the engine's authenticated user.
 */
@Component
public class TaskDrafts {

  private static final int LONGEST_TEXT = 4000;
  private static final int MOST_CHOICES = 100;

  private final ProcessEngineConfigurationImpl engine;
  private final DraftRows rows;

  TaskDrafts(ProcessEngineConfigurationImpl engine, DraftRows rows) {
    this.engine = engine;
    this.rows = rows;
  }

  /**
   * What stands in the form already. The answers themselves come with the form ({@code form-variables}).
   *
   * @throws Refused if there is no such open task or it is not the reader's to open
   */
  @Transactional(readOnly = true)
  public Kept look(String taskId) {
    var form = form(taskId, false);
    return rows.find(taskId, form.formId())
        .map(draft -> new Kept(form.fields(), draft.revision(), draft.userId(), draft.changedAt()))
        .orElseGet(() -> new Kept(form.fields(), 0, null, null));
  }

  /**
   * Keeps what has been typed so far.
   *
   * @param based the revision that the form was filled from, 0 if there was none
   * @param answers by field; a field without an answer is left out or {@code null}
   * @return the new revision; empty if somebody else, or another window, has changed the draft since: nothing is kept then
   * @throws InvalidInput if a key is none of the form's, or an answer is longer than the form would take
   * @throws Refused if the task is not open, not the writer's to work on, or not taken by them
   */
  @Transactional
  public Optional<Integer> keep(String taskId, int based, Map<String, Object> answers) {
    var form = form(taskId, true);
    var checked = new LinkedHashMap<String, Object>();
    answers.forEach(
        (field, answer) -> {
          if (!form.fields().contains(field)) {
            throw new InvalidInput("form", "platform.draft.unknown");
          }
          if (answer != null) {
            checked.put(field, checked(field, answer));
          }
        });
    try {
      return rows.keep(taskId, form.formId(), form.userId(), based, checked);
    } catch (DataIntegrityViolationException e) {
      // The task was finished between the check and the row.
      throw new Refused(Refused.Why.GONE);
    }
  }

  /**
   * Forgets what was typed.
   *
   * @throws Refused as {@link #keep}
   */
  @Transactional
  public void discard(String taskId) {
    form(taskId, true);
    rows.discard(taskId);
  }

  private static Object checked(String field, Object answer) {
    if (answer instanceof String text) {
      if (text.length() > LONGEST_TEXT) {
        throw new InvalidInput(field, "platform.answer.too-long", LONGEST_TEXT);
      }
      if (FrontDoor.isUnreadable(text)) {
        throw new InvalidInput(field, "platform.answer.unreadable");
      }
      return text;
    }
    if (answer instanceof Boolean || answer instanceof Integer || answer instanceof Double) {
      return answer;
    }
    if (answer instanceof List<?> choices
        && choices.size() <= MOST_CHOICES
        && choices.stream().allMatch(choice -> choice instanceof String code && code.length() <= 200)) {
      return choices;
    }
    throw new InvalidInput(field, "platform.answer.not-understood");
  }

  private FrontDoor.OpenForm form(String taskId, boolean toWork) {
    try {
      return ((FrontDoor) engine.getFormService()).openForm(taskId, toWork);
    } catch (BadUserRequestException e) {
      throw new Refused(Refused.Why.GONE);
    } catch (AuthorizationException e) {
      throw new Refused(Refused.Why.NOT_YOURS);
    }
  }

  /**
   * Where a form's draft stands.
   *
   * @param fields the keys that may be kept
   * @param revision 0 if there is no draft
   * @param userId who typed it, or {@code null}
   * @param changedAt or {@code null}
   */
  public record Kept(List<String> fields, int revision, String userId, Instant changedAt) {}

  /** The task is not there for this. */
  public static class Refused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Why why;

    Refused(Why why) {
      super("Draft refused: " + why);
      this.why = why;
    }

    public Why why() {
      return why;
    }

    public enum Why {
      /** No such open task. */
      GONE,
      /** Another role's, another scheme's, or not taken by the writer. */
      NOT_YOURS
    }
  }
}
