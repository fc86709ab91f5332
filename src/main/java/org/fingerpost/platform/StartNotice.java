package org.fingerpost.platform;

import java.util.Optional;

/** Something that waits and that a member of staff is told at the top of the page where their day begins, whichever module it is of. */
public interface StartNotice {

  /** In words, or empty if there is nothing for them. */
  Optional<Notice> of(Staff.Member member, Language language);

  /**
   * @param path page that tells more and that they may open, or {@code null}
   */
  record Notice(String heading, String text, String path) {}
}
