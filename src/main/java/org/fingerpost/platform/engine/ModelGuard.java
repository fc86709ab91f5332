package org.fingerpost.platform.engine;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads a model's raw bytes before the engine parses them, because parsing alone can run code ({@code camunda:formHandlerClass}
 * instantiates a class while a model is deployed). What is not listed here is refused, with the line, the element and what to do.
 */
public final class ModelGuard {

  private static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";
  private static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";
  private static final String CAMUNDA_DMN = "http://camunda.org/schema/1.0/dmn";
  private static final String XSI = "http://www.w3.org/2001/XMLSchema-instance";
  private static final Set<String> DMN =
      Set.of(
          "https://www.omg.org/spec/DMN/20191111/MODEL/",
          "http://www.omg.org/spec/DMN/20180521/MODEL/");
  private static final Set<String> FEEL_LANGUAGES =
      Set.of(
          "feel",
          "FEEL",
          "https://www.omg.org/spec/DMN/20191111/FEEL/",
          "http://www.omg.org/spec/DMN/20180521/FEEL/",
          "http://www.omg.org/spec/FEEL/20140401");

  /** Drawing only: shapes, edges, bounds, labels. */
  private static final Set<String> DRAWING =
      Set.of(
          "http://www.omg.org/spec/BPMN/20100524/DI",
          "http://www.omg.org/spec/DD/20100524/DC",
          "http://www.omg.org/spec/DD/20100524/DI",
          "https://www.omg.org/spec/DMN/20191111/DMNDI/",
          "http://www.omg.org/spec/DMN/20180521/DMNDI/",
          "http://www.omg.org/spec/DMN/20180521/DC/",
          "http://www.omg.org/spec/DMN/20180521/DI/");

  /** How wide somebody has drawn a column. */
  private static final String WIDTHS = "http://bpmn.io/schema/dmn/biodi/";

  private static final Set<String> BPMN_ELEMENTS =
      Set.of(
          "definitions", "process", "documentation", "extensionElements", "message", "error", "escalation",
          "startEvent", "endEvent", "intermediateCatchEvent", "intermediateThrowEvent", "boundaryEvent",
          "messageEventDefinition", "timerEventDefinition", "timeDate", "errorEventDefinition",
          "escalationEventDefinition", "terminateEventDefinition",
          "userTask", "serviceTask", "businessRuleTask", "callActivity", "subProcess",
          "exclusiveGateway", "parallelGateway", "inclusiveGateway", "eventBasedGateway",
          "sequenceFlow", "conditionExpression", "incoming", "outgoing",
          "textAnnotation", "text", "association");

  private static final Set<String> BPMN_ATTRIBUTES =
      Set.of(
          "id", "name", "targetNamespace", "exporter", "exporterVersion", "isExecutable", "sourceRef", "targetRef",
          "default", "messageRef", "errorRef", "errorCode", "escalationRef", "escalationCode", "attachedToRef",
          "cancelActivity", "triggeredByEvent", "isInterrupting", "calledElement", "associationDirection",
          "processType", "isClosed", "textFormat");

  private static final Set<String> CAMUNDA_ELEMENTS = Set.of("in", "out", "properties", "property");

  private static final Set<String> CAMUNDA_ATTRIBUTES =
      Set.of(
          "delegateExpression", "formRef", "formRefBinding", "candidateGroups", "assignee", "dueDate", "priority",
          "asyncBefore", "asyncAfter", "exclusive", "historyTimeToLive", "versionTag", "calledElementBinding",
          "isStartableInTasklist", "modelerTemplate", "modelerTemplateVersion");

  private static final Set<String> CAMUNDA_ELEMENT_ATTRIBUTES =
      Set.of("source", "target", "businessKey", "name", "value");

  private static final Set<String> DMN_ELEMENTS =
      Set.of(
          "definitions", "decision", "decisionTable", "input", "inputExpression", "inputValues", "output",
          "outputValues", "rule", "inputEntry", "outputEntry", "text", "description", "annotation",
          "annotationEntry", "informationRequirement", "requiredDecision", "requiredInput", "inputData", "variable",
          "extensionElements");

  private static final Set<String> DMN_ATTRIBUTES =
      Set.of(
          "id", "name", "label", "namespace", "exporter", "exporterVersion", "hitPolicy", "aggregation", "typeRef",
          "expressionLanguage", "href", "outputLabel", "preferredOrientation");

  private static final Set<String> CAMUNDA_DMN_ATTRIBUTES =
      Set.of("historyTimeToLive", "versionTag", "inputVariable");

