package org.fingerpost.kitemark;

import java.time.LocalDate;
import java.util.List;
import org.fingerpost.scheme.KiteMarkLevel;
import org.fingerpost.scheme.LocalisedText;

/**
 * A mark as the public register says it. Nothing in it is about a person.
 *
 * @param reference of the mark, KM-…
 * @param areas where it works, as people call these
 * @param areaCodes their codes
 * @param activities what it offers, as it calls these
 * @param validUntil last day
 */
public record RegisteredMark(
    String reference,
    String schemeId,
    LocalisedText schemeName,
    String organisationId,
    String organisationName,
    KiteMarkLevel level,
    List<LocalisedText> areas,
    List<String> areaCodes,
    List<LocalisedText> activities,
    LocalDate awardedOn,
    LocalDate validUntil) {}
