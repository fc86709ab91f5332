package org.fingerpost.workbench.library;

import java.util.Optional;
import java.util.stream.Stream;

/** The three kinds of models. */
public enum ModelKind {
  PROCESS("bpmn"),
  DECISION("dmn"),
  FORM("form");

  private final String ending;

  ModelKind(String ending) {
    this.ending = ending;
  }

  /** As addresses say it. */
  public String code() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }

  /** The ending of its files. */
  public String ending() {
    return ending;
  }

  public static Optional<ModelKind> of(String code) {
    return Stream.of(values()).filter(kind -> kind.code().equals(code)).findFirst();
  }
}
