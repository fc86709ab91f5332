package org.fingerpost.workbench.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.camunda.bpm.model.xml.ModelInstance;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** All that a process or a table says, line by line, whatever its white space, its order of attributes and its drawing. */
final class Meaning {

  /** Which program wrote the file says nothing about what is in it. */
  private static final Set<String> WRITTEN_BY = Set.of("exporter", "exporterVersion");

  private static final String WIDTHS = "http://bpmn.io/schema/dmn/biodi/";

  private Meaning() {}

  static List<String> of(ModelInstance model) {
    var lines = new ArrayList<String>();
    say(((Document) model.getDocument().getDomSource().getNode()).getDocumentElement(), lines);
    return lines;
  }

  private static void say(Element element, List<String> lines) {
    if (isDrawing(String.valueOf(element.getNamespaceURI()))) {
      return;
    }
    var attributes = new TreeMap<String, String>();
    for (int i = 0; i < element.getAttributes().getLength(); i++) {
      Node attribute = element.getAttributes().item(i);
      String name = attribute.getNodeName();
      if (!name.startsWith("xmlns") && !WRITTEN_BY.contains(name) && !WIDTHS.equals(attribute.getNamespaceURI())) {
        attributes.put(name.substring(name.indexOf(':') + 1), attribute.getNodeValue());
      }
    }
    var text = new StringBuilder(element.getLocalName());
    attributes.forEach((name, value) -> text.append(' ').append(name).append('=').append(value));
    var inner = new ArrayList<Element>();
    for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
      if (child instanceof Element part) {
        inner.add(part);
      }
    }
    String said = inner.isEmpty() ? element.getTextContent().strip().replaceAll("\\s+", " ") : "";
    // In a table an empty cell may be written as a hyphen.
    lines.add(said.isEmpty() || said.equals("-") ? text.toString() : text + ": " + said);
    inner.forEach(part -> say(part, lines));
  }

  private static boolean isDrawing(String namespace) {
    return namespace.endsWith("/DI") || namespace.endsWith("/DMNDI/") || namespace.endsWith("/DI/") || namespace.endsWith("/DC/");
  }
}
