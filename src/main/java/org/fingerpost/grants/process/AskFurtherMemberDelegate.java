package org.fingerpost.grants.process;

import static org.fingerpost.grants.journey.ScoreGrant.FIND_DUE_AT;
import static org.fingerpost.grants.journey.ScoreGrant.MEMBER_FOUND;
import static org.fingerpost.grants.journey.ScoreGrant.PANEL_MEMBER;
import static org.fingerpost.grants.journey.ScoreGrant.SCORE_DUE_AT;
import static org.fingerpost.grants.journey.ScoreGrant.SCORE_ID;

import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.fingerpost.grants.ScoringGrant;
import org.springframework.stereotype.Component;

/**
 * Asks a further member of the panel in place of one who does not score.
 *
 * <p>Step {@code serviceTask_askFurtherMember} in {@code score-grant}. Reads {@code scoreId}.
 * Writes {@code memberFound}, {@code findDueAt}, and of a member {@code scoreId},
 * {@code panelMember} and {@code scoreDueAt}. Repeated only when everything it did was rolled back.
 */
@Component
class AskFurtherMemberDelegate implements JavaDelegate {

  private final ScoringGrant scoring;

  AskFurtherMemberDelegate(ScoringGrant scoring) {
    this.scoring = scoring;
  }

  @Override
  public void execute(DelegateExecution execution) {
    var scoreId = UUID.fromString(SCORE_ID.requiredFrom(execution));
    var asked = scoring.askFurther(scoreId);
    MEMBER_FOUND.set(execution, asked.isPresent());
    FIND_DUE_AT.set(execution, scoring.findBy(scoreId));
    asked.ifPresent(
        member -> {
          SCORE_ID.set(execution, member.scoreId().toString());
          PANEL_MEMBER.set(execution, member.member());
          SCORE_DUE_AT.set(execution, member.dueAt());
        });
  }
}
