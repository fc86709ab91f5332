package org.fingerpost.scheme;

/** How far an organisation has come with the kite mark, lowest first. */
public enum KiteMarkLevel {
  NONE,
  /** Applied, and something is still missing: nobody is introduced. */
  NOT_YET,
  /** Had the mark and must not be offered until it is settled. */
  SUSPENDED,
  /** May be named to people who go by themselves; nobody is introduced. */
  SIGNPOST_ONLY,
  /** For a group without a constitution: somebody goes along. */
  SMALL_GROUP,
  CONDITIONAL,
  FULL
}
