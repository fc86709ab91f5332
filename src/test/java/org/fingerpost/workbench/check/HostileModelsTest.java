package org.fingerpost.workbench.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.fingerpost.platform.engine.ModelGuard;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Models of somebody who means no good, whatever they do: refused with a sentence in both languages, in good time, never with an
 * exception, and nothing in them is run.
 */
@Tag("models")
@DisplayNameGeneration(ReplaceUnderscores.class)
class HostileModelsTest {

  private static final String PROCESS = "bpmn/settle-route.bpmn";
  private static final String TABLE = "dmn/contact-plan.dmn";
  private static final String FORM = "forms/confirm-route.form";

  /** Counts what should never happen; named in hostile models by its class. */
  public static final class Canary {

    static final AtomicInteger SUNG = new AtomicInteger();

    public Canary() {
      SUNG.incrementAndGet();
    }

    public static String sing() {
      SUNG.incrementAndGet();
      return "";
    }
  }

  private static final String SONG =
      "${''.getClass().forName('" + Canary.class.getName() + "').getMethod('sing').invoke(null)}";

  @BeforeAll
  static void everythingIsWarm() {
    List.of(PROCESS, TABLE, FORM).forEach(file -> Bundles.found(file, Bundles.text(file)));
  }

  static Stream<Arguments> hostile() {
    String process = Bundles.text(PROCESS);
    String table = Bundles.text(TABLE);
    String form = Bundles.text(FORM);
    String laughs =
        "<!DOCTYPE x [<!ENTITY a \"ha\">"
            + Stream.iterate(1, i -> i + 1).limit(9).map(i -> "<!ENTITY a" + i + " \"" + ("&a" + (i == 1 ? "" : i - 1) + ";").repeat(10) + "\">").reduce("", String::concat)
            + "]>";
    return Stream.of(
        hostile("a script", PROCESS, process.replace("<bpmn:serviceTask id=\"serviceTask_joinReferral\"", "<bpmn:scriptTask id=\"serviceTask_joinReferral\"").replaceFirst("</bpmn:serviceTask>", "</bpmn:scriptTask>")),
        hostile("a class by name", PROCESS, process.replace("camunda:delegateExpression=\"${joinReferralDelegate}\"", "camunda:class=\"" + Canary.class.getName() + "\"")),
        hostile("a class that makes forms", PROCESS, process.replace("camunda:formRef=\"confirm-route\"", "camunda:formHandlerClass=\"" + Canary.class.getName() + "\"")),
        hostile("reflection in a condition", PROCESS, process.replace("${transferAgreed}", SONG)),
        hostile("reflection as a date", PROCESS, process.replace("${settleDueAt}", SONG)),
        hostile("JUEL in a table", TABLE, table.replace("<inputEntry ", "<inputEntry expressionLanguage=\"juel\" ").replace("<text>true</text>", "<text>" + SONG + "</text>")),
        hostile("FEEL that counts for ever", TABLE, table.replace("<text>true</text>", "<text>count(for i in 1..1000000000 return i) &gt; 1</text>")),
        hostile("FEEL that nobody can parse in time", TABLE, table.replace("<text>true</text>", "<text>" + "(".repeat(40) + "1" + ")".repeat(40) + "</text>")),
        hostile("FEEL of many brackets of another kind", TABLE, table.replace("<text>true</text>", "<text>" + "count([".repeat(20) + "1" + "])".repeat(20) + "</text>")),
        hostile("a pattern that never ends", TABLE, table.replace("<text>true</text>", "<text>matches(\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!\", \"(a+)+$\")</text>")),
        hostile("a thousand million laughs", PROCESS, process.replace("<bpmn:definitions", laughs + "<bpmn:definitions").replaceFirst("A team lead settles", "&a9;")),
        hostile("an entity from elsewhere", TABLE, table.replace("<definitions", "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><definitions")),
        hostile("ten megabytes", PROCESS, process + " ".repeat(10 * 1024 * 1024)),
        hostile("ten megabytes of a form", FORM, form + " ".repeat(10 * 1024 * 1024)),
        hostile("half a process", PROCESS, process.substring(0, process.length() / 2)),
        hostile("half a form", FORM, form.substring(0, form.length() / 2)),
        hostile("nothing", TABLE, ""),
        hostile("another file's content", TABLE, process),
        hostile("a thousand steps down", PROCESS, process.replace("</bpmn:process>", "<bpmn:subProcess>".repeat(1000) + "</bpmn:subProcess>".repeat(1000) + "</bpmn:process>")),
        hostile("a hundred thousand steps down in a form", FORM, form.replaceFirst("\"components\": \\[", "\"components\": " + "[".repeat(100_000))),
        hostile("ten thousand attributes", PROCESS, process.replaceFirst("<bpmn:process ", "<bpmn:process " + attributes(9_000))),
        hostile("as many elements as fit", PROCESS, process.replace("</bpmn:process>", "<bpmn:task/>".repeat(60_000) + "</bpmn:process>")),
        hostile("an id twice", PROCESS, process.replace("id=\"endEvent_joined\"", "id=\"endEvent_transferred\"")),
        hostile("a very long name", PROCESS, process.replace("name=\"Confirm route\"", "name=\"" + "Aa ".repeat(200_000) + "\" magic=\"1\"")),
        hostile("a form that keeps a browser busy", FORM, form.replaceFirst("=if lang", "=count(for i in 1..1000000000 return i) > 0 and if lang")),
        hostile("a script in a form", FORM, form.replaceFirst("=if lang = \\\\\"cy\\\\\" then", "<script>1</script>=if")));
  }

