package org.fingerpost.scheme;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fingerpost.platform.Language;

/**
 * One social prescribing scheme as its folder describes it; also a tenant of the workflow engine under the same id.
 *
 * @param id kebab-case, the folder's name
 * @param name what people call the scheme
 * @param workerTitle what the scheme calls its link workers, in sentence case
 * @param whoFor one sentence that tells a referrer whom the scheme is for
 * @param contact how to reach the scheme when the pages do not help
 * @param defaultLanguage the language of a visitor who chose none
 * @param minimumAge in whole years, or {@code null}
 * @param maximumAge in whole years, inclusive, or {@code null}
 * @param youngPeoplesScheme id of the scheme that takes people under the minimum age, or {@code null}
 * @param requiredNeed a need that everybody in this scheme has, such as {@code LONG_TERM_CONDITION}, or {@code null}
 * @param criteria whom the scheme takes on, by day, oldest first; empty means anyone likely to benefit
 * @param kiteMarkAsked whether organisations are asked for the kite mark before they are introduced to people
 * @param calendar which days people work
 * @param areas in the folder's order
 * @param sources in the folder's order; a source that is not here is not one of the scheme's
 * @param wording the scheme's own words by message key
 * @param whatMatters how what-matters conversations are held
 * @param grants the small grants it gives, or {@code null} where it gives none
 */
public record Scheme(
    String id,
    LocalisedText name,
    LocalisedText workerTitle,
    LocalisedText whoFor,
    LocalisedText contact,
    Language defaultLanguage,
    Integer minimumAge,
    Integer maximumAge,
    String youngPeoplesScheme,
    String requiredNeed,
    List<Criteria> criteria,
    boolean kiteMarkAsked,
    WorkingCalendar calendar,
    List<Area> areas,
    List<Source> sources,
    Map<String, LocalisedText> wording,
    WhatMatters whatMatters,
    SmallGrants grants) {

  /** A scheme that gives no grants. */
  public Scheme(
      String id,
      LocalisedText name,
      LocalisedText workerTitle,
      LocalisedText whoFor,
      LocalisedText contact,
      Language defaultLanguage,
      Integer minimumAge,
      Integer maximumAge,
      String youngPeoplesScheme,
      String requiredNeed,
      List<Criteria> criteria,
      boolean kiteMarkAsked,
      WorkingCalendar calendar,
      List<Area> areas,
      List<Source> sources,
      Map<String, LocalisedText> wording,
      WhatMatters whatMatters) {
    this(
        id,
        name,
        workerTitle,
        whoFor,
        contact,
        defaultLanguage,
        minimumAge,
        maximumAge,
        youngPeoplesScheme,
        requiredNeed,
        criteria,
        kiteMarkAsked,
        calendar,
        areas,
        sources,
        wording,
        whatMatters,
        null);
  }

  /** A scheme that holds its conversations in the usual way. */
  public Scheme(
      String id,
      LocalisedText name,
      LocalisedText workerTitle,
      LocalisedText whoFor,
      LocalisedText contact,
      Language defaultLanguage,
      Integer minimumAge,
      Integer maximumAge,
      String youngPeoplesScheme,
      String requiredNeed,
      List<Criteria> criteria,
      boolean kiteMarkAsked,
      WorkingCalendar calendar,
      List<Area> areas,
      List<Source> sources,
      Map<String, LocalisedText> wording) {
    this(
        id,
        name,
        workerTitle,
        whoFor,
        contact,
        defaultLanguage,
        minimumAge,
        maximumAge,
        youngPeoplesScheme,
        requiredNeed,
        criteria,
        kiteMarkAsked,
        calendar,
        areas,
        sources,
        wording,
        WhatMatters.USUAL);
  }

  public Scheme {
    criteria = List.copyOf(criteria);
    areas = List.copyOf(areas);
    sources = List.copyOf(sources);
    wording = Map.copyOf(wording);
  }

  /**
   * Whether referrals from this source are accepted on this day; {@code false} for a source the scheme does not have.
   */
  public boolean sourceLive(String sourceCode, LocalDate on) {
    return source(sourceCode).filter(source -> source.live(on)).isPresent();
  }

  public Optional<Source> source(String code) {
    return sources.stream().filter(source -> source.code().equals(code)).findFirst();
  }

  /** The sources that may refer on this day, in the folder's order. */
  public List<Source> sourcesLive(LocalDate on) {
    return sources.stream().filter(source -> source.live(on)).toList();
  }

  public Optional<Area> area(String code) {
    return areas.stream().filter(area -> area.code().equals(code)).findFirst();
  }

  /**
   * The area a postcode lies in among those live on the day; the longest matching prefix wins. Spaces and case do not
   * matter.
   */
  public Optional<Area> areaOf(String postcode, LocalDate on) {
    return PostcodeMatch.longest(postcode, areas.stream().filter(area -> area.live(on)).toList());
  }

  /** Whom the scheme takes on on this day: the latest criteria in force; before the first day, the first. */
  public Criteria.Breadth criteriaOn(LocalDate day) {
    return criteria.stream()
        .filter(known -> !day.isBefore(known.liveFrom()))
        .reduce((earlier, later) -> later)
        .or(() -> criteria.stream().findFirst())
        .map(Criteria::breadth)
        .orElse(Criteria.Breadth.WIDE);
  }

  public boolean tooYoung(int age) {
    return minimumAge != null && age < minimumAge;
  }

  public boolean tooOld(int age) {
    return maximumAge != null && age > maximumAge;
  }

  /** Whether somebody of this age (in whole years) with this postcode may be referred here on the day. */
  public boolean welcomes(String postcode, int age, LocalDate on) {
    return !tooYoung(age) && !tooOld(age) && areaOf(postcode, on).isPresent();
  }

  /** The area a postcode lies in, live or not. */
  public Optional<Area> areaOfEver(String postcode) {
    return PostcodeMatch.longest(postcode, areas);
  }
}
