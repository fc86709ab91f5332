package org.fingerpost.directory;

import java.time.LocalDate;
import org.fingerpost.scheme.KiteMarkLevel;

/**
 * The kite mark of an organisation as it stands now.
 *
 * @param validUntil last day, or {@code null} for none
 */
public record Mark(KiteMarkLevel level, LocalDate validUntil) {}
