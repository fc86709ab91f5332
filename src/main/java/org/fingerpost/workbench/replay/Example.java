package org.fingerpost.workbench.replay;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * What a table must answer.
 *
 * @param schemeId whose table it is about; {@code null} for every scheme's
 * @param facts coded facts by input
 * @param expected the answer by output; empty where no row may answer
 * @param takenFrom reference of the past decision it was taken over from, or {@code null}
 */
public record Example(
    UUID exampleId,
    String decisionKey,
    String schemeId,
    String name,
    Map<String, Object> facts,
    Map<String, Object> expected,
    String takenFrom,
    String keptBy,
    Instant keptAt) {}
