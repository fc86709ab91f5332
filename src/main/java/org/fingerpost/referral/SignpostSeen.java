package org.fingerpost.referral;

import java.time.LocalDate;
import java.util.List;
import org.fingerpost.directory.ActivityOffer;

/**
 * What a link to places opens: the places, and nothing about the person.
 *
 * @param asks whether an answer is still welcome
 * @param answer what was answered, or {@code null}
 * @param until the last day on which the link works
 */
public record SignpostSeen(
    String schemeId, List<ActivityOffer> activities, boolean asks, SignpostAnswer answer, LocalDate until) {}
