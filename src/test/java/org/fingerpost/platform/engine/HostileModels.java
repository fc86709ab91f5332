package org.fingerpost.platform.engine;

import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** Small models: two that may be deployed and, built from them, every kind that may not. */
final class HostileModels {

  private static final String CANARY = Canary.class.getName();

  private HostileModels() {}

  static String process(String attributes, String content) {
    return """
        <?xml version="1.0" encoding="UTF-8"?>
        <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:camunda="http://camunda.org/schema/1.0/bpmn"
            xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" id="definitions_guarded" targetNamespace="https://fingerpost.org/bpmn">
          <bpmn:process id="guarded" name="Guarded" isExecutable="true" camunda:historyTimeToLive="P3650D" %s>
            <bpmn:startEvent id="start" />
            <bpmn:sequenceFlow id="flow_in" sourceRef="start" targetRef="step" />
            %s
            <bpmn:sequenceFlow id="flow_out" sourceRef="step" targetRef="end" />
            <bpmn:endEvent id="end" />
          </bpmn:process>
        </bpmn:definitions>
        """
        .formatted(attributes, content);
  }

  static String process(String step) {
    return process("", step);
  }

  private static String service(String attributes) {
    return process("<bpmn:serviceTask id=\"step\" name=\"Step\" %s />".formatted(attributes));
  }

  private static String task(String attributes, String extensions) {
    return process(
        "<bpmn:userTask id=\"step\" name=\"Step\" %s><bpmn:extensionElements>%s</bpmn:extensionElements></bpmn:userTask>"
            .formatted(attributes, extensions));
  }

  private static String serviceWith(String extensions) {
    return process(
        """
        <bpmn:serviceTask id="step" name="Step" camunda:delegateExpression="${planContactDelegate}">
          <bpmn:extensionElements>%s</bpmn:extensionElements>
        </bpmn:serviceTask>"""
            .formatted(extensions));
  }

  static String table(String cell) {
    return table("", cell);
  }

  static String table(String entryAttributes, String cell) {
    return """
        <?xml version="1.0" encoding="UTF-8"?>
        <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" xmlns:camunda="http://camunda.org/schema/1.0/dmn"
            id="definitions_table" name="Table" namespace="https://fingerpost.org/dmn">
          <decision id="guarded-table" name="Guarded table" camunda:historyTimeToLive="P3650D">
            <decisionTable id="table" hitPolicy="FIRST">
              <input id="in" label="Urgent?"><inputExpression id="in_text" typeRef="boolean"><text>urgent</text></inputExpression></input>
              <output id="out" label="Days" name="days" typeRef="string" />
              <rule id="rule">
                <inputEntry id="when"><text>true</text></inputEntry>
                <outputEntry id="then" %s><text>%s</text></outputEntry>
              </rule>
            </decisionTable>
          </decision>
        </definitions>
        """
        .formatted(entryAttributes, cell);
  }

  static String form(String component) {
    return """
        {"id": "guarded-form", "type": "default", "schemaVersion": 16, "executionPlatform": "Camunda Platform",
         "components": [%s]}"""
        .formatted(component);
  }

  static String goodProcess() {
    return process(
        """
        <bpmn:userTask id="step" name="Step" camunda:assignee="${linkWorker}" camunda:candidateGroups="link-workers">
          <bpmn:documentation>Somebody decides.</bpmn:documentation>
        </bpmn:userTask>""");
  }

  private static Arguments bpmn(String what, String model) {
    return arguments(what, "bpmn/guarded.bpmn", model);
  }

  private static Arguments dmn(String what, String cell) {
    return arguments(what, "dmn/guarded-table.dmn", table(cell));
  }

  private static Arguments form(String what, String component) {
    return arguments(what, "forms/guarded-form.form", form(component));
  }

  private static Arguments file(String what, String name, String content) {
    return arguments(what, name, content);
  }

