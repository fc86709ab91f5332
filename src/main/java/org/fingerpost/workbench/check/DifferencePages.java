package org.fingerpost.workbench.check;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.fingerpost.platform.Language;
import org.fingerpost.platform.engine.ModelGuard;
import org.fingerpost.workbench.draft.Draft;
import org.fingerpost.workbench.draft.Drafts;
import org.fingerpost.workbench.draft.LiveModels;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** How a draft differs from what is live: in words, then on the drawing, or with the two tables side by side. */
@Controller
@RequestMapping("/workbench/drafts/{id}/difference")
class DifferencePages {

  private final Drafts drafts;
  private final LiveModels live;
  private final ModelDifference difference;
  private final CheckWords words;
  private final ObjectMapper json;

  DifferencePages(Drafts drafts, LiveModels live, ModelDifference difference, CheckWords words, ObjectMapper json) {
    this.drafts = drafts;
    this.live = live;
    this.difference = difference;
    this.words = words;
    this.json = json;
  }

  /** A difference in words. */
  record Line(String kind, String sentence) {}

  /**
   * A file of the draft beside what is live.
   *
   * @param state {@code new}, {@code gone}, {@code same} or {@code changed}
   * @param marksBefore marks for the drawing as it is live, as JSON
   */
  record FileSides(
      String name,
      String state,
      List<Line> lines,
      boolean before,
      boolean after,
      boolean drawing,
      String marksBefore,
      String marksAfter,
      List<Sides> tables) {}

  /** One decision of a file, before and after; either may be missing. */
  record Sides(String id, Side before, Side after) {}

  /** A table to be shown. */
  record Side(String policy, List<String> columns, List<SideRow> rows) {}

  /**
   * @param mark {@code added}, {@code removed}, {@code moved} or {@code null}
   */
  record SideRow(int number, String name, String mark, List<SideCell> cells) {}

  /** A cell of a table, and whether it differs. */
  record SideCell(String text, boolean changed) {}

  @GetMapping
  String show(@PathVariable UUID id, Locale locale, Model model) {
    var draft = drafts.get(id);
    var language = Language.of(locale);
    var files = new ArrayList<FileSides>();
    draft.files().keySet().forEach(name -> files.add(sides(draft, name, language)));
    model.addAttribute("draft", draft);
    model.addAttribute("files", files);
    return "workbench/difference";
  }

  /** A process as it is live, or as the draft has it, for the drawing. */
  @GetMapping("/xml")
  ResponseEntity<byte[]> xml(@PathVariable UUID id, @RequestParam String file, @RequestParam boolean after) {
    var draft = drafts.get(id);
    byte[] bytes = draft.files().containsKey(file) && file.endsWith(".bpmn") ? after ? after(draft, file) : before(draft, file) : null;
    if (bytes == null || !ModelGuard.unsafe(file, bytes).isEmpty()) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
    return ResponseEntity.ok().contentType(MediaType.TEXT_XML).body(bytes);
  }

  private byte[] before(Draft draft, String name) {
    return live.file(draft.schemeId(), name).orElse(null);
  }

  /** What would be live: where a scheme's variant is dropped, the shared model. */
  private byte[] after(Draft draft, String name) {
    var file = draft.files().get(name);
    if (!file.removed()) {
      return file.content();
    }
    return draft.schemeId() == null ? null : live.file(null, name).orElse(null);
  }

  private FileSides sides(Draft draft, String name, Language language) {
    byte[] before = before(draft, name);
    byte[] after = after(draft, name);
    var changes = difference.between(name, before, after);
    var lines = changes.stream().map(change -> new Line(change.kind().name(), words.say(language, change))).toList();
    String state = before == null ? "new" : after == null ? "gone" : changes.isEmpty() ? "same" : "changed";
    boolean drawing = name.endsWith(".bpmn") && !state.equals("same");
    return new FileSides(
        name,
        state,
        lines,
        before != null,
        after != null,
        drawing,
        marks(changes, false, language),
        marks(changes, true, language),
        name.endsWith(".dmn") && !state.equals("same") ? tables(name, before, after, changes) : List.of());
  }

  private String marks(List<Change> changes, boolean after, Language language) {
    var says = new LinkedHashMap<String, Map<String, String>>();
    for (Change change : changes) {
      var kind = change.kind();
      if (kind == (after ? Change.Kind.REMOVED : Change.Kind.ADDED) || kind == Change.Kind.MOVED) {
        continue;
      }
      says.merge(
          change.elementId(),
          Map.of("id", change.elementId(), "as", kind.name().toLowerCase(Locale.ROOT), "badge", badge(kind), "says", words.say(language, change)),
          (one, other) ->
              Map.of("id", one.get("id"), "as", one.get("as"), "badge", one.get("badge"), "says", one.get("says") + " " + other.get("says")));
    }
    try {
      return json.writeValueAsString(says.values());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Texts can always be written", e);
    }
  }

  private static String badge(Change.Kind kind) {
    return switch (kind) {
      case ADDED -> "+";
      case REMOVED -> "−";
      default -> "≠";
    };
  }

  private static List<Sides> tables(String name, byte[] before, byte[] after, List<Change> changes) {
    try {
      synchronized (Models.LOCK) {
        var old = read(name, before);
        var now = read(name, after);
        var ids = new LinkedHashSet<>(old.keySet());
        ids.addAll(now.keySet());
        return ids.stream().map(id -> sides(id, old.get(id), now.get(id), moved(changes))).toList();
      }
    } catch (RuntimeException | StackOverflowError e) {
      // What cannot be read is said in words above; there is no table to show.
      return List.of();
    }
  }

  private static Map<String, TableDifference.Table> read(String name, byte[] bytes) {
    return bytes == null || !ModelGuard.unsafe(name, bytes).isEmpty() ? Map.of() : TableDifference.tables(Models.decision(bytes));
  }

  private static Set<String> moved(List<Change> changes) {
    var moved = new HashSet<String>();
    changes.stream().filter(change -> change.kind() == Change.Kind.MOVED).forEach(change -> moved.add(change.elementId()));
    return moved;
  }

  private static Sides sides(String id, TableDifference.Table before, TableDifference.Table after, Set<String> moved) {
    return new Sides(id, side(before, after, "removed", moved), side(after, before, "added", moved));
  }

  private static Side side(TableDifference.Table table, TableDifference.Table other, String alone, Set<String> moved) {
    if (table == null) {
      return null;
    }
    var rows = new ArrayList<SideRow>();
    table
        .rows()
        .forEach(
            (id, row) -> {
              var beside = other == null ? null : other.rows().get(id);
              var cells = new ArrayList<SideCell>();
              table
                  .columns()
                  .keySet()
                  .forEach(
                      column -> {
                        String text = row.cells().getOrDefault(column, "");
                        boolean changed = beside != null && !text.equals(beside.cells().getOrDefault(column, ""));
                        cells.add(new SideCell(text, changed));
                      });
              String mark = beside == null ? (other == null ? null : alone) : moved.contains(id) ? "moved" : null;
              rows.add(new SideRow(row.number(), row.name(), mark, cells));
            });
    return new Side(table.policy(), table.columns().values().stream().map(TableDifference.Column::label).toList(), rows);
  }
}
