package org.fingerpost.community;

import java.util.List;
import org.fingerpost.platform.Language;

/**
 * An idea for a group that does not exist yet.
 *
 * @param groupName what it might be called
 * @param areaCode where it would meet, or {@code null}
 * @param needs codes of the needs that it would be for
 * @param missing where it comes from the ledger of unmet needs: code of what was missing; else {@code null}
 * @param words in their words, or {@code null}
 */
public record Idea(
    String schemeId,
    String groupName,
    String areaCode,
    List<String> needs,
    String missing,
    String words,
    Contact contact,
    Language language,
    AskedBy askedBy) {

  public Idea {
    needs = List.copyOf(needs);
  }

  @Override
  public String toString() {
    return "Idea[" + schemeId + ", " + askedBy + "]";
  }
}
