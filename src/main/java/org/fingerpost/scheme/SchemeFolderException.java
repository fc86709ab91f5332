package org.fingerpost.scheme;

import java.util.List;

/** A scheme folder cannot be used as it is. The message is written for the person who edits the folder. */
public class SchemeFolderException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient List<String> problems;

  SchemeFolderException(List<String> problems) {
    super(String.join(System.lineSeparator(), problems));
    this.problems = List.copyOf(problems);
  }

  /** One sentence for each thing to put right, in the order of the files. */
  public List<String> problems() {
    return problems;
  }
}
