package org.fingerpost.platform.engine;

/**
 * The domain's side of one Camunda Form. The front door finds it by form id, fills the form from {@link #show}, and hands what was
 * typed to {@link #submit} after checking it against the constraints of the record {@code A}.
 *
 * <p>A form belongs to one user task: form {@code record-first-contact} is the form of {@code userTask_recordFirstContact}.
 *
 * @param <A> the answers: one component per input field of the form, with Bean Validation constraints whose messages are keys in
 *     braces, e.g. {@code @NotBlank(message = "{form.reason.required}")}
 */
public interface TaskForm<A extends Record> {

  String formId();

  Class<A> answers();

  /** Whether only its own readers may know that there is such a task; then the audit trail does not name the form. */
  default boolean restricted() {
    return false;
  }

  /** What the form shows. Called inside a read-only transaction, for people who may work on the task only. */
  Shown show(TaskAtHand task);

  /**
   * Carries out the one use case behind the form, inside the transaction that completes the task.
   *
   * @return the facts the model needs next
   * @throws org.fingerpost.platform.InvalidInput when the answers do not fit together; nothing is changed then
   */
  Facts submit(TaskAtHand task, A answers);
}
