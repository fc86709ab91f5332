package org.fingerpost.kitemark;

import java.time.Instant;

/**
 * What is next in the life of a mark.
 *
 * @param lookAt the next date; set with {@code NOTHING} only
 * @param dueAt by when the assessor's task is done; set with {@code ASK_ASSESSOR} and {@code VISIT} only
 */
public record UpkeepNext(UpkeepStep step, Instant lookAt, Instant dueAt) {}
