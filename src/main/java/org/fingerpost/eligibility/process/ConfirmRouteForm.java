package org.fingerpost.eligibility.process;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * The answers of {@code forms/confirm-route.form}.
 *
 * @param route code of a route that can be chosen
 * @param reason why, in the team lead's words
 */
record ConfirmRouteForm(
    @NotNull(message = "{eligibility.form.route.required}") String route,
    @NotBlank(message = "{eligibility.form.reason.required}")
        @Size(max = 2000, message = "{eligibility.form.reason.tooLong}")
        String reason) {}
