package org.fingerpost.workbench.replay;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.fingerpost.platform.engine.EngineClock;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What tables were asked and what they answered, as it was kept then: {@code decision_record} about referrals, {@code kept_answer}
 * about organisations, groups and grants. Tables that only plan days or put things in order keep nothing.
 */
@Component
class PastDecisions {

  private static final int FETCH = 5_000;

  private static final String BOTH =
      """
      (select 'referral' as subject_type, referral_id as subject_id, scheme_id, decision_key, decided_at, rule_ids, facts,
         jsonb_build_array(outputs) as outputs from decision_record
       union all
       select subject_type, subject_id, scheme_id, decision_key, decided_at, rule_ids, facts, outputs from kept_answer) d
      """;

  private static final String OF_THE_PERIOD =
      " where decision_key = ? and scheme_id = any (?) and decided_at >= ? and decided_at < ? ";

  private final JdbcTemplate database;
  private final TransactionTemplate reading;
  private final ObjectMapper json;

  PastDecisions(DataSource source, PlatformTransactionManager transactions, ObjectMapper json) {
    // One of our own, because rows are fetched in portions: a million do not fit into memory.
    this.database = new JdbcTemplate(source);
    this.database.setFetchSize(FETCH);
    this.reading = new TransactionTemplate(transactions);
    this.reading.setReadOnly(true);
    this.json = json;
  }

  /** Which decisions: of one table, of these schemes, from one day to another, both included. */
  record Period(String decisionKey, Collection<String> schemes, LocalDate from, LocalDate to) {

    private Object[] parameters(Object... before) {
      var all = new java.util.ArrayList<>(List.of(before));
      all.add(decisionKey);
      all.add(schemes.toArray(String[]::new));
      all.add(Timestamp.from(from.atStartOfDay(EngineClock.LONDON).toInstant()));
      all.add(Timestamp.from(to.plusDays(1).atStartOfDay(EngineClock.LONDON).toInstant()));
      return all.toArray();
    }
  }

  /** The names of all facts that these decisions were given. */
  Set<String> factsOf(Period period) {
    return patiently(
        () ->
            Set.copyOf(
                database.queryForList(
                    "select distinct jsonb_object_keys(facts) from " + BOTH + OF_THE_PERIOD, String.class, period.parameters())));
  }

  /** Distinct combinations of facts, without those that make no difference, each as the text that {@link #each} gives too. */
  List<String> combinations(Period period, Collection<String> without) {
    return patiently(
        () ->
            database.queryForList(
                "select distinct facts - ?::text[] from " + BOTH + OF_THE_PERIOD,
                String.class,
                period.parameters((Object) without.toArray(String[]::new))));
  }

  long count(Period period) {
    return patiently(
        () -> database.queryForObject("select count(*) from " + BOTH + OF_THE_PERIOD, Long.class, period.parameters()));
  }

  /** A million rows may take longer than a page may wait, which is what the database allows otherwise. */
  private <T> T patiently(Supplier<T> question) {
    return reading.execute(
        status -> {
          database.execute("set local statement_timeout = '5min'");
          return question.get();
        });
  }

  /** Every decision once, in no order. */
  void each(Period period, Collection<String> without, Consumer<Past> reader) {
    patiently(
        () -> {
          database.query(
              "select subject_type, subject_id, scheme_id, rule_ids, facts - ?::text[] as facts, outputs, decided_at from "
                  + BOTH
                  + OF_THE_PERIOD,
              (RowCallbackHandler) row -> reader.accept(past(row)),
              period.parameters((Object) without.toArray(String[]::new)));
          return null;
        });
  }

  /** The latest decision of a table about something, whichever scheme's. */
  Optional<Past> latest(String decisionKey, String reference, Collection<String> schemes) {
    return database
        .query(
            "select subject_type, subject_id, scheme_id, rule_ids, facts, outputs, decided_at from "
                + BOTH
                + " where decision_key = ? and subject_id = ? and scheme_id = any (?) order by decided_at desc limit 1",
            (row, number) -> past(row),
            decisionKey,
            reference,
            schemes.toArray(String[]::new))
        .stream()
        .findFirst();
  }

  private static Past past(ResultSet row) throws SQLException {
    return new Past(
        row.getString("subject_type"),
        row.getString("subject_id"),
        row.getString("scheme_id"),
        List.of((String[]) row.getArray("rule_ids").getArray()),
        row.getString("facts"),
        row.getString("outputs"),
        row.getTimestamp("decided_at").toInstant());
  }

  Map<String, Object> facts(String text) {
    return read(text, new TypeReference<>() {});
  }

  List<Map<String, Object>> rows(String text) {
    return read(text, new TypeReference<>() {});
  }

  private <T> T read(String text, TypeReference<T> type) {
    try {
      return json.readValue(text, type);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A kept decision is not JSON", e);
    }
  }

  /**
   * A decision as it was kept.
   *
   * @param facts as JSON
   * @param outputs what each row said, as JSON
   */
  record Past(String subjectType, String subjectId, String schemeId, List<String> rules, String facts, String outputs, Instant at) {}
}
