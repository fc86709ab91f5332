package org.fingerpost.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;

/** The machine's own Chromium. Without one the browser tests are skipped, except where the build says that they must run. */
final class Chromium implements AutoCloseable {

  private static final List<Path> USUAL_PLACES =
      List.of(
          Path.of("/usr/bin/chromium"),
          Path.of("/usr/bin/chromium-browser"),
          Path.of("/usr/bin/google-chrome"),
          Path.of("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"));

  private final Playwright playwright;
  private final Browser browser;

  private Chromium(Path executable) {
    playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    browser =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(executable)
                    .setArgs(
                        List.of(
                            "--no-sandbox",
                            "--disable-gpu",
                            "--disable-quic",
                            "--no-first-run",
                            "--disable-background-networking",
                            "--disable-component-update",
                            "--disable-sync")));
  }

  static Chromium start() {
    Optional<Path> executable = USUAL_PLACES.stream().filter(Files::isExecutable).findFirst();
    if (executable.isEmpty() && System.getenv("CI") != null) {
      throw new IllegalStateException("CI runs the browser tests: install Chromium, as .ci/run does");
    }
    Assumptions.assumeTrue(executable.isPresent(), "No Chromium found: the browser tests are skipped");
    return new Chromium(executable.get());
  }

  /**
   * A new visitor, with cookies of their own.
   *
   * @param width in CSS pixels; 390 is a telephone
   */
  Visitor visitor(String baseUrl, String language, int width, boolean javaScript) {
    var context =
        browser.newContext(
            new Browser.NewContextOptions()
                .setBaseURL(baseUrl)
                .setLocale("cy".equals(language) ? "cy-GB" : "en-GB")
                .setViewportSize(width, 900)
                .setJavaScriptEnabled(javaScript));
    return new Visitor(context.newPage());
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }
}
