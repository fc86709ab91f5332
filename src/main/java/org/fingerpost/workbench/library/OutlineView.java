package org.fingerpost.workbench.library;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fingerpost.workbench.library.Numbers.StepNumbers;
import org.fingerpost.workbench.library.Outline.About;
import org.fingerpost.workbench.library.Outline.Fact;
import org.fingerpost.workbench.library.Outline.Kind;
import org.fingerpost.workbench.library.Outline.Line;

/**
 * A line of the outline in words, with what hangs on it.
 *
 * @param what what kind of line it is, in words
 * @param foreign the name is English on a Welsh page
 * @param target where it goes on, or {@code null}
 * @param numbers how many are there, and how long it takes; empty for lines without
 */
public record OutlineView(
    String number,
    String what,
    String elementId,
    String name,
    boolean foreign,
    String target,
    List<FactView> facts,
    String numbers,
    boolean late,
    List<OutlineView> children) {

  /** Where somebody, or something, can be waiting. */
  private static final Set<Kind> PLACES = Set.of(Kind.USER, Kind.CALL, Kind.WAIT, Kind.PART, Kind.FIRST);

  /** What is worth counting though nobody waits there. */
  private static final Set<Kind> PASSED = Set.of(Kind.END, Kind.BESIDE, Kind.SYSTEM, Kind.THROW);

  /** @param href where the fact leads, or {@code null} */
  public record FactView(String label, String value, String href) {}

  /** @param numbers by step; {@code null} for an outline without numbers */
  static List<OutlineView> of(List<Line> lines, Map<String, StepNumbers> numbers, LibraryWords words, ModelLinks links) {
    var top = new ArrayList<OutlineView>();
    var open = new ArrayDeque<List<OutlineView>>();
    open.push(top);
    for (Line line : lines) {
      while (open.size() - 1 > line.depth()) {
        open.pop();
      }
      var view = view(line, numbers, words, links);
      open.peek().add(view);
      open.push(view.children());
    }
    return top;
  }

  static boolean place(Line line) {
    return PLACES.contains(line.kind());
  }

  private static OutlineView view(Line line, Map<String, StepNumbers> numbers, LibraryWords words, ModelLinks links) {
    String name = words.element(line.elementId() == null ? "" : line.elementId(), line.name());
    var of = numbers == null ? StepNumbers.NONE : numbers.getOrDefault(line.elementId(), StepNumbers.NONE);
    return new OutlineView(
        line.number(),
        words.say("library.outline." + (line.kind() == Kind.BRANCH && name.isEmpty() ? "OTHERWISE" : line.kind())),
        line.elementId(),
        name,
        words.foreign(name, line.name()),
        line.target() == null
            ? null
            : words.say(
                    "library.outline." + (line.target().number().isEmpty() ? "ends" : "goesOn"),
                    line.target().number(),
                    words.element(line.target().elementId(), line.target().name()))
                .replaceAll("\\s+", " ")
                .trim(),
        facts(line, words, links),
        numbers == null ? "" : numbers(line, of, words),
        of.late() > 0,
        new ArrayList<>());
  }

  static String numbers(Line line, StepNumbers of, LibraryWords words) {
    if (PLACES.contains(line.kind())) {
      String here =
          of.here() == 0
              ? words.say("library.step.nobody")
              : words.say("library.step.here", of.here()) + (of.late() == 0 ? "" : " " + words.say("library.step.late", of.late()));
      String took =
          of.done() == 0
              ? words.say("library.step.none")
              : words.say("library.step.took", of.done(), words.duration(of.median()), words.duration(of.ninetieth()));
      return here + " " + took + (of.cutShort() == 0 ? "" : " " + words.say("library.step.cutShort", of.cutShort()));
    }
    return PASSED.contains(line.kind()) && of.done() + of.cutShort() > 0
        ? words.say("library.step.passed", of.done() + of.cutShort())
        : "";
  }

  private static List<FactView> facts(Line line, LibraryWords words, ModelLinks links) {
    var facts = new ArrayList<FactView>();
    var roles = line.facts().stream().filter(fact -> fact.about() == About.WHO).map(Fact::value).toList();
    if (!roles.isEmpty()) {
      facts.add(new FactView(words.say("library.fact.WHO"), words.roles(roles), null));
    }
    for (Fact fact : line.facts()) {
      String label = words.say("library.fact." + fact.about());
      switch (fact.about()) {
        case WHO -> {}
        case GIVEN, STAYS_OPEN, FOR_EACH -> facts.add(new FactView(label, "", null));
        case TABLE, TIME_FROM ->
            facts.add(
                new FactView(label, links.name(ModelKind.DECISION, fact.value()), links.to(ModelKind.DECISION, fact.value())));
        case FORM -> facts.add(new FactView(label, fact.value(), links.to(ModelKind.FORM, fact.value())));
        case CALLS ->
            facts.add(new FactView(label, links.name(ModelKind.PROCESS, fact.value()), links.to(ModelKind.PROCESS, fact.value())));
        default -> facts.add(new FactView(label, fact.value(), null));
      }
    }
    return facts;
  }
}
