package org.fingerpost.scheme;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fingerpost.platform.Language;

/**
 * Reads one scheme folder, strictly and whole: every problem is found in one reading, and a folder with a problem gives
 * nothing.
 */
final class SchemeReader {

  static final String EVERYWHERE = "*";

  private static final String SLUG = "[a-z][a-z0-9]*(-[a-z0-9]+)*";
  private static final String SLUG_ADVICE =
      "is not an id; write it in small letters, digits and hyphens, like walking-group";
  private static final String CODE = "[A-Z][A-Z0-9_]{1,63}";
  private static final String CODE_ADVICE =
      "is not a code; write it in capitals, digits and underlines, like FOREST_OF_DEAN";

  private static final Set<String> SCHEME_KEYS =
      keys(
          "id",
          "name",
          "workerTitle",
          "whoFor",
          "contact",
          "defaultLanguage",
          "ages",
          "requiredNeed",
          "criteria",
          "kiteMarkAsked",
          "calendar",
          "sources",
          "whatMatters",
          "grants",
          "wording");
  private static final List<String> AREA_COLUMNS =
      List.of("code", "name_en", "name_cy", "parent", "postcode_prefixes", "live_from");
  private static final List<String> ORGANISATION_COLUMNS =
      List.of("organisation_id", "name", "email", "phone", "legal_form", "invented");
  /** Columns of organisations.csv that may be left out. */
  private static final List<String> MORE_OF_ORGANISATIONS =
      List.of("part_of", "description_en", "description_cy", "website", "areas", "paid_staff", "volunteers");

  private static final List<String> PRACTICE_COLUMNS = List.of("code", "name", "email");
  private static final List<String> ACTIVITY_COLUMNS =
      List.of(
          "activity_id",
          "organisation_id",
          "name_en",
          "name_cy",
          "needs",
          "areas",
          "minimum_age",
          "maximum_age",
          "format",
          "weekdays",
          "places");

  /** Columns of activities.csv that may be left out. */
  private static final List<String> TRAITS =
      List.of(
          "kind",
          "access",
          "languages",
          "capacity",
          "waiting_list",
          "waiting_weeks",
          "district",
          "kite_mark",
          "interests",
          "description_en",
          "description_cy",
          "cost_pence",
          "cost_note_en",
          "cost_note_cy",
          "starts_at",
          "ends_at",
          "frequency",
          "venue",
          "address",
          "postcode",
          "group_size");

  private static final List<String> NEIGHBOUR_COLUMNS = List.of("area", "neighbours");

  private final Folder folder;
  private final Problems problems;

  private SchemeReader(Folder folder, Problems problems) {
    this.folder = folder;
    this.problems = problems;
  }

  /** What a folder holds. */
  record Read(Scheme scheme, Listing listing, Folder folder) {}

  /** Reads a folder; empty, with problems added, when it is not a valid scheme. */
  static Optional<Read> read(Folder folder, Problems problems) {
    Problems here = new Problems();
    SchemeReader reader = new SchemeReader(folder, here);
    Optional<Read> read = reader.read();
    problems.addAll(here);
    return here.none() ? read : Optional.empty();
  }

  private Optional<Read> read() {
    Optional<String> text = folder.read(Folder.SCHEME_FILE, problems);
    if (text.isEmpty()) {
      problems.add(folder.nameOf(Folder.SCHEME_FILE), "is missing; a scheme folder starts with this file");
      return Optional.empty();
    }
    String file = folder.nameOf(Folder.SCHEME_FILE);
    YamlPart page = YamlPart.read(file, text.get(), SCHEME_KEYS, problems);
    if (!problems.none()) {
      return Optional.empty(); // without a readable first file every further problem would only be noise
    }
    List<Area> areas = areas();
    Scheme scheme = scheme(page, areas);
    List<Listing.Organisation> organisations = organisations(areas);
    Listing listing =
        new Listing(organisations, activities(areas, organisations), practices(), neighbours(areas));
    return Optional.of(new Read(scheme, listing, folder));
  }

