package org.fingerpost.audit.proof;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.fingerpost.audit.ToldStories;
import org.fingerpost.audit.proof.log.LogEntry;
import org.fingerpost.platform.Language;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** What people read in a pack: the story of its case, or its entries, in words; as a page and on paper, in both languages. */
@Component
class PackStory {

  /** Lines on paper; everything is in events.csv. */
  private static final int MOST_LINES = 3_000;

  private final ToldStories stories;
  private final PackPaper paper;
  private final Clock clock;

  PackStory(ToldStories stories, PackPaper paper, Clock clock) {
    this.stories = stories;
    this.paper = paper;
    this.clock = clock;
  }

  /** The whole story of a case; that it is read is recorded. */
  List<ToldStories.StoryInLanguage> of(String reference) {
    return stories.of(reference).orElseThrow(() -> new PackMaker.Impossible("NOTHING"));
  }

  /** The story told by the entries alone. */
  List<ToldStories.StoryInLanguage> of(PackSelection selection, JdbcTemplate jdbc, TransactionTemplate transaction) {
    var first = new ArrayList<LogEntry>();
    selection.each(
        jdbc,
        transaction,
        (index, entry) -> {
          if (entry != null && first.size() < MOST_LINES) {
            first.add(entry);
          }
        });
    return List.of(
        new ToldStories.StoryInLanguage(Language.EN, stories.entries(first, Language.EN)),
        new ToldStories.StoryInLanguage(Language.CY, stories.entries(first, Language.CY)));
  }

  /**
   * @param all how many lines there would be; {@code null} where the story has them all
   */
  void write(PackFile out, PackWanted wanted, String askedBy, List<ToldStories.StoryInLanguage> told, Long all) {
    var made = clock.instant().truncatedTo(ChronoUnit.SECONDS).toString();
    for (var story : told) {
      var lines = story.lines();
      var shown = lines.subList(0, Math.min(MOST_LINES, lines.size()));
      var page =
          paper.page(new PackPaper.Story(story.language(), wanted, askedBy, made, shown, all == null ? lines.size() : all));
      out.add("story-" + story.language().code() + ".html", page);
      out.add("story-" + story.language().code() + ".pdf", paper.print(page));
    }
  }
}
