package org.fingerpost.rights;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.fingerpost.platform.AuditEvent;
import org.fingerpost.platform.AuditTrail;
import org.fingerpost.platform.InvalidInput;
import org.fingerpost.platform.Tokens;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The one place in which data about somebody is erased, whether they asked for it, its time is over, or a backup brought it back. All of
 * it in the caller's transaction, or none of it.
 *
 * <p>What stays: audit entries and the engine's history, which hold references and codes; and the rows that the {@link Registry} keeps,
 * without what it blanks. A reference no longer stands for anybody, because the row that said whose it was is gone.
 */
@Component
class Erasing {

  /** Why something is erased; kept in {@code rights_erased}. */
  enum Because {
    REQUEST,
    RETENTION,
    RESTORED
  }

  private final JdbcClient db;
  private final Dictionary dictionary;
  private final ErasedList list;
  private final Holds holds;
  private final AuditTrail audit;
  private final Clock clock;

  Erasing(JdbcClient db, Dictionary dictionary, ErasedList list, Holds holds, AuditTrail audit, Clock clock) {
    this.db = db;
    this.dictionary = dictionary;
    this.list = list;
    this.holds = holds;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Ids of processes that still run for these records, in the words of their models' ids; erasing waits for them, because a task about
   * nobody is a task that nobody can finish. A kite mark is its organisation's: it goes on, whoever may be written to.
   */
  List<String> underWay(Subject subject) {
    return db.sql(
            """
            select distinct d.key_ from act_ru_execution e join act_re_procdef d on d.id_ = e.proc_def_id_
            where e.parent_id_ is null and e.business_key_ in (:references) and not (:contact and d.key_ = 'keep-mark') order by 1
            """)
        .params(
            Map.of(
                "references", subject.parameters().get("references"), "contact", subject.about() == Holding.About.CONTACT))
        .query(String.class)
        .list();
  }

  /**
   * Erases.
   *
   * @return how many rows of each table went or were emptied
   * @throws InvalidInput on field {@code decision} if somebody has put a hold on one of the records, or work is still under way
   */
  @Transactional(propagation = Propagation.MANDATORY)
  Map<String, Integer> erase(Subject subject, String schemeId, Because because) {
    if (because != Because.RESTORED && holds.of(subject).isPresent()) {
      throw new InvalidInput("decision", "rights.hold.refuses");
    }
    var running = underWay(subject);
    if (!running.isEmpty()) {
      throw new InvalidInput("decision", "rights.erase.underWay", String.join(", ", running));
    }
    var counts = new LinkedHashMap<String, Integer>();
    var words = wordsOf(subject);
    for (Holding holding : Registry.of(subject.about())) {
      if (holding.erasure() != Holding.Erasure.KEPT) {
        holding.takenOut().forEach(column -> takeOut(holding, column, words, subject));
        int rows = changed(holding) ? db.sql(statement(holding)).params(subject.parameters()).update() : 0;
        if (rows > 0) {
          counts.merge(holding.table(), rows, Integer::sum);
        }
      }
    }
    for (String identity : subject.identities()) {
      db.sql(
              """
              insert into rights_erased (subject_hash, scheme_id, because, erased_at) values (:hash, :scheme, :because, :now)
              on conflict (subject_hash) do update set because = excluded.because, erased_at = excluded.erased_at
              """)
          .param("hash", Tokens.hash(identity))
          .param("scheme", schemeId)
          .param("because", because.name())
          .param("now", Timestamp.from(clock.instant()))
          .update();
    }
    for (String reference : subject.references()) {
      var details = new LinkedHashMap<String, String>();
      details.put("erasedBecause", because.name());
      details.put("tables", String.valueOf(counts.size()));
      details.put("rows", String.valueOf(counts.values().stream().mapToInt(Integer::intValue).sum()));
      counts.forEach((table, rows) -> details.put(camelCase(table), String.valueOf(rows)));
      audit.record(new AuditEvent("rights.erased", type(subject), reference, schemeId, details));
    }
    list.keptOutsideAfterCommit();
    return counts;
  }

  private static boolean changed(Holding holding) {
    return holding.erasure() == Holding.Erasure.DELETED || !holding.blanked().isEmpty();
  }

  /** Patterns of what a contact person is called and reached by, the longest first: all of a name, then its parts as they are written. */
  private List<String> wordsOf(Subject subject) {
    if (subject.about() != Holding.About.CONTACT) {
      return List.of();
    }
    var patterns = new LinkedHashSet<String>();
    var parts = new LinkedHashSet<String>();
    db.sql(Registry.CONTACT_WORDS + " order by length(c.word) desc, c.word")
        .params(subject.parameters())
        .query(
            row -> {
              String word = row.getString("word").strip();
              patterns.add("(?i)" + (row.getString("kind").equals("PHONE") ? digits(word) : literally(word)));
              if (row.getString("kind").equals("NAME")) {
                Arrays.stream(word.split("[\\s,]+")).filter(part -> part.length() > 2).forEach(part -> parts.add("\\m" + literally(part) + "\\M"));
              }
            });
    patterns.addAll(parts);
    return List.copyOf(patterns);
  }

  private static String digits(String phone) {
    return String.join("[\\s-]*", phone.replaceAll("\\D", "").split(""));
  }

  private static String literally(String word) {
    return word.replaceAll("[^\\p{L}\\p{N}]", "\\\\$0");
  }

  private void takeOut(Holding holding, String column, List<String> words, Subject subject) {
    for (String word : words) {
      db.sql(
              "update %1$s set %2$s = regexp_replace(%2$s, :word, '…', 'g') where %2$s ~ :word and (%3$s)"
                  .formatted(holding.table(), column, holding.where()))
          .params(subject.parameters())
          .param("word", word)
          .update();
    }
  }

  /** The statement that erases one line of the registry. */
  private String statement(Holding holding) {
    if (holding.erasure() == Holding.Erasure.DELETED) {
      return "delete from " + holding.table() + " where " + holding.where();
    }
    var columns =
        dictionary.columns(holding.table()).stream()
            .filter(column -> holding.blanked().contains(column.name()))
            .map(column -> column.name() + " = " + column.nothing())
            .collect(Collectors.joining(", "));
    return "update " + holding.table() + " set " + columns + " where " + holding.where();
  }

  static String type(Subject subject) {
    return subject.about() == Holding.About.PERSON ? "referral" : "application";
  }

  /** {@code outbox_message} as {@code outboxMessage}, as audit details are named. */
  static String camelCase(String table) {
    var text = new StringBuilder();
    for (String part : table.split("_")) {
      text.append(text.isEmpty() ? part : Character.toUpperCase(part.charAt(0)) + part.substring(1));
    }
    return text.toString();
  }
}
