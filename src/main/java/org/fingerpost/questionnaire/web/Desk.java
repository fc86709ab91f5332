package org.fingerpost.questionnaire.web;

import org.fingerpost.platform.Actor;

/**
 * Where and as whom an application is filled in.
 *
 * @param base address of the list of pages, without a slash at the end
 * @param by user id of the officer, or {@code null} for the applicant
 * @param actor in whose name it goes on record
 */
record Desk(String reference, String base, String by, Actor actor) {

  boolean officer() {
    return by != null;
  }

  /** The base is a secret. */
  @Override
  public String toString() {
    return "Desk[" + reference + "]";
  }
}
