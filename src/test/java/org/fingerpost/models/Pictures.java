package org.fingerpost.models;

import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.model.bpmn.instance.Process;

/**
 * Draws the processes with bpmn-js in a browser, as Camunda Modeler would show them. Drawing needs
 * Chromium and bpmn-js and is done by hand when a model has changed ({@code
 * src/docs/models/README.md}); that a picture is as new as its model is checked without either.
 */
final class Pictures {

  private static final Pattern RANDOM_ID = Pattern.compile("id=\"([^\"]*-[0-9a-z]{20,})\"");

  /** White around the drawing, in pixels. */
  private static final double MARGIN = 15;

  private Pictures() {}

  static Path pictureOf(Path process) {
    return ModelFiles.PAGES.resolve(ModelFiles.stem(process) + ".svg");
  }

  /** What a picture says about the model that it was drawn from. */
  static String stamp(Path process) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256")
              .digest(ModelFiles.text(process).getBytes(StandardCharsets.UTF_8));
      return "<!-- drawn from %s, SHA-256 %s -->"
          .formatted(process.toString().replace('\\', '/'), HexFormat.of().formatHex(hash));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }

  /**
   * Draws all processes.
   *
   * @param bpmnJs the script {@code bpmn-viewer.production.min.js} of bpmn-js
   * @param chromium the browser's program
   */
  static void draw(Path bpmnJs, Path chromium) throws java.io.IOException {
    var noDownload =
        new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1"));
    var launch =
        new BrowserType.LaunchOptions()
            .setExecutablePath(chromium)
            .setArgs(List.of("--no-sandbox"));
    try (var playwright = Playwright.create(noDownload);
        var browser = playwright.chromium().launch(launch)) {
      var page = browser.newPage();
      page.setContent("<div id='canvas' style='width: 2400px; height: 1200px'></div>");
      page.addScriptTag(new com.microsoft.playwright.Page.AddScriptTagOptions().setPath(bpmnJs));
      for (Path process : ModelFiles.processes()) {
        Object svg =
            page.evaluate(
                "async xml => { const canvas = document.getElementById('canvas'); canvas.innerHTML"
                    + " = ''; const viewer = new BpmnJS({ container: canvas }); await"
                    + " viewer.importXML(xml); return (await viewer.saveSVG()).svg; }",
                ModelFiles.text(process));
        Files.writeString(pictureOf(process), clean((String) svg, process));
      }
    }
  }

  /**
   * The same picture for the same model, every time: no random ids, nothing for the mouse; and a
   * white ground and a title.
   */
  private static String clean(String drawn, Path process) {
    String svg = drawn.substring(drawn.indexOf("<svg"));
    svg =
        svg.replaceAll(
            "<(rect|circle|polyline|path|polygon)[^>]*class=\"djs-(hit|outline)[^>]*(/>|></\\1>)",
            "");
    var names = new LinkedHashMap<String, String>();
    Matcher ids = RANDOM_ID.matcher(svg);
    while (ids.find()) {
      names.putIfAbsent(ids.group(1), "marker-" + (names.size() + 1));
    }
    for (var name : names.entrySet()) {
      svg = svg.replace(name.getKey(), name.getValue());
    }
    String title =
        ModelFiles.process(process)
            .getModelElementsByType(Process.class)
            .iterator()
            .next()
            .getName();
    Matcher box =
        Pattern.compile("<svg[^>]*viewBox=\"(\\S+) (\\S+) (\\S+) (\\S+)\"[^>]*>").matcher(svg);
    if (!box.find()) {
      throw new IllegalStateException("bpmn-js has drawn no viewBox for " + process);
    }
    double left = Double.parseDouble(box.group(1)) - MARGIN;
    double top = Double.parseDouble(box.group(2)) - MARGIN;
    double width = Double.parseDouble(box.group(3)) + 2 * MARGIN;
    double height = Double.parseDouble(box.group(4)) + 2 * MARGIN;
    String head =
        String.format(
            Locale.ROOT,
            "<svg role=\"img\" xmlns=\"http://www.w3.org/2000/svg\" width=\"%2$.0f\""
                + " height=\"%3$.0f\" viewBox=\"%4$.0f %5$.0f %2$.0f %3$.0f\">\n"
                + "<title>%1$s</title>\n"
                + "<rect x=\"%4$.0f\" y=\"%5$.0f\" width=\"%2$.0f\" height=\"%3$.0f\""
                + " fill=\"white\"/>\n",
            title,
            width,
            height,
            left,
            top);
    svg =
        svg.replace(box.group(), head)
            .replace("><g class=\"djs-group\">", ">\n<g class=\"djs-group\">");
    return stamp(process) + "\n" + svg.strip() + "\n";
  }
}
