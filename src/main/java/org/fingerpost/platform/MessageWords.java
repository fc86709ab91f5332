package org.fingerpost.platform;

import java.util.Map;
import java.util.Optional;

/** Puts a kept message into the words it was sent in, for modules that do not send any. */
public interface MessageWords {

  /** Empty if nothing of it is kept. */
  Optional<String> body(String schemeId, String purpose, Language language, Map<String, Object> params);
}
