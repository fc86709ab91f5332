package org.fingerpost.scheme;

/**
 * What a person is introduced to: a group or charity, a statutory service, or advice and practical help such as with debt,
 * benefits or food. Words: {@code activity-kind.<CODE>}.
 */
public enum ActivityKind {
  COMMUNITY,
  STATUTORY,
  ADVICE
}
