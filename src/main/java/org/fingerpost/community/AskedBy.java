package org.fingerpost.community;

/** Who asked for support or had the idea. Words: {@code community.asked-by.<CODE>}. */
public enum AskedBy {
  /** The group itself, on the public page. */
  GROUP,
  /** Anybody with an idea, on the public page. */
  PERSON,
  LINK_WORKER,
  OFFICER,
  TEAM_LEAD,
  /** From a row of the ledger of unmet needs. */
  LEDGER,
  /** A grant showed that its group needs help. */
  GRANT
}
