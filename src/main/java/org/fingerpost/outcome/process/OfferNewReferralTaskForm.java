package org.fingerpost.outcome.process;

import static org.fingerpost.platform.engine.Texts.trimmed;

import java.util.Arrays;
import java.util.List;
import org.fingerpost.outcome.LaterReviews;
import org.fingerpost.outcome.LaterReviews.NewReferral;
import org.fingerpost.platform.engine.Choices;
import org.fingerpost.platform.engine.Facts;
import org.fingerpost.platform.engine.Shown;
import org.fingerpost.platform.engine.TaskAtHand;
import org.fingerpost.platform.engine.TaskForm;
import org.springframework.stereotype.Component;

/** Form {@code offer-new-referral} of {@code userTask_offerNewReferral} in {@code later-review}. */
@Component
class OfferNewReferralTaskForm implements TaskForm<OfferNewReferralForm> {

  private static final List<String> ANSWERS = Arrays.stream(NewReferral.values()).map(Enum::name).toList();

  private final LaterReviews reviews;
  private final Choices choices;

  OfferNewReferralTaskForm(LaterReviews reviews, Choices choices) {
    this.reviews = reviews;
    this.choices = choices;
  }

  @Override
  public String formId() {
    return "offer-new-referral";
  }

  @Override
  public Class<OfferNewReferralForm> answers() {
    return OfferNewReferralForm.class;
  }

  @Override
  public Shown show(TaskAtHand task) {
    var sheet = reviews.sheet(task.subjectId(), task.language());
    return Shown.nothing()
        .text("personName", sheet.personName())
        .text("ending", sheet.ending())
        .text("referLink", sheet.referLink())
        .options("answers", choices.of(task.language(), "outcome.new-referral.", ANSWERS));
  }

  @Override
  public Facts submit(TaskAtHand task, OfferNewReferralForm answers) {
    reviews.offeredNewReferral(
        task.subjectId(), NewReferral.valueOf(answers.newReferral()), trimmed(answers.note()), task.userId());
    return Facts.none();
  }
}
