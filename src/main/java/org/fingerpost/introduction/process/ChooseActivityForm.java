package org.fingerpost.introduction.process;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;

/**
 * The answers of form {@code choose-activity}. Of a second and third activity everything is {@code null} if there is none.
 *
 * @param activity id of an activity of the scheme, or {@code NONE}, {@code LOOK_AGAIN}, {@code ENOUGH}
 * @param agreesToShare whether the person agrees that the organisation is told about them; needed for any activity
 * @param accompanied whether somebody goes along the first time
 * @param accompaniedBy code of who; {@code null} stands for the link worker
 * @param note what the organisation should know, or {@code null}
 * @param missing code of what was missing where nothing suits, or {@code null}
 * @param accessNeeds codes, or {@code null}
 * @param weekdays codes, or {@code null}
 * @param interests codes, or {@code null}
 */
record ChooseActivityForm(
    @NotBlank(message = "{introduction.form.activity.required}") String activity,
    Boolean agreesToShare,
    Boolean accompanied,
    String accompaniedBy,
    @Size(max = 2000, message = "{introduction.form.note.long}") String note,
    String secondActivity,
    Boolean secondAgreesToShare,
    String secondAccompaniedBy,
    @Size(max = 2000, message = "{introduction.form.note.long}") String secondNote,
    String thirdActivity,
    Boolean thirdAgreesToShare,
    String thirdAccompaniedBy,
    @Size(max = 2000, message = "{introduction.form.note.long}") String thirdNote,
    String missing,
    List<String> accessNeeds,
    List<String> weekdays,
    List<String> interests) {}
