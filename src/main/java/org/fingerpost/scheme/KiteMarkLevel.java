package org.fingerpost.scheme;

/** How far an organisation has come with the kite mark, lowest first. */
public enum KiteMarkLevel {
  NONE,
  /** For a group without a constitution: somebody goes along. */
  SMALL_GROUP,
  CONDITIONAL,
  FULL
}
