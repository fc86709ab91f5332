package org.fingerpost.directory;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.DayOfWeek;
import java.util.List;
import org.fingerpost.scheme.AccessNeed;
import org.fingerpost.scheme.LocalisedText;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Lists the first activity of an organisation that has just begun; from then on the organisation keeps its entry itself. */
@Component
public class FirstActivity {

  private final JdbcClient db;
  private final Directory directory;
  private final Clock clock;

  FirstActivity(JdbcClient db, Directory directory, Clock clock) {
    this.db = db;
    this.directory = directory;
    this.clock = clock;
  }

  /**
   * Lists an open group, in the transaction of whatever asks for it.
   *
   * @return the activity's id: its name in small letters, with a number behind it if another one has that
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public String list(String schemeId, String organisationId, New activity) {
    String wanted = Organisations.idFrom(activity.name().en());
    String id = wanted;
    for (int number = 2; !insert(schemeId, organisationId, id, activity); number++) {
      id = wanted + '-' + number;
    }
    directory.changed(schemeId);
    return id;
  }

  private boolean insert(String schemeId, String organisationId, String id, New activity) {
    return db.sql(
                """
                insert into activity (scheme_id, activity_id, organisation_id, name_en, name_cy, needs, areas, format, weekdays, places,
                                      capacity, access, venue, edited_at)
                values (:scheme, :id, :organisation, :en, :cy, :needs, :areas, 'GROUP', :weekdays, :places, :places, :access, :venue,
                        :now)
                on conflict (scheme_id, activity_id) do nothing
                """)
            .param("scheme", schemeId)
            .param("id", id)
            .param("organisation", organisationId)
            .param("en", activity.name().en())
            .param("cy", activity.name().cy())
            .param("needs", activity.needs().toArray(String[]::new))
            .param("areas", activity.areas().toArray(String[]::new))
            .param("weekdays", activity.weekdays().stream().map(Enum::name).toArray(String[]::new))
            .param("places", activity.places(), Types.INTEGER)
            .param("access", activity.access().stream().map(Enum::name).toArray(String[]::new))
            .param("venue", activity.venue(), Types.VARCHAR)
            .param("now", Timestamp.from(clock.instant()))
            .update()
        > 0;
  }

  /**
   * What is known of it on its first day.
   *
   * @param needs codes of the needs it helps with
   * @param areas codes of the areas it is open to
   * @param weekdays empty when the day is agreed
   * @param places how many can come, or {@code null} for any number
   * @param venue name of the place, or {@code null}
   */
  public record New(
      LocalisedText name,
      List<String> needs,
      List<String> areas,
      List<DayOfWeek> weekdays,
      Integer places,
      List<AccessNeed> access,
      String venue) {

    public New {
      needs = List.copyOf(needs);
      areas = List.copyOf(areas);
      weekdays = List.copyOf(weekdays);
      access = List.copyOf(access);
    }
  }
}
