package org.fingerpost.demo;

import jakarta.annotation.PostConstruct;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import org.fingerpost.demo.process.DueTimers;
import org.fingerpost.platform.DailyRounds;
import org.fingerpost.platform.engine.EngineClock;
import org.fingerpost.scheme.Schemes;
import org.fingerpost.scheme.WorkingDays;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The demo's time, which can be moved forward and never back. How far it is ahead is kept in {@code
 * setting}, because a start that put the clock back would find referrals from the future.
 */
@Component
@ConditionalOnProperty(name = "fingerpost.demo", havingValue = "true")
class DemoClock {

  static final String SETTING = "demo.clock-ahead";

  /**
   * Timers and due dates stand at nine in the morning, so a move by days never stops before them.
   */
  private static final LocalTime AFTER_OPENING = LocalTime.of(9, 1);

  /** How far one press of a button goes. */
  enum Step {
    WORKING_DAY,
    WEEK,
    MONTH,
    QUARTER
  }

  private final JdbcClient database;
  private final Schemes schemes;
  private final WorkingDays workingDays;
  private final DueTimers timers;
  private final DailyRounds rounds;

  DemoClock(JdbcClient database, Schemes schemes, WorkingDays workingDays, DueTimers timers, DailyRounds rounds) {
    this.database = database;
    this.schemes = schemes;
    this.workingDays = workingDays;
    this.timers = timers;
    this.rounds = rounds;
  }

  @PostConstruct
  void takeUpWhereItStood() {
    var kept =
        database
            .sql("select value from setting where name = ?")
            .param(SETTING)
            .query(String.class)
            .optional();
    kept.map(Duration::parse)
        .map(ahead -> ahead.minus(EngineClock.ahead()))
        .filter(missing -> !missing.isNegative())
        .ifPresent(EngineClock::moveBy);
  }

  ZonedDateTime now() {
    return EngineClock.now().atZone(EngineClock.LONDON);
  }

  /** How far the demo is ahead of the wall clock, in whole days. */
  long daysAhead() {
    return EngineClock.ahead().toDays();
  }

  /**
   * Moves the clock day by day, and fires on each what has become due and begins its work: a notice of thirty days before comes thirty
   * days before, however far the clock is moved at once. Returns how many timers fired.
   */
  int move(Step step) {
    var end = after(now(), step);
    int fired = 0;
    while (now().isBefore(end)) {
      var tomorrow = now().toLocalDate().plusDays(1).atTime(end.toLocalTime()).atZone(EngineClock.LONDON);
      EngineClock.moveBy(Duration.between(now(), tomorrow.isBefore(end) ? tomorrow : end));
      keep();
      fired += timers.fire();
      rounds.now();
    }
    return fired;
  }

  private void keep() {
    database
        .sql(
            "insert into setting (name, value) values (?, ?) on conflict (name) do update set value"
                + " = excluded.value")
        .param(SETTING)
        .param(EngineClock.ahead().toString())
        .update();
  }

  private ZonedDateTime after(ZonedDateTime now, Step step) {
    var day =
        switch (step) {
          case WORKING_DAY -> workingDays.plus(schemes.all().get(0), now.toLocalDate(), 1);
          case WEEK -> now.toLocalDate().plusDays(7);
          case MONTH -> now.toLocalDate().plusDays(30);
          case QUARTER -> now.toLocalDate().plusMonths(3);
        };
    var time = now.toLocalTime().isBefore(AFTER_OPENING) ? AFTER_OPENING : now.toLocalTime();
    return day.atTime(time).atZone(EngineClock.LONDON);
  }
}
