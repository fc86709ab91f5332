package org.fingerpost.scheme;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The schemes this Fingerpost serves. Safe for use by many threads. */
public interface Schemes {

  /** The schemes on the class path, outside Spring: for tests and tools. {@link SchemeAdded} goes nowhere. */
  static Schemes shipped() {
    return FolderSchemes.fromClassPath(event -> {});
  }

  Optional<Scheme> find(String id);

  /**
   * A scheme that must exist.
   *
   * @throws IllegalArgumentException if there is none of this id
   */
  Scheme get(String id);

  /** All schemes by id. */
  List<Scheme> all();

  /** What the scheme's folder says about organisations and activities: the seed of the directory. */
  Listing listing(String id);

  /**
   * Adds the scheme of a folder, or replaces the one of the same id, and publishes {@link SchemeAdded}. The folder is
   * read and checked whole before anything changes.
   *
   * @throws SchemeFolderException if the folder is not a valid scheme; its message names each file and line and says
   *     what to do
   */
  void addFrom(Path folder);
}
