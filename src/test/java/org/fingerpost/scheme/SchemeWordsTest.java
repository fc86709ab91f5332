package org.fingerpost.scheme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.nio.file.Path;
import org.fingerpost.platform.Language;
import org.fingerpost.platform.Words;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SchemeWordsTest {

  @TempDir Path folder;

  private final Schemes schemes = Schemes.shipped();
  private final Words shared = mock(Words.class);
  private final SchemeWords words = new SchemeWords(schemes, shared);

  @BeforeEach
  void sharedWords() {
    schemes.addFrom(SchemeFolder.in(folder).path());
    when(shared.say(Language.EN, "greeting", "Sam")).thenReturn("Hello, Sam");
  }

  @Test
  void a_schemes_own_wording_wins_in_that_scheme_only() {
    assertThat(words.say("hillshire", Language.EN, "greeting", "Sam")).isEqualTo("You're welcome, Sam");
    assertThat(words.say("hillshire", Language.CY, "greeting", "Sam")).isEqualTo("Mae croeso i chi, Sam");
    assertThat(words.say("wales", Language.EN, "greeting", "Sam")).isEqualTo("Hello, Sam");
  }
}
