package org.fingerpost.models;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;

/**
 * The models as files of the project. Variants of a scheme lie in folders of their own and obey the
 * same rules.
 */
public final class ModelFiles {

  public static final Path PROCESSES = Path.of("bpmn");
  public static final Path DECISIONS = Path.of("dmn");
  public static final Path FORMS = Path.of("forms");
  public static final Path PAGES = Path.of("src/docs/models");

  private static final ObjectMapper JSON = new ObjectMapper();

  private ModelFiles() {}

  public static List<Path> processes() {
    return files(PROCESSES, ".bpmn");
  }

  public static List<Path> decisions() {
    return files(DECISIONS, ".dmn");
  }

  public static List<Path> forms() {
    return files(FORMS, ".form");
  }

  public static BpmnModelInstance process(Path file) {
    return process(text(file));
  }

  static BpmnModelInstance process(String xml) {
    return Bpmn.readModelFromStream(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
  }

  public static DmnModelInstance decision(Path file) {
    return decision(text(file));
  }

  static DmnModelInstance decision(String xml) {
    return Dmn.readModelFromStream(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
  }

  public static JsonNode form(Path file) {
    try {
      return JSON.readTree(text(file));
    } catch (IOException e) {
      throw new UncheckedIOException(file + " is not valid JSON: open it in Camunda Modeler", e);
    }
  }

  /** The file's text with Unix line ends, whatever the clone made of them. */
  public static String text(Path file) {
    try {
      return Files.readString(file).replace("\r\n", "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** File name without its ending. */
  public static String stem(Path file) {
    String name = file.getFileName().toString();
    return name.substring(0, name.lastIndexOf('.'));
  }

  /** {@code record-first-contact} as {@code recordFirstContact}. */
  static String camel(String kebab) {
    var camel = new StringBuilder();
    for (String word : kebab.split("-")) {
      camel.append(
          camel.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1));
    }
    return camel.toString();
  }

  private static List<Path> files(Path folder, String ending) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(ending)).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