  /** What it is, under which name it is deployed, and the content. */
  static Stream<Arguments> all() {
    return Stream.of(codeInProcesses(), wiringInProcesses(), files(), tables(), forms()).flatMap(kind -> kind);
  }

  private static Stream<Arguments> codeInProcesses() {
    String listener = "<camunda:executionListener class=\"" + CANARY + "\" event=\"start\" />";
    return Stream.of(
        bpmn(
            "a script task",
            process("<bpmn:scriptTask id=\"step\" scriptFormat=\"javascript\"><bpmn:script>1</bpmn:script></bpmn:scriptTask>")),
        bpmn(
            "a script task in groovy from a resource",
            process("<bpmn:scriptTask id=\"step\" scriptFormat=\"groovy\" camunda:resource=\"classpath://x.groovy\" />")),
        bpmn("a class by name", service("camunda:class=\"" + CANARY + "\"")),
        bpmn("an expression of its own", service("camunda:expression=\"${planContactDelegate}\"")),
        bpmn("reflection in an expression", service("camunda:expression=\"" + Canary.SONG + "\"")),
        bpmn("reflection as the delegate", service("camunda:delegateExpression=\"" + Canary.SONG + "\"")),
        bpmn("a shell task", service("camunda:type=\"shell\"")),
        bpmn("an external task", service("camunda:type=\"external\" camunda:topic=\"anything\"")),
        bpmn("a listener by class", task("", listener)),
        bpmn("a listener by expression", task("", "<camunda:executionListener expression=\"${x}\" event=\"start\" />")),
        bpmn(
            "a listener by delegate",
            task("", "<camunda:executionListener delegateExpression=\"${planContactDelegate}\" event=\"start\" />")),
        bpmn("a task listener", task("", "<camunda:taskListener class=\"" + CANARY + "\" event=\"create\" />")),
        bpmn(
            "a task listener with a script",
            task(
                "",
                "<camunda:taskListener event=\"create\"><camunda:script scriptFormat=\"groovy\">1</camunda:script></camunda:taskListener>")),
        bpmn(
            "a listener on the process",
            process(
                "",
                "<bpmn:extensionElements>" + listener + "</bpmn:extensionElements><bpmn:userTask id=\"step\" name=\"Step\" />")),
        bpmn("a form handler class", task("camunda:formHandlerClass=\"" + CANARY + "\"", "")),
        bpmn(
            "a form handler class on the start",
            goodProcess().replace("id=\"start\"", "id=\"start\" camunda:formHandlerClass=\"" + CANARY + "\"")),
        bpmn(
            "a script in the input mapping",
            serviceWith(
                """
                <camunda:inputOutput><camunda:inputParameter name="x">
                  <camunda:script scriptFormat="groovy">1</camunda:script>
                </camunda:inputParameter></camunda:inputOutput>""")),
        bpmn(
            "an expression in the output mapping",
            serviceWith(
                "<camunda:inputOutput><camunda:outputParameter name=\"x\">" + Canary.SONG + "</camunda:outputParameter></camunda:inputOutput>")),
        bpmn(
            "a connector",
            serviceWith("<camunda:connector><camunda:connectorId>http-connector</camunda:connectorId></camunda:connector>")),
        bpmn("an injected field", serviceWith("<camunda:field name=\"x\"><camunda:string>y</camunda:string></camunda:field>")),
        bpmn("an error mapped by expression", serviceWith("<camunda:errorEventDefinition expression=\"${x}\" errorRef=\"y\" />")),
        bpmn("a retry cycle", serviceWith("<camunda:failedJobRetryTimeCycle>" + Canary.SONG + "</camunda:failedJobRetryTimeCycle>")),
        bpmn("reflection as the assignee", task("camunda:assignee=\"" + Canary.SONG + "\"", "")),
        bpmn("reflection as the due date", task("camunda:dueDate=\"" + Canary.SONG + "\"", "")),
        bpmn("reflection after a word", task("camunda:assignee=\"lowri " + Canary.SONG + "\"", "")),
        bpmn("reflection with the other sign", task("camunda:assignee=\"" + Canary.SONG.replace('$', '#') + "\"", "")),
        bpmn("the application's beans", task("camunda:assignee=\"${environment.getProperty('HOME')}\"", "")),
        bpmn("the engine's services", task("camunda:assignee=\"${execution.processEngineServices}\"", "")),
        bpmn("the engine's services of a task", task("camunda:assignee=\"${task.execution.processEngineServices}\"", "")),
        bpmn("an index into a bean", task("camunda:assignee=\"${planContactDelegate['class']}\"", "")),
        bpmn(
            "a condition that calls something",
            goodProcess()
                .replace(
                    "targetRef=\"end\" />",
                    "targetRef=\"end\"><bpmn:conditionExpression xsi:type=\"bpmn:tFormalExpression\">" + Canary.SONG
                        + "</bpmn:conditionExpression></bpmn:sequenceFlow>")),
        bpmn(
            "a condition in a script language",
            goodProcess()
                .replace(
                    "targetRef=\"end\" />",
                    "targetRef=\"end\"><bpmn:conditionExpression xsi:type=\"bpmn:tFormalExpression\" language=\"groovy\">true"
                        + "</bpmn:conditionExpression></bpmn:sequenceFlow>")),
        bpmn(
            "code hidden in a CDATA section",
            goodProcess()
                .replace(
                    "targetRef=\"end\" />",
                    "targetRef=\"end\"><bpmn:conditionExpression xsi:type=\"bpmn:tFormalExpression\"><![CDATA[" + Canary.SONG
                        + "]]></bpmn:conditionExpression></bpmn:sequenceFlow>")),
        bpmn(
            "code cut in two by a comment",
            goodProcess()
                .replace(
                    "targetRef=\"end\" />",
                    "targetRef=\"end\"><bpmn:conditionExpression xsi:type=\"bpmn:tFormalExpression\">$<!-- -->"
                        + Canary.SONG.substring(1) + "</bpmn:conditionExpression></bpmn:sequenceFlow>")),
        bpmn("code written as entities", task("camunda:assignee=\"" + Canary.SONG.replace("$", "&#36;") + "\"", "")));
  }

