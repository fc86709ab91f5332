package org.fingerpost.workbench.check;

/** Models that are allowed in every part and far too much as a whole. */
final class Tangled {

  private static final String HEAD =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>"
          + "<bpmn:definitions xmlns:bpmn=\"http://www.omg.org/spec/BPMN/20100524/MODEL\""
          + " xmlns:camunda=\"http://camunda.org/schema/1.0/bpmn\" id=\"d\" targetNamespace=\"x\">"
          + "<bpmn:process id=\"settle-route\" name=\"x\" isExecutable=\"true\"><bpmn:startEvent id=\"s\"/>";
  private static final String FOOT = "</bpmn:process></bpmn:definitions>";

  private Tangled() {}

  static String row(int steps) {
    var text = new StringBuilder(HEAD);
    for (int i = 0; i < steps; i++) {
      text.append("<bpmn:userTask id=\"t%d\"/>".formatted(i));
    }
    return joined(text, steps);
  }

  static String events(int events) {
    var text = new StringBuilder(HEAD).append("<bpmn:userTask id=\"t0\"/>");
    for (int i = 0; i < events; i++) {
      text.append("<bpmn:boundaryEvent id=\"b%d\" attachedToRef=\"t0\"/>".formatted(i));
    }
    return joined(text, 1);
  }

  static String dense(int gateways) {
    var text = new StringBuilder(HEAD);
    for (int i = 0; i < gateways; i++) {
      text.append("<bpmn:exclusiveGateway id=\"t%d\"/>".formatted(i));
    }
    for (int i = 0; i < gateways; i++) {
      for (int j = 0; j < gateways; j++) {
        text.append("<bpmn:sequenceFlow id=\"f%d_%d\" sourceRef=\"t%d\" targetRef=\"t%d\"/>".formatted(i, j, i, j));
      }
    }
    return text.append("<bpmn:sequenceFlow id=\"f\" sourceRef=\"s\" targetRef=\"t0\"/>").append(FOOT).toString();
  }

  static String calls(int calls) {
    var text = new StringBuilder(HEAD);
    for (int i = 0; i < calls; i++) {
      text.append(
          ("<bpmn:callActivity id=\"t%d\" calledElement=\"settle-route\"><bpmn:extensionElements>"
                  + "<camunda:in source=\"a%d\" target=\"b%d\"/><camunda:out source=\"c%d\" target=\"d%d\"/>"
                  + "</bpmn:extensionElements></bpmn:callActivity>")
              .formatted(i, i, i, i, i));
    }
    return joined(text, calls);
  }

  static String variables(int steps) {
    var text = new StringBuilder(HEAD);
    for (int i = 0; i < steps; i++) {
      var names = new StringBuilder();
      for (int k = 0; k < 20; k++) {
        names.append(k == 0 ? "" : ",").append("v").append(i).append('x').append(k);
      }
      text.append(
          ("<bpmn:userTask id=\"t%d\"><bpmn:extensionElements><camunda:properties><camunda:property name=\"reads\" value=\"z\"/>"
                  + "<camunda:property name=\"writes\" value=\"%s\"/></camunda:properties></bpmn:extensionElements></bpmn:userTask>")
              .formatted(i, names));
    }
    return joined(text, steps);
  }

  private static String joined(StringBuilder text, int steps) {
    for (int i = 0; i < steps; i++) {
      text.append("<bpmn:sequenceFlow id=\"f%d\" sourceRef=\"%s\" targetRef=\"t%d\"/>".formatted(i, i == 0 ? "s" : "t" + (i - 1), i));
    }
    return text.append(FOOT).toString();
  }

  /** A table whose every cell is the given one, with its own number for {@code #}. */
  static String table(int rows, int columns, String cell) {
    var text =
        new StringBuilder(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?><definitions xmlns=\"https://www.omg.org/spec/DMN/20191111/MODEL/\" id=\"d\""
                + " name=\"x\" namespace=\"x\"><decision id=\"contact-plan\" name=\"x\"><decisionTable id=\"dt\" hitPolicy=\"UNIQUE\">");
    for (int column = 0; column < columns; column++) {
      text.append(
          "<input id=\"i%d\"><inputExpression id=\"e%d\" typeRef=\"integer\"><text>f%d</text></inputExpression></input>"
              .formatted(column, column, column));
    }
    text.append("<output id=\"o\" name=\"reasonCode\" typeRef=\"string\"/>");
    int number = 0;
    for (int row = 0; row < rows; row++) {
      text.append("<rule id=\"r%d\">".formatted(row));
      for (int column = 0; column < columns; column++) {
        text.append("<inputEntry id=\"n%d\"><text>%s</text></inputEntry>".formatted(number++, cell.replace("#", "" + (row * 31 + column))));
      }
      text.append("<outputEntry id=\"m%d\"><text>\"A\"</text></outputEntry></rule>".formatted(row));
    }
    return text.append("</decisionTable></decision></definitions>").toString();
  }

  static String form(int fields, String more) {
    var text = new StringBuilder("{\"id\":\"confirm-route\",\"components\":[");
    for (int i = 0; i < fields; i++) {
      text.append(i == 0 ? "" : ",").append("{\"type\":\"textfield\",\"id\":\"c%d\",\"key\":\"k%d\"%s}".formatted(i, i, more));
    }
    return text.append("]}").toString();
  }
}
