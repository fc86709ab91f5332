package org.fingerpost.community;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fingerpost.platform.KeptAnswers.KeptAnswer;

/**
 * Everything about one group, for those who help it.
 *
 * @param words what was asked for, in their words, or {@code null}
 * @param visits newest first
 * @param answers what the tables said, newest first
 */
public record GroupFile(
    GroupCase group,
    String words,
    Contact contact,
    List<Visit> visits,
    List<ProposedHelp> help,
    List<Action> actions,
    List<Trial> trials,
    List<Step> steps,
    List<KeptAnswer> answers) {

  @Override
  public String toString() {
    return "GroupFile[" + group.reference() + "]";
  }

  /**
   * @param number counted from 1
   * @param note or {@code null}
   */
  public record Visit(int number, LocalDate on, String by, Map<Check, CheckState> states, String note) {

    @Override
    public String toString() {
      return "Visit[" + number + "]";
    }
  }

  /**
   * @param help code of table {@code group-support-need}
   * @param agreed {@code null} while nobody has decided
   */
  public record ProposedHelp(int visit, Check check, String help, LocalDate lookAgainOn, Boolean agreed) {}

  /**
   * @param doneOn or {@code null}
   */
  public record Action(UUID id, String what, ActionBy by, LocalDate dueOn, LocalDate doneOn, int chased) {

    @Override
    public String toString() {
      return "Action[" + by + ", " + dueOn + "]";
    }
  }

  /**
   * @param note or {@code null}
   */
  public record Trial(int number, LocalDate on, int came, String note) {

    @Override
    public String toString() {
      return "Trial[" + number + "]";
    }
  }

  /**
   * @param act as in the audit trail
   * @param code of the result, or {@code null}
   * @param by user id, or {@code null}
   * @param words or {@code null}
   */
  public record Step(String act, String code, String by, Instant at, String words) {

    @Override
    public String toString() {
      return "Step[" + act + "]";
    }
  }
}
