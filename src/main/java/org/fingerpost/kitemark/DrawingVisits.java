package org.fingerpost.kitemark;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.fingerpost.platform.AuditEvent;
import org.fingerpost.platform.AuditTrail;
import org.fingerpost.platform.DailyWork;
import org.fingerpost.platform.Decisions;
import org.fingerpost.platform.Tokens;
import org.fingerpost.scheme.Scheme;
import org.fingerpost.scheme.Schemes;
import org.fingerpost.scheme.WorkingDays;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Draws the marks that are visited: on the first working day of a quarter, or as soon after it as somebody looks, once for each scheme
 * that asks for the mark.
 */
@Component
class DrawingVisits implements DailyWork {

  static final String DECISION_VISITS = "kitemark-visits";

  private final JdbcClient db;
  private final Awards awards;
  private final UpkeepRows rows;
  private final UpkeepProcess process;
  private final Decisions decisions;
  private final Schemes schemes;
  private final WorkingDays workingDays;
  private final AuditTrail audit;
  private final TransactionTemplate each;
  private final Clock clock;

  DrawingVisits(
      JdbcClient db,
      Awards awards,
      UpkeepRows rows,
      UpkeepProcess process,
      Decisions decisions,
      Schemes schemes,
      WorkingDays workingDays,
      AuditTrail audit,
      PlatformTransactionManager transactions,
      Clock clock) {
    this.db = db;
    this.awards = awards;
    this.rows = rows;
    this.process = process;
    this.decisions = decisions;
    this.schemes = schemes;
    this.workingDays = workingDays;
    this.audit = audit;
    this.each = new TransactionTemplate(transactions);
    this.clock = clock;
  }

  @Override
  public int begin() {
    var today = LocalDate.now(clock);
    int drawn = 0;
    for (Scheme scheme : schemes.all()) {
      var firstDay = today.with(IsoFields.DAY_OF_QUARTER, 1);
      if (scheme.kiteMarkAsked()
          && !today.isBefore(workingDays.plus(scheme, firstDay, 0))
          && !isDrawn(scheme.id(), today)) {
        drawn += each.execute(status -> draw(scheme.id(), today));
      }
    }
    return drawn;
  }

  private boolean isDrawn(String schemeId, LocalDate day) {
    return db.sql("select count(*) from kitemark_draw where scheme_id = ? and year = ? and quarter = ?")
            .params(schemeId, day.getYear(), day.get(IsoFields.QUARTER_OF_YEAR))
            .query(Integer.class)
            .single()
        > 0;
  }

  private int draw(String schemeId, LocalDate day) {
    int quarter = day.get(IsoFields.QUARTER_OF_YEAR);
    var answer = decisions.ask(DECISION_VISITS, schemeId, Map.of("quarter", quarter));
    var current =
        awards.inScheme(schemeId).stream().filter(award -> award.status() == AwardStatus.CURRENT).map(Award::awardId).toList();
    var before =
        new HashSet<>(
            db.sql("select unnest(drawn) from kitemark_draw where scheme_id = ? and year = ?")
                .params(schemeId, day.getYear())
                .query(UUID.class)
                .list());
    var pool = current.stream().filter(award -> !before.contains(award)).sorted().toList();
    var seed = Tokens.random();
    var drawn = VisitDraw.of(seed, pool, VisitDraw.howMany(current.size(), answer.number("share"), before.size()));
    var drawId = UUID.randomUUID();
    int added =
        db.sql(
                """
                insert into kitemark_draw (draw_id, scheme_id, year, quarter, seed, pool, drawn, drawn_before, definition_id, drawn_at)
                values (:id, :scheme, :year, :quarter, :seed, :pool, :drawn, :before, :definition, :now) on conflict do nothing
                """)
            .param("id", drawId)
            .param("scheme", schemeId)
            .param("year", day.getYear())
            .param("quarter", quarter)
            .param("seed", seed)
            .param("pool", pool.toArray(UUID[]::new))
            .param("drawn", drawn.toArray(UUID[]::new))
            .param("before", before.size())
            .param("definition", answer.definitionId())
            .param("now", Timestamp.from(clock.instant()))
            .update();
    if (added == 0) {
      return 0; // Another node was quicker.
    }
    var details = new LinkedHashMap<String, String>();
    details.put("quarter", Integer.toString(quarter));
    details.put("seed", seed);
    details.put("pool", Integer.toString(pool.size()));
    details.put("drawn", Integer.toString(drawn.size()));
    details.put("table", answer.definitionId());
    audit.record(new AuditEvent("kitemark.visits-drawn", "kitemark-draw", drawId.toString(), schemeId, details));
    var dueAt = workingDays.at(schemeId, workingDays.plus(schemeId, day, answer.number("workingDays")));
    drawn.forEach(
        awardId -> {
          var award = awards.get(awardId);
          rows.visit(awardId, drawId, dueAt);
          audit.record(
              new AuditEvent(
                  "kitemark.visit-drawn", Awards.SUBJECT, award.reference(), schemeId, Map.of("draw", drawId.toString())));
          process.lookNow(award.reference());
        });
    return drawn.size();
  }
}
