package org.fingerpost.audit;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** The arrows of a process in one version, read from the model as it was deployed. */
record ProcessFlows(List<Flow> all) {

  private static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";

  /**
   * @param name the words at the arrow; empty where it has none
   */
  record Flow(String id, String name, String from, String to) {}

  /** No arrows where the model cannot be read. */
  static ProcessFlows read(String xml) {
    var flows = new ArrayList<Flow>();
    try {
      var factory = DocumentBuilderFactory.newInstance();
      factory.setNamespaceAware(true);
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      var builder = factory.newDocumentBuilder();
      builder.setErrorHandler(null); // what is wrong is not printed
      var found = builder.parse(new InputSource(new StringReader(xml))).getElementsByTagNameNS(BPMN, "sequenceFlow");
      for (int i = 0; i < found.getLength(); i++) {
        var flow = (Element) found.item(i);
        flows.add(
            new Flow(
                flow.getAttribute("id"),
                flow.getAttribute("name").replaceAll("\\s+", " ").strip(),
                flow.getAttribute("sourceRef"),
                flow.getAttribute("targetRef")));
      }
    } catch (ParserConfigurationException | SAXException | IOException e) {
      return new ProcessFlows(List.of());
    }
    return new ProcessFlows(flows);
  }

  List<Flow> into(String element) {
    return all.stream().filter(flow -> flow.to().equals(element)).toList();
  }
}
