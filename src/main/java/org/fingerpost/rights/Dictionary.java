package org.fingerpost.rights;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the database says of its own columns: the data dictionary that every migration writes. Read once: tables do not change while we run. */
@Component
class Dictionary {

  private final JdbcClient db;
  private volatile Map<String, List<Column>> tables;

  Dictionary(JdbcClient db) {
    this.db = db;
  }

  /** Tables of ours and those of sessions, with their columns in order. */
  Map<String, List<Column>> tables() {
    if (tables == null) {
      tables = read();
    }
    return tables;
  }

  List<Column> columns(String table) {
    return tables().getOrDefault(table, List.of());
  }

  private Map<String, List<Column>> read() {
    var found = new LinkedHashMap<String, List<Column>>();
    db.sql(
            """
            select c.relname as table_name, a.attname as column_name, format_type(a.atttypid, a.atttypmod) as type,
              a.attnotnull as needed, coalesce(col_description(c.oid, a.attnum), '') as said,
              exists (select 1 from pg_index i where i.indrelid = c.oid and i.indisprimary and a.attnum = any(i.indkey)) as key
            from pg_class c join pg_namespace n on n.oid = c.relnamespace
            join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
            where n.nspname = 'public' and c.relkind in ('r', 'p') and c.relname !~* '^(act_|flyway_)'
            order by c.relname, a.attnum
            """)
        .query(
            row -> {
              String said = row.getString("said");
              found
                  .computeIfAbsent(row.getString("table_name"), table -> new java.util.ArrayList<>())
                  .add(
                      new Column(
                          row.getString("column_name"),
                          row.getString("type"),
                          row.getBoolean("needed"),
                          said.startsWith("[") ? said.substring(1, said.indexOf(']')) : "",
                          said,
                          row.getBoolean("key")));
            });
    return Map.copyOf(found);
  }

  /**
   * @param classified {@code PERSONAL}, {@code HEALTH}, {@code SECRET}, {@code OPERATIONAL}, {@code PUBLIC}, or empty for a table that
   *     is not ours to describe
   */
  record Column(String name, String type, boolean needed, String classified, String said, boolean key) {

    boolean ofAPerson() {
      return classified.equals("PERSONAL") || classified.equals("HEALTH");
    }

    boolean bytes() {
      return type.equals("bytea");
    }

    /** SQL for nothing, as far as the column allows nothing. */
    String nothing() {
      if (!needed) {
        return "null";
      }
      return switch (type) {
        case "jsonb" -> "'{}'::jsonb";
        case "text[]" -> "'{}'::text[]";
        case "bytea" -> "''::bytea";
        default -> "''";
      };
    }
  }
}
