package org.fingerpost.demo;

import java.time.Duration;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The last thing the console shows: where to go and how to sign in. */
@Component
@ConditionalOnProperty(name = "fingerpost.demo", havingValue = "true")
class ReadyBlock {

  private final DemoAccounts accounts;
  private final String url;

  ReadyBlock(DemoAccounts accounts, @Value("${fingerpost.public-url}") String url) {
    this.accounts = accounts;
    this.url = url;
  }

  private record Line(String who, String path, String userId) {}

  private static final List<Line> LINES =
      List.of(
          new Line("Refer someone", "/refer", null),
          new Line("Link worker", "/login", "lowri"),
          new Line("Link worker", "/login", "tom"),
          new Line("Link worker (Wales)", "/login", "bronwen"),
          new Line("Team lead", "/login", "grace"),
          new Line("Team lead (Wales)", "/login", "rhys"),
          new Line("Arts on Prescription", "/login", "imogen"),
          new Line("North Staffordshire", "/login", "dev"),
          new Line("East Lancashire", "/login", "nasreen"),
          new Line("Programme manager", "/login", "priya"),
          new Line("Programme manager", "/login", "paul"),
          new Line("Auditor", "/login", "amir"),
          new Line("Kite-mark assessor", "/login", "kit"),
          new Line("Kite-mark assessor", "/login", "kezia"),
          new Line("Grant panel", "/login", "gemma"),
          new Line("Records officer", "/login", "rhian"),
          new Line("Administrator", "/login", "ada"),
          new Line("Messages sent", "/demo/outbox", null),
          new Line("Move the clock", "/demo/clock", null),
          new Line("Try this first", "/demo/tour", null));

  @EventListener
  @Order(Ordered.LOWEST_PRECEDENCE)
  void ready(ApplicationReadyEvent event) {
    var passwords = accounts.passwords();
    Duration taken = event.getTimeTaken();
    var block = new StringBuilder("\n  Fingerpost is ready");
    if (taken != null) {
      block.append(" (").append(taken.toSeconds()).append(" s)");
    }
    block.append("        stop: Ctrl-C\n");
    for (Line line : LINES) {
      block.append("  %-20s %s%-12s".formatted(line.who(), url, line.path()));
      if (line.userId() != null) {
        block.append(" %-8s / %s".formatted(line.userId(), passwords.getOrDefault(line.userId(), "?")));
      }
      block.append('\n');
    }
    block
        .append("  Passwords and API keys are kept in ")
        .append(accounts.passwordFile())
        .append("\n  Demo data only: everyone here is invented. Time can be moved.\n");
    // Printed rather than logged: it is for the person at the console, and no log may keep a password.
    System.out.println(block);
  }
}
