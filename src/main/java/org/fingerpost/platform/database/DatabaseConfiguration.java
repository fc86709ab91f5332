package org.fingerpost.platform.database;

import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.flyway.FlywayConfigurationCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Checks the database before the first migration touches it, and offers the migrations that are written in Java. */
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {

  @Bean
  DurableSettings durableSettings(DataSource dataSource, @Value("${fingerpost.database}") String database) {
    return new DurableSettings(dataSource, "embedded".equals(database));
  }

  /** Customises nothing: it makes Flyway wait for the check, which also takes place where Flyway is switched off. */
  @Bean
  FlywayConfigurationCustomizer durableBeforeMigrated(DurableSettings durableSettings) {
    return flyway -> {};
  }

  @Bean
  V001__EngineTables engineTables() {
    return new V001__EngineTables();
  }
}
