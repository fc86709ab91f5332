package org.fingerpost;

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
    SpringApplication.run(Fingerpost.class, args);
  }
}
