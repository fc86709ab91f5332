package org.fingerpost.referral;

import java.time.LocalDate;

/**
 * How much support a person has had on one referral.
 *
 * @param contacts how often a link worker talked with them
 * @param since the day of the first time, or {@code null} before it
 */
public record SupportSoFar(int contacts, LocalDate since) {}
