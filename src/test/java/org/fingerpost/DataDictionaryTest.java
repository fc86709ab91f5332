package org.fingerpost;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Every table and column of ours says what it holds and how careful to be with it. Asked of the database, because that
 * is what the person looks at who has to answer "where do you keep my data?".
 */
@FingerpostTest
class DataDictionaryTest {

  /** Not the engine's tables, Flyway's or Spring Session's: those are theirs to describe. */
  private static final String OURS =
      """
      n.nspname = 'public' and c.relkind in ('r', 'p')
      and c.relname !~* '^(act_|flyway_|spring_session)'
      """;

  private static final String CLASSIFIED = "^\\[(PERSONAL|HEALTH|OPERATIONAL|PUBLIC|SECRET)\\] [A-Z].*\\.$";

  @Autowired private JdbcTemplate database;

  @Test
  void every_table_and_column_of_ours_is_described_and_classified() {
    List<String> toPaste =
        database.queryForList(
            """
            select 'comment on table ' || c.relname || ' is ''[...] What it holds.'';'
              from pg_class c join pg_namespace n on n.oid = c.relnamespace
             where %1$s and coalesce(obj_description(c.oid, 'pg_class'), '') !~ ?
            union all
            select 'comment on column ' || c.relname || '.' || a.attname
                   || ' is ''[...] What it holds, with its unit.'';'
              from pg_class c join pg_namespace n on n.oid = c.relnamespace
              join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
             where %1$s and coalesce(col_description(c.oid, a.attnum), '') !~ ?
             order by 1
            """
                .formatted(OURS),
            String.class,
            CLASSIFIED,
            CLASSIFIED);

    assertThat(toPaste)
        .as(
            "Paste these into R__data_dictionary.sql, with one of [PERSONAL] [HEALTH] [OPERATIONAL] [PUBLIC] [SECRET] "
                + "and a sentence that ends with a full stop:%n%s",
            String.join("\n", toPaste))
        .isEmpty();
  }

  @Test
  void a_table_with_something_delicate_in_it_is_not_called_harmless() {
    List<String> understated =
        database.queryForList(
            """
            select distinct c.relname
              from pg_class c join pg_namespace n on n.oid = c.relnamespace
              join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
             where %s
               and obj_description(c.oid, 'pg_class') ~ '^\\[(OPERATIONAL|PUBLIC)\\]'
               and col_description(c.oid, a.attnum) ~ '^\\[HEALTH\\]'
            """
                .formatted(OURS),
            String.class);

    assertThat(understated).as("Tables with a [HEALTH] column are [HEALTH] themselves").isEmpty();
  }
}
