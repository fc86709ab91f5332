package org.fingerpost.audit.proof.offline;

/** Something is wrong with what was given to the command, said in one sentence for whoever gave it. */
final class Complaint extends RuntimeException {

  private static final long serialVersionUID = 1L;

  Complaint(String sentence) {
    super(sentence, null, false, false);
  }

  static Complaint missing(String file) {
    return new Complaint("This pack is not whole: " + file + " is missing.");
  }
}
