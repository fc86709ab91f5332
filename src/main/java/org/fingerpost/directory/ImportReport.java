package org.fingerpost.directory;

import java.util.List;
import org.fingerpost.platform.InvalidInput;

/**
 * What a file would do to the directory, line by line, in the order of the file.
 *
 * @param importId under which it can be loaded; {@code null} when it cannot
 * @param lines one for each line that says something
 */
public record ImportReport(String importId, String schemeId, List<Line> lines) {

  public ImportReport {
    lines = List.copyOf(lines);
  }

  /** What a line does. Words: {@code directory.verdict.<CODE>}. */
  public enum Verdict {
    NEW,
    CHANGED,
    SAME,
    REFUSED
  }

  /**
   * @param number of the line in the file, from 1; for a record of several lines, the first
   * @param organisation its name as the file has it; may be empty
   * @param activity its name as the file has it, or {@code null} for a line about the organisation alone
   * @param changes what would be other than now
   * @param problems why it is refused: field or column, and the key of a message
   */
  public record Line(
      int number, Verdict verdict, String organisation, String activity, List<Change> changes, List<InvalidInput.Problem> problems) {

    public Line {
      changes = List.copyOf(changes);
      problems = List.copyOf(problems);
    }
  }

  /**
   * @param before {@code null} for nothing
   * @param after {@code null} for nothing
   */
  public record Change(EntryField field, String before, String after) {}

  public long count(Verdict verdict) {
    return lines.stream().filter(line -> line.verdict() == verdict).count();
  }

  /** How many lines are new. */
  public long added() {
    return count(Verdict.NEW);
  }

  public long changed() {
    return count(Verdict.CHANGED);
  }

  public long same() {
    return count(Verdict.SAME);
  }

  public long refused() {
    return count(Verdict.REFUSED);
  }

  /** Whether there is something to load, and nothing stands against it. */
  public boolean loadable() {
    return refused() == 0 && added() + changed() > 0;
  }
}
