package org.fingerpost.notification;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.fingerpost.platform.Language;
import org.fingerpost.platform.MessageWords;
import org.fingerpost.scheme.SchemeWords;
import org.springframework.stereotype.Component;

/** Puts messages into words: the paragraphs of their {@link Purpose}, in their language and in the words of their scheme. */
@Component
class Letters implements MessageWords {

  private final SchemeWords words;

  Letters(SchemeWords words) {
    this.words = words;
  }

  @Override
  public Optional<String> body(String schemeId, String purpose, Language language, Map<String, Object> params) {
    return params.isEmpty() ? Optional.empty() : Optional.of(body(schemeId, Purpose.of(purpose), language, params));
  }

  /** One line. Without parameters (they are not kept once a message is sent) the purpose's bare title. */
  String subject(String schemeId, Purpose purpose, Language language, Map<String, Object> params) {
    return say(schemeId, purpose, purpose.parts().get(0), language, params)
        .orElseGet(() -> words.say(schemeId, language, "message." + purpose.code() + ".title"))
        .replaceAll("\\R", " ");
  }

  /** Paragraphs with an empty line between them, as plain text. */
  String body(String schemeId, Purpose purpose, Language language, Map<String, Object> params) {
    List<Purpose.Part> paragraphs = purpose.parts().subList(1, purpose.parts().size());
    return paragraphs.stream()
        .map(part -> say(schemeId, purpose, part, language, params))
        .flatMap(Optional::stream)
        .collect(Collectors.joining("\n\n"));
  }

  private Optional<String> say(
      String schemeId, Purpose purpose, Purpose.Part part, Language language, Map<String, Object> params) {
    Object[] args = part.params().stream().map(params::get).toArray();
    for (Object arg : args) {
      if (arg == null) {
        return Optional.empty();
      }
    }
    return Optional.of(words.say(schemeId, language, "message." + purpose.code() + "." + part.name(), args));
  }
}
