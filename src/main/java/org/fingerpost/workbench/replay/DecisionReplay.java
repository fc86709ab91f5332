package org.fingerpost.workbench.replay;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.fingerpost.platform.RecordedGroups;
import org.fingerpost.workbench.replay.PastDecisions.Past;
import org.fingerpost.workbench.replay.PastDecisions.Period;
import org.springframework.stereotype.Component;

/**
 * Runs a draft table over past decisions. Decisions that agree in all facts the draft reads have one answer, so each combination is
 * asked once; then every decision is compared with what was kept of it, not with what the table of that day would say today.
 */
@Component
class DecisionReplay {

  /** More than a table of codes can tell apart in a minute; the period is then to be made shorter. */
  static final int MOST_COMBINATIONS = 200_000;

  static final int MOST_LISTED = 5_000;
  static final Duration LIMIT_OF_ONE = Duration.ofSeconds(5);

  private static final int MOST_FLOWS = 200;
  private static final int PORTION = 10_000;
  private static final String REFERRAL = "referral";

  private final PastDecisions past;
  private final RecordedGroups recorded;

  DecisionReplay(PastDecisions past, RecordedGroups recorded) {
    this.past = past;
    this.recorded = recorded;
  }

  /** Hears how far it is, and ends it by throwing. */
  interface Watcher {

    void at(Phase phase, long done, long of);
  }

  /** Too many combinations differ in what the draft reads. */
  static final class TooManyCombinations extends RuntimeException {

    private static final long serialVersionUID = 1L;

    TooManyCombinations(int found) {
      super("There are " + found + " combinations of facts");
    }
  }

  /**
   * @param listed hears those that would change, newest first, up to {@link #MOST_LISTED}
   */
  DecisionFindings run(DraftTable table, Period period, Watcher watcher, Consumer<Changed> listed) {
    long began = System.nanoTime();
    watcher.at(Phase.GATHERING, 0, 0);
    var given = past.factsOf(period);
    Set<String> unread = new TreeSet<>(given);
    unread.removeAll(table.reads());
    var texts = past.combinations(period, unread);
    if (texts.size() > MOST_COMBINATIONS) {
      throw new TooManyCombinations(texts.size());
    }
    var asked = new Asked(table, texts, watcher);
    var count = new Count(table, asked, listed);
    long decisions = past.count(period);
    past.each(
        period,
        unread,
        decision -> {
          count.add(decision);
          if (count.decisions % PORTION == 0) {
            watcher.at(Phase.COUNTING, count.decisions, Math.max(decisions, count.decisions));
          }
        });
    count.countGroups();
    count.list();
    watcher.at(Phase.COUNTING, count.decisions, count.decisions);
    return count.found(texts.size(), (System.nanoTime() - began) / 1_000_000);
  }

  /** What the draft says to each combination, and what it lacks. */
  private final class Asked {

    private final DraftTable table;
    private final Map<String, Answer> answers = new HashMap<>();

    private Asked(DraftTable table, List<String> texts, Watcher watcher) {
      this.table = table;
      var complete = new ArrayList<String>();
      var facts = new ArrayList<Map<String, Object>>();
      for (String text : texts) {
        var combination = past.facts(text);
        var missing = missing(combination);
        if (missing.isEmpty()) {
          complete.add(text);
          facts.add(combination);
        } else {
          answers.put(text, new Answer(null, missing));
        }
      }
      watcher.at(Phase.ASKING, 0, facts.size());
      var said =
          new Combinations(table::ask, LIMIT_OF_ONE).ask(facts, done -> watcher.at(Phase.ASKING, done, facts.size()));
      for (int i = 0; i < said.size(); i++) {
        answers.put(complete.get(i), new Answer(said.get(i), Set.of()));
      }
    }

    private Set<String> missing(Map<String, Object> facts) {
      var missing = new TreeSet<>(table.reads());
      missing.removeAll(facts.keySet());
      return missing;
    }

    /** A decision that was made since the combinations were gathered is asked on the spot. */
    private Answer of(String text) {
      return answers.computeIfAbsent(
          text,
          late -> {
            var facts = past.facts(late);
            var missing = missing(facts);
            return missing.isEmpty() ? new Answer(table.ask(facts), Set.of()) : new Answer(null, missing);
          });
    }
  }