  /** Elements of BPMN and DMN that hold or call a program. */
  private static final Set<String> RUNS_CODE =
      Set.of("scriptTask", "script", "invocation", "functionDefinition", "encapsulatedLogic", "import", "conditionalEventDefinition");

  private static final Set<String> FORM_COMPONENTS =
      Set.of(
          "text", "textfield", "textarea", "number", "checkbox", "checklist", "taglist", "radio", "select", "datetime",
          "group", "separator", "spacer");

  /** Components that bring mark-up, pages or programs of others into a form. */
  private static final Set<String> FOREIGN_CONTENT = Set.of("html", "iframe", "script", "expression", "documentPreview");

  /** Names that every JavaScript object has already. */
  private static final Set<String> NO_KEYS = Set.of("constructor", "prototype");

  private static final Pattern FORM_KEY = Pattern.compile("[a-z][A-Za-z0-9]{0,63}");
  private static final Pattern ID = Pattern.compile("[A-Za-z_][A-Za-z0-9_.-]{0,127}");

  /** Loops and functions in FEEL can keep a processor busy for minutes; a table of codes needs none. */
  private static final Pattern COSTLY_FEEL =
      Pattern.compile("(?i)\\b(for|function|external|some|every|return|satisfies)\\b|\\*\\*|\\$\\{|#\\{");

  /** What a cell may call, by the last word of its name: {@code starts with(}, {@code list contains(}, and grouping. */
  private static final Set<String> CHEAP_CALLS =
      Set.of(
          "not", "and", "or", "in", "if", "then", "else", "between", "date", "time", "duration", "contains", "with", "count", "min",
          "max");

  private static final Pattern CALL = Pattern.compile("([\\p{L}_][\\p{L}\\p{N}_]*)\\s*\\(");

  /** With these a cell could make its code look like the inside of a string to a reader that is not FEEL's own. */
  private static final Pattern DISGUISE = Pattern.compile("[\\\\`]|//|/\\*");

  private static final int MAX_BYTES = 1024 * 1024;
  /** Ten times what the largest models of the project have; nobody could read more, and looking through it takes its time. */
  private static final int MAX_ELEMENTS = 10_000;

  private static final int MAX_BPMN_ELEMENTS = 3_000;
  private static final int MAX_DMN_ELEMENTS = 6_000;
  private static final int MAX_COMPONENTS = 400;
  private static final int MAX_DEPTH = 40;
  private static final int MAX_FEEL = 400;

  /** Each further pair of brackets makes the engine's FEEL parser try several times as long. */
  private static final int MAX_BRACKETS = 3;

  private static final int MOST_ATTRIBUTES = 40;

  /** Nobody reads more, and a hostile file could have a hundred thousand. */
  private static final int MOST_REFUSALS = 50;

  private static final int LONGEST_NAME = 200;

  private static final String TOO_MANY = "There is more of this kind; the rest of the file was not read.";

  private static final int LONGEST_FORM_EXPRESSION = 2_000;

  private static final ObjectMapper JSON = JsonMapper.builder().build();

  private ModelGuard() {}

  /**
   * One thing that is refused.
   *
   * @param resource the file
   * @param line counted from 1, or 0 where a line makes no sense
   * @param element the element's id, or its name where it has none
   * @param problem what is wrong and what to do, as a sentence
   * @param code the sentence's key in the message bundles, {@code checks.guard.<code>}, where it is said in Welsh too
   * @param args what the sentence names, beside the element
   */
  public record Refusal(String resource, int line, String element, String problem, String code, List<String> args) {

    /** A refusal of somebody else, in words that exist in one language only. */
    public Refusal(String resource, int line, String element, String problem) {
      this(resource, line, element, problem, "other", List.of(problem));
    }

    private static Refusal of(String resource, int line, String element, String code, String sentence, Object... args) {
      var named = java.util.Arrays.stream(args).map(arg -> shortened(String.valueOf(arg))).toList();
      return new Refusal(resource, line, shortened(element), sentence.formatted(named.toArray()), code, named);
    }

    private static String shortened(String text) {
      return text.length() > LONGEST_NAME ? text.substring(0, LONGEST_NAME) + "…" : text;
    }

    @Override
    public String toString() {
      return "%s line %d, %s: %s".formatted(resource, line, element, problem);
    }
  }

  /** Everything that is refused in one file; empty when the engine may have it. */
  public static List<Refusal> check(String resource, byte[] bytes) {
    return check(resource, bytes, new ArrayList<>());
  }

