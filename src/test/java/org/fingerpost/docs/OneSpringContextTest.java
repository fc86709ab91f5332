package org.fingerpost.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Each other Spring context costs its start, and each other database proves something else (src/docs/adr/0017). */
@DisplayNameGeneration(ReplaceUnderscores.class)
class OneSpringContextTest {

  private static final Pattern OTHER_CONTEXT =
      Pattern.compile(
          "(?m)^\\s*@(SpringBootTest|ContextConfiguration|DirtiesContext|MockBean|MockitoBean|MockitoSpyBean|SpyBean"
              + "|TestPropertySource|ActiveProfiles|DataJpaTest|DataJdbcTest|JdbcTest|WebMvcTest"
              + "|ApplicationModuleTest)\\b");

  @Test
  void tests_of_the_application_share_the_context_of_FingerpostTest() throws IOException {
    var others = new TreeSet<String>();
    try (var files = Files.walk(Path.of("src/test/java"))) {
      for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
        var found = OTHER_CONTEXT.matcher(Files.readString(file));
        if (!file.endsWith("FingerpostTest.java") && found.find()) {
          others.add(file + " has @" + found.group(1));
        }
      }
    }

    assertThat(others).as("Use @FingerpostTest, and steer outside systems through their simulators").isEmpty();
  }

  @Test
  void there_is_no_database_but_PostgreSQL() throws IOException {
    assertThat(Files.readString(Path.of("pom.xml")))
        .doesNotContain("com.h2database")
        .doesNotContain("hsqldb")
        .doesNotContain("testcontainers");
  }
}
