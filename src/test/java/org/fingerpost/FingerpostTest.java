package org.fingerpost;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.fingerpost.journeys.Journeys;
import org.fingerpost.journeys.StoriesTold;
import org.fingerpost.journeys.WalkedPaths;
import org.fingerpost.questionnaire.TrialKind;
import org.fingerpost.rights.SomebodyIsErased;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;

/**
 * A test of the whole application: real engine, real domain, real PostgreSQL, on a real port. All such tests share one context, so
 * each brings its own people. The job executor is off; tests move the clock and run the jobs that are due.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {
      "camunda.bpm.job-execution.enabled=false",
      "fingerpost.demo=true",
      // Each test brings its own people, and nobody else's.
      "fingerpost.demo-year=false",
      // Tests that send messages run the relay themselves.
      "fingerpost.outbox-interval=P1D",
      // Tests move referrals in flight themselves.
      "fingerpost.migration-interval=P1D",
      // Tests begin the work of the day themselves.
      "fingerpost.daily-work-interval=P1D",
      // Tests put entries into the log, seal cases and check the log themselves.
      "fingerpost.audit-interval=P1D",
      "fingerpost.audit-seal-interval=P1D",
      "fingerpost.audit-check-cron=-",
      "fingerpost.public-url=http://localhost",
      "server.tomcat.threads.max=20"
    })
@AutoConfigureMockMvc
@ExtendWith(StoriesTold.class)
@Import({Journeys.class, WalkedPaths.class, TrialKind.class, SomebodyIsErased.class})
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
public @interface FingerpostTest {}
