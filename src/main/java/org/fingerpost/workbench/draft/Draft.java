package org.fingerpost.workbench.draft;

import java.time.Instant;
import java.util.SortedMap;
import java.util.UUID;

/**
 * One intended change.
 *
 * @param schemeId the scheme it is for, or {@code null} for the models that all schemes share
 * @param author user id of whoever began it
 * @param basedOn the deployment that was live then, or {@code null} where there was none
 * @param files by name
 */
public record Draft(
    UUID id,
    String schemeId,
    String title,
    DraftStatus status,
    String author,
    Instant createdAt,
    String basedOn,
    SortedMap<String, DraftFile> files) {}