  private static Stream<Arguments> wiringInProcesses() {
    String call = "<bpmn:callActivity id=\"step\" calledElement=\"first-contact\"><bpmn:extensionElements>%s</bpmn:extensionElements></bpmn:callActivity>";
    return Stream.of(
        bpmn("all variables handed over", process(call.formatted("<camunda:in variables=\"all\" />"))),
        bpmn("all variables handed back", process(call.formatted("<camunda:out variables=\"all\" />"))),
        bpmn("an expression handed over", process(call.formatted("<camunda:in sourceExpression=\"${x}\" target=\"y\" />"))),
        bpmn(
            "a mapping class",
            process("<bpmn:callActivity id=\"step\" calledElement=\"first-contact\" camunda:variableMappingClass=\"" + CANARY + "\" />")),
        bpmn(
            "a tenant chosen by the model",
            process("<bpmn:callActivity id=\"step\" calledElement=\"first-contact\" camunda:calledElementTenantId=\"wales\" />")),
        bpmn(
            "a loop over many",
            process(
                "<bpmn:userTask id=\"step\"><bpmn:multiInstanceLoopCharacteristics camunda:collection=\"xs\" camunda:elementVariable=\"x\" /></bpmn:userTask>")),
        bpmn("a send task", process("<bpmn:sendTask id=\"step\" camunda:class=\"" + CANARY + "\" />")),
        bpmn(
            "a timer that repeats",
            process(
                "<bpmn:intermediateCatchEvent id=\"step\"><bpmn:timerEventDefinition id=\"t\"><bpmn:timeCycle>R/PT1S</bpmn:timeCycle></bpmn:timerEventDefinition></bpmn:intermediateCatchEvent>")),
        bpmn("users who may start it", process("camunda:candidateStarterGroups=\"link-workers\"", "<bpmn:userTask id=\"step\" />")),
        bpmn("a form by key", task("camunda:formKey=\"embedded:app:forms/x.html\"", "")),
        bpmn("a generated form", task("", "<camunda:formData><camunda:formField id=\"x\" type=\"string\" /></camunda:formData>")),
        bpmn("an element nobody knows", process("<bpmn:magicTask id=\"step\" />")),
        bpmn("a namespace nobody knows", process("<other:task xmlns:other=\"https://example.org/other\" id=\"step\" />")),
        bpmn("an attribute nobody knows", process("<bpmn:userTask id=\"step\" magic=\"true\" />")),
        bpmn(
            "an attribute of a namespace nobody knows",
            process("<bpmn:userTask id=\"step\" xmlns:activiti=\"http://activiti.org/bpmn\" activiti:formHandlerClass=\"" + CANARY + "\" />")),
        bpmn(
            "a class by the old name of the namespace",
            process("<bpmn:serviceTask id=\"step\" xmlns:activiti=\"http://activiti.org/bpmn\" activiti:class=\"" + CANARY + "\" />")));
  }