  private static List<Refusal> check(String resource, byte[] bytes, List<Refusal> lesser) {
    if (bytes.length > MAX_BYTES) {
      return List.of(Refusal.of(resource, 0, "file", "too-large", "A model is at most 1 MiB."));
    }
    if (resource.endsWith(".bpmn")) {
      return new XmlCheck(resource, true, lesser).check(bytes);
    }
    if (resource.endsWith(".dmn")) {
      return new XmlCheck(resource, false, lesser).check(bytes);
    }
    if (resource.endsWith(".form")) {
      return checkForm(resource, bytes, lesser);
    }
    return List.of(
        Refusal.of(resource, 0, "file", "other-file", "Only .bpmn, .dmn and .form files are deployed."));
  }

  /**
   * What must not even be kept while a model is being changed: too large, unreadable, or meant to run code. What the engine would not
   * take for a lesser reason (a kind of box that Fingerpost does not run, an id twice) is left out: it is shown and put right.
   */
  public static List<Refusal> unsafe(String resource, byte[] bytes) {
    var lesser = new ArrayList<Refusal>();
    var refusals = new ArrayList<>(check(resource, bytes, lesser));
    refusals.removeAll(lesser);
    return refusals;
  }

  private static final class XmlCheck {

    private final String resource;
    private final boolean bpmn;
    private final List<Refusal> refusals = new ArrayList<>();
    private final Set<String> ids = new HashSet<>();
    private final List<Refusal> lesser;
    private String current = "file";

    private XmlCheck(String resource, boolean bpmn, List<Refusal> lesser) {
      this.resource = resource;
      this.bpmn = bpmn;
      this.lesser = lesser;
    }

    private List<Refusal> check(byte[] bytes) {
      var factory = XMLInputFactory.newDefaultFactory();
      factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
      factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
      factory.setProperty(XMLInputFactory.IS_COALESCING, true);
      try {
        walk(factory.createXMLStreamReader(new ByteArrayInputStream(bytes)));
      } catch (XMLStreamException e) {
        int line = e.getLocation() == null ? 0 : e.getLocation().getLineNumber();
        refusals.add(
            Refusal.of(resource, line, current, "not-xml", "This is not well-formed XML; open it in Camunda Modeler."));
      } catch (RuntimeException e) {
        // The JDK's reader does not always keep to its own exception when bytes make no sense.
        refusals.add(Refusal.of(resource, 0, current, "not-xml", "This is not well-formed XML; open it in Camunda Modeler."));
      }
      return refusals;
    }

    private void walk(XMLStreamReader xml) throws XMLStreamException {
      int depth = 0;
      int elements = 0;
      int parts = 0;
      var text = new StringBuilder();
      while (xml.hasNext()) {
        if (refusals.size() > MOST_REFUSALS) {
          refuse(xml, "too-many", TOO_MANY);
          return;
        }
        switch (xml.next()) {
          case XMLStreamConstants.START_ELEMENT -> {
            text.setLength(0);
            if (++elements > MAX_ELEMENTS || ++depth > MAX_DEPTH) {
              refuse(xml, "too-deep", "The file is too large or too deeply nested for a model.");
              return;
            }
            if (!DRAWING.contains(xml.getNamespaceURI()) && ++parts > (bpmn ? MAX_BPMN_ELEMENTS : MAX_DMN_ELEMENTS)) {
              refuse(xml, "too-deep", "The file is too large or too deeply nested for a model.");
              return;
            }
            element(xml);
          }
          case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> text.append(xml.getText());
          case XMLStreamConstants.END_ELEMENT -> {
            depth--;
            content(xml, text.toString());
            text.setLength(0);
          }
          case XMLStreamConstants.DTD -> {
            refuse(xml, "doctype", "A DOCTYPE is not allowed in a model.");
            return;
          }
          case XMLStreamConstants.PROCESSING_INSTRUCTION ->
              refuse(xml, "instruction", "Processing instructions are not allowed in a model.");
          default -> {
            // comments and white space say nothing to the engine
          }
        }
      }
    }

    private void element(XMLStreamReader xml) {
      String namespace = xml.getNamespaceURI();
      String name = xml.getLocalName();
      String id = xml.getAttributeValue(null, "id");
      if (DRAWING.contains(namespace)) {
        return;
      }
      if (id != null || current.equals("file")) {
        current = id != null ? id : name;
      }
      boolean ours = bpmn ? BPMN.equals(namespace) : namespace != null && DMN.contains(namespace);
      if (ours && (bpmn ? BPMN_ELEMENTS : DMN_ELEMENTS).contains(name)) {
        if (id != null && !ID.matcher(id).matches()) {
          refuseForNow(xml, "id", "An id has letters, digits, underscore, dot and hyphen only.");
        }
        if (id != null && !ids.add(id)) {
          refuseForNow(xml, "id-twice", "The id stands twice in this file; ids are unique.");
        }
        attributes(xml, bpmn ? BPMN_ATTRIBUTES::contains : DMN_ATTRIBUTES::contains);
      } else if (bpmn && CAMUNDA.equals(namespace) && CAMUNDA_ELEMENTS.contains(name)) {
        attributes(xml, CAMUNDA_ELEMENT_ATTRIBUTES::contains);
      } else {
        boolean kept = ours && !RUNS_CODE.contains(name);
        String sentence = "The element <%s> is not one Fingerpost runs; remove it in Camunda Modeler or ask for it to be added.";
        if (kept) {
          refuseForNow(xml, "element", sentence, name);
        } else {
          refuse(xml, "element", sentence, name);
        }
      }
    }

