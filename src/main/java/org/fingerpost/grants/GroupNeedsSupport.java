package org.fingerpost.grants;

/**
 * A group asked for a grant and needs help with setting up first. Published in the transaction of the act; carries ids only, because
 * whoever helps looks the group up in its application.
 *
 * @param applicationReference the application for the grant
 */
public record GroupNeedsSupport(String schemeId, String applicationReference) {}
