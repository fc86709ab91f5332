package org.fingerpost.kitemark;

import java.util.UUID;
import org.fingerpost.scheme.KiteMarkLevel;

/**
 * The level or the status of a mark has changed. Published in the transaction that changes it; {@link MarkAwarded} tells of new ones.
 *
 * @param reference of the application, KM-…
 * @param because code of the reason
 */
public record MarkChanged(
    UUID awardId,
    String reference,
    String schemeId,
    String organisationId,
    KiteMarkLevel level,
    AwardStatus status,
    String because) {}
