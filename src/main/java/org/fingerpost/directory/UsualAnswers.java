package org.fingerpost.directory;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.fingerpost.platform.DailyWork;
import org.fingerpost.scheme.Schemes;
import org.fingerpost.scheme.WorkingDays;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * How organisations usually answer, computed once a day from their real answers of the last twelve months and kept beside the
 * directory, so that whoever reads the directory asks for nothing more.
 */
@Component
public class UsualAnswers implements DailyWork {

  private final AnswersSoFar answers;
  private final Directory directory;
  private final Schemes schemes;
  private final WorkingDays workingDays;
  private final JdbcClient db;
  private final JdbcOperations batches;
  private final Clock clock;

  UsualAnswers(
      AnswersSoFar answers,
      Directory directory,
      Schemes schemes,
      WorkingDays workingDays,
      JdbcClient db,
      JdbcOperations batches,
      Clock clock) {
    this.answers = answers;
    this.directory = directory;
    this.schemes = schemes;
    this.workingDays = workingDays;
    this.db = db;
    this.batches = batches;
    this.clock = clock;
  }

  @Override
  @Transactional
  public int begin() {
    boolean done =
        db.sql("select exists (select 1 from organisation_answers where computed_on >= :today)")
            .param("today", LocalDate.now(clock))
            .query(Boolean.class)
            .single();
    return done ? 0 : compute();
  }

  /** Computes them anew, now. Returns of how many organisations there is something to say. */
  @Transactional
  public int compute() {
    LocalDate today = LocalDate.now(clock);
    Map<String, List<AnswersSoFar.Answered>> byScheme =
        answers.since(today.minusYears(1)).stream().collect(Collectors.groupingBy(AnswersSoFar.Answered::schemeId));
    List<Object[]> rows = new ArrayList<>();
    schemes.all().stream()
        .filter(scheme -> byScheme.containsKey(scheme.id()))
        .forEach(
            scheme -> {
              Map<String, String> organisations =
                  directory.inScheme(scheme.id()).stream()
                      .collect(Collectors.toMap(ActivityOffer::activityId, ActivityOffer::organisationId));
              Map<String, List<AnswersSoFar.Answered>> byOrganisation = new TreeMap<>();
              for (var answered : byScheme.get(scheme.id())) {
                String organisation = organisations.get(answered.activityId());
                if (organisation != null) {
                  byOrganisation.computeIfAbsent(organisation, id -> new ArrayList<>()).add(answered);
                }
              }
              byOrganisation.forEach(
                  (organisation, all) -> {
                    List<Integer> days =
                        all.stream()
                            .map(one -> workingDays.between(scheme, one.offeredOn(), one.answeredOn()))
                            .sorted()
                            .toList();
                    rows.add(
                        new Object[] {
                          scheme.id(),
                          organisation,
                          all.size(),
                          (int) all.stream().filter(AnswersSoFar.Answered::accepted).count(),
                          days.get(days.size() / 2),
                          java.sql.Date.valueOf(today)
                        });
                  });
            });
    db.sql("delete from organisation_answers").update();
    batches.batchUpdate(
        """
        insert into organisation_answers (scheme_id, organisation_id, answers, accepted, median_days, computed_on)
        values (?, ?, ?, ?, ?, ?)
        on conflict (scheme_id, organisation_id) do update
           set answers = excluded.answers, accepted = excluded.accepted, median_days = excluded.median_days,
               computed_on = excluded.computed_on
        """,
        rows);
    schemes.all().forEach(scheme -> directory.changed(scheme.id()));
    return rows.size();
  }
}
