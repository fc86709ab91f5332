package org.fingerpost.audit.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Map;
import org.fingerpost.FingerpostTest;
import org.fingerpost.benchmark.DatabaseMeter;
import org.fingerpost.platform.Actor;
import org.fingerpost.platform.AuditEvent;
import org.fingerpost.platform.AuditTrail;
import org.fingerpost.platform.CurrentActor;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What one audit entry costs: in the transaction of an act, in that of a read which would else write nothing at all, and a second later
 * when it is sealed. Each is the difference between many transactions with entries and as many without.
 */
@FingerpostTest
@Tag("benchmark")
class AuditEntryBenchmark {

  private static final int TRANSACTIONS = Integer.getInteger("benchmark.transactions", 2_000);

  /** What else the product does meanwhile, by its clocks, may add a statement to some of them. */
  private static final double NOISE = 0.05;

  private static final double MOST_WAL_OF_ACT = 900;
  private static final double MOST_WAL_OF_READ = 950;
  private static final double MOST_WAL_OF_SEAL = 320;
  private static final double MOST_STATEMENTS_OF_SEAL = 0.01;

  @Autowired AuditTrail audit;
  @Autowired CurrentActor actor;
  @Autowired TransactionTemplate transaction;
  @Autowired Sequencer sequencer;
  @Autowired JdbcClient database;

  /**
   * @param statements one entry needs
   * @param walBytes one entry needs
   */
  private record Cost(double statements, double walBytes) {

    Cost minus(Cost other) {
      return new Cost(statements - other.statements, walBytes - other.walBytes);
    }

    void print(String what) {
      System.out.printf(Locale.ROOT, "%s: %.3f statements, %.0f bytes of WAL%n", what, statements, walBytes);
    }
  }

  @Test
  void an_entry_costs_one_statement_and_its_seal_next_to_none() {
    each(TRANSACTIONS / 10, () -> { change(); record(); });
    sequencer.sequence();

    var acts = each(TRANSACTIONS, this::change);
    var actsWithEntry = each(TRANSACTIONS, () -> { change(); record(); });
    var reads = each(TRANSACTIONS, this::read);
    var readsWithEntry = each(TRANSACTIONS, () -> { read(); record(); });
    var meter = new DatabaseMeter(database);
    meter.start();
    long sealed = sequencer.sequence();
    var used = meter.stop();

    acts.print("an act without its entry");
    var ofAct = actsWithEntry.minus(acts);
    ofAct.print("the entry of an act");
    reads.print("a read without its entry");
    var ofRead = readsWithEntry.minus(reads);
    ofRead.print("the entry of a read");
    var ofSeal = new Cost((double) used.statements() / sealed, (double) used.walBytes() / sealed);
    ofSeal.print("the seal of an entry");
    System.out.printf(Locale.ROOT, "%d entries were sealed with %d statements%n", sealed, used.statements());

    assertThat(ofAct.statements()).as("statements for the entry of an act").isBetween(1 - NOISE, 1 + NOISE);
    assertThat(ofRead.statements()).as("statements for the entry of a read").isBetween(1 - NOISE, 1 + NOISE);
    assertThat(ofAct.walBytes()).as("WAL for the entry of an act").isLessThan(MOST_WAL_OF_ACT);
    assertThat(ofRead.walBytes()).as("WAL for the entry of a read").isLessThan(MOST_WAL_OF_READ);
    assertThat(sealed).as("entries sealed").isGreaterThanOrEqualTo(2L * TRANSACTIONS);
    assertThat(ofSeal.statements()).as("statements for the seal of an entry").isLessThan(MOST_STATEMENTS_OF_SEAL * 2_000 / TRANSACTIONS);
    assertThat(ofSeal.walBytes()).as("WAL for the seal of an entry").isLessThan(MOST_WAL_OF_SEAL);
  }

  private Cost each(int times, Runnable work) {
    var meter = new DatabaseMeter(database);
    meter.start();
    actor.as(
        Actor.staff("lowri"),
        () -> {
          for (int i = 0; i < times; i++) {
            transaction.executeWithoutResult(status -> work.run());
          }
        });
    var used = meter.stop();
    return new Cost((double) used.statements() / times, (double) used.walBytes() / times);
  }

  private void change() {
    database.sql("update link_worker set capacity = capacity where user_id = 'lowri'").update();
  }

  private void read() {
    database.sql("select count(*) from link_worker where user_id = 'lowri'").query(Long.class).single();
  }

  /** As long as most. */
  private void record() {
    audit.record(
        new AuditEvent(
            "contact.recorded", "referral", "FP-BENC-0001", "gloucestershire", Map.of("channel", "PHONE", "result", "REACHED", "attempt", "1")));
  }
}
