package org.fingerpost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** A canary that never sings proves nothing: each way a word could hide is shown to be found. */
@FingerpostTest
@Transactional
@DisplayNameGeneration(ReplaceUnderscores.class)
class NoPersonInTheEngineTest {

  @Autowired JdbcClient database;
  private NoPersonInTheEngine engine;

  @BeforeEach
  void canary() {
    engine = new NoPersonInTheEngine(database);
  }

  @Test
  void a_name_in_a_text_column_is_found_whatever_its_case() {
    hide(
        "act_ge_property",
        "(name_, value_, rev_) values ('canary', 'for ZEBEDEE Quillfeather', 1)");

    assertThat(engine.placesOf("Zebedee"))
        .containsExactly("act_ge_property.value_ holds 'Zebedee' in 1 rows");
    assertThatThrownBy(() -> engine.knowsNothingOf("Zebedee"))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("act_ge_property.value_");
  }

  @Test
  void a_name_in_a_byte_column_is_found() {
    hide(
        "act_ge_bytearray",
        "(id_, rev_, bytes_) values ('canary', 1, '\\xaced0005740007'::bytea ||"
            + " convert_to('Zebedee', 'UTF8'))");

    assertThat(engine.placesOf("zebedee"))
        .containsExactly("act_ge_bytearray.bytes_ holds 'zebedee' in 1 rows");
  }

  @Test
  void a_name_with_an_accent_is_found_in_both() {
    hide("act_ge_bytearray", "(id_, rev_, bytes_) values ('canary', 1, convert_to('Ŵyn-Zebedee', 'UTF8'))");
    hide("act_ge_property", "(name_, value_, rev_) values ('canary', 'ŵyn-zebedee', 1)");

    assertThat(engine.placesOf("Ŵyn-Zebedee"))
        .containsExactly("act_ge_bytearray.bytes_ holds 'Ŵyn-Zebedee' in 1 rows", "act_ge_property.value_ holds 'Ŵyn-Zebedee' in 1 rows");
  }

  @Test
  void a_telephone_number_is_found_without_its_spaces() {
    hide("act_ge_property", "(name_, value_, rev_) values ('canary', '07700900123', 1)");

    assertThat(engine.placesOf("07700 900123"))
        .containsExactly("act_ge_property.value_ holds '07700900123' in 1 rows");
  }

  @Test
  void what_the_engine_does_not_know_is_not_found() {
    assertThat(engine.placesOf("Quillfeather", "O'Zebedee", "Ŵyn-Zebedee")).isEmpty();
  }

  @Test
  void a_word_that_is_too_short_is_refused() {
    assertThatThrownBy(() -> engine.placesOf("Ann")).isInstanceOf(IllegalArgumentException.class);
  }

  private void hide(String table, String rest) {
    database.sql("insert into " + table + " " + rest).update();
  }
}
