package org.fingerpost.introduction.process;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * The answers of form {@code look-for-place}: whether there is a place for somebody on a waiting list.
 *
 * @param result {@code PLACE_FOUND}, {@code STILL_WAITING} or {@code GIVEN_UP}
 * @param firstOn a day as it is written, or {@code null}
 * @param lookAgainOn a day as it is written, or {@code null}
 * @param note or {@code null}
 */
record LookForPlaceForm(
    @NotNull(message = "{introduction.form.result.required}")
        @Pattern(regexp = "PLACE_FOUND|STILL_WAITING|GIVEN_UP", message = "{introduction.form.result.required}")
        String result,
    @Size(max = 10, message = "{introduction.form.day.unreadable}") String firstOn,
    @Size(max = 10, message = "{introduction.form.day.unreadable}") String lookAgainOn,
    @Size(max = 2000, message = "{introduction.form.note.long}") String note) {}
