package org.fingerpost.workbench.change;

/** There is no change, or no move, with this reference. */
public class NoSuchChange extends RuntimeException {

  private static final long serialVersionUID = 1L;

  NoSuchChange(Object reference) {
    super("No change " + reference);
  }
}
