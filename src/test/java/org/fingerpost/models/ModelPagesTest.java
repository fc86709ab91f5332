package org.fingerpost.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The pages in {@code src/docs/models} say what the models say, so that a change to a model can be
 * read as a change to a text.
 */
@Tag("models")
@Tag("fast")
@DisplayNameGeneration(ReplaceUnderscores.class)
class ModelPagesTest {

  private static final String HOW =
      "run mvn test -Dtest=ModelPagesTest -Dfingerpost.write-pages=true";

  @BeforeAll
  static void write_the_pages_when_asked() throws IOException {
    if (Boolean.getBoolean("fingerpost.write-pages")) {
      for (var page : ModelPages.all().entrySet()) {
        Files.writeString(ModelFiles.PAGES.resolve(page.getKey()), page.getValue());
      }
    }
  }

  static Stream<String> pages() {
    return ModelPages.all().keySet().stream();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("pages")
  void a_page_says_what_its_model_says(String name) {
    Path page = ModelFiles.PAGES.resolve(name);
    assertThat(page).as("there is no page for this model yet: %s", HOW).exists();
    assertThat(ModelFiles.text(page))
        .as(
            "the model has changed and %s has not: %s, read the difference and commit both",
            page, HOW)
        .isEqualTo(ModelPages.all().get(name));
  }

  @Test
  void no_page_is_left_over_from_a_model_that_is_gone() throws IOException {
    try (Stream<Path> files = Files.list(ModelFiles.PAGES)) {
      var written =
          files
              .map(file -> file.getFileName().toString())
              .filter(name -> name.endsWith(".md"))
              .collect(Collectors.toCollection(TreeSet::new));
      written.removeAll(ModelPages.all().keySet());
      assertThat(written)
          .as("pages written by hand")
          .containsExactlyInAnyOrder("README.md", "style.md");
    }
  }
}
