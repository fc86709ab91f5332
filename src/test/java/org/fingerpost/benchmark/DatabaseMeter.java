package org.fingerpost.benchmark;

import java.util.Locale;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Reads what PostgreSQL itself counts: statements, write-ahead log, size of tables. Its own
 * statements, and those by which the benchmark plays parts that are nobody's call in the product,
 * carry the word {@code benchmark_} and are not counted.
 *
 * <p>Needs a server with the extension pg_stat_statements and a user who may reset its figures.
 */
public final class DatabaseMeter {

  private final JdbcClient database;
  private Reading before;

  public DatabaseMeter(JdbcClient database) {
    this.database = database;
    boolean counted =
        database
            .sql("select to_regclass('pg_stat_statements') is not null as benchmark_counted")
            .query(Boolean.class)
            .single();
    if (!counted) {
      throw new IllegalStateException(
          "The benchmark counts statements with pg_stat_statements; start its PostgreSQL with"
              + " shared_preload_libraries=pg_stat_statements and create the extension");
    }
  }

  /**
   * Starts measuring. A checkpoint comes first where the user may ask for one, so that the write-ahead log of the run includes the
   * full images of every page that it is the first to touch, as it would after any checkpoint.
   */
  public void start() {
    try {
      database.sql("checkpoint").update();
    } catch (DataAccessException e) {
      // PostgreSQL leaves checkpoints to pg_checkpoint; a long run meets its own.
      System.out.println("no checkpoint before the run: this database user may not ask for one");
    }
    database
        .sql("select pg_stat_statements_reset(), 1 as benchmark_reset")
        .query((row, number) -> 1)
        .single();
    before = read();
  }

  /** What has been used since {@link #start()}. */
  public Used stop() {
    var after = read();
    return new Used(
        after.statements() - before.statements(),
        after.walBytes() - before.walBytes(),
        after.fullPageImages() - before.fullPageImages(),
        after.tableBytes() - before.tableBytes());
  }

  /**
   * The statements run most often since {@link #start()}, most often first: calls and bytes of write-ahead log per journey, and how
   * they begin.
   */
  String mostFrequent(int journeys) {
    var lines = new StringBuilder();
    database
        .sql(
            """
            select s.calls as benchmark_calls, s.wal_bytes, regexp_replace(s.query, '\\s+', ' ', 'g') as query
            from pg_stat_statements s join pg_database d on d.oid = s.dbid join pg_roles r on r.oid = s.userid
            where d.datname = current_database() and r.rolname = current_user and s.toplevel
              and s.query !~ 'benchmark_' and s.calls >= :journeys
            order by s.calls desc, query
            """)
        .param("journeys", journeys / 2)
        .query(
            row -> {
              var query = row.getString("query");
              // What a long list of columns hides is which table it is about.
              var from = query.toLowerCase(Locale.ROOT).indexOf(" from ");
              var told = query.startsWith("select") && from > 60 ? "select …" + query.substring(from) : query;
              lines.append(
                  String.format(
                      Locale.ROOT,
                      "  %6.2f  %6d B  %s%n",
                      (double) row.getLong("benchmark_calls") / journeys,
                      row.getLong("wal_bytes") / journeys,
                      told.substring(0, Math.min(150, told.length()))));
            });
    return lines.toString();
  }

  private Reading read() {
    // BEGIN, COMMIT and SET are utility statements, which PostgreSQL counts apart from work.
    long statements =
        database
            .sql(
                """
                select coalesce(sum(s.calls), 0) as benchmark_statements
                from pg_stat_statements s join pg_database d on d.oid = s.dbid join pg_roles r on r.oid = s.userid
                where d.datname = current_database() and r.rolname = current_user and s.toplevel
                  and s.query !~* ('^\\s*(/\\*.*?\\*/\\s*)?'
                         || '(begin|commit|rollback|start|end|savepoint|release|set|reset|show|discard|checkpoint|create|alter)\\M')
                  and s.query !~ 'benchmark_'
                """)
            .query(Long.class)
            .single();
    var wal =
        database
            .sql(
                """
                select pg_wal_lsn_diff(pg_current_wal_insert_lsn(), '0/0')::bigint as wal_bytes,
                       (select wal_fpi from pg_stat_wal) as benchmark_images
                """)
            .query((row, number) -> new long[] {row.getLong(1), row.getLong(2)})
            .single();
    long tables =
        database
            .sql(
                """
                select sum(pg_total_relation_size(c.oid))::bigint as benchmark_bytes
                from pg_class c where c.relkind = 'r' and c.relnamespace = current_schema()::regnamespace
                """)
            .query(Long.class)
            .single();
    return new Reading(statements, wal[0], wal[1], tables);
  }

  private record Reading(long statements, long walBytes, long fullPageImages, long tableBytes) {}

  /**
   * @param statements top-level statements that are no utility statements
   * @param walBytes bytes of write-ahead log, full-page images included
   * @param fullPageImages how many pages were written whole
   * @param tableBytes growth of all tables with their indexes
   */
  public record Used(long statements, long walBytes, long fullPageImages, long tableBytes) {}
}
