package org.fingerpost.conversation.process;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * The answers of form {@code await-letter-answer}.
 *
 * @param result {@code REACHED}, {@code CALL_LATER}, {@code DECLINED} or {@code LETTER_RETURNED}
 * @param channel how the person got in touch; {@code null} if the letter came back
 * @param callOn the day on which the person wants to be called, or {@code null}
 * @param callPart the part of that day, or {@code null}
 * @param ownWords what the person said who does not want support, or {@code null}
 * @param note or {@code null}
 */
record AwaitLetterAnswerForm(
    @NotNull(message = "{conversation.form.result.required}")
        @Pattern(
            regexp = "REACHED|CALL_LATER|DECLINED|LETTER_RETURNED",
            message = "{conversation.form.result.required}")
        String result,
    @Pattern(regexp = "PHONE|TEXT|EMAIL|LETTER|VIDEO|IN_PERSON", message = "{conversation.form.channel.heard}")
        String channel,
    @Pattern(regexp = "\\d{4}-\\d{2}-\\d{2}", message = "{conversation.form.callOn.required}") String callOn,
    @Pattern(regexp = "MORNING|AFTERNOON|EVENING", message = "{conversation.form.partOfDay}") String callPart,
    @Size(max = 2000, message = "{conversation.form.note.long}") String ownWords,
    @Size(max = 2000, message = "{conversation.form.note.long}") String note) {}
