package org.fingerpost.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;

class EngineTablesTest {

  @Test
  void the_engines_scripts_are_those_that_the_first_migration_was_written_for() throws Exception {
    assertThat(hashOfScripts())
        .as(
            "The engine's jar has other scripts than 7.24.0. Databases in use were made with those: add a migration"
                + " that runs the engine's upgrade script, and let V001 go on creating 7.24.0 (keep copies of them).")
        .isEqualTo("03f5e8f041c9193606b1ba352fa9040fe4a42d6b07e79febb8af73bd03cc303b");
  }

  private static String hashOfScripts() throws IOException, NoSuchAlgorithmException {
    var digest = MessageDigest.getInstance("SHA-256");
    for (var script : V001__EngineTables.SCRIPTS) {
      digest.update(new ClassPathResource(V001__EngineTables.FOLDER + script).getContentAsByteArray());
    }
    return HexFormat.of().formatHex(digest.digest());
  }
}
