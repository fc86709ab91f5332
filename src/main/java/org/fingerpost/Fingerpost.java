package org.fingerpost;

import java.util.TimeZone;
import org.fingerpost.audit.AuditCommand;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Starts Fingerpost: the web pages, the workflow engine and, unless a database is configured, the embedded PostgreSQL. */
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableScheduling
public class Fingerpost {

  public static void main(String[] args) {
    if (AuditCommand.isMeant(args)) {
      System.exit(AuditCommand.run(args));
    }
    // The engine writes local times without a zone; in UTC no hour comes twice in October.
    TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
    SpringApplication.run(Fingerpost.class, args);
  }
}
