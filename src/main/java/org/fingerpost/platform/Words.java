package org.fingerpost.platform;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The message bundles, by language. A missing key is a defect that {@code MessagesTest} finds, so it is shown as it is. */
@Component
public class Words {

  private final MessageSource messages;

  Words(MessageSource messages) {
    this.messages = messages;
  }

  public String say(Language language, String key, Object... args) {
    return messages.getMessage(key, args, key, language.locale());
  }
}
