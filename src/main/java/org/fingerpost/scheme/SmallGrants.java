package org.fingerpost.scheme;

import java.util.List;

/**
 * The small grants of a scheme that gives some. Money is in whole pence.
 *
 * @param mostPerProject the most that one project can get
 * @param fundPerYear what there is for a financial year, from 1 April
 * @param turnoverBelow a group's yearly turnover is less than this
 * @param areas codes of the scheme's areas that the fund is for
 * @param panelSize how many members of the panel score each application; at least 2
 * @param monitoringMonths how long a project runs, from the payment, before its report is asked for
 * @param priorities what comes first in a locality
 * @param sister who gives grants in the scheme's other areas
 */
public record SmallGrants(
    long mostPerProject,
    long fundPerYear,
    long turnoverBelow,
    List<String> areas,
    int panelSize,
    int monitoringMonths,
    List<Priority> priorities,
    Sister sister) {

  /** Whom or what a project is for: the closed list that questionnaires and priorities share. */
  public static final List<String> THEMES =
      List.of(
          "OLDER_PEOPLE",
          "YOUNG_PEOPLE",
          "UNDER_REPRESENTED",
          "LONELINESS",
          "MENTAL_WELLBEING",
          "HEALTHY_WEIGHT",
          "SCHOOL_READINESS",
          "OTHER");

  public SmallGrants {
    areas = List.copyOf(areas);
    priorities = List.copyOf(priorities);
  }

  /** Whether a project in one of these areas on one of these themes comes first there. */
  public boolean comesFirst(List<String> itsAreas, List<String> itsThemes) {
    return priorities.stream()
        .filter(priority -> itsAreas.contains(priority.area()))
        .anyMatch(priority -> priority.themes().stream().anyMatch(itsThemes::contains));
  }

  /**
   * @param area code of one of the fund's areas
   * @param themes of {@link #THEMES}
   */
  public record Priority(String area, List<String> themes) {

    public Priority {
      themes = List.copyOf(themes);
    }
  }

  /**
   * Whom groups of the scheme's other areas ask.
   *
   * @param contact how to reach them
   */
  public record Sister(LocalisedText name, LocalisedText contact) {}
}
