package org.fingerpost.grants;

import java.util.Set;

/** What may be proposed for an application, and confirmed. Words: {@code grant-outcome.<CODE>}. */
public enum GrantOutcome {
  PANEL,
  /** To the panel as a pilot: not constituted, and working with us on setting up. */
  PANEL_PILOT,
  /** Help with setting up comes first. */
  SUPPORT_FIRST,
  ASK_TO_REDUCE,
  /** To whoever gives grants where the group works. */
  REFER_ON,
  INELIGIBLE,
  INELIGIBLE_UNTIL_REPORT,
  MORE_INFORMATION;

  private static final Set<GrantOutcome> TO_PANEL = Set.of(PANEL, PANEL_PILOT);
  private static final Set<GrantOutcome> ASK = Set.of(ASK_TO_REDUCE, MORE_INFORMATION);

  public boolean toPanel() {
    return TO_PANEL.contains(this);
  }

  public boolean asksGroup() {
    return ASK.contains(this);
  }

  /** The code that the model reads. */
  public String step() {
    return toPanel() ? "PANEL" : asksGroup() ? "ASK" : "END";
  }
}
