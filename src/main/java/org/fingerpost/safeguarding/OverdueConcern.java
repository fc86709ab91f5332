package org.fingerpost.safeguarding;

import java.time.Instant;

/**
 * A concern that waits longer than it should, as administrators see it: that it is there, and nothing of it.
 *
 * @param reminders how often team leads were reminded
 */
public record OverdueConcern(String schemeId, Instant dueAt, int reminders) {}
