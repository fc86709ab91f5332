package org.fingerpost.directory;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.fingerpost.platform.AuditEvent;
import org.fingerpost.platform.AuditTrail;
import org.fingerpost.platform.InvalidInput;
import org.fingerpost.platform.Tokens;
import org.fingerpost.scheme.Scheme;
import org.fingerpost.scheme.Schemes;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Brings a spreadsheet into a scheme's directory in two steps: first it is read and reported on, line by line, and nothing changes; then
 * whoever uploaded it says so and all of it is loaded in one transaction. A file in which one line is refused is not loaded at all.
 *
 * <p>One line is one activity with its organisation, or an organisation alone. An empty cell says nothing: what is there stays. A hyphen
 * empties a value.
 */
@Component
public class Importing {

  /** The hyphen that empties a value. */
  private static final String EMPTIED = "-";

  private static final String ORGANISATION_ID = "organisation_id";
  private static final String ACTIVITY_ID = "activity_id";
  private static final Duration KEPT_FOR = Duration.ofDays(1);

  /** What a new activity must say. */
  private static final List<EntryField> NEEDED_OF_NEW =
      List.of(EntryField.NAME_EN, EntryField.NAME_CY, EntryField.NEEDS, EntryField.AREAS, EntryField.FORMAT);

  private final JdbcClient db;
  private final Entries entries;
  private final EntryValues values;
  private final Schemes schemes;
  private final AuditTrail audit;
  private final Clock clock;

  Importing(JdbcClient db, Entries entries, EntryValues values, Schemes schemes, AuditTrail audit, Clock clock) {
    this.db = db;
    this.entries = entries;
    this.values = values;
    this.schemes = schemes;
    this.audit = audit;
    this.clock = clock;
  }

  /** The headings that a file may have, in the template's order. */
  public static List<String> headings() {
    return Stream.of(
            Stream.of(ORGANISATION_ID),
            EntryField.all(EntryField.Of.ORGANISATION).stream().map(Importing::heading),
            Stream.of(ACTIVITY_ID),
            EntryField.all(EntryField.Of.ACTIVITY).stream().filter(field -> !field.weekly()).map(Importing::heading))
        .flatMap(headings -> headings)
        .toList();
  }

  /** The heading of a field's column. */
  public static String heading(EntryField field) {
    return switch (field) {
      case ORGANISATION_NAME -> "organisation";
      case COST_PENCE -> "cost";
      case ACTIVITY_KIND -> "kind";
      default -> field.name().toLowerCase(Locale.ROOT);
    };
  }

  /** An empty file with the headings. */
  public String template() {
    return SpreadsheetText.write(headings(), List.of());
  }

  /** The whole directory of a scheme, ways to reach people included, as a file that can be changed and uploaded again; on record. */
  @Transactional
  public String current(String schemeId) {
    List<List<String>> rows = new ArrayList<>();
    var activities = entries.activities(schemeId);
    for (Entry organisation : entries.organisations(schemeId).values()) {
      var own =
          activities.values().stream().filter(a -> a.organisationId().equals(organisation.organisationId())).toList();
      if (own.isEmpty()) {
        rows.add(row(organisation, null));
      }
      own.forEach(activity -> rows.add(row(organisation, activity)));
    }
    var details = Map.of("lines", Integer.toString(rows.size()));
    audit.record(new AuditEvent("directory.exported", "directory", schemeId, schemeId, details));
    return SpreadsheetText.write(headings(), rows);
  }

  private static List<String> row(Entry organisation, Entry activity) {
    List<String> row = new ArrayList<>();
    row.add(organisation.organisationId());
    EntryField.all(EntryField.Of.ORGANISATION).forEach(field -> row.add(written(organisation, field)));
    row.add(activity == null ? null : activity.activityId());
    EntryField.all(EntryField.Of.ACTIVITY).stream()
        .filter(field -> !field.weekly())
        .forEach(field -> row.add(activity == null ? null : written(activity, field)));
    return row;
  }

  private static String written(Entry entry, EntryField field) {
    String value = entry.value(field);
    return field == EntryField.COST_PENCE && value != null ? EntryValues.pounds(Integer.parseInt(value)).substring(1) : value;
  }

  /** A report as a file, to be mended by. */
  public String asFile(List<String> headings, List<List<String>> rows) {
    return SpreadsheetText.write(headings, rows);
  }

  // ---- reading

