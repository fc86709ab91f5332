package org.fingerpost.workbench.library;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.fingerpost.workbench.draft.LiveModels;
import org.fingerpost.workbench.library.ModelVersions.Latest;
import org.fingerpost.workbench.library.ProcessReading.RoleSteps;
import org.fingerpost.workbench.library.ProcessReading.Step;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What models there are: shared ones, and the variants that schemes have of them. */
@Component
class Library {

  private final ModelVersions versions;
  private final Readings readings;
  private final LiveModels live;
  private final JdbcClient database;

  Library(ModelVersions versions, Readings readings, LiveModels live, JdbcClient database) {
    this.versions = versions;
    this.readings = readings;
    this.live = live;
    this.database = database;
  }

  /** Every model in force: the shared ones, then the schemes' variants. Copies that schemes keep beside a variant are left out. */
  InForce inForce() {
    var all = versions.latest();
    var variants = new HashMap<String, Set<String>>();
    all.stream()
        .map(latest -> latest.version().schemeId())
        .filter(Objects::nonNull)
        .distinct()
        .forEach(scheme -> variants.put(scheme, live.variants(scheme).keySet()));
    var models =
        all.stream()
            .filter(
                latest ->
                    latest.version().schemeId() == null
                        || variants.get(latest.version().schemeId()).contains(latest.version().file()))
            .toList();
    return new InForce(models, steps(models));
  }

  /** The steps that each form is filled in at; a form's title is the name of its step. */
  private Map<String, List<Use>> steps(List<Latest> models) {
    var processes = models.stream().map(Latest::version).filter(version -> version.kind() == ModelKind.PROCESS).toList();
    var read = readings.of(processes);
    var uses = new LinkedHashMap<String, List<Use>>();
    for (ModelVersion process : processes) {
      for (RoleSteps group : read.get(process.definitionId()).process().byRole()) {
        for (Step step : group.steps()) {
          if (step.form() != null) {
            uses.computeIfAbsent(step.form(), form -> new ArrayList<>()).add(new Use(process, step));
          }
        }
      }
    }
    return uses;
  }

  /** Every version of a model that anybody has, newest first. */
  List<ModelVersion> versions(ModelKind kind, String key) {
    return versions.of(kind, key);
  }

  Readings.Read read(ModelVersion version) {
    return readings.of(version);
  }

  Map<String, Readings.Read> read(Collection<ModelVersion> wanted) {
    return readings.of(wanted);
  }

  Optional<byte[]> content(ModelVersion version) {
    return Optional.ofNullable(versions.contents(List.of(version)).get(version.definitionId()));
  }

  /** Whether the scheme has its own variant of a model. */
  boolean own(String schemeId, String file) {
    return schemeId != null && live.own(schemeId, file);
  }

  /** The drafts that are being worked on, by the files in them. */
  Map<String, List<OpenDraft>> drafts() {
    return database
        .sql(
            """
            select f.name, d.draft_id, d.scheme_id, d.title, d.author
            from model_draft d join model_draft_file f on f.draft_id = d.draft_id
            where d.status in ('OPEN', 'PROPOSED') order by d.created_at, f.name""")
        .query(
            (row, number) ->
                new OpenDraft(
                    row.getString("draft_id"),
                    row.getString("name"),
                    row.getString("scheme_id"),
                    row.getString("title"),
                    row.getString("author")))
        .list()
        .stream()
        .collect(Collectors.groupingBy(OpenDraft::file));
  }

  /** How many drafts are being worked on, also those without a file yet. */
  long openDrafts() {
    return database.sql("select count(*) from model_draft where status in ('OPEN', 'PROPOSED')").query(Long.class).single();
  }

  /** @param formSteps where each form is filled in, by its id */
  record InForce(List<Latest> models, Map<String, List<Use>> formSteps) {

    Optional<Latest> find(ModelKind kind, String key, String schemeId) {
      return models.stream()
          .filter(latest -> latest.version().kind() == kind && latest.version().key().equals(key))
          .filter(latest -> Objects.equals(latest.version().schemeId(), schemeId))
          .findFirst();
    }
  }

  record Use(ModelVersion process, Step step) {}

  record OpenDraft(String id, String file, String schemeId, String title, String author) {}
}