  private static String attributes(int number) {
    var text = new StringBuilder();
    for (int i = 0; i < number; i++) {
      text.append("a").append(i).append("=\"1\" ");
    }
    return text.toString();
  }

  private static Arguments hostile(String what, String file, String content) {
    return Arguments.of(what, file, content);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("hostile")
  void it_is_refused_with_a_sentence_and_never_run(String what, String file, String content) {
    byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
    assertThat(content).as("%s is in it", what).isNotEqualTo(Bundles.text(file));
    var refusals = inTwoSeconds(what, () -> ModelGuard.check(file, bytes));
    assertThat(refusals).as(what).isNotEmpty().hasSizeLessThan(60);
    refusals.forEach(
        refusal -> {
          var finding = new Finding(Severity.ERROR, file, refusal.element(), refusal.element(), "guard." + refusal.code(), refusal.args());
          assertThat(Bundles.said(finding, "en")).isEqualTo(refusal.element() + ": " + refusal.problem());
          assertThat(Bundles.said(finding, "cy")).isNotBlank().isNotEqualTo(Bundles.said(finding, "en"));
        });
    assertThat(Canary.SUNG).hasValue(0);
  }

  /**
   * Two seconds are promised: of the processor's time for the thread that checks, so that a machine busy with other tests is not taken
   * for a slow check; and whatever happens, ten by the clock.
   */
  private static <T> T inTwoSeconds(String what, Supplier<T> check) {
    var threads = ManagementFactory.getThreadMXBean();
    return assertTimeoutPreemptively(
        Duration.ofSeconds(10),
        () -> {
          long began = threads.getCurrentThreadCpuTime();
          T answer = check.get();
          assertThat(Duration.ofNanos(threads.getCurrentThreadCpuTime() - began)).as(what).isLessThan(Duration.ofSeconds(2));
          return answer;
        });
  }

  /** Models with nothing forbidden in them that would keep their reader busy for minutes. */
  static Stream<Arguments> tangled() {
    return Stream.of(
        hostile("a thousand steps in a row", PROCESS, Tangled.row(1_400)),
        hostile("a thousand events at one step", PROCESS, Tangled.events(1_400)),
        hostile("everything leads to everything", PROCESS, Tangled.dense(50)),
        hostile("five hundred calls of itself", PROCESS, Tangled.calls(500)),
        hostile("two thousand variables", PROCESS, Tangled.variables(120)),
        hostile("a table of four hundred rows", TABLE, Tangled.table(400, 4, "#")),
        hostile("a table of ranges", TABLE, Tangled.table(250, 8, "[#..9999]")),
        hostile("a table of brackets", TABLE, Tangled.table(700, 1, "(((1))) + ".repeat(36) + "1")),
        hostile("many tables in one file", TABLE, Tangled.table(60, 20, "[#..9999]")),
        hostile("a table of choices", TABLE, Tangled.table(200, 1, "if a then ".repeat(20) + "c" + " else d".repeat(20))),
        hostile("places that nothing closes", FORM, Tangled.form(1, ",\"label\":\"" + "{{".repeat(400_000) + "\"")),
        hostile("twenty thousand fields", FORM, Tangled.form(20_000, "")),
        hostile("a form of conditions", FORM, Tangled.form(390, ",\"conditional\":{\"hide\":\"=" + "(((a))) + ".repeat(150) + "c\"}")));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("tangled")
  void what_would_take_long_is_refused_in_time(String what, String file, String content) {
    byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
    var found = inTwoSeconds(what, () -> Bundles.found(file, bytes));
    assertThat(found).as(what).anyMatch(Finding::isError);
    found.forEach(finding -> assertThat(Bundles.said(finding, "cy")).isNotBlank());
  }

  @Test
  void a_check_that_takes_too_long_says_so_and_what_to_do() {
    assertThat(Bundles.found(PROCESS, Tangled.calls(500)))
        .filteredOn(finding -> finding.code().equals(Check.TOO_LONG.code()))
        .isNotEmpty()
        .allSatisfy(finding -> assertThat(Bundles.said(finding, "en")).contains("settle-route", "takes too long", "split it into parts"));
  }

  @Test
  void all_of_them_together_are_refused_in_the_workbench() {
    hostile()
        .forEach(
            model -> {
              String file = (String) model.get()[1];
              byte[] bytes = ((String) model.get()[2]).getBytes(StandardCharsets.UTF_8);
              String what = (String) model.get()[0];
              assertThat(inTwoSeconds(what, () -> Bundles.found(file, bytes))).as(what).anyMatch(Finding::isError);
              assertThat(new ModelDifference().between(file, Bundles.text(file).getBytes(StandardCharsets.UTF_8), bytes))
                  .as("%s", model.get()[0])
                  .isNotEmpty();
            });
    assertThat(Canary.SUNG).hasValue(0);
  }

  /** Good models with something forbidden put anywhere: always an error. */
  @Test
  void what_is_forbidden_is_found_wherever_it_stands() {
    var random = new Random(5);
    var forbidden =
        List.of(
            "<camunda:executionListener class=\"" + Canary.class.getName() + "\" event=\"start\" />",
            "<bpmn:script>1</bpmn:script>",
            "<magic />",
            "<?magic 1?>",
            "<bpmn:task id=\"x\" name=\"" + SONG + "\" />");
    String text = Bundles.text(PROCESS);
    var ends = places(text.substring(0, text.indexOf("<bpmndi:BPMNDiagram")), "/>", "</bpmn:outgoing>", "</bpmn:incoming>");
    for (int i = 0; i < 60; i++) {
      int at = ends.get(random.nextInt(ends.size()));
      String what = forbidden.get(i % forbidden.size());
      String broken = text.substring(0, at) + what + text.substring(at);
      assertThat(ModelGuard.check(PROCESS, broken.getBytes(StandardCharsets.UTF_8))).as("%s at %d", what, at).isNotEmpty();
    }
    var tags = places(text, "<bpmn:serviceTask ", "<bpmn:userTask ", "<bpmn:sequenceFlow ", "<bpmn:process ");
    for (int at : tags) {
      for (String attribute : List.of("camunda:class=\"x\" ", "onload=\"1\" ", "camunda:resource=\"x\" ", "camunda:expression=\"${x}\" ")) {
        String broken = text.substring(0, at) + attribute + text.substring(at);
        assertThat(ModelGuard.check(PROCESS, broken.getBytes(StandardCharsets.UTF_8))).as("%s at %d", attribute, at).isNotEmpty();
      }
    }
    assertThat(Canary.SUNG).hasValue(0);
  }

  private static List<Integer> places(String text, String... marks) {
    var places = new ArrayList<Integer>();
    for (String mark : marks) {
      for (int at = text.indexOf(mark); at >= 0; at = text.indexOf(mark, at + 1)) {
        places.add(at + mark.length());
      }
    }
    return places;
  }

  /** Bytes lost, turned or doubled: an error, or a model that is checked like any other; the difference is told or there is none. */
  @Test
  void damaged_files_never_hurt_their_reader() {
    var random = new Random(11);
    for (String file : List.of(PROCESS, TABLE, FORM)) {
      byte[] good = Bundles.text(file).getBytes(StandardCharsets.UTF_8);
      for (int i = 0; i < 24; i++) {
        byte[] damaged = good.clone();
        switch (i % 3) {
          case 0 -> damaged = Arrays.copyOf(good, random.nextInt(good.length));
          case 1 -> damaged[random.nextInt(good.length)] ^= (byte) (1 << random.nextInt(8));
          default -> {
            int from = random.nextInt(good.length - 100);
            System.arraycopy(good, from, damaged, random.nextInt(good.length - 100), 100);
          }
        }
        byte[] bytes = damaged;
        var refused = ModelGuard.check(file, bytes);
        if (i % 4 == 0) {
          Bundles.found(file, bytes).forEach(finding -> assertThat(Bundles.said(finding, "en")).isNotBlank());
        }
        var changes = new ModelDifference().between(file, good, bytes);
        changes.forEach(change -> assertThat(Bundles.said(change, "cy")).isNotBlank());
        if (!refused.isEmpty() && !Arrays.equals(good, bytes)) {
          assertThat(Bundles.found(file, bytes)).anyMatch(Finding::isError);
        }
      }
    }
    assertThat(Canary.SUNG).hasValue(0);
  }
}
