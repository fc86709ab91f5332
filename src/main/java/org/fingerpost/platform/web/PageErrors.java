package org.fingerpost.platform.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fingerpost.platform.InvalidInput;
import org.fingerpost.platform.Language;
import org.fingerpost.platform.Words;

/**
 * Refused answers as the pages show them: the model attribute {@code errors}, a message by field name, in the order in which the
 * problems were found. The fragments read it by themselves.
 */
public final class PageErrors {

  /** Name of the model attribute. */
  public static final String ATTRIBUTE = "errors";

  private PageErrors() {}

  public static Map<String, String> of(List<InvalidInput.Problem> problems, Words words, Language language) {
    var errors = new LinkedHashMap<String, String>();
    for (var problem : problems) {
      errors.putIfAbsent(
          problem.field(), words.say(language, problem.messageKey(), problem.args().toArray()));
    }
    return errors;
  }
}
