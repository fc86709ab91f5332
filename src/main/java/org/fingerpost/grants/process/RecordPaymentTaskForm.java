package org.fingerpost.grants.process;

import static org.fingerpost.grants.journey.PayGrant.GRANT_PAID;
import static org.fingerpost.grants.journey.PayGrant.REPORT_IN;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import org.fingerpost.grants.PayingGrant;
import org.fingerpost.platform.InvalidInput;
import org.fingerpost.platform.engine.Choices;
import org.fingerpost.platform.engine.Facts;
import org.fingerpost.platform.engine.Shown;
import org.fingerpost.platform.engine.TaskAtHand;
import org.fingerpost.platform.engine.TaskForm;
import org.fingerpost.platform.engine.Texts;
import org.springframework.stereotype.Component;

/** Form {@code record-payment} of {@code userTask_recordPayment} in {@code pay-grant}. */
@Component
class RecordPaymentTaskForm implements TaskForm<RecordPaymentForm> {

  private final PayingGrant paying;
  private final GrantShown shown;
  private final Choices choices;

  RecordPaymentTaskForm(PayingGrant paying, GrantShown shown, Choices choices) {
    this.paying = paying;
    this.shown = shown;
    this.choices = choices;
  }

  @Override
  public String formId() {
    return "record-payment";
  }

  @Override
  public Class<RecordPaymentForm> answers() {
    return RecordPaymentForm.class;
  }

  @Override
  public Shown show(TaskAtHand task) {
    return shown
        .of(task)
        .options("paymentResults", choices.of(task.language(), "grants.payment.", List.of("PAID", "NOT_PAYABLE")));
  }

  @Override
  public Facts submit(TaskAtHand task, RecordPaymentForm answers) {
    boolean paid = answers.result().equals("PAID");
    if (paid) {
      paying.pay(task.subjectId(), paidOn(answers), Texts.trimmed(answers.paymentReference()), task.userId());
    } else {
      paying.notPayable(task.subjectId());
    }
    return Facts.of(GRANT_PAID, paid).and(REPORT_IN, false);
  }

  private static LocalDate paidOn(RecordPaymentForm answers) {
    try {
      return LocalDate.parse(String.valueOf(answers.paidOn()));
    } catch (DateTimeException e) {
      throw new InvalidInput("paidOn", "grants.form.paidOn.wrong");
    }
  }
}
