package org.fingerpost.grants.process;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * The answers of form {@code record-payment}.
 *
 * @param result {@code PAID} or {@code NOT_PAYABLE}
 * @param paidOn an ISO date; {@code null} where it was not paid
 * @param paymentReference of the accounts, or {@code null}
 */
record RecordPaymentForm(
    @NotNull(message = "{grants.form.result.required}")
        @Pattern(regexp = "PAID|NOT_PAYABLE", message = "{grants.form.result.required}")
        String result,
    @Pattern(regexp = "\\d{4}-\\d{2}-\\d{2}", message = "{grants.form.paidOn.wrong}") String paidOn,
    @Size(max = 64, message = "{grants.form.tooLong}") String paymentReference) {

  @Override
  public String toString() {
    return "RecordPaymentForm";
  }
}