  private static Stream<Arguments> files() {
    return Stream.of(
        bpmn(
            "an external entity",
            goodProcess()
                .replace(
                    "<bpmn:definitions",
                    "<!DOCTYPE x [<!ENTITY passwd SYSTEM \"file:///etc/passwd\">]><bpmn:definitions")
                .replace("Somebody decides.", "&passwd;")),
        bpmn(
            "an external document type",
            goodProcess().replace("<bpmn:definitions", "<!DOCTYPE x SYSTEM \"http://192.0.2.1/x.dtd\"><bpmn:definitions")),
        bpmn(
            "a bomb of entities",
            goodProcess()
                .replace(
                    "<bpmn:definitions",
                    "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;\">]><bpmn:definitions")
                .replace("Somebody decides.", "&c;")),
        bpmn(
            "a style sheet",
            goodProcess().replace("<bpmn:definitions", "<?xml-stylesheet href=\"http://192.0.2.1/x.xsl\"?><bpmn:definitions")),
        bpmn("something that is not XML", "This is a letter."),
        bpmn("half a file", goodProcess().substring(0, 600)),
        file("an embedded form", "forms/guarded.html", "<form><script cam-script>alert(1)</script></form>"),
        file("a script", "guarded.groovy", "println 1"),
        file("a case", "guarded.cmmn", "<definitions xmlns=\"http://www.omg.org/spec/CMMN/20151109/MODEL\" />"),
        file("a picture", "guarded.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>"),
        file("a process under another name", "guarded.bpmn20.xml", process("<bpmn:userTask id=\"step\" />")),
        file("a class", "Guarded.class", "cafebabe"),
        file("a path that climbs", "../bpmn/guarded.bpmn.exe", "x"));
  }

