package org.fingerpost.workbench.draft;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** There is no such draft, or no such file in it, or it is another scheme's. */
@ResponseStatus(HttpStatus.NOT_FOUND)
public class NoSuchDraft extends RuntimeException {

  private static final long serialVersionUID = 1L;

  NoSuchDraft() {
    super("No such draft");
  }
}
