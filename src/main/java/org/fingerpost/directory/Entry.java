package org.fingerpost.directory;

import java.util.Collections;
import java.util.Map;

/**
 * One row of the directory, as texts.
 *
 * @param activityId {@code null} for the organisation itself
 * @param values every field's value in its fixed form; {@code null} for nothing
 */
public record Entry(String schemeId, String organisationId, String activityId, Map<EntryField, String> values) {

  public Entry {
    values = Collections.unmodifiableMap(values);
  }

  public String value(EntryField field) {
    return values.get(field);
  }

  /** No address and no telephone number. */
  @Override
  public String toString() {
    return "Entry[" + schemeId + " " + organisationId + " " + activityId + "]";
  }
}