  /**
   * Reads a file and says what it would do. Changes nothing in the directory; a file that can be loaded is kept for a day.
   *
   * @throws InvalidInput for field {@code file}, if it cannot be read at all
   */
  @Transactional
  public ImportReport read(String schemeId, byte[] file, String userId) {
    String text = SpreadsheetText.decode(file);
    Plan plan = plan(schemeId, text);
    forgetOld();
    var report = new ImportReport(null, schemeId, plan.lines);
    if (!report.loadable()) {
      return report;
    }
    UUID id = UUID.randomUUID();
    db.sql(
            """
            insert into directory_import (import_id, scheme_id, file, sha256, uploaded_by, uploaded_at)
            values (:id, :scheme, :file, :sha256, :user, :now)
            """)
        .param("id", id)
        .param("scheme", schemeId)
        .param("file", text)
        .param("sha256", Tokens.hash(text))
        .param("user", userId)
        .param("now", Timestamp.from(clock.instant()))
        .update();
    return new ImportReport(id.toString(), schemeId, plan.lines);
  }

  private void forgetOld() {
    db.sql("delete from directory_import where uploaded_at < :before")
        .param("before", Timestamp.from(clock.instant().minus(KEPT_FOR)))
        .update();
  }

  /**
   * Loads a file that was read before, whole. Against the directory as it is now: where that makes a line impossible, nothing is loaded
   * and the report says why.
   *
   * @return what was done; empty if there is no such file of this person
   */
  @Transactional
  public Optional<ImportReport> load(String importId, String userId) {
    record Kept(String schemeId, String file, String sha256) {}
    Optional<Kept> kept =
        db.sql("delete from directory_import where import_id = :id and uploaded_by = :user returning scheme_id, file, sha256")
            .param("id", uuid(importId))
            .param("user", userId)
            .query((row, number) -> new Kept(row.getString(1), row.getString(2), row.getString(3)))
            .optional();
    if (kept.isEmpty()) {
      return Optional.empty();
    }
    Plan plan = plan(kept.get().schemeId(), kept.get().file());
    var report = new ImportReport(null, kept.get().schemeId(), plan.lines);
    if (report.refused() > 0) {
      return Optional.of(report);
    }
    plan.steps.forEach(step -> step.take(userId));
    var details = new LinkedHashMap<String, String>();
    details.put("sha256", kept.get().sha256());
    details.put("lines", Integer.toString(report.lines().size()));
    details.put("added", Long.toString(report.added()));
    details.put("changed", Long.toString(report.changed()));
    audit.record(new AuditEvent("directory.imported", "directory", kept.get().schemeId(), kept.get().schemeId(), details));
    return Optional.of(report);
  }

