package org.fingerpost.scheme;

import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong in a folder, so that whoever edits it sees everything at once. */
final class Problems {

  private final List<String> found = new ArrayList<>();

  /** Adds a sentence: where it is, what is wrong, what to do. */
  void add(String where, String what) {
    found.add(where + ": " + what);
  }

  void addAll(Problems others) {
    found.addAll(others.found);
  }

  boolean none() {
    return found.isEmpty();
  }

  void throwIfAny() {
    if (!found.isEmpty()) {
      throw new SchemeFolderException(found);
    }
  }
}
