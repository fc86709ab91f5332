package org.fingerpost.audit.decision;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/**
 * A table in one version, read from the model as it was deployed.
 *
 * @param several whether every row that matches answers; otherwise the first one does, or the only one
 */
record DecisionTable(String name, boolean several, List<Input> inputs, List<String> outputs, List<Rule> rules) {

  /**
   * @param fact the name of the fact that is looked at
   * @param label the table's own words for it
   * @param values the codes that it may have, in the table's order; both flags for a flag; empty where any number will do
   */
  record Input(String fact, String label, List<Object> values) {}

  /**
   * @param number of the row, counted from 1
   * @param annotation why the rule is there, in the words of whoever wrote it; {@code null} where nobody said
   * @param conditions texts in the order of the inputs
   * @param answers texts in the order of the outputs
   */
  record Rule(String id, int number, String annotation, List<String> conditions, List<String> answers) {}

  /** Empty where the model holds no such table. */
  static Optional<DecisionTable> read(String xml, String decisionKey) {
    try {
      var factory = DocumentBuilderFactory.newInstance();
      factory.setNamespaceAware(true);
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      var root = factory.newDocumentBuilder().parse(new InputSource(new StringReader(xml))).getDocumentElement();
      for (var decision : all(root, "decision")) {
        if (decision.getAttribute("id").equals(decisionKey)) {
          return all(decision, "decisionTable").stream().findFirst().map(table -> table(decision, table));
        }
      }
      return Optional.empty();
    } catch (ParserConfigurationException | SAXException | IOException e) {
      return Optional.empty();
    }
  }

  private static DecisionTable table(Element decision, Element table) {
    var inputs = new ArrayList<Input>();
    for (var input : all(table, "input")) {
      var expression = all(input, "inputExpression").get(0);
      inputs.add(new Input(text(expression), input.getAttribute("label"), values(input, expression.getAttribute("typeRef"))));
    }
    var outputs = all(table, "output").stream().map(output -> output.getAttribute("name")).toList();
    var rules = new ArrayList<Rule>();
    for (var rule : all(table, "rule")) {
      rules.add(
          new Rule(
              rule.getAttribute("id"),
              rules.size() + 1,
              all(rule, "description").stream().findFirst().map(d -> d.getTextContent().strip()).orElse(null),
              all(rule, "inputEntry").stream().map(DecisionTable::text).toList(),
              all(rule, "outputEntry").stream().map(DecisionTable::text).toList()));
    }
    var policy = table.getAttribute("hitPolicy");
    return new DecisionTable(
        decision.getAttribute("name"), policy.equals("COLLECT") || policy.equals("RULE ORDER"), inputs, outputs, rules);
  }

  private static List<Object> values(Element input, String type) {
    if (type.equals("boolean")) {
      return List.of(true, false);
    }
    var values = new ArrayList<Object>();
    for (var allowed : all(input, "inputValues")) {
      for (var value : text(allowed).split(",")) {
        var code = value.strip();
        if (code.startsWith("\"") && code.endsWith("\"") && code.length() > 1) {
          values.add(code.substring(1, code.length() - 1));
        }
      }
    }
    return values;
  }

  /**
   * The rows that answer these facts, by the plain reading of every condition; empty where a condition is not understood, so that
   * nothing can be said for certain.
   */
  Optional<List<Rule>> answering(Map<String, Object> facts) {
    var answering = new ArrayList<Rule>();
    for (var rule : rules) {
      boolean all = true;
      for (int i = 0; i < inputs.size(); i++) {
        var cell = Cell.read(rule.conditions().get(i));
        if (cell.isEmpty() || !facts.containsKey(inputs.get(i).fact())) {
          return Optional.empty();
        }
        all &= cell.get().holds(facts.get(inputs.get(i).fact()));
      }
      if (all) {
        answering.add(rule);
      }
    }
    return Optional.of(several || answering.isEmpty() ? answering : List.of(answering.get(0)));
  }

  Optional<Rule> rule(String id) {
    return rules.stream().filter(rule -> rule.id().equals(id)).findFirst();
  }

  /** What a row answers, by output; texts without their quotation marks. */
  Map<String, Object> answers(Rule rule) {
    var answers = new LinkedHashMap<String, Object>();
    for (int i = 0; i < outputs.size(); i++) {
      var text = rule.answers().get(i);
      answers.put(outputs.get(i), text.startsWith("\"") && text.endsWith("\"") && text.length() > 1 ? text.substring(1, text.length() - 1) : text);
    }
    return answers;
  }

  private static String text(Element element) {
    return all(element, "text").stream().findFirst().map(text -> text.getTextContent().strip()).orElse("");
  }

  /** Children by their local name, whatever the version of the standard. */
  private static List<Element> all(Element parent, String name) {
    NodeList children = parent.getChildNodes();
    var found = new ArrayList<Element>();
    for (int i = 0; i < children.getLength(); i++) {
      if (children.item(i) instanceof Element element && name.equals(element.getLocalName())) {
        found.add(element);
      }
    }
    return found;
  }
}