  private Scheme scheme(YamlPart page, List<Area> areas) {
    String id = page.text("id");
    if (!id.isEmpty() && (!id.matches(SLUG) || id.length() > 32)) {
      page.problem("id", "id '%s' %s, with at most 32 characters".formatted(id, SLUG_ADVICE));
    }
    String language = page.text("defaultLanguage");
    if (!language.isEmpty() && !Set.of("en", "cy").contains(language)) {
      page.problem("defaultLanguage", "defaultLanguage '%s' is not known; write en or cy".formatted(language));
    }
    YamlPart ages = page.part("ages", keys("minimum", "maximum", "youngPeoplesScheme"));
    Integer minimum = ages.number("minimum");
    Integer maximum = ages.number("maximum");
    if (minimum != null && maximum != null && minimum > maximum) {
      ages.problem("maximum", "maximum %d is below minimum %d; exchange them".formatted(maximum, minimum));
    }
    String youngPeople = ages.optional("youngPeoplesScheme");
    if (youngPeople != null && minimum == null) {
      ages.problem("youngPeoplesScheme", "youngPeoplesScheme says who takes people under the minimum age; add minimum");
    }
    String requiredNeed = page.optional("requiredNeed");
    if (requiredNeed != null && !Codes.needs().contains(requiredNeed)) {
      page.problem(
          "requiredNeed",
          "requiredNeed '%s' is not a need; use %s".formatted(requiredNeed, String.join(", ", Codes.needs())));
    }
    return new Scheme(
        id,
        page.bothLanguages("name"),
        page.bothLanguages("workerTitle"),
        page.bothLanguages("whoFor"),
        page.bothLanguages("contact"),
        Language.of(language),
        minimum,
        maximum,
        youngPeople,
        requiredNeed,
        criteria(page),
        page.yesOrNo("kiteMarkAsked"),
        calendar(page),
        areas,
        sources(page),
        wording(page),
        whatMatters(page),
        grants(page, areas));
  }

  /** A scheme without the block gives no grants. */
  private static SmallGrants grants(YamlPart page, List<Area> areas) {
    if (!page.has("grants")) {
      return null;
    }
    YamlPart part =
        page.part(
            "grants",
            keys(
                "mostPerProject", "fundPerYear", "turnoverBelow", "areas", "panelSize", "monitoringMonths", "priorities", "sister"));
    Set<String> known = areas.stream().map(Area::code).collect(Collectors.toCollection(LinkedHashSet::new));
    List<String> itsAreas = part.texts("areas");
    if (itsAreas.isEmpty() || !known.containsAll(itsAreas)) {
      part.problem("areas", "areas of the grants are areas of areas.csv; write areas: [BURNLEY, PENDLE]");
    }
    Integer panel = part.number("panelSize");
    if (panel == null || panel < 2) {
      part.problem("panelSize", "panelSize is how many score each application; write 2 or more");
    }
    Integer months = part.number("monitoringMonths");
    if (months == null || months < 1) {
      part.problem("monitoringMonths", "monitoringMonths is missing; write after how many months a project reports, such as 6");
    }
    List<SmallGrants.Priority> priorities = new ArrayList<>();
    for (YamlPart priority : part.parts("priorities", keys("area", "themes"))) {
      String area = priority.text("area");
      List<String> themes = priority.texts("themes");
      if (!itsAreas.contains(area)) {
        priority.problem("area", "area '%s' is not an area of the grants; add it to areas first".formatted(area));
      }
      if (!SmallGrants.THEMES.containsAll(themes)) {
        priority.problem("themes", "themes are codes of %s".formatted(String.join(", ", SmallGrants.THEMES)));
      }
      priorities.add(new SmallGrants.Priority(area, themes));
    }
    YamlPart sister = part.part("sister", keys("name", "contact"));
    return new SmallGrants(
        part.pounds("mostPerProject"),
        part.pounds("fundPerYear"),
        part.pounds("turnoverBelow"),
        itsAreas,
        panel == null ? 2 : panel,
        months == null ? 1 : months,
        priorities,
        part.has("sister")
            ? new SmallGrants.Sister(sister.bothLanguages("name"), sister.bothLanguages("contact"))
            : null);
  }