    private void attributes(XMLStreamReader xml, Predicate<String> known) {
      if (xml.getAttributeCount() > MOST_ATTRIBUTES) {
        refuse(xml, "attributes", "An element has at most %s attributes.", MOST_ATTRIBUTES);
        return;
      }
      for (int i = 0; i < xml.getAttributeCount(); i++) {
        String namespace = xml.getAttributeNamespace(i);
        String name = xml.getAttributeLocalName(i);
        String value = xml.getAttributeValue(i);
        if (namespace == null || namespace.isEmpty()) {
          if (!known.test(name)) {
            refuse(xml, "attribute", "The attribute '%s' is not allowed here.", name);
          }
        } else if (CAMUNDA.equals(namespace)) {
          if (!CAMUNDA_ATTRIBUTES.contains(name)) {
            refuse(
                xml, "setting", "The setting camunda:%s is not allowed; a model names delegates, forms, groups and dates.", name);
          }
        } else if (CAMUNDA_DMN.equals(namespace)) {
          if (!CAMUNDA_DMN_ATTRIBUTES.contains(name)) {
            refuse(xml, "setting-of-table", "The setting camunda:%s is not allowed in a table.", name);
          }
        } else if (!XSI.equals(namespace) && !namespace.startsWith("http://camunda.org/schema/modeler/") && !namespace.startsWith(WIDTHS)) {
          refuse(xml, "namespace", "Attributes of the namespace %s are not allowed.", namespace);
        }
        if (!GuardedExpressions.isAllowedInAModel(value)) {
          expression(xml);
        }
        if ("expressionLanguage".equals(name) && !FEEL_LANGUAGES.contains(value)) {
          refuse(xml, "language", "Tables are written in FEEL; remove the expression language.");
        }
        if ("variables".equals(name)) {
          refuse(xml, "all-variables", "Variables are passed one by one, never all.");
        }
      }
    }

    private void content(XMLStreamReader xml, String text) {
      if (DRAWING.contains(xml.getNamespaceURI()) || text.isBlank()) {
        return;
      }
      String name = xml.getLocalName();
      if (!"documentation".equals(name)
          && !"description".equals(name)
          && !GuardedExpressions.isAllowedInAModel(text.trim())) {
        expression(xml);
      }
      if (!bpmn && "text".equals(name) && isCostly(text)) {
        refuse(xml, "cell", "A cell compares facts with values; loops, functions, patterns and comments are not allowed in it.");
      }
    }

    private static boolean isCostly(String feel) {
      if (feel.length() > MAX_FEEL || DISGUISE.matcher(feel).find()) {
        return true;
      }
      String code = feel.replaceAll("\"[^\"]*\"", "\"\"");
      return COSTLY_FEEL.matcher(code).find()
          || brackets(code) > MAX_BRACKETS
          || CALL.matcher(code).results().anyMatch(call -> !CHEAP_CALLS.contains(call.group(1)));
    }

    private void expression(XMLStreamReader xml) {
      refuse(
          xml,
          "expression",
          "Expressions are written %s, %s or %s; anything longer belongs in a decision table.",
          "${name}",
          "${!name}",
          "${name == 'CODE'}");
    }

    private static int brackets(String feel) {
      int open = 0;
      int most = 0;
      for (char sign : feel.toCharArray()) {
        if ("([{".indexOf(sign) >= 0) {
          most = Math.max(most, ++open);
        } else if (")]}".indexOf(sign) >= 0) {
          open--;
        }
      }
      return Math.max(most, -open);
    }

    private void refuseForNow(XMLStreamReader xml, String code, String sentence, Object... args) {
      refuse(xml, code, sentence, args);
      lesser.add(refusals.get(refusals.size() - 1));
    }

    private void refuse(XMLStreamReader xml, String code, String sentence, Object... args) {
      refusals.add(Refusal.of(resource, xml.getLocation().getLineNumber(), current, code, sentence, args));
    }
  }

