package org.fingerpost.kitemark.process;

import org.fingerpost.kitemark.AssessmentSheets.Sheet;
import org.fingerpost.platform.engine.Shown;

/** What the forms of an application show of its sheet. */
final class SheetShown {

  private SheetShown() {}

  static Shown of(Sheet sheet) {
    return Shown.nothing()
        .text("organisation", sheet.organisation())
        .text("risk", sheet.risk())
        .text("proposal", sheet.proposal())
        .text("reasons", sheet.reasons())
        .text("missing", sheet.missing())
        .text("soFar", sheet.soFar())
        .text("links", sheet.links())
        .text("decided", sheet.decided())
        .text("reasonGiven", sheet.reasonGiven());
  }
}