  /** Whether a measure of that name exists is known to whoever keeps measures, and checked there at start. */
  private static WhatMatters whatMatters(YamlPart page) {
    if (!page.has("whatMatters")) {
      return WhatMatters.USUAL;
    }
    YamlPart part = page.part("whatMatters", keys("likesFirst", "measures", "manyMeetings"));
    List<String> measures = part.has("measures") ? part.texts("measures") : WhatMatters.USUAL.measures();
    if (measures.isEmpty() || !measures.stream().allMatch(id -> id.matches(SLUG))) {
      part.problem("measures", "measures is a list of ids of measures; write measures: [ons4]");
    }
    Integer many = part.number("manyMeetings");
    return new WhatMatters(
        part.has("likesFirst") && part.yesOrNo("likesFirst"),
        measures,
        many == null ? WhatMatters.USUAL.manyMeetings() : many);
  }

  private static List<Criteria> criteria(YamlPart page) {
    List<Criteria> criteria = new ArrayList<>();
    for (YamlPart part : page.parts("criteria", keys("breadth", "liveFrom"))) {
      String breadth = part.text("breadth");
      LocalDate from = part.liveFrom("liveFrom");
      Optional<Criteria.Breadth> known =
          Stream.of(Criteria.Breadth.values()).filter(one -> one.name().equals(breadth)).findFirst();
      if (known.isEmpty() && !breadth.isEmpty()) {
        part.problem("breadth", "breadth '%s' is not known; write NARROW or WIDE".formatted(breadth));
      }
      if (from != null && !criteria.isEmpty() && !from.isAfter(criteria.get(criteria.size() - 1).liveFrom())) {
        part.problem("liveFrom", "liveFrom %s is not after the criteria above it; write them oldest first".formatted(from));
      }
      if (from != null) {
        known.ifPresent(one -> criteria.add(new Criteria(one, from)));
      }
    }
    return criteria;
  }

  private WorkingCalendar calendar(YamlPart page) {
    if (!page.has("calendar")) {
      page.problem("calendar", "calendar is missing; add calendar: {bankHolidays: england-and-wales}");
    }
    YamlPart calendar = page.part("calendar", keys("bankHolidays", "closedDays"));
    String bankHolidays = page.has("calendar") ? calendar.text("bankHolidays") : "";
    if (!bankHolidays.isEmpty() && !BankHolidays.CALENDARS.contains(bankHolidays)) {
      calendar.problem(
          "bankHolidays",
          "bankHolidays '%s' is not known; use %s".formatted(bankHolidays, String.join(", ", BankHolidays.CALENDARS)));
    }
    return new WorkingCalendar(bankHolidays, new HashSet<>(calendar.dates("closedDays")));
  }

  private List<Source> sources(YamlPart page) {
    Map<String, Source> sources = new LinkedHashMap<>();
    for (YamlPart part : page.parts("sources", keys("code", "name", "liveFrom"))) {
      String code = part.text("code");
      if (code.isEmpty()) {
        continue;
      }
      Optional<LocalisedText> label =
          part.has("name") ? Optional.of(part.bothLanguages("name")) : SharedLabels.find("source." + code);
      if (!code.matches(CODE)) {
        part.problem("code", "source '%s' %s".formatted(code, CODE_ADVICE));
      } else if (label.isEmpty()) {
        part.problem("code", "source '%s' is the scheme's own; give it a name: {en: …, cy: …}".formatted(code));
      }
      Source source = new Source(code, label.orElse(new LocalisedText("", "")), part.liveFrom("liveFrom"));
      if (sources.put(code, source) != null) {
        part.problem("code", "source '%s' is there twice; keep one".formatted(code));
      }
    }
    if (sources.isEmpty()) {
      page.problem("sources", "sources is missing; list at least one, such as - {code: SELF, liveFrom: 2026-04-01}");
    }
    return List.copyOf(sources.values());
  }

