package org.fingerpost.audit;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import org.fingerpost.audit.proof.log.LogEntry;
import org.fingerpost.platform.Actor;
import org.fingerpost.platform.Language;
import org.fingerpost.platform.Words;
import org.springframework.stereotype.Component;

/** Stories and entries in words, for packs of evidence. */
@Component
public class ToldStories {

  private final CaseStory story;
  private final StaffNames names;
  private final Words words;

  ToldStories(CaseStory story, StaffNames names, Words words) {
    this.story = story;
    this.names = names;
    this.words = words;
  }

  /**
   * One line in words.
   *
   * @param day the day where this is its first line, otherwise {@code null}
   * @param where element and model, or {@code null}
   * @param details each as label and value
   */
  public record Line(String day, String time, String iso, String sentence, String who, String where, List<String> details) {}

  /**
   * A case's whole story, views included. That it is read is recorded, in the name of whoever acts in this thread.
   *
   * @return empty if there is no such case, or they may not see it
   */
  public Optional<List<StoryInLanguage>> of(String reference) {
    return story
        .open(reference, null)
        .map(
            told -> {
              var lines = new ArrayList<>(told.lines());
              lines.addAll(told.looks());
              lines.sort(StoryLine.AS_IT_HAPPENED);
              return List.of(new StoryInLanguage(Language.EN, tell(lines, Language.EN)), new StoryInLanguage(Language.CY, tell(lines, Language.CY)));
            });
  }

  /** The same story, told once in each language. */
  public record StoryInLanguage(Language language, List<Line> lines) {}

  /** Entries as they stand in the log, oldest first. */
  public List<Line> entries(List<LogEntry> entries, Language language) {
    return tell(
        entries.stream()
            .map(
                entry ->
                    new StoryLine(
                        StoryLine.anchor("act", entry.id(), ""),
                        entry.at(),
                        List.of(entry.id()),
                        Happening.ACT,
                        entry.act(),
                        actor(entry),
                        null,
                        null,
                        entry.details()))
            .toList(),
        language);
  }

  /** Whoever writes past us may write any kind. */
  private static Actor actor(LogEntry entry) {
    try {
      return new Actor(Actor.Kind.valueOf(entry.actorKind()), entry.actorId());
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  private List<Line> tell(List<StoryLine> lines, Language language) {
    var said = new AuditWords(words, language);
    return new StoryTeller(said, names.of(staff(lines)))
        .tell(lines).stream()
            .map(
                line ->
                    new Line(
                        line.day(),
                        line.time(),
                        line.iso(),
                        line.sentence(),
                        line.who(),
                        line.element() == null ? line.model() : line.element() + (line.model() == null ? "" : ", " + line.model()),
                        line.details().stream().map(detail -> detail.label() + ": " + detail.value()).toList()))
            .toList();
  }

  private static List<String> staff(List<StoryLine> lines) {
    var ids = new LinkedHashSet<String>();
    for (var line : lines) {
      if (line.who() != null && line.who().kind() == Actor.Kind.STAFF) {
        ids.add(line.who().id());
      }
    }
    return new ArrayList<>(ids);
  }
}
