package org.fingerpost.rights;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Looks for words in every text, json, array and byte column of every table there is, the engine's and ours. */
final class Canary {

  private final JdbcClient database;

  Canary(JdbcClient database) {
    this.database = database;
  }

  /** {@code table.column holds 'word'}, for every place. */
  List<String> placesOf(String... words) {
    var found = new ArrayList<String>();
    var columns =
        database
            .sql(
                """
                select c.relname as table_name, a.attname as column_name, t.typname as type
                from pg_class c join pg_namespace n on n.oid = c.relnamespace
                join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
                join pg_type t on t.oid = a.atttypid
                where n.nspname not in ('pg_catalog', 'information_schema') and c.relkind in ('r', 'p')
                  and t.typname in ('text', 'varchar', 'bpchar', 'json', 'jsonb', '_text', '_varchar', 'bytea', 'uuid', '_uuid', 'name')
                order by 1, 2
                """)
            .query((row, n) -> new String[] {row.getString(1), row.getString(2), row.getString(3)})
            .list();
    for (var column : columns) {
      String where =
          Arrays.stream(words)
              .map(
                  word ->
                      column[2].equals("bytea")
                          ? "position(convert_to('" + word + "', 'UTF8') in \"" + column[1] + "\") > 0"
                          : "strpos(lower(\"" + column[1] + "\"::text), lower('" + word + "')) > 0")
              .collect(Collectors.joining(" or "));
      int rows =
          database.sql("select count(*) from \"" + column[0] + "\" where " + where).query(Integer.class).single();
      if (rows > 0) {
        found.add(column[0] + "." + column[1] + " in " + rows + " rows");
      }
    }
    return found;
  }
}