  private Map<String, LocalisedText> wording(YamlPart page) {
    Map<String, LocalisedText> wording = page.textsByKey("wording");
    wording.forEach(
        (key, text) -> {
          if (Stream.of(text.en(), text.cy()).anyMatch(pattern -> !SchemeWords.usable(pattern))) {
            page.problem(
                "wording", "wording '%s' has a brace that is not an argument; write arguments as {0}".formatted(key));
          }
        });
    return wording;
  }

  private List<Area> areas() {
    List<CsvRow> rows = rows("areas.csv", AREA_COLUMNS, true);
    Map<String, Area> areas = new LinkedHashMap<>();
    Map<String, String> areaByPrefix = new HashMap<>();
    Set<String> codes =
        rows.stream().map(row -> row.optional("code")).filter(Objects::nonNull).collect(Collectors.toSet());
    for (CsvRow row : rows) {
      String code = row.text("code", c -> c.matches(CODE), CODE_ADVICE);
      List<String> prefixes = row.words("postcode_prefixes");
      for (String prefix : prefixes) {
        if (!PostcodeMatch.validPrefix(prefix)) {
          row.problem(
              "postcode_prefixes '%s' is not the start of a postcode; write LL, GL14 or ST6-1".formatted(prefix));
        }
        String other = areaByPrefix.put(prefix, code);
        if (other != null) {
          row.problem("postcode_prefixes '%s' belongs to %s already; give it to one area".formatted(prefix, other));
        }
      }
      String parent = row.optional("parent");
      if (parent != null && (parent.equals(code) || !codes.contains(parent))) {
        row.problem("parent '%s' is not another area of this file; add it or leave parent empty".formatted(parent));
        parent = null;
      }
      Area area = new Area(code, row.bothLanguages("name"), parent, prefixes, row.liveFrom("live_from"));
      if (areas.put(code, area) != null) {
        row.problem("code '%s' is there twice; keep one".formatted(code));
      }
    }
    String file = folder.nameOf("areas.csv");
    areas.values().stream()
        .filter(area -> isItsOwnAncestor(area, areas))
        .map(area -> "%s is its own parent by a detour; mend the parents".formatted(area.code()))
        .forEach(what -> problems.add(file, what));
    if (problems.none() && areas.values().stream().allMatch(Area::grouping)) {
      problems.add(file, "has no area with a postcode prefix; nobody could be referred");
    }
    return List.copyOf(areas.values());
  }

  private static boolean isItsOwnAncestor(Area area, Map<String, Area> areas) {
    Set<String> seen = new HashSet<>();
    for (Area at = area; at != null && at.parent() != null; at = areas.get(at.parent())) {
      if (at.parent().equals(area.code())) {
        return true;
      }
      if (!seen.add(at.code())) {
        return false;
      }
    }
    return false;
  }

  private List<Listing.Organisation> organisations(List<Area> areas) {
    Map<String, Listing.Organisation> organisations = new LinkedHashMap<>();
    for (CsvRow row : rows("organisations.csv", ORGANISATION_COLUMNS, false)) {
      String id = row.text("organisation_id", o -> o.matches(SLUG) && o.length() <= 64, SLUG_ADVICE);
      String email = row.optional("email");
      if (email != null && !email.matches("[^@\\s]+@[^@\\s]+\\.[^@\\s]+")) {
        row.problem(
            "email '%s' is not an e-mail address; write it as group@example.org or leave it empty".formatted(email));
      }
      var organisation =
          new Listing.Organisation(
              id,
              row.text("name"),
              email,
              row.optional("phone"),
              row.choice("legal_form", LegalForm.class),
              row.yesOrNo("invented"),
              organisationDetails(row, areas, organisations.keySet()));
      if (organisations.put(id, organisation) != null) {
        row.problem("organisation_id '%s' is there twice; keep one".formatted(id));
      }
    }
    return List.copyOf(organisations.values());
  }

