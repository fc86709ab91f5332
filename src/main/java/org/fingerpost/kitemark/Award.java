package org.fingerpost.kitemark;

import java.time.LocalDate;
import java.util.UUID;
import org.fingerpost.scheme.KiteMarkLevel;

/**
 * A kite mark that was awarded.
 *
 * @param reference the application's, KM-…; a mark from before Fingerpost has one too, and no application
 * @param level as it holds now
 * @param mostOpen how many introductions may be open at once; {@code null} for any number
 * @param awardedOn first day
 * @param validUntil last day
 * @param renewMonths how long it was awarded for
 * @param insuranceUntil last day, or {@code null}
 * @param dbsUntil day by which checks are renewed, or {@code null}
 * @param trainingUntil day by which safeguarding training is renewed, or {@code null}
 * @param nextCheckOn or {@code null} until it is planned
 * @param confirmedBy user id; {@code null} for a mark from before Fingerpost
 * @param confirmedSecondBy user id, or {@code null}
 * @param processInstanceId of the process that keeps it up to date, or {@code null} until that has begun
 */
public record Award(
    UUID awardId,
    String schemeId,
    String organisationId,
    String reference,
    KiteMarkLevel level,
    ReferralMode mode,
    Integer mostOpen,
    AwardStatus status,
    LocalDate awardedOn,
    LocalDate validUntil,
    int renewMonths,
    LocalDate insuranceUntil,
    LocalDate dbsUntil,
    LocalDate trainingUntil,
    LocalDate nextCheckOn,
    String confirmedBy,
    String confirmedSecondBy,
    String processInstanceId) {}
