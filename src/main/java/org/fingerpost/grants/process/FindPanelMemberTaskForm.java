package org.fingerpost.grants.process;

import static org.fingerpost.grants.journey.ScoreGrant.PANEL_MEMBER;
import static org.fingerpost.grants.journey.ScoreGrant.SCORE_DUE_AT;
import static org.fingerpost.grants.journey.ScoreGrant.SCORE_ID;

import org.fingerpost.grants.ScoringGrant;
import org.fingerpost.platform.engine.Facts;
import org.fingerpost.platform.engine.Shown;
import org.fingerpost.platform.engine.TaskAtHand;
import org.fingerpost.platform.engine.TaskForm;
import org.springframework.stereotype.Component;

/** Form {@code find-panel-member} of {@code userTask_findPanelMember} in {@code score-grant}. */
@Component
class FindPanelMemberTaskForm implements TaskForm<FindPanelMemberForm> {

  private final ScoringGrant scoring;
  private final GrantShown shown;

  FindPanelMemberTaskForm(ScoringGrant scoring, GrantShown shown) {
    this.scoring = scoring;
    this.shown = shown;
  }

  @Override
  public String formId() {
    return "find-panel-member";
  }

  @Override
  public Class<FindPanelMemberForm> answers() {
    return FindPanelMemberForm.class;
  }

  @Override
  public Shown show(TaskAtHand task) {
    var members =
        scoring.candidates(task.subjectId()).stream()
            .map(member -> new Shown.Option(member.displayName(), member.userId()))
            .toList();
    return shown
        .of(task)
        .text("said", shown.said(task, scoring.asked(task.subjectId())))
        .options("members", members);
  }

  @Override
  public Facts submit(TaskAtHand task, FindPanelMemberForm answers) {
    var asked = scoring.askChosen(task.subjectId(), answers.member());
    return Facts.of(SCORE_ID, asked.scoreId().toString())
        .and(PANEL_MEMBER, asked.member())
        .and(SCORE_DUE_AT, asked.dueAt());
  }
}