  private List<Listing.Practice> practices() {
    Map<String, Listing.Practice> practices = new LinkedHashMap<>();
    for (CsvRow row : rows("practices.csv", PRACTICE_COLUMNS, false)) {
      String code = row.text("code", c -> c.matches("[A-Z][0-9]{5}"), "is not a practice code; write it like Y99001");
      String email =
          row.text(
              "email", e -> e.matches("[^@\\s]+@[^@\\s]+\\.[^@\\s]+"), "is not an e-mail address; write it as practice@example.org");
      if (practices.put(code, new Listing.Practice(code, row.text("name"), email)) != null) {
        row.problem("code '%s' is there twice; keep one".formatted(code));
      }
    }
    return List.copyOf(practices.values());
  }

  private List<Listing.Activity> activities(List<Area> areas, List<Listing.Organisation> organisations) {
    Set<String> organisationIds =
        organisations.stream().map(Listing.Organisation::organisationId).collect(Collectors.toSet());
    Map<String, Listing.Activity> activities = new LinkedHashMap<>();
    for (CsvRow row : rows("activities.csv", ACTIVITY_COLUMNS, false)) {
      String id = row.text("activity_id", a -> a.matches(SLUG) && a.length() <= 64, SLUG_ADVICE);
      String organisation =
          row.text("organisation_id", organisationIds::contains, "is not in organisations.csv; add it there first");
      List<String> needs = row.codes("needs", new LinkedHashSet<>(Codes.needs()), "a need");
      if (needs.isEmpty()) {
        row.problem("needs is empty; name at least one need");
      }
      Integer minimum = row.number("minimum_age");
      Integer maximum = row.number("maximum_age");
      if (minimum != null && maximum != null && minimum > maximum) {
        row.problem("maximum_age %d is below minimum_age %d; exchange them".formatted(maximum, minimum));
      }
      var activity =
          new Listing.Activity(
              id,
              organisation,
              row.bothLanguages("name"),
              needs,
              activityAreas(row, areas),
              minimum,
              maximum,
              row.choice("format", ActivityFormat.class),
              weekdays(row),
              row.number("places"),
              traits(row),
              details(row));
      if (activities.put(id, activity) != null) {
        row.problem("activity_id '%s' is there twice; keep one".formatted(id));
      }
    }
    return List.copyOf(activities.values());
  }

  private static ActivityTraits traits(CsvRow row) {
    ActivityTraits plain = ActivityTraits.PLAIN;
    List<String> languages = row.words("languages");
    for (String language : languages) {
      if (!language.matches("[a-z]{2,3}")) {
        row.problem("languages '%s' is not the code of a language; write en, cy, pl or bfi".formatted(language));
      }
    }
    String district = row.optional("district");
    if (district != null && !district.matches("[A-Z]{1,2}[0-9][0-9A-Z]?")) {
      row.problem("district '%s' is not the first half of a postcode; write it as GL14".formatted(district));
    }
    Integer weeks = row.number("waiting_weeks");
    return new ActivityTraits(
        row.choice("kind", plain.kind()),
        row.choices("access", AccessNeed.class, "an access need"),
        languages.isEmpty() ? plain.languages() : languages,
        row.number("capacity"),
        row.optional("waiting_list") == null ? plain.waitingList() : row.yesOrNo("waiting_list"),
        weeks == null ? plain.waitingWeeks() : weeks,
        district,
        row.choice("kite_mark", plain.kiteMark()),
        row.choices("interests", Interest.class, "a tag"));
  }

  private static OrganisationDetails organisationDetails(CsvRow row, List<Area> areas, Set<String> above) {
    String partOf = row.optional("part_of");
    if (partOf != null && !above.contains(partOf)) {
      row.problem("part_of '%s' is not an organisation further up; move it up or leave part_of empty".formatted(partOf));
    }
    String website = row.optional("website");
    if (website != null && !website.matches("https?://[^\\s\"<>]+")) {
      row.problem("website '%s' is not an address; write it as https://group.example.org".formatted(website));
    }
    return new OrganisationDetails(
        partOf,
        row.bothLanguagesOrNeither("description"),
        website,
        row.optional("areas") == null ? List.of() : activityAreas(row, areas),
        row.number("paid_staff"),
        row.number("volunteers"));
  }

