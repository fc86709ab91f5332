package org.fingerpost.kitemark;

/** Why an application is assessed. Codes of the table {@code kitemark-plan}; words under {@code kitemark.kind.<CODE>}. */
public enum AssessmentKind {
  FIRST,
  AGAIN,
  APPEAL
}
