package org.fingerpost.kitemark;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.fingerpost.scheme.KiteMarkLevel;
import org.fingerpost.scheme.LocalisedText;

/**
 * A mark as its holder sees it through the link.
 *
 * @param papers with a last day, soonest first
 * @param checkOn when the yearly check is due, if it is asked for by now; or {@code null}
 * @param renewable whether it can be renewed by now
 * @param canShow whether documents can be added
 */
public record MarkSeen(
    String organisationName,
    LocalisedText schemeName,
    KiteMarkLevel level,
    AwardStatus status,
    LocalDate validUntil,
    List<Paper> papers,
    LocalDate checkOn,
    List<Condition> conditions,
    boolean renewable,
    boolean canShow) {

  /**
   * @param runOut whether its last day is over
   * @param reported whether a new one was shown and waits for an assessor
   */
  public record Paper(UpkeepKind kind, LocalDate until, boolean runOut, boolean reported) {}

  /**
   * @param reported whether it is said to be met and waits for an assessor
   */
  public record Condition(UUID conditionId, String code, LocalDate dueOn, boolean reported) {}
}
