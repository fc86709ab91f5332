package org.fingerpost.conversation;

import java.time.Instant;
import java.time.LocalDate;

/**
 * When an attempt is to be made.
 *
 * @param day in Europe/London
 * @param at from when on that day
 * @param dueAt when it should have been begun: still in a part of the day that is safe for the person
 */
record ContactSlot(LocalDate day, Instant at, Instant dueAt) {}
