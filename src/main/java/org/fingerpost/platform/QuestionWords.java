package org.fingerpost.platform;

import java.util.List;

/** What an application asks and what was answered, in words, for modules that know no questionnaires. */
public interface QuestionWords {

  /** The question as it is asked; its key if the application or the question is not known. */
  String question(String applicationReference, String key, Language language);

  /** What was typed or chosen. */
  String answer(String applicationReference, String key, List<String> typed, Language language);
}
