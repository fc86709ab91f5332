package org.fingerpost.workbench.draft;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.fingerpost.platform.InvalidInput;
import org.fingerpost.platform.engine.ModelGuard;

/**
 * The stable name of a file that somebody hands in. A file is named after the process, decision or form in it, because people call
 * their copies what they like.
 */
final class ModelNames {

  private static final Map<String, String> FOLDERS = Map.of("bpmn", "bpmn/", "dmn", "dmn/", "form", "forms/");
  private static final ObjectMapper JSON = JsonMapper.builder().build();

  private ModelNames() {}

  /**
   * @param given the name of the file at its sender; only how it ends counts
   * @throws InvalidInput if this is no model, or what is in it cannot be a file's name
   * @throws ContentRefused if the content must not be kept
   */
  static String of(String given, byte[] content) {
    String plain = given == null ? "" : given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1);
    String end = plain.substring(plain.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    if (!FOLDERS.containsKey(end)) {
      throw new InvalidInput("upload", "drafts.problem.kind");
    }
    var refusals = ModelGuard.unsafe("upload." + end, content);
    if (!refusals.isEmpty()) {
      throw new ContentRefused(refusals);
    }
    String id = "form".equals(end) ? formId(content) : firstId("bpmn".equals(end) ? "process" : "decision", content);
    String name = FOLDERS.get(end) + id + "." + end;
    if (!Drafts.isAName(name)) {
      throw new InvalidInput("upload", "drafts.problem.id");
    }
    return name;
  }

  private static String formId(byte[] content) {
    try {
      return JSON.readTree(content).path("id").asText();
    } catch (IOException e) {
      throw new ContentRefused(List.of(new ModelGuard.Refusal("upload.form", 0, "form", "The form cannot be read.")));
    }
  }

  private static String firstId(String element, byte[] content) {
    var factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    try {
      var xml = factory.createXMLStreamReader(new ByteArrayInputStream(content));
      while (xml.hasNext()) {
        if (xml.next() == XMLStreamConstants.START_ELEMENT && element.equals(xml.getLocalName())) {
          String id = xml.getAttributeValue(null, "id");
          return id == null ? "" : id;
        }
      }
      return "";
    } catch (XMLStreamException e) {
      return "";
    }
  }
}