  private static List<Refusal> checkForm(String resource, byte[] bytes, List<Refusal> lesser) {
    var refusals = new ArrayList<Refusal>();
    try {
      JsonNode form = JSON.readTree(bytes);
      if (!ID.matcher(form.path("id").asText()).matches() || !form.path("components").isArray()) {
        refusals.add(Refusal.of(resource, 0, "form", "form-head", "A form has an id and components; open it in Camunda Modeler."));
        return refusals;
      }
      components(resource, form.path("components"), refusals, lesser, 0, new int[1]);
    } catch (JsonProcessingException e) {
      refusals.add(
          Refusal.of(resource, line(e), "form", "not-json", "This is not valid JSON; open it in Camunda Modeler."));
    } catch (IOException e) {
      refusals.add(Refusal.of(resource, 0, "form", "form-unreadable", "The form cannot be read."));
    }
    return refusals;
  }

  private static void components(
      String resource, JsonNode components, List<Refusal> refusals, List<Refusal> lesser, int depth, int[] seen) {
    if (depth > 5) {
      refusals.add(Refusal.of(resource, 0, "form", "form-nesting", "Groups are nested too deeply."));
      return;
    }
    for (JsonNode component : components) {
      if (++seen[0] > MAX_COMPONENTS) {
        refusals.add(Refusal.of(resource, 0, "form", "form-size", "A form has at most %s components.", MAX_COMPONENTS));
        return;
      }
      if (refusals.size() > MOST_REFUSALS) {
        refusals.add(Refusal.of(resource, 0, "form", "too-many", TOO_MANY));
        return;
      }
      String id = component.path("id").asText(component.path("key").asText("component"));
      String type = component.path("type").asText();
      if (!FORM_COMPONENTS.contains(type)) {
        var refusal = Refusal.of(resource, 0, id, "form-component", "A component of the type '%s' is not allowed in a form.", type);
        refusals.add(refusal);
        if (!FOREIGN_CONTENT.contains(type)) {
          lesser.add(refusal);
        }
      }
      String key = component.path("key").asText();
      if (component.has("key") && (!FORM_KEY.matcher(key).matches() || NO_KEYS.contains(key))) {
        var refusal = Refusal.of(resource, 0, id, "form-key", "A key starts with a small letter and has letters and digits only.");
        refusals.add(refusal);
        lesser.add(refusal);
      }
      for (Map.Entry<String, JsonNode> property : component.properties()) {
        if (!"components".equals(property.getKey())) {
          texts(resource, id, property.getValue(), refusals);
        }
      }
      if (component.path("components").isArray()) {
        components(resource, component.path("components"), refusals, lesser, depth + 1, seen);
      }
    }
  }

  /** Every text of a component, however deep: no script, and no expression that could keep a browser busy. */
  private static void texts(String resource, String id, JsonNode value, List<Refusal> refusals) {
    if (value.isContainerNode()) {
      value.forEach(inner -> texts(resource, id, inner, refusals));
      return;
    }
    if (!value.isTextual() || refusals.size() > MOST_REFUSALS) {
      return;
    }
    String text = value.asText().toLowerCase(java.util.Locale.ROOT);
    if (text.contains("<script") || text.contains("javascript:")) {
      refusals.add(Refusal.of(resource, 0, id, "form-script", "A form holds no scripts."));
    }
    for (String feel : computed(value.asText())) {
      String code = feel.replaceAll("\"[^\"]*\"", "\"\"");
      if (feel.length() > LONGEST_FORM_EXPRESSION
          || feel.indexOf('\\') >= 0
          || XmlCheck.brackets(code) > MAX_BRACKETS
          || COSTLY_FEEL.matcher(code).find()) {
        refusals.add(
            Refusal.of(
                resource, 0, id, "form-expression", "What a form computes compares and chooses; loops and functions are not allowed in it."));
        return;
      }
    }
  }

  /** What a form computes in the reader's browser: a whole property after {@code =}, or the places in a text. */
  private static List<String> computed(String text) {
    if (text.startsWith("=")) {
      return List.of(text.substring(1));
    }
    var places = new ArrayList<String>();
    int open = text.indexOf("{{");
    while (open >= 0) {
      int close = text.indexOf("}}", open + 2);
      // A place that nothing closes is computed by nobody, and neither is any after it.
      if (close < 0) {
        break;
      }
      places.add(text.substring(open + 2, close));
      open = text.indexOf("{{", close + 2);
    }
    return places;
  }

  private static int line(JsonProcessingException e) {
    return e.getLocation() == null ? 0 : e.getLocation().getLineNr();
  }
}
