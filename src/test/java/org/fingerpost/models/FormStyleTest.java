package org.fingerpost.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The forms obey rules 16 to 18 of {@code src/docs/models/style.md}. Tasklist 7.24 shows forms with
 * form-js 1.8.7: a component that is newer than that makes the whole form unusable.
 */
@Tag("models")
@Tag("fast")
@DisplayNameGeneration(ReplaceUnderscores.class)
class FormStyleTest {

  static Stream<Path> forms() {
    return ModelFiles.forms().stream();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("forms")
  void a_form_speaks_two_languages_and_shows_in_tasklist(Path file) {
    assertThat(Finding.list(WhatIsFound.in(file))).isEmpty();
  }
}
