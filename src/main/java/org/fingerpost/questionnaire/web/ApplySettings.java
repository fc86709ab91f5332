package org.fingerpost.questionnaire.web;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Limits per address for applications.
 *
 * @param begunPerHour applications begun
 * @param linksPerHour lost links asked for
 * @param wrongLinksPerMinute links opened that open nothing
 * @param uploadsPerHour documents sent, taken or not
 */
@ConfigurationProperties("fingerpost.applications")
record ApplySettings(
    @DefaultValue("30") int begunPerHour,
    @DefaultValue("20") int linksPerHour,
    @DefaultValue("30") int wrongLinksPerMinute,
    @DefaultValue("240") int uploadsPerHour) {}
