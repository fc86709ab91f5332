package org.fingerpost.directory.web;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.fingerpost.directory.ActivityOffer;
import org.fingerpost.directory.DirectorySearch;
import org.fingerpost.directory.EntryValues;
import org.fingerpost.directory.OwnEntry;
import org.fingerpost.platform.Language;
import org.fingerpost.platform.WrittenDate;
import org.fingerpost.scheme.ActivityDetails;
import org.fingerpost.scheme.Area;
import org.fingerpost.scheme.Frequency;
import org.fingerpost.scheme.KiteMarkLevel;
import org.fingerpost.scheme.Scheme;
import org.fingerpost.scheme.SchemeWords;
import org.springframework.stereotype.Component;

/** An activity in plain words, in one language. */
@Component
class Said {

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("H:mm");

  private final SchemeWords words;
  private final Clock clock;

  Said(SchemeWords words, Clock clock) {
    this.words = words;
    this.clock = clock;
  }

  /**
   * What the pages show of an activity. What is not known is {@code null}.
   *
   * @param closed why nobody can go there at the moment
   * @param places of this week
   * @param mark of the organisation, where the scheme asks for the kite mark
   * @param unconfirmed whether nobody said for a year that this is right
   */
  record Facts(
      String activityId,
      String name,
      String organisationId,
      String organisation,
      String description,
      String when,
      String where,
      String cost,
      String whoFor,
      String helps,
      String how,
      String access,
      String languages,
      String waiting,
      String places,
      String mark,
      String closed,
      String confirmed,
      boolean unconfirmed) {}

  Facts facts(Scheme scheme, ActivityOffer offer, Language language) {
    ActivityDetails details = offer.details();
    LocalDate today = LocalDate.now(clock);
    boolean takes = DirectorySearch.takesPeople(offer, scheme.kiteMarkAsked());
    return new Facts(
        offer.activityId(),
        offer.name().in(language),
        offer.organisationId(),
        offer.organisationName(),
        details.description() == null ? null : details.description().in(language),
        when(offer, language),
        where(scheme, offer, language),
        cost(offer, language),
        whoFor(scheme, offer, language),
        listed(offer, language, "need.", offer.needs()),
        how(offer, language),
        listed(offer, language, "access-need.", offer.traits().access()),
        languages(offer, language),
        takes ? waiting(offer, today, language) : null,
        takes ? places(offer, today, language) : null,
        scheme.kiteMarkAsked() ? mark(scheme.id(), offer.traits().kiteMark(), language) : null,
        takes ? null : say(offer, language, "directory.closed"),
        offer.standing().confirmedOn() == null ? null : WrittenDate.of(offer.standing().confirmedOn(), language),
        offer.standing().unconfirmed(today));
  }

  /** What was tapped within the last week, or {@code null}. */
  Integer placesKnown(ActivityOffer offer) {
    return offer.standing().placesKnown(LocalDate.now(clock));
  }

  String mark(String schemeId, KiteMarkLevel level, Language language) {
    return words.say(schemeId, language, "directory.mark." + level);
  }

  private String when(ActivityOffer offer, Language language) {
    ActivityDetails details = offer.details();
    if (offer.weekdays().isEmpty()) {
      return say(offer, language, "directory.by-agreement");
    }
    String days = listed(offer, language, "weekday.", offer.weekdays());
    String often =
        details.frequency() == Frequency.WEEKLY ? "" : " (" + say(offer, language, "frequency." + details.frequency()).toLowerCase(language.locale()) + ")";
    if (details.startsAt() == null) {
      return days + often;
    }
    String times =
        details.endsAt() == null
            ? say(offer, language, "directory.from", TIME.format(details.startsAt()))
            : say(offer, language, "directory.from-to", TIME.format(details.startsAt()), TIME.format(details.endsAt()));
    return days + often + ", " + times;
  }

  private String where(Scheme scheme, ActivityOffer offer, Language language) {
    ActivityDetails details = offer.details();
    List<String> place = new ArrayList<>();
    place.add(details.venue());
    place.add(details.address());
    place.add(details.postcode() != null ? details.postcode() : offer.traits().district());
    String joined = place.stream().filter(Objects::nonNull).collect(Collectors.joining(", "));
    return joined.isEmpty() ? say(offer, language, "directory.no-place") : joined;
  }

  private String cost(ActivityOffer offer, Language language) {
    ActivityDetails details = offer.details();
    String note = details.costNote() == null ? null : details.costNote().in(language);
    if (details.costPence() == null) {
      return note == null ? say(offer, language, "directory.cost.unknown") : note;
    }
    String cost =
        details.costPence() == 0
            ? say(offer, language, "directory.cost.free")
            : say(offer, language, "directory.cost.each", EntryValues.pounds(details.costPence()));
    return note == null ? cost : cost + ". " + note;
  }

  private String whoFor(Scheme scheme, ActivityOffer offer, Language language) {
    String ages =
        offer.minAge() == null && offer.maxAge() == null
            ? say(offer, language, "directory.age.any")
            : offer.maxAge() == null
                ? say(offer, language, "directory.age.from", offer.minAge())
                : offer.minAge() == null
                    ? say(offer, language, "directory.age.to", offer.maxAge())
                    : say(offer, language, "directory.age.between", offer.minAge(), offer.maxAge());
    long all = scheme.areas().stream().filter(area -> !area.grouping()).count();
    if (offer.areas().size() == all && all > 1) {
      return ages + ", " + say(offer, language, "directory.everywhere");
    }
    String areas =
        offer.areas().stream()
            .map(code -> scheme.area(code).map(Area::name).map(name -> name.in(language)).orElse(code))
            .collect(Collectors.joining(", "));
    return ages + ", " + areas;
  }

  private String how(ActivityOffer offer, Language language) {
    String format = say(offer, language, "activity-format." + offer.format());
    Integer size = offer.details().groupSize();
    return size == null ? format : format + ", " + say(offer, language, "directory.group-size", size);
  }

  private String languages(ActivityOffer offer, Language language) {
    return offer.traits().languages().stream()
        .map(code -> code.equals("bfi") ? say(offer, language, "directory.bsl") : new java.util.Locale(code).getDisplayLanguage(language.locale()))
        .collect(Collectors.joining(", "));
  }

  private String waiting(ActivityOffer offer, LocalDate today, Language language) {
    Integer known = offer.standing().placesKnown(today);
    boolean full = known != null ? known == 0 : offer.places() != null && offer.places() == 0;
    if (full) {
      return say(offer, language, offer.traits().waitingList() ? "directory.full-waiting-list" : "directory.full");
    }
    int weeks = offer.traits().waitingWeeks();
    return weeks == 0 ? null : say(offer, language, "directory.waits", weeks);
  }

  private String places(ActivityOffer offer, LocalDate today, Language language) {
    Integer known = offer.standing().placesKnown(today);
    if (known == null || known == 0) {
      return null;
    }
    return known == OwnEntry.MANY ? say(offer, language, "directory.places.many") : say(offer, language, "directory.places", known);
  }

  private String listed(ActivityOffer offer, Language language, String prefix, List<?> codes) {
    return codes.isEmpty()
        ? null
        : codes.stream().map(code -> say(offer, language, prefix + code)).collect(Collectors.joining(", "));
  }

  private String say(ActivityOffer offer, Language language, String key, Object... args) {
    return words.say(offer.schemeId(), language, key, args);
  }
}
