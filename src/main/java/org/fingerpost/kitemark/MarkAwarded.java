package org.fingerpost.kitemark;

import java.util.UUID;
import org.fingerpost.scheme.KiteMarkLevel;

/**
 * A mark was awarded. Published in the transaction that awards it.
 *
 * @param reference of the application, KM-…
 * @param replaced the mark whose place it took, or {@code null}
 */
public record MarkAwarded(
    UUID awardId, String reference, String schemeId, String organisationId, KiteMarkLevel level, UUID replaced) {}
