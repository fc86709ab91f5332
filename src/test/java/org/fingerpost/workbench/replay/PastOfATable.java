package org.fingerpost.workbench.replay;

import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.fingerpost.platform.engine.EngineClock;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Decisions long ago, about a referral that is there, with facts of all sorts and the answers of the table of today. */
final class PastOfATable {

  static final LocalDate FROM = LocalDate.of(2001, 1, 1);
  static final LocalDate TO = LocalDate.of(2001, 12, 31);

  private static final ObjectMapper JSON = new ObjectMapper();

  private final JdbcClient database;
  private final DraftTable then;
  private final String referral;
  private final Random random = new Random(20261122);

  PastOfATable(JdbcClient database, DraftTable then, String referral) {
    this.database = database;
    this.then = then;
    this.referral = referral;
  }

  /** As many decisions for a scheme, with random codes. */
  List<Map<String, Object>> make(String scheme, int decisions) {
    var all = new ArrayList<Map<String, Object>>();
    for (int i = 0; i < decisions; i++) {
      all.add(make(scheme, random()));
    }
    return all;
  }

  Map<String, Object> make(String scheme, Map<String, Object> facts) {
    var said = then.ask(facts);
    database
        .sql(
            """
            insert into decision_record (decision_record_id, referral_id, scheme_id, decision_key, definition_id, definition_version,
              own_table, rule_ids, facts, outputs, decided_at)
            values (?, ?, ?, ?, 'then', 1, false, ?, cast(? as jsonb), cast(? as jsonb), ?)
            """)
        .params(
            UUID.randomUUID(),
            referral,
            scheme,
            then.key(),
            said.rules().toArray(String[]::new),
            written(facts),
            written(said.rows().get(0)),
            Timestamp.from(FROM.plusDays(random.nextInt(365)).atTime(12, 0).atZone(EngineClock.LONDON).toInstant()))
        .update();
    return facts;
  }

  /** Facts that lead to the last rows mostly, as those of real people do. */
  Map<String, Object> random() {
    var facts = new LinkedHashMap<String, Object>();
    for (DraftTable.Column input : then.inputs()) {
      if (input.isFlag()) {
        boolean usual = input.name().equals("sourceLive") || input.name().equals("consentToRefer");
        facts.put(input.name(), random.nextInt(6) == 0 ? !usual : usual);
      } else {
        facts.put(input.name(), input.codes().get(random.nextInt(3) == 0 ? random.nextInt(input.codes().size()) : 0));
      }
    }
    // Kept as well, and read by no table: makes every decision another combination until it is left out.
    facts.put("madeUpForTheTest", random.nextInt(1_000_000));
    return facts;
  }

  static void forget(JdbcClient database) {
    database.sql("delete from decision_record where definition_id = 'then'").update();
  }

  private static String written(Map<String, Object> values) {
    try {
      return JSON.writeValueAsString(values);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
