package org.fingerpost.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Somebody in front of a browser: fills in our pages and Tasklist's forms by the names of their fields. */
final class Visitor {

  final Page page;
  private final List<String> troubles = new ArrayList<>();
  private int pictures;

  Visitor(Page page) {
    this.page = page;
    page.setDefaultTimeout(60_000);
    page.onResponse(
        response -> {
          if (response.status() >= 400) {
            troubles.add(response.status() + " " + response.url());
          }
        });
    page.onPageError(error -> troubles.add("script error: " + error));
    page.onConsoleMessage(
        message -> {
          if ("error".equals(message.type())) {
            troubles.add("console: " + message.text());
          }
        });
  }

  Visitor opens(String path) {
    page.navigate(path);
    return this;
  }

  Visitor signsIn(String user, String password) {
    opens("/login");
    fills("username", user).fills("password", password);
    page.locator("main form button[type=submit]").click();
    return this;
  }

  Visitor fills(String field, String text) {
    page.locator("main [name='%s']".formatted(field)).first().fill(text);
    return this;
  }

  Visitor ticks(String field, String value) {
    page.locator("main [name='%s'][value='%s']".formatted(field, value)).check();
    return this;
  }

  /** Presses the last button of the page's form. */
  Visitor continues() {
    page.locator("main form button").last().click();
    return this;
  }

  String heading() {
    return page.locator("h1").first().innerText().trim();
  }

  String text() {
    return page.locator("body").innerText();
  }

  /** Our pages have no accessibility violation that axe can find, at WCAG 2.2 AA. */
  Visitor findsThePageAccessible() {
    assertThat(Accessibility.violations(page)).as("accessibility of " + page.url()).isEmpty();
    return this;
  }

  /** Keeps a picture in target/screenshots, for people to look at. */
  Visitor takesAPicture(String name) {
    page.screenshot(
        new Page.ScreenshotOptions()
            .setPath(Path.of("target/screenshots/%s-%02d.png".formatted(name, ++pictures)))
            .setFullPage(true));
    return this;
  }

  /**
   * Opens a task by its own address, as a bookmark does: in the tests' database so many tasks of other tests wait that a page of the list
   * need not show it; that the list shows tasks at all is waited for. Its name, step and reference, stands above its form.
   */
  Visitor opensTask(String id, String name) {
    page.locator(".task-filter").first().waitFor();
    page.locator("li.task").first().waitFor();
    page.evaluate(
        """
        id => {
          const [path, query] = location.hash.split('?');
          const wanted = new URLSearchParams(query || '');
          wanted.set('task', id);
          wanted.delete('detailsTab');
          location.hash = (path || '#/') + '?' + wanted;
        }""",
        id);
    page.locator("h2.task", new Page.LocatorOptions().setHasText(name)).first().waitFor();
    page.locator(".fjs-container").waitFor();
    return this;
  }

  Visitor chooses(String key, String option) {
    Locator field = formField("fjs-form-field-select", key);
    field.locator(".fjs-input-group").click();
    field.locator(".fjs-dropdownlist-item", new Locator.LocatorOptions().setHasText(option)).first().click();
    return this;
  }

  Visitor choosesTheFirst(String key) {
    Locator field = formField("fjs-form-field-select", key);
    field.locator(".fjs-input-group").click();
    field.locator(".fjs-dropdownlist-item").first().click();
    return this;
  }

  /** Fills in a field of a form and leaves it, as somebody does who goes on to the next: form-js takes over what was typed then. */
  Visitor writes(String key, String text) {
    Locator field = page.locator("[id$='field_%s']".formatted(key)).first();
    field.fill(text);
    field.blur();
    return this;
  }

  Visitor checks(String key) {
    page.locator("input[type=checkbox][id$='field_%s']".formatted(key)).check();
    return this;
  }

  private Locator formField(String kind, String key) {
    return page.locator("." + kind, new Page.LocatorOptions().setHas(page.locator("[id$='field_%s']".formatted(key))));
  }

  Visitor completes() {
    Locator form = page.locator(".fjs-container");
    presses("complete()");
    form.waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
    return this;
  }

  /** form-js hands a typed value on after a moment; the button waits for nobody, so this does. */
  Visitor presses(String action) {
    page.waitForTimeout(400);
    page.locator("button.btn-primary[ng-click='%s']".formatted(action)).click();
    return this;
  }

  Object evaluates(String script) {
    return page.evaluate(script);
  }

  /** Everything that went wrong on the way: answers of 400 and more, script errors, refused contents. */
  List<String> troubles() {
    return troubles;
  }
}
