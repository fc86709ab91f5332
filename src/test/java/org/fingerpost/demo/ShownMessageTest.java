package org.fingerpost.demo;

import static org.assertj.core.api.Assertions.assertThat;

import org.fingerpost.demo.ShownMessage.Piece;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ShownMessageTest {

  @Test
  void a_link_becomes_clickable_and_the_full_stop_after_it_does_not() {
    assertThat(ShownMessage.pieces("Follow it at http://localhost:8080/track/a-B_c. Thank you."))
        .containsExactly(
            new Piece("Follow it at ", null),
            new Piece("http://localhost:8080/track/a-B_c", "http://localhost:8080/track/a-B_c"),
            new Piece(". Thank you.", null));
  }

  @Test
  void only_addresses_of_web_pages_become_links() {
    assertThat(ShownMessage.pieces("javascript:alert(1) and <b>bold</b>"))
        .containsExactly(new Piece("javascript:alert(1) and <b>bold</b>", null));
  }

  @Test
  void a_message_whose_text_is_not_kept_has_no_pieces() {
    assertThat(ShownMessage.pieces(null)).isEmpty();
    assertThat(ShownMessage.pieces("")).isEmpty();
  }
}