  private static Stream<Arguments> tables() {
    return Stream.of(
        file("JUEL in a cell", "dmn/guarded-table.dmn", table("expressionLanguage=\"juel\"", Canary.SONG)),
        file("groovy in a cell", "dmn/guarded-table.dmn", table("expressionLanguage=\"groovy\"", "1")),
        file("JavaScript in a cell", "dmn/guarded-table.dmn", table("expressionLanguage=\"javascript\"", "1")),
        file(
            "JUEL for the whole table",
            "dmn/guarded-table.dmn",
            table("1").replace("name=\"Table\"", "name=\"Table\" expressionLanguage=\"http://www.jcp.org/en/jsr/detail?id=245\"")),
        dmn("a loop", "count(for i in 1..60000 return i)"),
        dmn("a loop in capitals and lines", "count(\nfor i in 1..60000\nreturn i)"),
        dmn("a function of its own", "function(x) x + 1"),
        dmn("Java by the back door", "function(x) external { java: { class: \"java.lang.Math\", method signature: \"abs(int)\" } }"),
        dmn("a quantifier", "some x in [1,2] satisfies x = 1"),
        dmn("a regular expression", "matches(\"aaaaaaaaaaaaaaaaaaaaaaaaaaaa!\", \"(a+)+$\")"),
        dmn("a regular expression that extracts", "extract(\"aaaaaaaaaaaaaaaaaaaaaaaaaaaa!\", \"(a+)+$\")"),
        dmn("a number with a thousand million digits", "decimal(1/3, 1000000000)"),
        dmn("a loop behind an escaped quotation mark", "\"\\\"\" + string(count(for i in 1..60000 return i)) + \"\""),
        dmn("a loop behind two backslashes", "\"\\\\\" \" + string(count(for i in 1..60000 return i)) + \" \""),
        dmn("a loop between two comments", "/* \" */ count(for i in 1..60000 return i) /* \" */"),
        dmn("a loop behind a name in backticks", "`a\"b` + count(for i in 1..60000 return i) + `a\"b`"),
        dmn("a very long cell", "1 + ".repeat(200) + "1"),
        file(
            "a decision written as a literal expression",
            "dmn/guarded-table.dmn",
            table("1").replaceAll("(?s)<decisionTable.*</decisionTable>", "<literalExpression id=\"l\"><text>1</text></literalExpression>")),
        file(
            "a function kept in a model",
            "dmn/guarded-table.dmn",
            table("1")
                .replace(
                    "</definitions>", "<businessKnowledgeModel id=\"b\" name=\"b\" /></definitions>")));
  }

  private static Stream<Arguments> forms() {
    return Stream.of(
        form("markup in a form", "{\"type\": \"html\", \"id\": \"h\", \"content\": \"<img src=x onerror=alert(1)>\"}"),
        form("a frame in a form", "{\"type\": \"iframe\", \"id\": \"h\", \"url\": \"https://example.org\"}"),
        form("an expression field", "{\"type\": \"expression\", \"id\": \"h\", \"key\": \"x\", \"expression\": \"=1\"}"),
        form("a picture from elsewhere", "{\"type\": \"image\", \"id\": \"h\", \"source\": \"https://example.org/x.png\"}"),
        form("a file picker", "{\"type\": \"filepicker\", \"id\": \"h\", \"key\": \"x\"}"),
        form("a button", "{\"type\": \"button\", \"id\": \"h\", \"action\": \"submit\"}"),
        form("a script in a text", "{\"type\": \"text\", \"id\": \"h\", \"text\": \"<ScRiPt>alert(1)</script>\"}"),
        form("a link that runs", "{\"type\": \"text\", \"id\": \"h\", \"text\": \"[here](JavaScript:alert(1))\"}"),
        form("a key that reaches into the prototype", "{\"type\": \"textfield\", \"id\": \"h\", \"key\": \"__proto__\"}"),
        form("a key that is the constructor", "{\"type\": \"textfield\", \"id\": \"h\", \"key\": \"constructor\"}"),
        form(
            "markup deep in a group",
            "{\"type\": \"group\", \"id\": \"g\", \"components\": [{\"type\": \"html\", \"id\": \"h\", \"content\": \"x\"}]}"),
        form(
            "groups without end",
            "{\"type\": \"group\", \"id\": \"g\", \"components\": [".repeat(8) + "]}".repeat(8)),
        file("a form that is not JSON", "forms/guarded-form.form", "not a form"),
        file("a form without an id", "forms/guarded-form.form", "{\"components\": []}"),
        file("a form whose id is none", "forms/guarded-form.form", form("").replace("guarded-form", "../../${x}")));
  }
}
