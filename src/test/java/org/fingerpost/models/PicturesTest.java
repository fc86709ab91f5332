package org.fingerpost.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each process has a picture, and the picture is as new as the process. */
@Tag("models")
@Tag("fast")
@DisplayNameGeneration(ReplaceUnderscores.class)
class PicturesTest {

  @BeforeAll
  static void draw_the_pictures_when_asked() throws IOException {
    String bpmnJs = System.getProperty("fingerpost.draw-pictures");
    if (bpmnJs != null) {
      Pictures.draw(
          Path.of(bpmnJs), Path.of(System.getProperty("fingerpost.chromium", "/usr/bin/chromium")));
    }
  }

  static Stream<Path> processes() {
    return ModelFiles.processes().stream();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("processes")
  void a_picture_is_as_new_as_its_process(Path process) {
    Path picture = Pictures.pictureOf(process);
    assertThat(picture).as("draw it: src/docs/models/README.md says how").exists();
    assertThat(ModelFiles.text(picture))
        .as(
            "%s has changed since %s was drawn; draw it again: src/docs/models/README.md says how",
            process, picture)
        .startsWith(Pictures.stamp(process));
    assertThat(ModelFiles.text(picture)).contains("fill=\"white\"").doesNotContain("<script");
  }
}
