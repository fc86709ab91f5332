package org.fingerpost.audit.search;

/** The acts by which data came in or left as a file. */
final class Files {

  /** For a statement's list. */
  static final String QUOTED =
      "'directory.imported', 'directory.exported', 'community.demand-exported', 'grant.list-exported',"
          + " 'conversation.plan-printed', 'application.fileFetched', 'audit.list-downloaded', 'evidence.taken'";

  private Files() {}
}
