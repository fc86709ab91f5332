package org.fingerpost.scheme;

import java.io.StringReader;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * A block of keys in a YAML file, read strictly. It walks the nodes rather than bound objects because only nodes know
 * their line and column, and because a mistyped key must be a problem rather than a default.
 */
final class YamlPart {

  private final String file;
  private final Node node;
  private final Map<String, Node> values;
  private final Problems problems;

  private YamlPart(String file, Node node, Map<String, Node> values, Problems problems) {
    this.file = file;
    this.node = node;
    this.values = values;
    this.problems = problems;
  }

  /** The whole file; without keys, and with a problem added, when it is not YAML. */
  static YamlPart read(String file, String text, Set<String> known, Problems problems) {
    LoaderOptions options = new LoaderOptions();
    options.setMaxAliasesForCollections(0);
    try {
      Node root = new Yaml(options).compose(new StringReader(text));
      if (root != null) {
        return of(file, root, known, problems);
      }
      problems.add(file, "is empty; it needs " + String.join(", ", known));
    } catch (MarkedYAMLException e) {
      Mark mark = e.getProblemMark();
      problems.add(
          file + at(mark),
          "cannot be read as YAML (%s); check indentation, colons and quotes".formatted(e.getProblem()));
    } catch (YAMLException e) {
      problems.add(file, "cannot be read as YAML (%s); write it plainly".formatted(e.getMessage()));
    }
    return new YamlPart(file, null, Map.of(), problems);
  }

  private static YamlPart of(String file, Node node, Set<String> known, Problems problems) {
    Map<String, Node> values = new LinkedHashMap<>();
    if (node instanceof MappingNode mapping) {
      for (NodeTuple tuple : mapping.getValue()) {
        String key = tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "";
        String where = file + at(tuple.getKeyNode().getStartMark());
        if (known != null && !known.contains(key)) {
          problems.add(where, "'%s' is not known here; use %s".formatted(key, String.join(", ", known)));
        } else if (values.put(key, tuple.getValueNode()) != null) {
          problems.add(where, "'%s' is there twice; keep one".formatted(key));
        }
      }
    } else {
      String keys = known == null ? "key: {en: …, cy: …}" : String.join(", ", known);
      problems.add(file + at(node.getStartMark()), "a block of keys belongs here; use " + keys);
    }
    values.values().removeIf(value -> value.getTag().equals(Tag.NULL));
    return new YamlPart(file, node, values, problems);
  }

  private static String at(Mark mark) {
    return mark == null ? "" : " line %d column %d".formatted(mark.getLine() + 1, mark.getColumn() + 1);
  }

  /** Adds a problem at a key's value or, when the key is not there, at this block. */
  void problem(String key, String what) {
    Node at = values.getOrDefault(key, node);
    problems.add(file + (at == null ? "" : at(at.getStartMark())), what);
  }

  boolean has(String key) {
    return values.containsKey(key);
  }

  /** A text, or {@code null} when the key is not there. */
  String optional(String key) {
    Node value = values.get(key);
    if (value == null) {
      return null;
    }
    if (value instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
      return scalar.getValue().strip();
    }
    problem(key, "%s must be a text; write %s: …".formatted(key, key));
    return null;
  }

  /** A text that must be there; with a problem added, the empty text. */
  String text(String key) {
    if (!has(key)) {
      missing(key);
      return "";
    }
    String value = optional(key);
    return value == null ? "" : value;
  }

  /** A text in both languages that must be there. */
  LocalisedText bothLanguages(String key) {
    if (!has(key)) {
      missing(key);
      return new LocalisedText("", "");
    }
    YamlPart part = part(key, Set.of("en", "cy"));
    return new LocalisedText(part.text("en"), part.text("cy"));
  }

  boolean yesOrNo(String key) {
    String value = text(key);
    if (!value.isEmpty() && !value.equals("true") && !value.equals("false")) {
      problem(key, "%s '%s' is neither true nor false; write one of them".formatted(key, value));
    }
    return value.equals("true");
  }

  /** A whole number from 0, or {@code null} when the key is not there. */
  Integer number(String key) {
    String value = optional(key);
    if (value != null && !value.matches("[0-9]{1,3}")) {
      problem(key, "%s '%s' is not a whole number of years; write it as 18".formatted(key, value));
      return null;
    }
    return value == null ? null : Integer.valueOf(value);
  }

  /** An amount in whole pounds that must be there, in pence; with a problem added, 0. */
  long pounds(String key) {
    String value = text(key);
    if (!value.isEmpty() && !value.matches("[1-9][0-9]{0,8}")) {
      problem(key, "%s '%s' is not a number of pounds; write it as 5000".formatted(key, value));
      return 0;
    }
    return value.isEmpty() ? 0 : Long.parseLong(value) * 100;
  }

  /** A date, or {@code null} for {@value CsvRow#NOT_YET}. */
  LocalDate liveFrom(String key) {
    if (!has(key)) {
      problem(key, "%s is missing; write %s: 2026-04-01, or %s: %s".formatted(key, key, key, CsvRow.NOT_YET));
      return null;
    }
    String value = text(key);
    Optional<LocalDate> date = Dates.parse(value);
    if (date.isEmpty() && !value.isEmpty() && !value.equals(CsvRow.NOT_YET)) {
      problem(key, "%s '%s' is not a date; write it as 2026-04-01, or %s".formatted(key, value, CsvRow.NOT_YET));
    }
    return date.orElse(null);
  }

  /** A block of keys; an empty one when the key is not there. */
  YamlPart part(String key, Set<String> known) {
    Node value = values.get(key);
    return value == null ? new YamlPart(file, node, Map.of(), problems) : of(file, value, known, problems);
  }

  /** A list of blocks; empty when the key is not there. */
  List<YamlPart> parts(String key, Set<String> known) {
    return items(key).stream().map(item -> of(file, item, known, problems)).toList();
  }

  /** A list of dates; empty when the key is not there. */
  List<LocalDate> dates(String key) {
    return items(key).stream()
        .flatMap(
            item -> {
              String value = item instanceof ScalarNode scalar ? scalar.getValue() : "";
              Optional<LocalDate> date = Dates.parse(value);
              if (date.isEmpty()) {
                problems.add(
                    file + at(item.getStartMark()),
                    "%s '%s' is not a date; write it as 2026-04-01".formatted(key, value));
              }
              return date.stream();
            })
        .toList();
  }

  /** A list of texts; what is no text becomes the empty one, so that the caller finds it. Empty when the key is not there. */
  List<String> texts(String key) {
    return items(key).stream()
        .map(item -> item instanceof ScalarNode scalar ? scalar.getValue().strip() : "")
        .toList();
  }

  /** The keys of a block whose keys are free, with both languages each. */
  Map<String, LocalisedText> textsByKey(String key) {
    YamlPart part = part(key, null);
    Map<String, LocalisedText> texts = new LinkedHashMap<>();
    part.values.keySet().forEach(name -> texts.put(name, part.bothLanguages(name)));
    return texts;
  }

  private List<Node> items(String key) {
    Node value = values.get(key);
    if (value == null) {
      return List.of();
    }
    if (value instanceof SequenceNode sequence) {
      return sequence.getValue();
    }
    problem(key, "%s must be a list; start each line of it with a hyphen".formatted(key));
    return List.of();
  }

  private void missing(String key) {
    problem(key, "%s is missing; add it".formatted(key));
  }
}
