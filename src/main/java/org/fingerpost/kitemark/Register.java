package org.fingerpost.kitemark;

import java.text.Normalizer;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.fingerpost.directory.ActivityOffer;
import org.fingerpost.directory.Directory;
import org.fingerpost.scheme.Area;
import org.fingerpost.scheme.KiteMarkLevel;
import org.fingerpost.scheme.Scheme;
import org.fingerpost.scheme.Schemes;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The public register: marks that hold today, and no other. A mark that is suspended, has run out or has ended is not in it from that
 * moment on, because it is read from the marks themselves.
 *
 * <p>Source: domain research section 1.1, G16.
 */
@Component
public class Register {

  /** The levels that are a mark; the others say why there is none. */
  public static final List<KiteMarkLevel> LEVELS =
      List.of(KiteMarkLevel.FULL, KiteMarkLevel.CONDITIONAL, KiteMarkLevel.SMALL_GROUP);

  private static final String CURRENT =
      """
      select m.award_id, m.application_reference, m.scheme_id, m.organisation_id, m.level, m.awarded_on, m.valid_until,
             o.name, o.areas
        from kitemark_award m
        join organisation o on o.scheme_id = m.scheme_id and o.organisation_id = m.organisation_id
       where m.status = 'CURRENT' and m.valid_until >= :today and m.level in ('FULL', 'CONDITIONAL', 'SMALL_GROUP')
      """;

  private final JdbcClient db;
  private final Directory directory;
  private final Schemes schemes;
  private final Clock clock;

  Register(JdbcClient db, Directory directory, Schemes schemes, Clock clock) {
    this.db = db;
    this.directory = directory;
    this.schemes = schemes;
    this.clock = clock;
  }

  /** The schemes that give the mark. */
  public List<Scheme> offeredBy() {
    return schemes.all().stream().filter(Scheme::kiteMarkAsked).toList();
  }

  /**
   * Marks that hold today, by name.
   *
   * @param name part of the organisation's name, whatever its accents and capitals; empty for any
   * @param area code of an area, or empty for any
   * @param level code of a level, or empty for any
   */
  @Transactional(readOnly = true)
  public List<RegisteredMark> search(String name, String area, String level) {
    var rows = rows(CURRENT + " order by lower(o.name), m.application_reference", Map.of());
    Map<String, Map<String, List<ActivityOffer>>> offered =
        rows.stream()
            .map(Row::schemeId)
            .distinct()
            .collect(
                Collectors.toMap(
                    scheme -> scheme,
                    scheme ->
                        directory.inScheme(scheme).stream()
                            .filter(ActivityOffer::listed)
                            .collect(Collectors.groupingBy(ActivityOffer::organisationId))));
    String wanted = plain(name);
    return rows.stream()
        .filter(row -> plain(row.name()).contains(wanted))
        .filter(row -> level.isEmpty() || row.level().name().equals(level))
        .map(row -> mark(row, offered.get(row.schemeId()).getOrDefault(row.organisationId(), List.of())))
        .filter(mark -> area.isEmpty() || mark.areaCodes().contains(area))
        .toList();
  }

  /** The mark with this reference, if it holds today. */
  @Transactional(readOnly = true)
  public Optional<RegisteredMark> find(String reference) {
    return rows(CURRENT + " and m.application_reference = :reference", Map.of("reference", reference)).stream()
        .findFirst()
        .map(
            row ->
                mark(
                    row,
                    directory.inScheme(row.schemeId()).stream()
                        .filter(ActivityOffer::listed)
                        .filter(activity -> activity.organisationId().equals(row.organisationId()))
                        .toList()));
  }

  private RegisteredMark mark(Row row, List<ActivityOffer> activities) {
    var scheme = schemes.get(row.schemeId());
    Set<String> codes = new LinkedHashSet<>(row.areas());
    activities.forEach(activity -> codes.addAll(activity.areas()));
    var areas = scheme.areas().stream().filter(area -> codes.contains(area.code())).toList();
    return new RegisteredMark(
        row.reference(),
        row.schemeId(),
        scheme.name(),
        row.organisationId(),
        row.name(),
        row.level(),
        areas.stream().map(Area::name).toList(),
        areas.stream().map(Area::code).toList(),
        activities.stream().map(ActivityOffer::name).toList(),
        row.awardedOn(),
        row.validUntil());
  }

  private List<Row> rows(String sql, Map<String, Object> params) {
    return db.sql(sql)
        .param("today", LocalDate.now(clock))
        .params(params)
        .query(
            (row, number) ->
                new Row(
                    row.getObject("award_id", UUID.class),
                    row.getString("application_reference"),
                    row.getString("scheme_id"),
                    row.getString("organisation_id"),
                    row.getString("name"),
                    Arrays.asList((String[]) row.getArray("areas").getArray()),
                    KiteMarkLevel.valueOf(row.getString("level")),
                    row.getObject("awarded_on", LocalDate.class),
                    row.getObject("valid_until", LocalDate.class)))
        .list();
  }

  private static String plain(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFD).replaceAll("\\p{M}", "").toLowerCase(Locale.ROOT).strip();
  }

  private record Row(
      UUID awardId,
      String reference,
      String schemeId,
      String organisationId,
      String name,
      List<String> areas,
      KiteMarkLevel level,
      LocalDate awardedOn,
      LocalDate validUntil) {}
}
