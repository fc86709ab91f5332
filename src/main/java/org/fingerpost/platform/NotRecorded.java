package org.fingerpost.platform;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** What was done, or looked at, could not be put on record; so it did not happen, and nothing is shown. */
@ResponseStatus(HttpStatus.SERVICE_UNAVAILABLE)
public class NotRecorded extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public NotRecorded(Throwable cause) {
    super("The audit trail could not be written; the transaction is rolled back", cause);
  }
}
