package org.fingerpost.platform;

/**
 * Fingerpost will not start like this, and says why and what to do, one sentence each. Printed without a stack trace;
 * the exit code is 1. Never carries a password.
 */
public class StartRefused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String action;

  /**
   * @param problem what is wrong, one sentence
   * @param action what the reader can do about it, one sentence
   */
  public StartRefused(String problem, String action) {
    this(problem, action, null);
  }

  public StartRefused(String problem, String action, Throwable cause) {
    super(problem, cause);
    this.action = action;
  }

  public String action() {
    return action;
  }
}
