package org.fingerpost.workbench.library;

import java.time.Instant;

/**
 * A model as it was deployed once. A deployment holds all models, so most versions of a model say the same as the version before.
 *
 * @param schemeId the scheme it is for, or {@code null} for all
 * @param name as the model names itself; {@code null} for a form
 * @param file its name in the bundle
 * @param hash of its content; {@code null} for what was not deployed by Fingerpost
 * @param since the first of the versions in a row that say the same, itself if it differs from the one before
 * @param deployedBy who deployed it; {@code null} for what was not deployed by Fingerpost, and so the three after it
 */
record ModelVersion(
    ModelKind kind,
    String key,
    String schemeId,
    int version,
    String definitionId,
    String deploymentId,
    String file,
    String name,
    String versionTag,
    String hash,
    int since,
    Instant deployedAt,
    String deployedBy,
    String source,
    String reason) {

  /** The same for the same content, so that what was read once need not be read again. */
  String contentId() {
    return hash == null ? definitionId : kind + " " + key + " " + hash;
  }

  boolean changed() {
    return since == version;
  }
}
