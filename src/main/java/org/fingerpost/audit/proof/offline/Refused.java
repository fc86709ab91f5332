package org.fingerpost.audit.proof.offline;

/** The check ends here because nothing after this could be believed. */
final class Refused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  Refused(String sentence) {
    super(sentence, null, false, false);
  }
}
