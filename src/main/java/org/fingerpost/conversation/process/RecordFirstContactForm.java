package org.fingerpost.conversation.process;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * The answers of form {@code record-first-contact}. Which of them belong together is for {@link
 * org.fingerpost.conversation.ContactingPerson} to say.
 *
 * @param channel how the attempt was made
 * @param partOfDay when it was made; {@code null} if it was just now
 * @param result {@code REACHED}, {@code CALL_LATER}, {@code NOT_REACHED}, {@code WRONG_NUMBER} or {@code DECLINED}
 * @param callOn the day on which the person wants to be called, or {@code null}
 * @param callPart the part of that day, or {@code null}
 * @param ownWords what the person said who does not want support, or {@code null}
 * @param unsafeTimeReason why it was made outside the safe times, or {@code null}
 * @param note or {@code null}
 */
record RecordFirstContactForm(
    @NotNull(message = "{conversation.form.channel.required}")
        @Pattern(regexp = "PHONE|TEXT|EMAIL|LETTER|VIDEO|IN_PERSON", message = "{conversation.form.channel.required}")
        String channel,
    @Pattern(regexp = "MORNING|AFTERNOON|EVENING", message = "{conversation.form.partOfDay}") String partOfDay,
    @NotNull(message = "{conversation.form.result.required}")
        @Pattern(
            regexp = "REACHED|CALL_LATER|NOT_REACHED|WRONG_NUMBER|DECLINED",
            message = "{conversation.form.result.required}")
        String result,
    @Pattern(regexp = "\\d{4}-\\d{2}-\\d{2}", message = "{conversation.form.callOn.required}") String callOn,
    @Pattern(regexp = "MORNING|AFTERNOON|EVENING", message = "{conversation.form.partOfDay}") String callPart,
    @Size(max = 2000, message = "{conversation.form.note.long}") String ownWords,
    @Size(max = 2000, message = "{conversation.form.note.long}") String unsafeTimeReason,
    @Size(max = 2000, message = "{conversation.form.note.long}") String note) {}
