package org.fingerpost.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** What looks for mistakes finds them. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class AccessibilityTest {

  @Test
  void what_is_wrong_is_told_with_its_place_and_what_is_left_out_is_not() {
    try (var chromium = Chromium.start()) {
      var page = chromium.visitor("http://localhost", "en", 390, true).page;
      page.setContent(
          """
          <!doctype html><html lang="en"><title>A form</title><main><h1>A form</h1>
          <p id="pale" style="color: #ccc; background: #fff">Nobody can read this</p><div id="theirs"><input></div></main>""");
      assertThat(Accessibility.violations(page))
          .hasSize(2)
          .anyMatch(line -> line.startsWith("color-contrast: ") && line.contains("#pale"))
          .anyMatch(line -> line.startsWith("label: "));
      assertThat(Accessibility.violations(page, "#theirs", "#pale")).isEmpty();
    }
  }
}
