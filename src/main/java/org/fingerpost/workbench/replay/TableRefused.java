package org.fingerpost.workbench.replay;

import java.util.List;

/** A table that is not asked: it does not pass the guard, or holds no table of its name. Nothing of it has run. */
class TableRefused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient List<String> reasons;

  TableRefused(List<String> reasons) {
    super(String.join(" ", reasons));
    this.reasons = List.copyOf(reasons);
  }

  List<String> reasons() {
    return reasons;
  }
}
