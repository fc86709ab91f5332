package org.fingerpost.audit;

import java.util.Set;

/** The acts that read a record and change nothing. They stand apart from what happened, in the list of who has read it. */
public final class Looks {

  static final String VIEWED = "audit.viewed";
  static final String EXPLAINED = "audit.explained";
  static final String WORDS_SHOWN = "audit.words-shown";

  private static final Set<String> ACTS =
      Set.of(
          VIEWED,
          EXPLAINED,
          WORDS_SHOWN,
          "casefile.seen",
          "task.form-seen",
          "consents.seen",
          "conversation.plan-seen",
          "conversation.plan-printed",
          "conversation.plan-opened",
          "conversation.letter-opened",
          "safeguarding.seen",
          "safeguarding.decision-read",
          "application.seen",
          "application.fileFetched",
          "grant.seen",
          "community.seen",
          "kitemark.mark-seen",
          "kitemark.explained");

  private Looks() {}

  /** Somebody read the record or the case, and changed nothing. */
  public static boolean isLook(String act) {
    return ACTS.contains(act);
  }
}
