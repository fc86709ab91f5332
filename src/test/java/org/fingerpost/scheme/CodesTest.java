package org.fingerpost.scheme;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CodesTest {

  static Stream<String> keys() {
    return Stream.of(
            keys("need.", Codes.needs()),
            keys("risk.", Codes.risks()),
            keys("source.", Codes.sources()),
            keys("activity-format.", names(ActivityFormat.values())),
            keys("legal-form.", names(LegalForm.values())),
            keys("weekday.", names(DayOfWeek.values())))
        .flatMap(keys -> keys);
  }

  @ParameterizedTest
  @MethodSource("keys")
  void every_code_has_words_in_both_languages(String key) {
    assertThat(SharedLabels.find(key))
        .hasValueSatisfying(
            label -> {
              assertThat(label.en()).isNotBlank().doesNotContain("''");
              assertThat(label.cy()).isNotBlank().doesNotContain("''").isNotEqualTo(label.en());
            });
  }

  private static Stream<String> keys(String prefix, List<String> codes) {
    return codes.stream().map(code -> prefix + code);
  }

  private static List<String> names(Enum<?>[] constants) {
    return Arrays.stream(constants).map(Enum::name).toList();
  }
}
