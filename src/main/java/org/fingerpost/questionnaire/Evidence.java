package org.fingerpost.questionnaire;

import java.time.Instant;
import java.util.UUID;

/**
 * A document that came with an application. Its contents and its name are for staff, on a page of this module.
 *
 * @param question key of the question it answers
 * @param mediaType as its first bytes say
 * @param size in bytes
 * @param sha256 64 lower-case hexadecimal digits
 * @param by user id of the officer who added it, or {@code null} for the applicant
 */
public record Evidence(UUID id, String question, String mediaType, long size, String sha256, Instant at, String by) {}
