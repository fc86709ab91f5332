package org.fingerpost.questionnaire.process;

import static org.fingerpost.questionnaire.journey.HelpWithApplication.HELP_ID;

import java.util.UUID;
import org.fingerpost.platform.engine.Shown;
import org.fingerpost.platform.engine.TaskAtHand;
import org.fingerpost.questionnaire.HelpingApplicants.Seen;

/** What both forms of a request for help show. */
final class HelpShown {

  private HelpShown() {}

  static UUID helpOf(TaskAtHand task) {
    return UUID.fromString(task.variable(HELP_ID));
  }

  static Shown of(Seen seen) {
    return Shown.nothing()
        .text("questionnaire", seen.questionnaire())
        .text("reference", seen.help().reference())
        .text("contactName", seen.contact().name())
        .text("contactPhone", seen.contact().phone())
        .text("contactEmail", seen.contact().email())
        .text("question", seen.question())
        .text("asked", seen.help().asked())
        .text("typed", seen.typed());
  }
}
