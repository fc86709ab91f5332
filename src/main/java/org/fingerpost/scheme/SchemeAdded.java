package org.fingerpost.scheme;

/** A scheme was added or replaced while Fingerpost is running. Listeners run before {@link Schemes#addFrom} returns. */
public record SchemeAdded(String schemeId) {}
