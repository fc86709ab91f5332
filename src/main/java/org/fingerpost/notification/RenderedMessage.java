package org.fingerpost.notification;

import java.time.Instant;
import java.util.UUID;
import org.fingerpost.platform.Language;

/**
 * A message as it reads.
 *
 * @param toAddress or {@code null} if it could only be printed
 * @param status {@code WAITING}, {@code SENT}, {@code ON_SCREEN}, {@code FAILED} or {@code CANCELLED}
 * @param sentAt or {@code null}
 * @param body {@code null} once the message was sent by e-mail, because its contents are not kept
 */
public record RenderedMessage(
    UUID messageId,
    String schemeId,
    String referralId,
    Purpose purpose,
    String toAddress,
    Language language,
    String status,
    Instant createdAt,
    Instant sentAt,
    String subject,
    String body) {}
