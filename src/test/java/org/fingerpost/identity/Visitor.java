package org.fingerpost.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.fingerpost.platform.database.TestDatabase;

/** A browser without a window: keeps cookies, follows nothing, sends addresses exactly as they are written. */
final class Visitor {

  static final String ENGINE = "/camunda/api/engine/engine/default";
  static final String TASKLIST = "/camunda/app/tasklist/default/";

  private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
  private static final HttpClient BROWSER =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).followRedirects(HttpClient.Redirect.NEVER).build();

  private final String server;
  private final Map<String, String> cookies = new LinkedHashMap<>();
  private String language = "en";

  Visitor(int port) {
    this.server = "http://localhost:" + port;
  }

  /** What the server answered. */
  record Answer(int status, String body, HttpResponse<String> response) {

    String header(String name) {
      return response.headers().firstValue(name).orElse("");
    }

    /** The path that it sends people to, or an empty text. */
    String sentTo() {
      return header("Location").replaceFirst("^http://[^/]+", "").replaceFirst(";jsessionid=.*", "");
    }

    boolean isRefused() {
      return status >= 400 && status < 500 || isSentToSignIn();
    }

    boolean isSentToSignIn() {
      return status == 302 && sentTo().equals("/login");
    }
  }

  Visitor speaking(String newLanguage) {
    this.language = newLanguage;
    return this;
  }

  /** Signs in on the sign-in page, as a member of the demo's staff, and opens Tasklist if that is where the day begins. */
  Visitor signedInAs(String user) {
    var answer = signIn(user, passwordOf(user));
    assertThat(answer.sentTo()).as("after signing in as %s", user).isEqualTo("/start-page");
    return this;
  }

  /** Loads Tasklist once, which hands out the token that its calls carry. */
  Visitor inTasklist(String user) {
    signedInAs(user);
    assertThat(get(TASKLIST).status()).isEqualTo(200);
    assertThat(cookie("XSRF-TOKEN")).isPresent();
    return this;
  }

  Answer signIn(String user, String password) {
    return postForm("/login", "username=" + encoded(user) + "&password=" + encoded(password), get("/login"));
  }

  /** Posts a form with the token of the page that it stood on. */
  Answer postForm(String path, String fields, Answer page) {
    var token = CSRF.matcher(page.body());
    assertThat(token.find()).as("a token on the page").isTrue();
    return send("POST", path, "application/x-www-form-urlencoded", fields + "&_csrf=" + encoded(token.group(1)));
  }

  /** A call of our own scripts: JSON, with the token that a page of ours carries as a header. */
  Answer sendWithPageToken(String method, String path, String json) {
    var token = CSRF.matcher(get("/").body());
    assertThat(token.find()).as("a token on the start page").isTrue();
    var request =
        HttpRequest.newBuilder(URI.create(server + path))
            .timeout(Duration.ofSeconds(60))
            .header("Accept-Language", language)
            .header("Content-Type", "application/json")
            .header("X-CSRF-TOKEN", token.group(1))
            .header("Cookie", cookieLine())
            .method(method, json == null ? BodyPublishers.noBody() : BodyPublishers.ofString(json))
            .build();
    return answer(request);
  }

  Answer get(String path) {
    return send("GET", path, null, null);
  }

  Answer post(String path, String json) {
    return send("POST", path, "application/json", json);
  }

  Answer send(String method, String path, String type, String body) {
    return send(method, path, type, body == null ? null : body.getBytes(StandardCharsets.UTF_8), true);
  }

  Answer send(String method, String path, String type, byte[] body, boolean withToken) {
    var request =
        HttpRequest.newBuilder(URI.create(server + path))
            .timeout(Duration.ofSeconds(60))
            .header("Accept-Language", language)
            .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
    if (type != null) {
      request.header("Content-Type", type);
    }
    if (Stream.of("/camunda/api", "/api", "/engine-rest", "/actuator", "/tasks").noneMatch(path::startsWith)) {
      request.header("Accept", "text/html");
    }
    if (withToken && !method.equals("GET")) {
      cookie("XSRF-TOKEN").ifPresent(token -> request.header("X-XSRF-TOKEN", token));
    }
    if (!cookies.isEmpty()) {
      request.header("Cookie", cookieLine());
    }
    return answer(request.build());
  }

  private String cookieLine() {
    var line = new StringBuilder();
    cookies.forEach((name, value) -> line.append(line.isEmpty() ? "" : "; ").append(name).append('=').append(value));
    return line.toString();
  }

  private Answer answer(HttpRequest request) {
    try {
      var response = BROWSER.send(request, BodyHandlers.ofString());
      response.headers().allValues("Set-Cookie").forEach(this::keep);
      return new Answer(response.statusCode(), response.body(), response);
    } catch (IOException e) {
      throw new IllegalStateException("No answer from " + request.method() + " " + request.uri().getPath(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private void keep(String line) {
    String[] cookie = line.split(";", 2)[0].split("=", 2);
    if (cookie[1].isEmpty()) {
      cookies.remove(cookie[0]);
    } else {
      cookies.put(cookie[0], cookie[1]);
    }
  }

  Optional<String> cookie(String name) {
    return Optional.ofNullable(cookies.get(name));
  }

  Visitor withCookie(String name, String value) {
    cookies.put(name, value);
    return this;
  }

  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  static String passwordOf(String user) {
    try (var lines = Files.lines(TestDatabase.DATA_DIRECTORY.resolve("demo-passwords.txt"))) {
      return lines
          .filter(line -> line.startsWith(user + ":"))
          .map(line -> line.substring(user.length() + 1))
          .findFirst()
          .orElseThrow();
    } catch (IOException e) {
      throw new IllegalStateException("The demo's passwords cannot be read", e);
    }
  }
}
