package org.fingerpost.directory;

import java.time.DayOfWeek;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fingerpost.platform.Language;
import org.fingerpost.scheme.Area;
import org.fingerpost.scheme.Scheme;
import org.fingerpost.scheme.SchemeWords;
import org.fingerpost.scheme.Schemes;
import org.springframework.stereotype.Component;

/** What everybody can look for in the directory. Keeps nothing of what is looked for. */
@Component
public class DirectorySearch {

  private static final Pattern POSTCODE = Pattern.compile("([A-Z]{1,2}[0-9][0-9A-Z]?)([0-9][A-Z]{2})?");

  private final Directory directory;
  private final Schemes schemes;
  private final SchemeWords words;

  DirectorySearch(Directory directory, Schemes schemes, SchemeWords words) {
    this.directory = directory;
    this.schemes = schemes;
    this.words = words;
  }

  /**
   * What is looked for; whatever is {@code null} or empty does not matter.
   *
   * @param need code
   * @param areas codes; an activity must be open to one of them
   * @param district first half of a postcode: what takes place there comes first
   * @param age in whole years
   * @param text words that must all be there, somewhere
   */
  public record Wanted(String need, Set<String> areas, String district, Integer age, DayOfWeek day, String text) {

    public Wanted {
      areas = Set.copyOf(areas);
    }

    /** Everything. */
    public static Wanted anything() {
      return new Wanted(null, Set.of(), null, null, null, null);
    }
  }

  /**
   * A place as somebody typed it.
   *
   * @param areas codes of the areas it may mean, at least one
   * @param district first half of the postcode, or {@code null}
   */
  public record Place(Set<String> areas, String district) {}

  /** Everything that fits, what takes people first, then what is nearest, then by name. */
  public List<ActivityOffer> find(String schemeId, Wanted wanted, Language language) {
    boolean kiteMarkAsked = schemes.get(schemeId).kiteMarkAsked();
    Predicate<ActivityOffer> fits = offer -> fits(offer, wanted);
    return directory.inScheme(schemeId).stream()
        .filter(ActivityOffer::listed)
        .filter(fits.and(offer -> says(offer, wanted.text())))
        .sorted(
            Comparator.comparing((ActivityOffer offer) -> !takesPeople(offer, kiteMarkAsked))
                .thenComparing(offer -> !(wanted.district() != null && wanted.district().equals(offer.traits().district())))
                .thenComparing(offer -> offer.name().in(language).toLowerCase(Locale.ROOT))
                .thenComparing(ActivityOffer::activityId))
        .toList();
  }

  private static boolean fits(ActivityOffer offer, Wanted wanted) {
    return (wanted.need() == null || offer.needs().contains(wanted.need()))
        && (wanted.areas().isEmpty() || offer.areas().stream().anyMatch(wanted.areas()::contains))
        && (wanted.age() == null
            || (offer.minAge() == null || wanted.age() >= offer.minAge())
                && (offer.maxAge() == null || wanted.age() <= offer.maxAge()))
        && (wanted.day() == null || offer.weekdays().isEmpty() || offer.weekdays().contains(wanted.day()));
  }

  /** Whether people can go there now. What may only be named to people who go by themselves is open to them. */
  public static boolean takesPeople(ActivityOffer offer, boolean kiteMarkAsked) {
    return offer.closedBecause(kiteMarkAsked).filter(why -> why != MatchCaution.SIGNPOST_ONLY).isEmpty();
  }

  private boolean says(ActivityOffer offer, String text) {
    if (text == null || text.isBlank()) {
      return true;
    }
    var details = offer.details();
    String said =
        EntryValues.plain(
            Stream.of(
                    Stream.of(offer.name().en(), offer.name().cy(), offer.organisationName()),
                    details.description() == null
                        ? Stream.<String>empty()
                        : Stream.of(details.description().en(), details.description().cy()),
                    Stream.of(details.venue(), details.address()).filter(known -> known != null),
                    Stream.of(
                            offer.needs().stream().map(code -> "need." + code),
                            offer.traits().interests().stream().map(code -> "interest." + code))
                        .flatMap(keys -> keys)
                        .flatMap(
                            key ->
                                Arrays.stream(Language.values())
                                    .map(language -> words.say(offer.schemeId(), language, key))))
                .flatMap(texts -> texts)
                .collect(Collectors.joining(" ")));
    return Arrays.stream(EntryValues.plain(text).split(" ")).allMatch(said::contains);
  }

  /** What somebody means who types a postcode, half of one, or the name or code of an area; empty if nobody knows. */
  public Optional<Place> place(Scheme scheme, String typed) {
    String bare = typed.replaceAll("\\s", "").toUpperCase(Locale.ROOT);
    var postcode = POSTCODE.matcher(bare);
    if (postcode.matches()) {
      String district = postcode.group(1);
      Set<String> areas =
          postcode.group(2) == null ? areasAround(scheme, district) : scheme.areaOfEver(bare).stream().map(Area::code).collect(Collectors.toSet());
      return areas.isEmpty() ? Optional.empty() : Optional.of(new Place(areas, district));
    }
    String name = EntryValues.plain(typed);
    if (name.length() < 3) {
      return Optional.empty();
    }
    Set<String> areas =
        scheme.areas().stream()
            .filter(
                area ->
                    Stream.of(area.code(), area.name().en(), area.name().cy())
                        .anyMatch(known -> EntryValues.plain(known).contains(name)))
            .flatMap(area -> within(scheme, area))
            .collect(Collectors.toSet());
    return areas.isEmpty() ? Optional.empty() : Optional.of(new Place(areas, null));
  }

  /** Whether a typed place is a whole postcode, which says more of where somebody lives than is asked for. */
  public static boolean wholePostcode(String typed) {
    var postcode = POSTCODE.matcher(typed.replaceAll("\\s", "").toUpperCase(Locale.ROOT));
    return postcode.matches() && postcode.group(2) != null;
  }

  private static Set<String> areasAround(Scheme scheme, String district) {
    Set<String> areas =
        scheme.areas().stream()
            .filter(
                area ->
                    area.postcodePrefixes().stream()
                        .anyMatch(prefix -> prefix.equals(district) || prefix.startsWith(district + "-")))
            .map(Area::code)
            .collect(Collectors.toSet());
    return areas.isEmpty() ? scheme.areaOfEver(district).stream().map(Area::code).collect(Collectors.toSet()) : areas;
  }

  private static Stream<String> within(Scheme scheme, Area area) {
    return area.grouping()
        ? scheme.areas().stream().filter(one -> area.code().equals(one.parent())).flatMap(one -> within(scheme, one))
        : Stream.of(area.code());
  }
}