  /**
   * @param said {@code null} where a fact is missing
   */
  private record Answer(Said said, Set<String> missing) {}

  /** What makes two decisions one for counting: what was answered then, by which rows, and to which facts. */
  private record Kind(String outputs, List<String> rules, String facts) {}

  /** What became of a kind of decision. */
  private record Verdict(Answer answer, DecisionFindings.Flow flow, DecisionFindings.RuleFlow rules, boolean changed) {}

  private record Listed(Past decision, DecisionFindings.Flow flow) {}

  private record GroupKey(RecordedGroups.By by, String schemeId, String code) {}

  private final class Count {

    private final DraftTable table;
    private final Asked asked;
    private final Consumer<Changed> listed;
    private final Map<Kind, Verdict> verdicts = new HashMap<>();
    private final Map<DecisionFindings.Flow, long[]> flows = new LinkedHashMap<>();
    private final Map<DecisionFindings.RuleFlow, long[]> rules = new LinkedHashMap<>();
    private final Map<GroupKey, long[]> groups = new LinkedHashMap<>();
    private final Map<String, Long> missing = new TreeMap<>();
    private final Set<String> outputsThen = new TreeSet<>();
    private final Set<String> outputsDraft;
    private final List<Past> waiting = new ArrayList<>();
    private final List<Boolean> waitingChanged = new ArrayList<>();
    private long decisions;
    private long notReplayed;
    private long failed;
    private long changed;
    private int list;
    private boolean ofReferrals;

    /** Those that would change, the oldest of them first, so that it makes room for a newer one. */
    private final PriorityQueue<Listed> newest =
        new PriorityQueue<>(
            Comparator.comparing((Listed one) -> one.decision().at()).thenComparing(one -> one.decision().subjectId()));

    private Count(DraftTable table, Asked asked, Consumer<Changed> listed) {
      this.table = table;
      this.asked = asked;
      this.listed = listed;
      this.outputsDraft = table.outputs().stream().map(DraftTable.Column::name).collect(Collectors.toCollection(TreeSet::new));
    }

    private void add(Past decision) {
      decisions++;
      var verdict =
          verdicts.computeIfAbsent(
              new Kind(decision.outputs(), decision.rules(), decision.facts()), kind -> judge(decision));
      if (verdict.answer().said() == null) {
        notReplayed++;
        verdict.answer().missing().forEach(name -> missing.merge(name, 1L, Long::sum));
        return;
      }
      if (verdict.answer().said().failed()) {
        failed++;
      }
      if (verdict.changed()) {
        changed++;
        flows.computeIfAbsent(verdict.flow(), flow -> new long[1])[0]++;
        rules.computeIfAbsent(verdict.rules(), flow -> new long[1])[0]++;
        newest.add(new Listed(decision, verdict.flow()));
        if (newest.size() > MOST_LISTED) {
          newest.poll();
        }
      }
      count(new GroupKey(null, null, decision.schemeId()), verdict.changed());
      if (REFERRAL.equals(decision.subjectType())) {
        ofReferrals = true;
        waiting.add(decision);
        waitingChanged.add(verdict.changed());
        if (waiting.size() >= PORTION) {
          countGroups();
        }
      }
    }

    /** Compares what both can say: an output that only one of them has would make every decision look changed. */
    private Verdict judge(Past decision) {
      var answer = asked.of(decision.facts());
      var then = Said.of(decision.rules(), past.rows(decision.outputs()));
      then.rows().forEach(row -> outputsThen.addAll(row.keySet()));
      if (answer.said() == null) {
        return new Verdict(answer, null, null, false);
      }
      var both = new HashSet<String>(outputsDraft);
      if (!then.rows().isEmpty()) {
        var outputs = new TreeSet<String>();
        then.rows().forEach(row -> outputs.addAll(row.keySet()));
        both.retainAll(outputs);
      }
      var from = then.only(both, table.ordered());
      var to = answer.said().failed() ? null : asAsked(answer.said().only(both, table.ordered()));
      return new Verdict(
          answer,
          new DecisionFindings.Flow(from, to, 0),
          new DecisionFindings.RuleFlow(decision.rules(), answer.said().rules(), 0),
          !Objects.equals(from, to));
    }

