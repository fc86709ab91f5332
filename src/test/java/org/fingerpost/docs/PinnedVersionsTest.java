package org.fingerpost.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.lang.module.ModuleDescriptor.Version;
import org.apache.catalina.util.ServerInfo;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Libraries that must be at least this new, because older ones have published vulnerabilities (src/docs/adr/0013). */
@DisplayNameGeneration(ReplaceUnderscores.class)
class PinnedVersionsTest {

  @Test
  void Tomcat_is_new_enough() {
    assertAtLeast("10.1.61", ServerInfo.getServerNumber());
  }

  @Test
  void Jackson_is_new_enough() {
    assertAtLeast("2.21.6", new ObjectMapper().version().toString());
  }

  @Test
  void the_PostgreSQL_driver_is_new_enough() {
    assertAtLeast("42.7.14", org.postgresql.util.DriverInfo.DRIVER_VERSION);
  }

  private static void assertAtLeast(String wanted, String found) {
    assertThat(Version.parse(found))
        .as("Found %s; at least %s is needed", found, wanted)
        .isGreaterThanOrEqualTo(Version.parse(wanted));
  }
}
