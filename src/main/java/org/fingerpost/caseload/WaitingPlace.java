package org.fingerpost.caseload;

import java.time.Instant;

/**
 * A referral's place on its scheme's waiting list.
 *
 * @param place counts from 1
 * @param length how many wait, this one included
 * @param since when it came on the list
 * @param workerAsked {@code FEMALE} or {@code MALE} where the person asked for one, otherwise {@code null}
 * @param timesEscalated how often the team leads were told that it waits too long
 */
public record WaitingPlace(
    String referralId, int place, int length, Instant since, boolean urgent, String workerAsked, int timesEscalated) {}
