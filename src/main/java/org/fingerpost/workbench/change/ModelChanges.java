package org.fingerpost.workbench.change;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.fingerpost.workbench.change.ModelChange.ChangedFile;
import org.fingerpost.workbench.change.ModelChange.Step;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Looking at changes. */
@Component
public class ModelChanges {

  private static final int ON_A_PAGE = 200;

  private final ChangeRows rows;

  ModelChanges(ChangeRows rows) {
    this.rows = rows;
  }

  /** Those that wait for somebody first, then newest first. */
  @Transactional(readOnly = true)
  public List<ModelChange> all() {
    return rows.all(ON_A_PAGE);
  }

  /**
   * @throws NoSuchChange if there is none
   */
  @Transactional(readOnly = true)
  public ModelChange get(String reference) {
    return rows.get(reference);
  }

  /** The change in which a draft is on its way, or the last one it was in. */
  @Transactional(readOnly = true)
  public Optional<ModelChange> ofDraft(UUID draftId) {
    return rows.ofDraft(draftId);
  }

  @Transactional(readOnly = true)
  public List<ChangedFile> files(String reference) {
    return rows.files(reference);
  }

  @Transactional(readOnly = true)
  public List<Step> steps(String reference) {
    return rows.steps(reference);
  }
}
