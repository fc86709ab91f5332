package org.fingerpost;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The canary: looks for words in every column of the engine's tables that can hold text or bytes. A
 * scenario gives its person an unmistakable invented name, telephone number and sayings, and calls
 * this when it has ended; anything found is a leak.
 *
 * <p>Upper and lower case are the same for plain letters. A word with a digit is also looked for
 * without its spaces and hyphens, so that {@code 07700 900123} is found as {@code 07700900123}.
 */
public final class NoPersonInTheEngine {

  /** Shorter words stand in every model and id. */
  private static final int SHORTEST = 4;

  private final JdbcClient database;

  public NoPersonInTheEngine(JdbcClient database) {
    this.database = database;
  }

  /**
   * Where the words occur.
   *
   * @param words each of at least four characters
   * @return lines such as {@code act_hi_varinst.text_ holds 'Zebedee' in 2 rows}; empty if the
   *     engine knows nothing of them
   */
  public List<String> placesOf(String... words) {
    var wanted = wanted(words);
    var places = new ArrayList<String>();
    columns()
        .forEach(
            (table, columns) -> {
              if (!mayHold(table, columns, wanted)) {
                return;
              }
              var counts =
                  columns.stream()
                      .flatMap(column -> wanted.stream().map(word -> count(column, word)))
                      .collect(Collectors.joining(", "));
              var row =
                  database
                      .sql("select " + counts + " from " + table)
                      .query(
                          (rs, n) -> {
                            var found = new ArrayList<Long>();
                            for (int i = 1; i <= columns.size() * wanted.size(); i++) {
                              found.add(rs.getLong(i));
                            }
                            return found;
                          })
                      .single();
              for (int i = 0; i < row.size(); i++) {
                if (row.get(i) > 0) {
                  places.add(
                      "%s.%s holds '%s' in %d rows"
                          .formatted(
                              table,
                              columns.get(i / wanted.size()).name(),
                              wanted.get(i % wanted.size()),
                              row.get(i)));
                }
              }
            });
    return places;
  }

  /**
   * Whether some row holds one of the words, in whichever column. Reads each row once, however many words and columns there are: every
   * story asks, and the tables grow from story to story.
   */
  private boolean mayHold(String table, List<Column> columns, List<String> wanted) {
    var all = columns.stream().map(column -> column.bytes() ? "encode(" + column.name() + ", 'escape')" : column.name() + "::text").collect(Collectors.joining(", "));
    var any =
        wanted.stream()
            .map(NoPersonInTheEngine::literal)
            .flatMap(word -> Stream.of("lower(" + word + ")", "lower(encode(convert_to(" + word + ", 'UTF8'), 'escape'))"))
            .map(word -> "strpos(one.said, " + word + ") > 0")
            .collect(Collectors.joining(" or "));
    // Without the offset the planner would put the whole expression in place of each of its uses.
    return database
        .sql("select exists (select 1 from (select lower(concat_ws(E'\\n', " + all + ")) as said from " + table + " offset 0) one where " + any + ")")
        .query(Boolean.class)
        .single();
  }

  /**
   * @throws AssertionError naming every place
   */
  public void knowsNothingOf(String... words) {
    var places = placesOf(words);
    if (!places.isEmpty()) {
      throw new AssertionError(
          "The engine must know nothing of a person, but\n  " + String.join("\n  ", places));
    }
  }

  private static List<String> wanted(String... words) {
    var wanted = new LinkedHashSet<String>();
    for (var word : words) {
      if (word == null || word.length() < SHORTEST) {
        throw new IllegalArgumentException(
            "A canary's word has at least " + SHORTEST + " characters");
      }
      wanted.add(word);
      if (word.chars().anyMatch(Character::isDigit)) {
        wanted.add(word.replaceAll("[ -]", ""));
      }
    }
    return List.copyOf(wanted);
  }

  private Map<String, List<Column>> columns() {
    return database
        .sql(
            """
            select table_name, column_name, data_type = 'bytea' as bytes from information_schema.columns
            where table_schema = current_schema() and table_name like 'act\\_%'
              and data_type in ('text', 'character varying', 'character', 'bytea', 'json', 'jsonb')
            order by table_name, ordinal_position
            """)
        .query(
            (row, number) ->
                new Column(
                    row.getString("table_name"),
                    row.getString("column_name"),
                    row.getBoolean("bytes")))
        .list()
        .stream()
        .collect(Collectors.groupingBy(Column::table, LinkedHashMap::new, Collectors.toList()));
  }

  /**
   * Bytes are compared in the escaped form of PostgreSQL, in which letters and digits stand as
   * themselves.
   */
  private static String count(Column column, String word) {
    var quoted = literal(word);
    var where =
        column.bytes()
            ? "position(lower(encode(convert_to("
                + quoted
                + ", 'UTF8'), 'escape')) in lower(encode("
                + column.name()
                + ", 'escape')))"
            : "position(lower(" + quoted + ") in lower(" + column.name() + "::text))";
    return "count(*) filter (where " + where + " > 0)";
  }

  private static String literal(String text) {
    return Arrays.stream(text.split("'", -1)).collect(Collectors.joining("''", "'", "'"));
  }

  private record Column(String table, String name, boolean bytes) {}
}