  private static ActivityDetails details(CsvRow row) {
    String postcode = row.optional("postcode");
    if (postcode != null && !postcode.matches("[A-Z]{1,2}[0-9][0-9A-Z]? [0-9][A-Z]{2}")) {
      row.problem("postcode '%s' is not a postcode; write it as GL14 2AB".formatted(postcode));
    }
    return new ActivityDetails(
        row.bothLanguagesOrNeither("description"),
        row.number("cost_pence"),
        row.bothLanguagesOrNeither("cost_note"),
        row.timeOfDay("starts_at"),
        row.timeOfDay("ends_at"),
        row.choice("frequency", ActivityDetails.UNKNOWN.frequency()),
        row.optional("venue"),
        row.optional("address"),
        postcode,
        row.number("group_size"));
  }

  /** Which areas lie next to each other, from either side; a scheme without the file has no neighbours. */
  private Map<String, Set<String>> neighbours(List<Area> areas) {
    Set<String> codes = areas.stream().map(Area::code).collect(Collectors.toCollection(LinkedHashSet::new));
    Map<String, Set<String>> neighbours = new HashMap<>();
    for (CsvRow row : rows("neighbours.csv", NEIGHBOUR_COLUMNS, false)) {
      String area = row.text("area", codes::contains, "is not in areas.csv; add it there first");
      for (String other : row.codes("neighbours", codes, "an area of areas.csv")) {
        neighbours.computeIfAbsent(area, code -> new HashSet<>()).add(other);
        neighbours.computeIfAbsent(other, code -> new HashSet<>()).add(area);
      }
    }
    return neighbours;
  }

  /** The areas with postcodes that the row means: named themselves, inside a larger one that is named, or all. */
  private static List<String> activityAreas(CsvRow row, List<Area> areas) {
    Set<String> allowed = areas.stream().map(Area::code).collect(Collectors.toCollection(LinkedHashSet::new));
    allowed.add(EVERYWHERE);
    List<String> named = row.codes("areas", allowed, "an area of areas.csv");
    if (named.isEmpty()) {
      row.problem("areas is empty; name areas of areas.csv, or * for all of them");
    }
    Map<String, Area> byCode = areas.stream().collect(Collectors.toMap(Area::code, area -> area, (a, b) -> a));
    List<String> meant = new ArrayList<>();
    for (Area area : areas) {
      Set<String> line = new LinkedHashSet<>();
      for (Area at = area; at != null && line.add(at.code()); at = byCode.get(at.parent())) {
        // collects the area itself and every larger one it lies in
      }
      if (!area.grouping() && (named.contains(EVERYWHERE) || line.stream().anyMatch(named::contains))) {
        meant.add(area.code());
      }
    }
    return meant;
  }

  private static List<DayOfWeek> weekdays(CsvRow row) {
    Set<String> days =
        Arrays.stream(DayOfWeek.values()).map(Enum::name).collect(Collectors.toCollection(LinkedHashSet::new));
    return row.codes("weekdays", days, "a day").stream()
        .filter(days::contains)
        .map(DayOfWeek::valueOf)
        .sorted()
        .toList();
  }

  private List<CsvRow> rows(String file, List<String> columns, boolean needed) {
    Optional<String> text = folder.read(file, problems);
    if (text.isEmpty()) {
      if (needed) {
        problems.add(folder.nameOf(file), "is missing; add it with the columns " + String.join(",", columns));
      }
      return List.of();
    }
    List<String> others =
        columns == ACTIVITY_COLUMNS ? TRAITS : columns == ORGANISATION_COLUMNS ? MORE_OF_ORGANISATIONS : List.of();
    return CsvRow.read(folder.nameOf(file), text.get(), columns, others, problems);
  }

  private static Set<String> keys(String... keys) {
    return new LinkedHashSet<>(List.of(keys));
  }
}
