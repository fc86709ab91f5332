package org.fingerpost.eligibility.process;

import static org.fingerpost.referral.TransferringReferral.OTHER_SERVICE;
import static org.fingerpost.referral.journey.SettleRoute.TRANSFER_AGREED;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.fingerpost.eligibility.ArrangingTransfer;
import org.fingerpost.platform.engine.Choices;
import org.fingerpost.platform.engine.Facts;
import org.fingerpost.platform.engine.Shown;
import org.fingerpost.platform.engine.Shown.Option;
import org.fingerpost.platform.engine.TaskAtHand;
import org.fingerpost.platform.engine.TaskForm;
import org.fingerpost.referral.ConsentGivenBy;
import org.fingerpost.referral.ConsentHow;
import org.fingerpost.referral.TransferringReferral;
import org.springframework.stereotype.Component;

/** The form {@code arrange-transfer}: a team lead asks the person whether another scheme or service may have the referral. */
@Component
class ArrangeTransferTaskForm implements TaskForm<ArrangeTransferForm> {

  private static final String YES = "YES";

  private final ArrangingTransfer arranging;
  private final TransferringReferral transferring;
  private final PersonShown person;
  private final Choices choices;

  ArrangeTransferTaskForm(
      ArrangingTransfer arranging, TransferringReferral transferring, PersonShown person, Choices choices) {
    this.arranging = arranging;
    this.transferring = transferring;
    this.person = person;
    this.choices = choices;
  }

  @Override
  public String formId() {
    return "arrange-transfer";
  }

  @Override
  public Class<ArrangeTransferForm> answers() {
    return ArrangeTransferForm.class;
  }

  @Override
  public Shown show(TaskAtHand task) {
    var shown = person.of(task);
    return shown
        .options("agreements", choices.of(task.language(), "eligibility.agreed.", List.of(YES, "NO")))
        .options("receivers", receivers(task))
        .options("givers", choices.of(task.language(), "consent-given-by.", names(ConsentGivenBy.values())))
        .options("ways", choices.of(task.language(), "consent-how.", names(ConsentHow.values())));
  }

  @Override
  public Facts submit(TaskAtHand task, ArrangeTransferForm answers) {
    boolean agreed = answers.agreed().equals(YES);
    var settled =
        agreed
            ? arranging.agreed(
                task.subjectId(), answers.receiver(), answers.givenBy(), answers.how(), task.userId())
            : arranging.refused(task.subjectId(), task.userId());
    return SettlingFacts.of(settled).and(TRANSFER_AGREED, agreed);
  }

  private List<Option> receivers(TaskAtHand task) {
    var options = new ArrayList<Option>();
    transferring
        .receivers(task.subjectId())
        .forEach(scheme -> options.add(new Option(scheme.name().in(task.language()), scheme.id())));
    options.addAll(choices.of(task.language(), "eligibility.receiver.", List.of(OTHER_SERVICE)));
    return options;
  }

  private static List<String> names(Enum<?>[] codes) {
    return Stream.of(codes).map(Enum::name).toList();
  }
}
