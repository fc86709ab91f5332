package org.fingerpost.workbench.change;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * A change as it stands.
 *
 * @param reference business key of its process
 * @param schemeId the scheme it is for, or {@code null} for what all schemes share
 * @param author user id of whoever proposed it
 * @param draftId the draft it was made in; {@code null} for a migration
 * @param rollsBack reference of the change that it takes back, or {@code null}
 * @param migrationId the move that it is about, or {@code null}
 * @param dueAt by when a colleague decides or the author revises
 * @param decidedBy user id of the colleague who decided last, or {@code null}
 * @param deployments ids of the deployments that it made
 * @param problems why it could not be carried out
 */
public record ModelChange(
    String reference,
    ChangeKind kind,
    ChangeState state,
    String schemeId,
    String title,
    String reason,
    String author,
    Instant proposedAt,
    LocalDate effectiveFrom,
    UUID draftId,
    String rollsBack,
    UUID migrationId,
    Instant dueAt,
    Instant lapsesAt,
    Instant remindedAt,
    String decidedBy,
    Instant decidedAt,
    Instant carriedOutAt,
    List<String> deployments,
    List<Obstacle> problems) {

  /** Whether this manager may decide it: anybody but its author. */
  public boolean mayDecide(String userId) {
    return state == ChangeState.PROPOSED && !author.equals(userId);
  }

  /**
   * A file of a change.
   *
   * @param content the bytes proposed; {@code null} where the file is taken away
   * @param before the bytes in force when it was proposed; {@code null} where there were none
   * @param wasOwn whether those were a variant of the scheme
   */
  public record ChangedFile(String name, byte[] content, byte[] before, boolean wasOwn) {}

  /**
   * What happened with a change.
   *
   * @param act code of what happened, as in the audit trail
   * @param byUser user id, or {@code null}
   * @param words what was said to it, or {@code null}
   */
  public record Step(String act, String byUser, Instant at, String words) {}
}
