package org.fingerpost.questionnaire;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.fingerpost.platform.InvalidInput.Problem;

/**
 * An application as its pages show it, with what was typed, right or wrong.
 *
 * @param asked keys of the questions that are asked, given the answers
 * @param entries what was typed, by question
 * @param problems what was typed and cannot be read, by question
 * @param files oldest first, with their names
 * @param helps requests for help, oldest first
 */
public record Paper(
    Application application,
    Set<String> asked,
    Map<String, Entry> entries,
    Map<String, Problem> problems,
    List<File> files,
    List<HelpAsked> helps) {

  /**
   * What was typed.
   *
   * @param by user id of the officer, or {@code null} for the applicant
   * @param rival what somebody else typed at the same time, or {@code null}
   */
  public record Entry(List<String> typed, Instant at, String by, List<String> rival, Instant rivalAt, String rivalBy) {

    @Override
    public String toString() {
      return "Entry";
    }
  }

  /** A document with its name. */
  public record File(Evidence evidence, String name) {

    @Override
    public String toString() {
      return "File[" + evidence.id() + "]";
    }
  }

  /** Where a page stands. */
  public enum State {
    NOT_STARTED,
    UNFINISHED,
    DONE
  }

  /** Whether anything can be changed. */
  public boolean open() {
    return application.status() == Application.Status.DRAFT || application.status() == Application.Status.ASKED_FOR_MORE;
  }

  /** Whether the answer to a question can be changed: in one that was opened again, only what was asked for. */
  public boolean open(Question question) {
    return switch (application.status()) {
      case DRAFT -> asked.contains(question.key());
      case ASKED_FOR_MORE -> application.askedFor().contains(question.key());
      default -> false;
    };
  }

  /** The pages that have something to fill in. */
  public List<Section> sections() {
    return application.questionnaire().sections().stream().filter(section -> !open(section).isEmpty()).toList();
  }

  /** The questions of a page that can be answered. */
  public List<Question> open(Section section) {
    return section.questions().stream().filter(this::open).toList();
  }

  public State state(Section section) {
    var open = open(section);
    boolean begun =
        open.stream().anyMatch(question -> entries.containsKey(question.key()) || !application.evidence(question.key()).isEmpty());
    if (!begun) {
      return State.NOT_STARTED;
    }
    boolean done =
        open.stream()
            .allMatch(
                question ->
                    !hasProblem(question)
                        && (question.type() == QuestionType.EVIDENCE || entries.containsKey(question.key())));
    return done ? State.DONE : State.UNFINISHED;
  }

  /** Whether it keeps the application from being sent. */
  public boolean hasProblem(Question question) {
    return problems.containsKey(question.key()) || missing(question) || rival(question.key()) != null;
  }

  /** Whether it must be answered and is not. */
  public boolean missing(Question question) {
    return question.required() && open(question) && !application.has(question.key()) && !problems.containsKey(question.key());
  }

  /** The questions that keep the application from being sent, in order. */
  public List<Question> unfinished() {
    return sections().stream().flatMap(section -> open(section).stream()).filter(this::hasProblem).toList();
  }

  /** What was typed, or nothing. */
  public List<String> typed(String question) {
    return entries.containsKey(question) ? entries.get(question).typed() : List.of();
  }

  /** The entry with another answer given at the same time, or {@code null}. */
  public Entry rival(String question) {
    var entry = entries.get(question);
    return entry == null || entry.rival() == null ? null : entry;
  }

  public List<File> files(String question) {
    return files.stream().filter(file -> file.evidence().question().equals(question)).toList();
  }

  public Stream<HelpAsked> helps(String question) {
    return helps.stream().filter(help -> help.question().equals(question));
  }

  /** Nothing of what was answered. */
  @Override
  public String toString() {
    return "Paper[" + application + "]";
  }
}
