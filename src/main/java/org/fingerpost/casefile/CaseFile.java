package org.fingerpost.casefile;

import java.time.LocalDate;
import java.util.List;
import org.fingerpost.platform.CaseSection.Block;
import org.fingerpost.referral.ClosedState;
import org.fingerpost.referral.Stage;

/**
 * A case as a reader sees it.
 *
 * @param age completed years today
 * @param closedState {@code null} while the referral is open
 * @param nextDate or {@code null}
 * @param sections in the order to be read
 */
record CaseFile(
    String reference,
    String personName,
    int age,
    Stage stage,
    ClosedState closedState,
    LocalDate nextDate,
    List<Section> sections) {

  /**
   * @param id anchor on the page
   */
  record Section(String id, String title, List<Block> blocks) {

    @Override
    public String toString() {
      return "Section[" + id + "]";
    }
  }

  /** Nothing of the person. */
  @Override
  public String toString() {
    return "CaseFile[" + reference + "]";
  }
}
