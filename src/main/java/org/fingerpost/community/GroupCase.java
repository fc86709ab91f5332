package org.fingerpost.community;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.fingerpost.platform.Language;

/**
 * What is done for one group, without whom to ask about it.
 *
 * @param reference SG-… or NG-…
 * @param organisationId its id in the directory, or {@code null}
 * @param missing code of what was missing where it comes from the ledger, or {@code null}
 * @param askedByUser user id of a colleague who asked, or {@code null}
 * @param officer user id, or {@code null} while there is none
 * @param nextDate by when the next step is due, or {@code null}
 * @param interested how many people would come, counted and not named
 * @param othersInterested how many of them the officer counted
 * @param venue where it meets, or {@code null}
 * @param markReference of its application for the kite mark, or {@code null}
 * @param closingReason or {@code null}
 */
public record GroupCase(
    String reference,
    GroupKind kind,
    String schemeId,
    String groupName,
    String organisationId,
    String areaCode,
    List<String> needs,
    String missing,
    AskedBy askedBy,
    String askedByUser,
    Language language,
    GroupState state,
    String officer,
    LocalDate nextDate,
    int interested,
    int othersInterested,
    int rounds,
    int silences,
    boolean declined,
    int chases,
    int invitations,
    String venue,
    List<String> venueAccess,
    String markReference,
    String activityId,
    ClosingReason closingReason,
    String processInstanceId,
    Instant receivedAt,
    Instant closedAt) {}
