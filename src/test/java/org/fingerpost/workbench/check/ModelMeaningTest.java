package org.fingerpost.workbench.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.fingerpost.platform.engine.ModelGuard;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * Two versions with no difference mean the same. What they mean is asked of Camunda's own reading of them, white space, comments and the
 * drawing left out, and not of the code that tells the differences.
 */
@Tag("models")
@DisplayNameGeneration(ReplaceUnderscores.class)
class ModelMeaningTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int DAMAGES = 6;
  private static final int EDITS = 16;

  static Stream<String> models() {
    return Bundles.shared().keySet().stream();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("models")
  void a_damaged_file_that_passes_is_different_or_means_the_same(String file) {
    byte[] good = Bundles.text(file).getBytes(StandardCharsets.UTF_8);
    var random = new Random(file.hashCode());
    for (int i = 0; i < DAMAGES; i++) {
      byte[] damaged = good.clone();
      if (i % 2 == 0) {
        damaged[random.nextInt(good.length)] ^= (byte) (1 << random.nextInt(6));
      } else {
        int length = 1 + random.nextInt(40);
        int from = random.nextInt(good.length - length);
        System.arraycopy(good, from, damaged, random.nextInt(good.length - length), length);
      }
      if (ModelGuard.check(file, damaged).isEmpty()) {
        toldOrTheSame(file, good, damaged);
      }
    }
  }

  /** One attribute, one text, one value of a form at a time becomes another that could stand there too. */
  @ParameterizedTest(name = "{0}")
  @MethodSource("models")
  void an_edit_is_told_unless_it_means_the_same(String file) throws Exception {
    byte[] good = Bundles.text(file).getBytes(StandardCharsets.UTF_8);
    var random = new Random(31L * file.hashCode());
    int told = 0;
    for (int i = 0; i < EDITS; i++) {
      byte[] edited = file.endsWith(".form") ? editedForm(good, random) : editedText(new String(good, StandardCharsets.UTF_8), random);
      if (edited != null && ModelGuard.unsafe(file, edited).isEmpty() && toldOrTheSame(file, good, edited)) {
        told++;
      }
    }
    assertThat(told).as("edits of %s that are told", file).isPositive();
  }

  private static boolean toldOrTheSame(String file, byte[] good, byte[] other) {
    var changes = new ModelDifference().between(file, good, other);
    if (changes.isEmpty()) {
      var was = meaning(file, good);
      var is = meaning(file, other);
      // A list at a time, so that a failure shows the lines that nobody was told of.
      assertThat(less(is, was)).as("%s has no difference, so nothing is new in it", file).isEmpty();
      assertThat(less(was, is)).as("%s has no difference, so nothing is missing in it", file).isEmpty();
      // The arrows and steps of a process may be listed in any order; a table's cells and a form's fields may not.
      if (!file.endsWith(".bpmn")) {
        assertThat(is).isEqualTo(was);
      }
    }
    return !changes.isEmpty();
  }

  private static byte[] editedText(String text, Random random) {
    int drawing = text.contains("<bpmndi:BPMNDiagram") ? text.indexOf("<bpmndi:BPMNDiagram") : text.length();
    var values = java.util.regex.Pattern.compile("=\"([^\"]*)\"|<(?:bpmn:)?(?:text|documentation|description|conditionExpression[^>]*|timeDate[^>]*)>([^<]*)<").matcher(text);
    var places = new ArrayList<int[]>();
    while (values.find() && values.start() < drawing) {
      int group = values.group(1) != null ? 1 : 2;
      if (values.start() > text.indexOf("exporterVersion")) {
        places.add(new int[] {values.start(group), values.end(group)});
      }
    }
    int[] place = places.get(random.nextInt(places.size()));
    String was = text.substring(place[0], place[1]);
    String is = another(was, text, places, random);
    return is.equals(was) ? null : (text.substring(0, place[0]) + is + text.substring(place[1])).getBytes(StandardCharsets.UTF_8);
  }

  private static String another(String was, String text, List<int[]> places, Random random) {
    return switch (random.nextInt(3)) {
      case 0 -> was + "x";
      case 1 -> {
        int[] other = places.get(random.nextInt(places.size()));
        yield text.substring(other[0], other[1]);
      }
      default -> was.equals("true") ? "false" : was.equals("false") ? "true" : was.matches("\\d+") ? "" + (Long.parseLong(was) + 1) : "";
    };
  }

  private static byte[] editedForm(byte[] good, Random random) throws Exception {
    JsonNode form = JSON.readTree(good);
    var leaves = new ArrayList<JsonPointer>();
    leaves(form, JsonPointer.empty(), leaves);
    JsonPointer leaf = leaves.get(random.nextInt(leaves.size()));
    JsonNode was = form.at(leaf);
    if (!(form.at(leaf.head()) instanceof ObjectNode owner)) {
      return null;
    }
    String name = leaf.last().getMatchingProperty();
    if (was.isBoolean()) {
      owner.put(name, !was.asBoolean());
    } else if (was.isNumber()) {
      owner.put(name, was.asInt() + 1);
    } else if (random.nextBoolean()) {
      owner.put(name, was.asText() + "x");
    } else {
      owner.remove(name);
    }
    return JSON.writeValueAsBytes(form);
  }

  private static void leaves(JsonNode node, JsonPointer at, List<JsonPointer> leaves) {
    if (node.isObject()) {
      node.fieldNames().forEachRemaining(name -> leaves(node.get(name), at.appendProperty(name), leaves));
    } else if (node.isArray()) {
      for (int i = 0; i < node.size(); i++) {
        leaves(node.get(i), at.appendIndex(i), leaves);
      }
    } else {
      leaves.add(at);
    }
  }

  // ---- what a file means

  private static List<String> less(List<String> from, List<String> what) {
    var left = new ArrayList<>(from);
    what.forEach(left::remove);
    return left;
  }

  private static List<String> meaning(String file, byte[] bytes) {
    if (file.endsWith(".form")) {
      return List.of(Models.form(bytes).toPrettyString().split("\n"));
    }
    var model = file.endsWith(".bpmn") ? Models.process(bytes) : Models.decision(bytes);
    var text = new StringBuilder();
    say(((Document) model.getDocument().getDomSource().getNode()).getDocumentElement(), text, "");
    return List.of(text.toString().split("\n"));
  }

  private static void say(Element element, StringBuilder text, String indent) {
    String namespace = String.valueOf(element.getNamespaceURI());
    if (namespace.endsWith("/DI") || namespace.endsWith("/DMNDI/") || namespace.endsWith("/DI/")) {
      return;
    }
    text.append(indent).append('{').append(namespace).append('}').append(element.getLocalName());
    var attributes = new TreeMap<String, String>();
    for (int i = 0; i < element.getAttributes().getLength(); i++) {
      var attribute = element.getAttributes().item(i);
      if (!attribute.getNodeName().startsWith("xmlns") && !attribute.getNodeName().startsWith("exporter")) {
        attributes.put(attribute.getNodeName().replaceFirst("^.*:", ""), attribute.getNodeValue());
      }
    }
    text.append(attributes).append('\n');
    boolean leaf = true;
    for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
      if (child instanceof Element inner) {
        leaf = false;
        say(inner, text, indent + " ");
      }
    }
    if (leaf && !element.getTextContent().isBlank() && !element.getTextContent().strip().equals("-")) {
      text.append(indent).append(' ').append(String.join(" ", Arrays.asList(element.getTextContent().strip().split("\\s+")))).append('\n');
    }
  }
}
