package org.fingerpost.referral;

import java.time.LocalDate;

/**
 * Another referral of somebody who looks like the same person: the earlier story, for a person to read. Nothing is joined because
 * of it.
 *
 * @param receivedOn in Europe/London
 * @param closedState {@code null} while it is open
 * @param closureReason code, or {@code null}
 * @param linkWorker user id of who supported the person then, or {@code null}
 * @param withinAYear whether it was received less than a year before the one asked about
 */
public record EarlierReferral(
    String referralId,
    LocalDate receivedOn,
    Stage stage,
    ClosedState closedState,
    String closureReason,
    String linkWorker,
    boolean withinAYear) {}
