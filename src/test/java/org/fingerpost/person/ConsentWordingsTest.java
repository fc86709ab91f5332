package org.fingerpost.person;

import static org.assertj.core.api.Assertions.assertThat;

import org.fingerpost.platform.Language;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The words that people were asked with are data, by version, in both languages. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ConsentWordingsTest {

  private final ConsentWordings wordings = new ConsentWordings();

  @ParameterizedTest
  @EnumSource
  void there_are_words_for_every_question_in_both_languages(Consent.Purpose purpose) {
    var wording = wordings.current(purpose);
    assertThat(wording.in(Language.EN)).contains("?").isNotEqualTo(wording.in(Language.CY));
    assertThat(wording.in(Language.CY)).contains("?");
  }

  @Test
  void a_version_stands_for_one_wording_and_none_that_was_ever_recorded_is_missing() {
    assertThat(wordings.all()).extracting(ConsentWordings.Wording::version).doesNotHaveDuplicates();
    assertThat(wordings.all())
        .extracting(ConsentWordings.Wording::version)
        .contains("refer-1", "tell-provider-1", "withdraw-1");
  }
}
