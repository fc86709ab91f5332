package org.fingerpost.workbench.check;

/** What a finding means for a proposal. */
public enum Severity {
  /** The model may not be proposed or deployed. */
  ERROR,
  /** Told, and left to the manager. */
  WARNING
}
