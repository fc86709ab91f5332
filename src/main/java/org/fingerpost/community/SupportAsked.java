package org.fingerpost.community;

import org.fingerpost.platform.Language;

/**
 * Support that is asked for a group.
 *
 * @param organisationId its id in the directory, or {@code null}
 * @param areaCode where it meets, or {@code null}
 * @param words what it needs, in their words, or {@code null}
 * @param language to write to it in
 * @param askedBy who asks
 */
public record SupportAsked(
    String schemeId,
    String groupName,
    String organisationId,
    String areaCode,
    String words,
    Contact contact,
    Language language,
    AskedBy askedBy) {

  @Override
  public String toString() {
    return "SupportAsked[" + schemeId + ", " + askedBy + "]";
  }
}
