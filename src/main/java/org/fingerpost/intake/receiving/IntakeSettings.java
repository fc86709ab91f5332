package org.fingerpost.intake.receiving;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Limits per address. Generous, because a whole surgery or hospital may share one address; they stop floods, not people.
 *
 * @param submissionsPerHour referrals sent with the web form
 * @param trackingPerMinute openings of tracking links, right or wrong
 * @param refusedKeysPerMinute requests with a missing or wrong API key
 */
@ConfigurationProperties("fingerpost.intake")
public record IntakeSettings(
    @DefaultValue("120") int submissionsPerHour,
    @DefaultValue("60") int trackingPerMinute,
    @DefaultValue("20") int refusedKeysPerMinute) {}
