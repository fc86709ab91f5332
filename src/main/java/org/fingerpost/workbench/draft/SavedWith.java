package org.fingerpost.workbench.draft;

/** The door through which a file of a draft came. */
public enum SavedWith {
  EDITOR,
  UPLOAD,
  MODELER
}
