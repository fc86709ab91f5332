package org.fingerpost.workbench.check;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/** What is found in one file, in the order of finding. */
final class Findings {

  /** Nobody reads on; a hostile file could have thousands. Of each severity, so that warnings never crowd out an error. */
  private static final int MOST = 200;

  private static final int LONGEST_NAME = 80;
  private static final int LONGEST_ARGUMENT = 300;

  /** Processor time that a file's checks may take together; a model that somebody means to use needs a tenth of it. */
  private static final Duration LONGEST = Duration.ofMillis(1_200);

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private final String file;
  private final List<Finding> all = new ArrayList<>();
  private final Map<Severity, Integer> found = new EnumMap<>(Severity.class);
  private final long until;

  Findings(String file) {
    this(file, LONGEST);
  }

  Findings(String file, Duration longest) {
    this.file = file;
    this.until = now() + longest.toNanos();
  }

  /** The time that only this thread has worked, so that a busy machine refuses no model; by the clock where that cannot be told. */
  private static long now() {
    return THREADS.isCurrentThreadCpuTimeSupported() ? THREADS.getCurrentThreadCpuTime() : System.nanoTime();
  }

  /** Asked at every step of a check whose length depends on the file. */
  void goOn() {
    if (now() > until) {
      throw new TooLong();
    }
  }

  /** A file keeps its checks busy for longer than anybody should wait. */
  static final class TooLong extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private TooLong() {
      super(null, null, false, false);
    }
  }

  String file() {
    return file;
  }

  /** The file's name without folder and ending: the id of what is in it. */
  String stem() {
    return Models.stem(file);
  }

  List<Finding> all() {
    return all;
  }

  void add(Check check, ModelElementInstance element, Object... args) {
    String id = element.getAttributeValue("id");
    add(check, id == null ? stem() : id, nameOf(element), args);
  }

  void add(Check check, String id, String name, Object... args) {
    if (found.merge(check.severity(), 1, Integer::sum) <= MOST) {
      all.add(
          new Finding(
              check.severity(),
              file,
              id,
              shortened(name == null || name.isBlank() ? id : name, LONGEST_NAME),
              check.code(),
              Arrays.stream(args).map(arg -> shortened(String.valueOf(arg), LONGEST_ARGUMENT)).toList()));
    }
  }

  /** About the file as a whole. */
  void addOfFile(Check check, Object... args) {
    add(check, stem(), stem(), args);
  }

  /** An element as people call it: its name; an arrow without one, by its ends; else its id. */
  static String nameOf(ModelElementInstance element) {
    String name = element.getAttributeValue("name");
    if (name == null || name.isBlank()) {
      name = element.getAttributeValue("label");
    }
    if (element instanceof SequenceFlow flow && flow.getSource() != null) {
      String to = name == null || name.isBlank() ? flow.getTarget() == null ? "" : nameOf(flow.getTarget()) : name;
      return shortened(nameOf(flow.getSource()) + " → " + to.strip(), LONGEST_NAME);
    }
    if (name == null || name.isBlank()) {
      String id = element.getAttributeValue("id");
      if (id == null && element.getParentElement() instanceof BaseElement parent) {
        return nameOf(parent);
      }
      name = id == null ? element.getElementType().getTypeName() : id;
    }
    return shortened(name.strip().replaceAll("\\s+", " "), LONGEST_NAME);
  }

  static String shortened(String text, int most) {
    return text.length() > most ? text.substring(0, most) + "…" : text;
  }
}
