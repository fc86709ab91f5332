package org.fingerpost.intake.receiving;

/** An idempotency key came again with another request. */
public class KeyUsedForAnotherRequest extends RuntimeException {

  private static final long serialVersionUID = 1L;

  KeyUsedForAnotherRequest() {
    super("The idempotency key was used for another request");
  }
}
