package org.fingerpost.introduction;

import java.time.LocalDate;
import org.fingerpost.scheme.LocalisedText;

/**
 * What an organisation sees when it opens a reply link that works. Nothing about the person: mail scanners open links
 * too, and what the person agreed to share is in the message itself.
 *
 * @param offeredOn in Europe/London
 * @param answerBy in Europe/London
 * @param paused whether nothing can be answered for now, because the organisation's kite mark is suspended
 */
public record OfferSeen(
    LocalisedText schemeName,
    LocalisedText activityName,
    String organisationName,
    LocalDate offeredOn,
    LocalDate answerBy,
    boolean paused) {}
