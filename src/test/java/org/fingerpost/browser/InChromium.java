package org.fingerpost.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.LocalDate;
import org.camunda.bpm.engine.TaskService;
import org.fingerpost.FingerpostTest;
import org.fingerpost.journeys.Journeys;
import org.fingerpost.platform.database.TestDatabase;
import org.fingerpost.platform.engine.AsUser;
import org.fingerpost.platform.engine.EngineClock;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What every story told by clicking needs: a browser, people in front of it, and their passwords. */
@FingerpostTest
@DisplayNameGeneration(ReplaceUnderscores.class)
abstract class InChromium {

  private static Chromium chromium;

  @Autowired Journeys journeys;
  @Autowired TaskService tasks;
  @Autowired AsUser asUser;
  @LocalServerPort int port;

  @BeforeAll
  static void start() {
    chromium = Chromium.start();
  }

  @AfterAll
  static void stop() {
    if (chromium != null) {
      chromium.close();
    }
  }

  Visitor visitor(String language, int width, boolean javaScript) {
    return chromium.visitor("http://localhost:" + port, language, width, javaScript);
  }

  /** Somebody with a telephone and without JavaScript. */
  Visitor onATelephone(String language) {
    return visitor(language, 390, false);
  }

  /** A member of staff at a desk, in Tasklist or on the first page of their own. */
  Visitor atTheDesk(String user) {
    return visitor("en", 1400, true).signsIn(user, password(user));
  }

  /** Takes a task as the user would by its button, and opens its form. */
  void opens(Visitor staff, String user, String taskId, String reference) {
    if (tasks.createTaskQuery().taskId(taskId).singleResult().getAssignee() == null) {
      asUser.run(
          user,
          () -> {
            tasks.claim(taskId, user);
            return null;
          });
    }
    staff.opens("/camunda/app/tasklist/default/");
    staff.opensTask(taskId, reference);
  }

  static String password(String user) {
    try {
      return Files.readAllLines(TestDatabase.DATA_DIRECTORY.resolve("demo-passwords.txt")).stream()
          .filter(line -> line.startsWith(user + ":"))
          .map(line -> line.substring(user.length() + 1))
          .findFirst()
          .orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static LocalDate today() {
    return LocalDate.ofInstant(EngineClock.now(), EngineClock.LONDON);
  }

  /** Fills in the three parts of a date. */
  static void day(Visitor visitor, String question, LocalDate day) {
    visitor
        .fills(question + "-day", String.valueOf(day.getDayOfMonth()))
        .fills(question + "-month", String.valueOf(day.getMonthValue()))
        .fills(question + "-year", String.valueOf(day.getYear()));
  }
}