  private static UUID uuid(String text) {
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException e) {
      return new UUID(0, 0);
    }
  }

  // ---- what a file means

  private interface Step {
    void take(String userId);
  }

  private static final class Plan {
    private final List<ImportReport.Line> lines = new ArrayList<>();
    private final List<Step> steps = new ArrayList<>();
  }

  private Plan plan(String schemeId, String text) {
    return new Planning(schemes.get(schemeId)).plan(SpreadsheetText.rows(text, headings()));
  }

  /** One file on its way: what is in the directory, and what the lines above have said. */
  private final class Planning {

    private final Scheme scheme;
    private final Map<String, Entry> organisations;
    private final Map<String, Entry> activities;
    private final Map<String, String> idByName = new HashMap<>();
    private final Map<String, Map<EntryField, String>> saidOfOrganisations = new HashMap<>();
    private final Map<String, Integer> lineOfOrganisation = new HashMap<>();
    private final Set<String> newOrganisations = new HashSet<>();
    private final Map<String, Integer> lineOfActivity = new HashMap<>();
    private final Plan plan = new Plan();

    Planning(Scheme scheme) {
      this.scheme = scheme;
      this.organisations = entries.organisations(scheme.id());
      this.activities = entries.activities(scheme.id());
      organisations.forEach((id, entry) -> idByName.putIfAbsent(EntryValues.plain(entry.value(EntryField.ORGANISATION_NAME)), id));
    }

    Plan plan(List<SpreadsheetText.Row> rows) {
      rows.forEach(this::line);
      return plan;
    }

    private void line(SpreadsheetText.Row row) {
      var problems = new ArrayList<InvalidInput.Problem>();
      var changes = new ArrayList<ImportReport.Change>();
      var steps = new ArrayList<Step>();
      String organisationId = organisationId(row, problems);
      boolean added = false;
      if (organisationId != null) {
        added = organisation(row, organisationId, problems, changes, steps);
        if (aboutActivity(row)) {
          added |= activity(row, organisationId, problems, changes, steps);
        }
      }
      String organisation = row.values().get(heading(EntryField.ORGANISATION_NAME));
      if (organisation == null && organisationId != null && organisations.containsKey(organisationId)) {
        organisation = organisations.get(organisationId).value(EntryField.ORGANISATION_NAME);
      }
      var verdict =
          !problems.isEmpty()
              ? ImportReport.Verdict.REFUSED
              : added
                  ? ImportReport.Verdict.NEW
                  : changes.isEmpty() ? ImportReport.Verdict.SAME : ImportReport.Verdict.CHANGED;
      plan.lines.add(
          new ImportReport.Line(row.number(), verdict, organisation == null ? "" : organisation, nameOf(row), added ? List.of() : changes, problems));
      plan.steps.addAll(steps);
    }

    private String nameOf(SpreadsheetText.Row row) {
      return Stream.of(EntryField.NAME_EN, EntryField.NAME_CY)
          .map(field -> row.values().get(heading(field)))
          .filter(Objects::nonNull)
          .findFirst()
          .orElseGet(
              () ->
                  Optional.ofNullable(row.values().get(ACTIVITY_ID))
                      .map(activities::get)
                      .map(entry -> entry.value(EntryField.NAME_EN))
                      .orElse(null));
    }

    private boolean aboutActivity(SpreadsheetText.Row row) {
      return row.values().containsKey(ACTIVITY_ID)
          || EntryField.all(EntryField.Of.ACTIVITY).stream().anyMatch(field -> row.values().containsKey(heading(field)));
    }

    private String organisationId(SpreadsheetText.Row row, List<InvalidInput.Problem> problems) {
      String id = row.values().get(ORGANISATION_ID);
      String name = row.values().get(heading(EntryField.ORGANISATION_NAME));
      if (id != null) {
        if (organisations.containsKey(id) || newOrganisations.contains(id)) {
          return id;
        }
        if (name == null) {
          problems.add(problem(EntryField.ORGANISATION_NAME.name(), "directory.refused.unknown-organisation"));
          return null;
        }
        if (!id.matches("[a-z][a-z0-9]*(-[a-z0-9]+)*") || id.length() > 64) {
          problems.add(problem(EntryField.ORGANISATION_NAME.name(), "directory.refused.id"));
          return null;
        }
        return id;
      }
      if (name == null) {
        problems.add(problem(EntryField.ORGANISATION_NAME.name(), "directory.refused.needed"));
        return null;
      }
      return idByName.computeIfAbsent(
          EntryValues.plain(name), plain -> free(Organisations.idFrom(name), organisations.keySet(), newOrganisations));
    }

    private boolean organisation(
        SpreadsheetText.Row row,
        String id,
        List<InvalidInput.Problem> problems,
        List<ImportReport.Change> changes,
        List<Step> steps) {
      var said = read(row, EntryField.Of.ORGANISATION, problems);
      var before = saidOfOrganisations.get(id);
      if (before != null) {
        // The organisation stands on every line of its activities: once it has been said, the others may repeat it and no more.
        boolean contradicts = said.entrySet().stream().anyMatch(one -> !one.getKey().same(before.get(one.getKey()), one.getValue()));
        if (contradicts) {
          problems.add(problem(EntryField.ORGANISATION_NAME.name(), "directory.refused.contradicts", lineOfOrganisation.get(id)));
        }
        return false;
      }
      Entry known = organisations.get(id);
      if (known == null) {
        if (said.get(EntryField.LEGAL_FORM) == null && !row.values().containsKey(heading(EntryField.LEGAL_FORM))) {
          problems.add(problem(EntryField.LEGAL_FORM.name(), "directory.refused.needed"));
        }
        newOrganisations.add(id);
        steps.add(user -> entries.add(new Entry(scheme.id(), id, null, said), Entries.By.IMPORT, user));
      } else {
        changes.addAll(differences(known, said));
        steps.add(user -> entries.change(known, said, Entries.By.IMPORT, user));
      }
      var all = new EnumMap<EntryField, String>(EntryField.class);
      if (known != null) {
        all.putAll(known.values());
      }
      all.putAll(said);
      saidOfOrganisations.put(id, all);
      lineOfOrganisation.put(id, row.number());
      return known == null;
    }

    private boolean activity(
        SpreadsheetText.Row row,
        String organisationId,
        List<InvalidInput.Problem> problems,
        List<ImportReport.Change> changes,
        List<Step> steps) {
      var said = read(row, EntryField.Of.ACTIVITY, problems);
      Entry known = known(row, organisationId, said);
      if (known != null && !known.organisationId().equals(organisationId)) {
        problems.add(problem(EntryField.NAME_EN.name(), "directory.refused.other-organisation"));
        return false;
      }
      if (said.get(EntryField.POSTCODE) != null && !said.containsKey(EntryField.DISTRICT)) {
        said.put(EntryField.DISTRICT, said.get(EntryField.POSTCODE).split(" ")[0]);
      }
      var whole = new EnumMap<EntryField, String>(EntryField.class);
      if (known != null) {
        whole.putAll(known.values());
      }
      whole.putAll(said);
      problems.addAll(OwnEntry.together(whole));
      String key = known != null ? known.activityId() : organisationId + '/' + EntryValues.plain(String.valueOf(nameOf(row)));
      Integer above = lineOfActivity.putIfAbsent(key, row.number());
      if (above != null) {
        problems.add(problem(EntryField.NAME_EN.name(), "directory.refused.twice", above));
        return false;
      }
      if (known != null) {
        changes.addAll(differences(known, said));
        steps.add(user -> entries.change(known, said, Entries.By.IMPORT, user));
        return false;
      }
      copyName(said, EntryField.NAME_EN, EntryField.NAME_CY);
      copyName(said, EntryField.NAME_CY, EntryField.NAME_EN);
      for (EntryField field : NEEDED_OF_NEW) {
        boolean refusedAlready = problems.stream().anyMatch(problem -> problem.field().equals(field.name()));
        if (said.get(field) == null && !refusedAlready && field != EntryField.NAME_CY) {
          problems.add(problem(field.name(), "directory.refused.needed"));
        }
      }
      if (said.get(EntryField.NAME_EN) == null) {
        return true;
      }
      String id =
          Optional.ofNullable(row.values().get(ACTIVITY_ID))
              .filter(given -> given.matches("[a-z][a-z0-9]*(-[a-z0-9]+)*") && given.length() <= 64)
              .orElseGet(() -> free(Organisations.idFrom(said.get(EntryField.NAME_EN)), activities.keySet(), lineOfActivity.keySet()));
      lineOfActivity.put(id, row.number());
      steps.add(user -> entries.add(new Entry(scheme.id(), organisationId, id, said), Entries.By.IMPORT, user));
      return true;
    }

    /** The activity of that id; without one, of that name at this organisation. */
    private Entry known(SpreadsheetText.Row row, String organisationId, Map<EntryField, String> said) {
      String id = row.values().get(ACTIVITY_ID);
      if (id != null) {
        return activities.get(id);
      }
      String name = said.getOrDefault(EntryField.NAME_EN, said.get(EntryField.NAME_CY));
      return name == null
          ? null
          : activities.values().stream()
              .filter(entry -> entry.organisationId().equals(organisationId))
              .filter(
                  entry ->
                      Stream.of(EntryField.NAME_EN, EntryField.NAME_CY)
                          .anyMatch(field -> EntryValues.plain(entry.value(field)).equals(EntryValues.plain(name))))
              .findFirst()
              .orElse(null);
    }

    private Map<EntryField, String> read(
        SpreadsheetText.Row row, EntryField.Of of, List<InvalidInput.Problem> problems) {
      var said = new EnumMap<EntryField, String>(EntryField.class);
      for (EntryField field : EntryField.all(of)) {
        String typed = field.weekly() ? null : row.values().get(heading(field));
        if (typed == null) {
          continue;
        }
        try {
          said.put(field, values.read(scheme, field, typed.equals(EMPTIED) ? "" : typed));
        } catch (InvalidInput e) {
          problems.addAll(e.problems());
        }
      }
      return said;
    }

    private List<ImportReport.Change> differences(Entry known, Map<EntryField, String> said) {
      return said.entrySet().stream()
          .filter(one -> !one.getKey().same(known.value(one.getKey()), one.getValue()))
          .map(one -> new ImportReport.Change(one.getKey(), known.value(one.getKey()), one.getValue()))
          .toList();
    }
  }

  private static void copyName(Map<EntryField, String> said, EntryField from, EntryField to) {
    if (said.get(to) == null && said.get(from) != null) {
      said.put(to, said.get(from));
    }
  }

  private static String free(String wanted, Set<String> taken, Set<String> alsoTaken) {
    String id = wanted;
    for (int number = 2; taken.contains(id) || alsoTaken.contains(id); number++) {
      id = wanted + '-' + number;
    }
    return id;
  }

  private static InvalidInput.Problem problem(String field, String key, Object... args) {
    return new InvalidInput.Problem(field, key, List.of(args));
  }
}
