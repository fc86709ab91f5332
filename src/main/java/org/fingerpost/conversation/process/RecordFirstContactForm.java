package org.fingerpost.conversation.process;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * The answers of form {@code record-first-contact}.
 *
 * @param channel how the attempt was made
 * @param result {@code REACHED}, {@code NOT_REACHED} or {@code DECLINED}
 * @param note or {@code null}
 */
record RecordFirstContactForm(
    @NotNull(message = "{conversation.form.channel.required}")
        @Pattern(regexp = "PHONE|TEXT|EMAIL|LETTER|VIDEO|IN_PERSON", message = "{conversation.form.channel.required}")
        String channel,
    @NotNull(message = "{conversation.form.result.required}")
        @Pattern(regexp = "REACHED|NOT_REACHED|DECLINED", message = "{conversation.form.result.required}")
        String result,
    @Size(max = 2000, message = "{conversation.form.note.long}") String note) {}
