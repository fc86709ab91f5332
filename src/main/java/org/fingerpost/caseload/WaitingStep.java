package org.fingerpost.caseload;

import java.time.Instant;

/**
 * What the table says of a wait from here.
 *
 * @param escalateAt when the team leads are told, or told again
 * @param priority how much their task weighs until then, 0 to 100
 */
public record WaitingStep(Instant escalateAt, int priority) {}
