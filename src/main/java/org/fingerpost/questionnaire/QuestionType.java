package org.fingerpost.questionnaire;

/** How a question is answered, and what {@link Application#answers()} holds for it. */
public enum QuestionType {
  /** One line: {@code String}. */
  TEXT,
  /** Several lines: {@code String}. */
  LONG_TEXT,
  /** {@code Boolean}. */
  YES_NO,
  /** One of the choices: their code, a {@code String}. */
  CHOICE,
  /** Any of the choices: their codes, a {@code List<String>}, never empty. */
  CHOICES,
  /** {@code java.time.LocalDate}. */
  DATE,
  /** Pounds and pence: {@code java.math.BigDecimal}. */
  MONEY,
  /** A whole number: {@code Integer}. */
  NUMBER,
  /** Documents: not an answer but {@link Application#files()}. */
  EVIDENCE
}
