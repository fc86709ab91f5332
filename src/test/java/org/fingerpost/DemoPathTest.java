package org.fingerpost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestBuilders.formLogin;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import jakarta.servlet.http.Cookie;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.fingerpost.identity.ApiKeys;
import org.fingerpost.platform.database.TestDatabase;
import org.fingerpost.scheme.Schemes;
import org.fingerpost.scheme.Source;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

/** What the demo promises when it is ready: each address opens, each user signs in with the password that was kept. */
@FingerpostTest
class DemoPathTest {

  private static final Path PASSWORDS = TestDatabase.DATA_DIRECTORY.resolve("demo-passwords.txt");
  private static final Pattern STEP = Pattern.compile("id=\"step-\\d+\".*?href=\"([^\"]+)\"", Pattern.DOTALL);

  @Autowired MockMvc browser;
  @Autowired Schemes schemes;
  @Autowired ApiKeys keys;

  @ParameterizedTest(name = "{0} begins at {1}")
  @CsvSource({
    "lowri, /camunda/app/tasklist/default/",
    "tom, /camunda/app/tasklist/default/",
    "bronwen, /camunda/app/tasklist/default/",
    "grace, /camunda/app/tasklist/default/",
    "priya, /workbench",
    "paul, /workbench",
    "amir, /audit",
    "kit, /camunda/app/tasklist/default/",
    "kezia, /camunda/app/tasklist/default/",
    "gemma, /camunda/app/tasklist/default/",
    "ada, /admin"
  })
  void everybody_signs_in_with_the_password_that_was_kept(String user, String startPage) throws Exception {
    var answer = browser.perform(formLogin("/login").user(user).password(passwords().get(user))).andReturn();

    assertThat(answer.getResponse().getRedirectedUrl()).isEqualTo("/start-page");
    var session = answer.getResponse().getCookies();
    assertThat(opens("/start-page", session).getRedirectedUrl()).isEqualTo(startPage);
    if (!startPage.startsWith("/camunda")) {
      assertThat(opens(startPage, session).getStatus()).isEqualTo(200);
    }
  }

  private MockHttpServletResponse opens(String address, Cookie... session) throws Exception {
    return browser.perform(get(address).cookie(session)).andReturn().getResponse();
  }

  @Test
  void a_guess_does_not_sign_in() throws Exception {
    var answer = browser.perform(formLogin("/login").user("kit").password("guess-of-a-demo-password")).andReturn();

    assertThat(answer.getResponse().getRedirectedUrl()).startsWith("/login?");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/", "/refer", "/refer/gloucestershire", "/login", "/demo/outbox", "/demo/clock", "/demo/tour"})
  void each_address_opens_in_both_languages(String address) throws Exception {
    for (String language : List.of("en", "cy")) {
      var page = browser.perform(get(address).param("lang", language)).andReturn().getResponse();

      assertThat(page.getStatus()).as("%s in %s", address, language).isEqualTo(200);
      assertThat(page.getContentAsString()).contains("<html lang=\"" + language + "\"").doesNotContain("??");
    }
  }

  @Test
  void every_step_of_the_tour_leads_to_a_page() throws Exception {
    String tour = browser.perform(get("/demo/tour")).andReturn().getResponse().getContentAsString();
    var links = STEP.matcher(tour).results().map(step -> step.group(1)).toList();

    assertThat(links).hasSize(10);
    for (String link : links) {
      var page = browser.perform(get(link)).andReturn().getResponse();
      // what belongs to staff asks for their password first
      assertThat(page.getStatus() == 200 || String.valueOf(page.getRedirectedUrl()).endsWith("/login"))
          .as(link)
          .isTrue();
    }
  }

  @Test
  void every_source_of_every_scheme_has_a_key_that_works() throws IOException {
    var held = new TreeMap<String, String>();
    for (String line : Files.readAllLines(PASSWORDS)) {
      var parts = line.split(":");
      if (parts.length == 4) {
        held.put(parts[1] + " " + parts[2], parts[3]);
      }
    }

    var shipped =
        List.of("gloucestershire", "arts-on-prescription", "north-staffordshire", "wales", "east-lancashire");
    for (String scheme : shipped) {
      for (Source source : schemes.get(scheme).sources()) {
        assertThat(keys.holderOf(held.get(scheme + " " + source.code())))
            .as("key of %s in %s", source.code(), scheme)
            .contains(new ApiKeys.Holder(scheme, source.code()));
      }
    }
  }

  @Test
  void nobody_else_on_the_machine_can_read_the_passwords() throws IOException {
    assertThat(Files.getPosixFilePermissions(PASSWORDS))
        .extracting(Enum::name)
        .containsExactlyInAnyOrder("OWNER_READ", "OWNER_WRITE");
  }

  private static Map<String, String> passwords() throws IOException {
    var passwords = new TreeMap<String, String>();
    for (String line : Files.readAllLines(PASSWORDS)) {
      var parts = line.split(":");
      if (parts.length == 2) {
        passwords.put(parts[0], parts[1]);
      }
    }
    return passwords;
  }
}
