package org.fingerpost.deprivation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.fingerpost.deprivation.DeprivationIndex.Kind;
import org.fingerpost.deprivation.LookupReport.Why;
import org.fingerpost.platform.AuditEvent;
import org.fingerpost.platform.AuditTrail;
import org.fingerpost.platform.InvalidInput;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Loads a lookup from postcode to decile, whole or not at all. A postcode that is there already takes the decile of the new file; those
 * that the file does not name stay. Deciles that were kept with referrals are never touched.
 */
@Component
public class ImportingDeprivation {

  /** As the official lookup of England calls it, and as anybody would. */
  private static final Set<String> DECILE_HEADINGS = Set.of("decile", "index of multiple deprivation decile");

  private static final Pattern POSTCODE = Pattern.compile("[A-Z]{1,2}[0-9][0-9A-Z]? [0-9][A-Z]{2}");
  private static final Pattern DECILE = Pattern.compile("[1-9]|10");
  private static final int PORTION = 20_000;
  private static final int EARLIEST = 2004;

  private final JdbcClient db;
  private final AuditTrail audit;
  private final Clock clock;

  ImportingDeprivation(JdbcClient db, AuditTrail audit, Clock clock) {
    this.db = db;
    this.audit = audit;
    this.clock = clock;
  }

  /** Of which indices there is a lookup, the latest import first. */
  @Transactional(readOnly = true)
  public List<DeprivationIndex> indices() {
    return db.sql(
            """
            select i.index_id, i.kind, i.year, i.invented, i.imported_at,
              (select count(*) from deprivation_by_postcode p where p.index_id = i.index_id) as postcodes
            from deprivation_index i order by i.imported_at desc, i.index_id
            """)
        .query(
            (row, number) ->
                new DeprivationIndex(
                    row.getString("index_id"),
                    Kind.valueOf(row.getString("kind")),
                    row.getInt("year"),
                    row.getBoolean("invented"),
                    row.getTimestamp("imported_at").toInstant(),
                    row.getLong("postcodes")))
        .list();
  }

  /**
   * Loads a file, unless one of its lines is not right.
   *
   * @param kind which index it is of
   * @param year of the index
   * @param invented made up, for a demo
   * @param file CSV with the headings {@code postcode} and {@code decile}; other columns are not read, lines after # neither
   * @throws InvalidInput for field {@code year} or {@code file}, if the file cannot be read at all
   */
  @Transactional
  public LookupReport load(Kind kind, int year, boolean invented, byte[] file) {
    if (year < EARLIEST || year > LocalDate.now(clock).getYear()) {
      throw new InvalidInput("year", "deprivation.year.wrong");
    }
    var lookup = new Lookup();
    lookup.read(text(file));
    if (!lookup.refused.isEmpty()) {
      return new LookupReport(
          lookup.lines, 0, 0, lookup.refused.size(), lookup.refused.stream().limit(LookupReport.MOST_NAMED).toList());
    }
    String index = DeprivationIndex.id(kind, year, invented);
    db.sql(
            """
            insert into deprivation_index (index_id, kind, year, invented, imported_at) values (:id, :kind, :year, :invented, :now)
            on conflict (index_id) do update set imported_at = excluded.imported_at
            """)
        .param("id", index)
        .param("kind", kind.name())
        .param("year", year)
        .param("invented", invented)
        .param("now", Timestamp.from(clock.instant()))
        .update();
    int[] counts = write(index, lookup.deciles);
    var report = new LookupReport(lookup.deciles.size(), counts[0], counts[1], 0, List.of());
    var details = new LinkedHashMap<String, String>();
    details.put("lines", Integer.toString(report.lines()));
    details.put("added", Integer.toString(report.added()));
    details.put("changed", Integer.toString(report.changed()));
    audit.record(new AuditEvent("deprivation.imported", "deprivation", index, null, details));
    return report;
  }

