package org.fingerpost.directory;

/** Whether an entry of the directory takes people, best first. Words: {@code directory.status.<CODE>}. */
public enum ListingStatus {
  ACTIVE,
  /** Listed, and takes nobody at the moment. */
  TEMPORARILY_CLOSED,
  /** Not listed any more. */
  INACTIVE;

  /** The worse of two. */
  ListingStatus and(ListingStatus other) {
    return compareTo(other) >= 0 ? this : other;
  }
}
