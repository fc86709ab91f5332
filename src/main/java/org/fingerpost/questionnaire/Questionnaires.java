package org.fingerpost.questionnaire;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** Every questionnaire there is, in every version: the files {@code questionnaires/<id>-<version>.yaml} on the class path. */
@Component
public class Questionnaires {

  private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

  private final Map<String, TreeMap<Integer, Questionnaire>> versions = new TreeMap<>();

  public Questionnaires() {
    try {
      for (var file : new PathMatchingResourcePatternResolver().getResources("classpath*:questionnaires/*.yaml")) {
        add(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("The questionnaires cannot be listed", e);
    }
  }

  private void add(Resource file) {
    Questionnaire read;
    try (var in = file.getInputStream()) {
      read = YAML.readValue(in, Questionnaire.class);
    } catch (IOException e) {
      throw new UncheckedIOException("Questionnaire " + file.getFilename() + " cannot be read", e);
    }
    var problems = problems(read);
    if (!(read.id() + "-" + read.version() + ".yaml").equals(file.getFilename())) {
      problems.add("the file should be called " + read.id() + "-" + read.version() + ".yaml");
    }
    if (!problems.isEmpty()) {
      throw new IllegalStateException("Questionnaire " + file.getFilename() + ": " + String.join("; ", problems));
    }
    versions.computeIfAbsent(read.id(), id -> new TreeMap<>()).put(read.version(), read);
  }

  /** What is wrong with a questionnaire, in words for whoever wrote it; empty if nothing is. */
  static List<String> problems(Questionnaire read) {
    var problems = new ArrayList<String>();
    var before = new TreeMap<String, Question>();
    var sections = new HashSet<String>();
    for (var section : read.sections()) {
      if (!sections.add(section.id()) || !section.id().matches("[a-z][a-z-]*") || Set.of("check", "evidence", "help", "sent").contains(section.id())) {
        problems.add("the section id " + section.id() + " is not its own, or not of small letters and hyphens");
      }
      for (var question : section.questions()) {
        problems(question, before, problems);
        before.put(question.key(), question);
      }
    }
    read.shorter().stream()
        .flatMap(List::stream)
        .filter(c -> !before.containsKey(c.question()) || !before.get(c.question()).when().isEmpty()
            || before.get(c.question()).path() != Question.Path.EVERYBODY)
        .forEach(c -> problems.add("the shorter path depends on " + c.question() + ", which not everybody is asked"));
    return problems;
  }

  private static void problems(Question question, Map<String, Question> before, List<String> problems) {
    String key = question.key();
    if (before.containsKey(key) || !key.matches("[a-z][A-Za-z0-9]*")) {
      problems.add("the key " + key + " is used twice, or not lower camel case");
    }
    boolean chosen = question.type() == QuestionType.CHOICE || question.type() == QuestionType.CHOICES;
    if (chosen == (question.choices().isEmpty() && question.choicesFrom() == null)) {
      problems.add(key + " has choices and is no choice, or the other way round");
    }
    for (var condition : Stream.concat(question.when().stream(), question.whenShorter().stream()).toList()) {
      var earlier = before.get(condition.question());
      if (earlier == null) {
        problems.add(key + " depends on " + condition.question() + ", which is not asked before it");
      } else if (!condition.is().isEmpty() && !codes(earlier).isEmpty() && !codes(earlier).containsAll(condition.is())) {
        problems.add(key + " depends on an answer that " + condition.question() + " does not have");
      }
    }
  }

  private static List<String> codes(Question question) {
    return question.type() == QuestionType.YES_NO
        ? List.of("YES", "NO")
        : question.choices().stream().map(Question.Choice::code).toList();
  }

  /** The version that new applications answer. */
  public Questionnaire latest(String id) {
    var known = versions.get(id);
    if (known == null) {
      throw new IllegalArgumentException("There is no questionnaire " + id);
    }
    return known.lastEntry().getValue();
  }

  /**
   * The version that an application was begun with.
   *
   * @throws IllegalStateException if its file was taken away
   */
  public Questionnaire get(String id, int version) {
    var found = versions.getOrDefault(id, new TreeMap<>()).get(version);
    if (found == null) {
      throw new IllegalStateException(
          "Somebody answers version %d of %s; put questionnaires/%s-%d.yaml back".formatted(version, id, id, version));
    }
    return found;
  }

  /** All of them, in every version. */
  public Collection<Questionnaire> all() {
    return versions.values().stream().flatMap(known -> known.values().stream()).toList();
  }
}