  /** Writes all, in portions; returns how many were added and how many changed. */
  private int[] write(String index, Map<String, Entry> deciles) {
    var counts = new int[2];
    var postcodes = new ArrayList<>(deciles.keySet());
    for (int from = 0; from < postcodes.size(); from += PORTION) {
      var portion = postcodes.subList(from, Math.min(from + PORTION, postcodes.size()));
      db.sql(
              """
              with written as (
                insert into deprivation_by_postcode as d (postcode, decile, index_id)
                select t.postcode, t.decile, ? from unnest(cast(? as text[]), cast(? as int[])) as t (postcode, decile)
                on conflict (postcode) do update set decile = excluded.decile, index_id = excluded.index_id
                  where (d.decile, d.index_id) is distinct from (excluded.decile, excluded.index_id)
                returning (xmax = 0) as added)
              select count(*) filter (where added) as added, count(*) filter (where not added) as changed from written
              """)
          .params(
              index,
              portion.toArray(String[]::new),
              portion.stream().map(postcode -> deciles.get(postcode).decile()).toArray(Integer[]::new))
          .query(
              row -> {
                counts[0] += row.getInt("added");
                counts[1] += row.getInt("changed");
              });
    }
    return counts;
  }

  private static String text(byte[] file) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(file)).toString();
      if (text.indexOf('\0') >= 0) {
        throw new InvalidInput("file", "deprivation.file.unreadable");
      }
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw new InvalidInput("file", "deprivation.file.unreadable");
    }
  }

  private record Entry(int decile, int line) {}

  /** One file on its way. */
  private static final class Lookup {

    private final Map<String, Entry> deciles = new LinkedHashMap<>();
    private final List<LookupReport.Line> refused = new ArrayList<>();
    private int lines;

    void read(String text) {
      try (CSVParser parser = CSVParser.parse(text, format(text))) {
        int postcodeAt = -1;
        int decileAt = -1;
        for (CSVRecord record : parser) {
          int number = (int) parser.getCurrentLineNumber();
          if (postcodeAt < 0) {
            List<String> headings = record.stream().map(heading -> heading.toLowerCase(Locale.ROOT)).toList();
            postcodeAt = headings.indexOf("postcode");
            decileAt = headings.stream().filter(DECILE_HEADINGS::contains).findFirst().map(headings::indexOf).orElse(-1);
            if (postcodeAt < 0 || decileAt < 0) {
              throw new InvalidInput("file", "deprivation.file.headings");
            }
          } else {
            lines++;
            line(number, at(record, postcodeAt), at(record, decileAt));
          }
        }
      } catch (IOException | UncheckedIOException | IllegalStateException e) {
        throw new InvalidInput("file", "deprivation.file.unreadable");
      }
      if (lines == 0) {
        throw new InvalidInput("file", "deprivation.file.empty");
      }
    }

    private static CSVFormat format(String text) {
      String beginning = text.lines().filter(line -> !line.startsWith("#")).findFirst().orElse("");
      char delimiter = beginning.indexOf('\t') >= 0 ? '\t' : beginning.indexOf(';') >= 0 ? ';' : ',';
      return CSVFormat.RFC4180.builder().setDelimiter(delimiter).setTrim(true).setIgnoreEmptyLines(true).setCommentMarker('#').get();
    }

    private static String at(CSVRecord record, int column) {
      return column < record.size() ? record.get(column) : "";
    }

    private void line(int number, String typed, String decile) {
      String said = shortened(typed + ", " + decile);
      String postcode = tidy(typed);
      if (!POSTCODE.matcher(postcode).matches()) {
        refused.add(new LookupReport.Line(number, said, Why.NO_POSTCODE, 0));
        return;
      }
      if (!DECILE.matcher(decile).matches()) {
        refused.add(new LookupReport.Line(number, said, Why.NO_DECILE, 0));
        return;
      }
      var entry = new Entry(Integer.parseInt(decile), number);
      var before = deciles.putIfAbsent(postcode, entry);
      if (before != null && before.decile() != entry.decile()) {
        refused.add(new LookupReport.Line(number, said, Why.SAID_OTHERWISE, before.line()));
      }
    }

    private static String tidy(String typed) {
      return typed.toUpperCase(Locale.ROOT).replaceAll("\\s", "").replaceFirst("(.{3})$", " $1");
    }

    private static String shortened(String text) {
      return text.length() > 60 ? text.substring(0, 60) + "…" : text;
    }
  }
}
