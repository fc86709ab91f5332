package org.fingerpost.introduction.process;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * The answers of form {@code choose-activity}.
 *
 * @param activity id of an activity of the scheme, or {@code NONE}
 * @param agreesToShare whether the person agrees that the organisation is told about them; needed for any activity
 * @param accompanied whether the link worker goes along the first time
 * @param note what the organisation should know, or {@code null}
 */
record ChooseActivityForm(
    @NotBlank(message = "{introduction.form.activity.required}") String activity,
    Boolean agreesToShare,
    Boolean accompanied,
    @Size(max = 2000, message = "{introduction.form.note.long}") String note) {}