    /** Whoever asks a table that is no collecting one takes its first answer. */
    private List<Map<String, Object>> asAsked(List<Map<String, Object>> rows) {
      return table.collects() ? rows : rows.stream().limit(1).toList();
    }

    private void count(GroupKey key, boolean hasChanged) {
      long[] counts = groups.computeIfAbsent(key, group -> new long[2]);
      counts[0]++;
      counts[1] += hasChanged ? 1 : 0;
    }

    private void countGroups() {
      if (waiting.isEmpty()) {
        return;
      }
      var known = recorded.of(waiting.stream().map(Past::subjectId).collect(Collectors.toSet()));
      for (int i = 0; i < waiting.size(); i++) {
        var decision = waiting.get(i);
        var of = known.getOrDefault(decision.subjectId(), Map.of());
        for (RecordedGroups.By by : RecordedGroups.By.values()) {
          boolean own = by == RecordedGroups.By.AREA || by == RecordedGroups.By.SOURCE;
          String code = of.get(by);
          count(new GroupKey(by, own && code != null ? decision.schemeId() : null, code), waitingChanged.get(i));
        }
      }
      waiting.clear();
      waitingChanged.clear();
    }

    private void list() {
      var sorted = new ArrayList<>(newest);
      sorted.sort(newest.comparator().reversed());
      for (Listed one : sorted) {
        listed.accept(
            new Changed(
                ++list,
                one.decision().subjectType(),
                one.decision().subjectId(),
                one.decision().schemeId(),
                written(one.flow().from()),
                written(one.flow().to())));
      }
    }

    private DecisionFindings found(int combinations, long millis) {
      var compared = new TreeSet<>(outputsDraft);
      compared.retainAll(outputsThen);
      return new DecisionFindings(
          decisions,
          combinations,
          changed,
          failed,
          missing,
          notReplayed,
          List.copyOf(compared),
          outputsThen.isEmpty() ? List.of() : without(outputsDraft, outputsThen),
          without(outputsThen, outputsDraft),
          flows.entrySet().stream()
              .sorted(Comparator.comparing(flow -> -flow.getValue()[0]))
              .limit(MOST_FLOWS)
              .map(flow -> new DecisionFindings.Flow(flow.getKey().from(), flow.getKey().to(), flow.getValue()[0]))
              .toList(),
          rules.entrySet().stream()
              .sorted(Comparator.comparing(flow -> -flow.getValue()[0]))
              .limit(MOST_FLOWS)
              .map(flow -> new DecisionFindings.RuleFlow(flow.getKey().from(), flow.getKey().to(), flow.getValue()[0]))
              .toList(),
          groups.entrySet().stream()
              .map(
                  group ->
                      new DecisionFindings.GroupCount(
                          group.getKey().by(),
                          group.getKey().schemeId(),
                          group.getKey().code(),
                          group.getValue()[0],
                          group.getValue()[1]))
              .toList(),
          ofReferrals,
          list,
          millis);
    }
  }

  private static List<String> without(Collection<String> names, Collection<String> others) {
    return names.stream().filter(name -> !others.contains(name)).toList();
  }

  /** An answer as one line of codes; a dash where no row answers, a question mark where the table cannot. */
  static String written(List<Map<String, Object>> rows) {
    if (rows == null) {
      return "?";
    }
    String text =
        rows.stream()
            .map(row -> row.values().stream().map(String::valueOf).collect(Collectors.joining(" · ")))
            .collect(Collectors.joining("; "));
    return text.isEmpty() ? "–" : text;
  }

  /** What a replay is at. Words: {@code replay.phase.<CODE>}. */
  enum Phase {
    GATHERING,
    ASKING,
    COUNTING
  }

  /** One that would change, or could not have followed. */
  record Changed(int number, String subjectType, String subjectId, String schemeId, String before, String after) {}
}
