package org.fingerpost.eligibility.process;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

/**
 * The answers of {@code forms/arrange-transfer.form}.
 *
 * @param agreed {@code YES} or {@code NO}
 * @param receiver id of a scheme or {@code OTHER_SERVICE}; asked for with {@code YES}
 * @param givenBy code of who agreed; asked for with {@code YES}
 * @param how code of how they agreed; asked for with {@code YES}
 */
record ArrangeTransferForm(
    @NotNull(message = "{eligibility.form.agreed.required}")
        @Pattern(regexp = "YES|NO", message = "{eligibility.form.agreed.required}")
        String agreed,
    String receiver,
    @Pattern(regexp = "PERSON|PARENT|REPRESENTATIVE", message = "{eligibility.form.givenBy.required}") String givenBy,
    @Pattern(regexp = "IN_PERSON|TELEPHONE|VIDEO|WRITTEN|ONLINE", message = "{eligibility.form.how.required}")
        String how) {}
