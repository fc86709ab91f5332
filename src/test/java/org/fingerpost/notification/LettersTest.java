package org.fingerpost.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.fingerpost.platform.Language;
import org.fingerpost.platform.Words;
import org.fingerpost.scheme.SchemeWords;
import org.fingerpost.scheme.Schemes;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.support.ResourceBundleMessageSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class LettersTest {

  private final Letters letters = letters();

  @ParameterizedTest
  @EnumSource(Purpose.class)
  void every_message_reads_whole_in_both_languages(Purpose purpose) {
    for (Language language : Language.values()) {
      var params = allParams(purpose);
      String subject = letters.subject("wales", purpose, language, params);
      String body = letters.body("wales", purpose, language, params);

      assertThat(subject).doesNotContain("message.", "{", "''").isNotBlank();
      assertThat(body).doesNotContain("message.", "{", "''");
      assertThat(letters.subject("wales", purpose, language, Map.of())).doesNotContain("message.");
      params.keySet().forEach(name -> {
        if (!name.equals("accompanied")) {
          assertThat(subject + body).contains("<" + name + ">");
        }
      });
    }
  }

  @Test
  void what_was_not_agreed_to_is_not_in_the_offer() {
    var params = allParams(Purpose.PROVIDER_OFFER);
    params.keySet().removeAll(Set.of("firstName", "wishes", "accompanied"));
    assertThat(letters.body("wales", Purpose.PROVIDER_OFFER, Language.EN, params))
        .doesNotContain("first name", "would like:", "link worker")
        .contains("<replyLink>");
  }

  @Test
  void a_subject_is_one_line() {
    var params = Map.<String, Object>of("activityName", "Walks\r\nBcc: everybody@example.org");
    assertThat(letters.subject("wales", Purpose.PROVIDER_OFFER, Language.EN, params)).doesNotContain("\n", "\r");
  }

  private static Map<String, Object> allParams(Purpose purpose) {
    var params = new HashMap<String, Object>();
    purpose.parts().forEach(part -> part.params().forEach(name -> params.put(name, "<" + name + ">")));
    return params;
  }

  private static Letters letters() {
    var bundles = new ResourceBundleMessageSource();
    bundles.setBasenames("messages/notification");
    bundles.setDefaultEncoding("UTF-8");
    bundles.setAlwaysUseMessageFormat(true);
    bundles.setFallbackToSystemLocale(false);
    var context = new AnnotationConfigApplicationContext();
    context.registerBean("messageSource", MessageSource.class, () -> bundles);
    context.registerBean(Schemes.class, Schemes::shipped);
    context.register(Words.class, SchemeWords.class, Letters.class);
    context.refresh();
    return context.getBean(Letters.class);
  }
}
