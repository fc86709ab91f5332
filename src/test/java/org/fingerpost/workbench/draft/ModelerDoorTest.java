package org.fingerpost.workbench.draft;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.camunda.bpm.engine.RepositoryService;
import org.fingerpost.FingerpostTest;
import org.fingerpost.platform.Actor;
import org.fingerpost.platform.CurrentActor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Camunda Modeler's "Deploy" button, by the requests that the Modeler sends. */
@FingerpostTest
@DisplayNameGeneration(ReplaceUnderscores.class)
class ModelerDoorTest {

  private static final String TITLE = "A door for the Modeler";
  private static final String FILE = "bpmn/first-contact.bpmn";

  @LocalServerPort int port;
  @Autowired ModelerTokens tokens;
  @Autowired ModelerDoor door;
  @Autowired Drafts drafts;
  @Autowired LiveModels live;
  @Autowired RepositoryService repository;
  @Autowired CurrentActor actor;
  @Autowired JdbcClient database;

  private final HttpClient http = HttpClient.newHttpClient();
  private String token;

  @BeforeEach
  void aToken() {
    token = actor.as(Actor.staff("priya"), () -> tokens.make(7));
  }

  @AfterEach
  void forget() {
    database.sql("delete from model_draft where title = ?").param(TITLE).update();
    database.sql("delete from modeler_token where user_id = 'priya'").update();
  }

  @Test
  void deploy_lands_as_a_draft_and_never_as_a_deployment() throws Exception {
    long before = repository.createDeploymentQuery().count();
    var answer = deploy(bearer(), "gloucestershire", "Diagram 1.bpmn", changed());

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
    JsonNode said = new ObjectMapper().readTree(answer.body());
    assertThat(said.path("name").asText()).isEqualTo(TITLE);
    assertThat(said.path("tenantId").asText()).isEqualTo("gloucestershire");
    assertThat(said.path("deployedProcessDefinitions").isNull()).isTrue();
    assertThat(said.path("message").asText()).contains("This is a draft now; nothing was put live", "/workbench/drafts/");
    var draft = drafts.get(UUID.fromString(said.path("id").asText()));
    assertThat(draft.author()).isEqualTo("priya");
    assertThat(draft.schemeId()).isEqualTo("gloucestershire");
    assertThat(draft.files().get(FILE).content()).isEqualTo(changed());
    assertThat(repository.createDeploymentQuery().count()).isEqualTo(before);
    assertThat(acts(draft.id())).containsExactly("draft.started", "draft.saved", "modeler.received");
    assertThat(database.sql("select last_used_at is not null from modeler_token where user_id = 'priya'").query(Boolean.class).single()).isTrue();
  }

  @Test
  void pressing_the_button_again_goes_on_with_the_same_draft_unless_somebody_changed_it() throws Exception {
    String first = id(deploy(bearer(), "", "first-contact.bpmn", live()));
    assertThat(id(deploy(basic(), "", "first-contact.bpmn", changed()))).isEqualTo(first);
    int revision = drafts.get(UUID.fromString(first)).files().get(FILE).revision();
    actor.as(Actor.staff("paul"), () -> drafts.save(UUID.fromString(first), FILE, live(), revision));
    assertThat(id(deploy(bearer(), "", "first-contact.bpmn", changed()))).isNotEqualTo(first);
    assertThat(drafts.get(UUID.fromString(first)).files().get(FILE).content()).as("paul's stays").isEqualTo(live());
  }

  @Test
  void the_modeler_can_try_its_endpoint() throws Exception {
    assertThat(get("/deployment?maxResults=0", bearer()).body()).isEqualTo("[]");
    assertThat(get("/version", bearer()).body()).contains("7.24.0");
  }

  /**
   * Recorded from the Modeler's own code (DeploymentTool, DeploymentConfigValidator and CamundaAPI): it tries the address without a token
   * at every change and before every deployment, to learn that one is needed, and takes any other answer for a wrong address.
   */
  @Test
  void the_modelers_own_requests_are_answered_in_their_order_however_often_it_asks_without_a_token() throws Exception {
    for (int i = 0; i < 15; i++) {
      var unknown = get("/deployment?maxResults=0", null);
      assertThat(unknown.statusCode()).as("the Modeler shows its field for the token").isEqualTo(401);
      assertThat(unknown.headers().firstValue("WWW-Authenticate")).hasValueSatisfying(scheme -> assertThat(scheme).startsWith("Bearer"));
    }
    assertThat(get("/deployment?maxResults=0", bearer()).statusCode()).isEqualTo(200);
    assertThat(new ObjectMapper().readTree(get("/version", bearer()).body()).path("version").asText()).isEqualTo("7.24.0");
    var attachments = new TreeMap<String, byte[]>();
    attachments.put("record-first-contact.form", live.file(null, "forms/record-first-contact.form").orElseThrow());
    attachments.put("contact-plan.dmn", live.file(null, "dmn/contact-plan.dmn").orElseThrow());

    var answer = deploy(bearer(), "gloucestershire", "first-contact.bpmn", changed(), attachments);

    JsonNode said = new ObjectMapper().readTree(answer.body());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(said.has("deployedProcessDefinitions")).as("the Modeler reads it").isTrue();
    assertThat(drafts.get(UUID.fromString(said.path("id").asText())).files())
        .containsOnlyKeys(FILE, "dmn/contact-plan.dmn", "forms/record-first-contact.form");
  }

  /** The sender has said how long it is; nothing of it is waited for. */
  @Test
  void ten_megabytes_are_refused_at_both_doors_before_they_are_sent() throws Exception {
    String multipart = "Content-Type: multipart/form-data; boundary=x\r\n";
    String large = "Content-Length: 10485760\r\n";
    assertThat(begun("/workbench/modeler/deployment/create", "Authorization: " + bearer() + "\r\n" + multipart + large)).contains(" 413 ");
    assertThat(begun("/workbench/drafts/" + UUID.randomUUID() + "/upload", multipart + large)).contains(" 303 ");
    assertThat(begun("/workbench/modeler/deployment/create", "Authorization: " + bearer() + "\r\n" + multipart + "Transfer-Encoding: chunked\r\n"))
        .as("however long")
        .contains(" 413 ");
  }

  /** The first line of the answer to a request of which only the beginning has been sent. */
  private String begun(String path, String headers) throws IOException {
    try (var socket = new Socket("localhost", port)) {
      socket.setSoTimeout(20_000);
      socket
          .getOutputStream()
          .write(("POST " + path + " HTTP/1.1\r\nHost: localhost\r\n" + headers + "\r\n").getBytes(StandardCharsets.US_ASCII));
      socket.getOutputStream().flush();
      return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII)).readLine();
    }
  }

  @Test
  void a_wrong_an_old_or_a_revoked_token_opens_nothing() throws Exception {
    assertThat(get("/version", null).statusCode()).isEqualTo(401);
    var wrong = deploy("Bearer fpm_wrong", "", "first-contact.bpmn", live());
    assertThat(wrong.statusCode()).isEqualTo(401);
    assertThat(wrong.body()).contains("\"type\"", "Your token was not accepted");
    database.sql("update modeler_token set expires_at = made_at").update();
    assertThat(get("/version", bearer()).statusCode()).isEqualTo(401);
    database.sql("update modeler_token set expires_at = made_at + interval '7 days', revoked_at = made_at").update();
    assertThat(get("/version", bearer()).statusCode()).isEqualTo(401);
    assertThat(database.sql("select count(*) from audit_entry where act = 'token.refused'").query(Long.class).single()).isPositive();
    assertThat(database.sql("select count(*) from model_draft where title = ?").param(TITLE).query(Long.class).single()).isZero();
  }

  @Test
  void a_token_opens_no_page() throws Exception {
    var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/workbench/drafts")).header("Authorization", bearer()).build();
    assertThat(http.send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(302);
  }

  @Test
  void a_hostile_or_foreign_file_is_refused_with_sentences_and_nothing_is_kept() throws Exception {
    String hostile = new String(live(), StandardCharsets.UTF_8).replaceFirst("camunda:delegateExpression=\"[^\"]*\"", "camunda:class=\"java.lang.Runtime\"");
    var answer = deploy(bearer(), "", "first-contact.bpmn", hostile.getBytes(StandardCharsets.UTF_8));
    assertThat(answer.statusCode()).isEqualTo(400);
    JsonNode said = new ObjectMapper().readTree(answer.body());
    assertThat(said.path("type").asText()).isEqualTo("ParseException");
    assertThat(said.path("message").asText()).contains("camunda:class is not allowed");
    assertThat(deploy(bearer(), "", "x.bpmn", "<!DOCTYPE a [<!ENTITY b \"c\">]><a/>".getBytes(StandardCharsets.UTF_8)).statusCode()).isEqualTo(400);
    assertThat(deploy(bearer(), "", "x.exe", live()).body()).contains("Only .bpmn");
    assertThat(deploy(bearer(), "nowhere", "first-contact.bpmn", live()).body()).contains("There is no such scheme");
    assertThat(deploy(bearer(), "", "first-contact.bpmn", new byte[12 * 1024 * 1024]).statusCode()).isEqualTo(413);
    assertThat(database.sql("select count(*) from model_draft where title = ?").param(TITLE).query(Long.class).single()).isZero();
  }

  /** As CamundaAPI.js of Camunda Modeler builds it: FormData of a browser. */
  private HttpResponse<String> deploy(String authorization, String tenant, String fileName, byte[] content) throws Exception {
    return deploy(authorization, tenant, fileName, content, new TreeMap<>());
  }

  private HttpResponse<String> deploy(
      String authorization, String tenant, String fileName, byte[] content, SortedMap<String, byte[]> attachments) throws Exception {
    String boundary = "----WebKitFormBoundary7MA4YWxkTrZu0gW";
    var body = new ByteArrayOutputStream();
    field(body, boundary, "deployment-name", TITLE);
    field(body, boundary, "deployment-source", "Camunda Modeler");
    field(body, boundary, "enable-duplicate-filtering", "true");
    if (!tenant.isEmpty()) {
      field(body, boundary, "tenant-id", tenant);
    }
    body.write(
        ("--%s\r\nContent-Disposition: form-data; name=\"%s\"; filename=\"%s\"\r\nContent-Type: text/xml\r\n\r\n".formatted(boundary, fileName, fileName))
            .getBytes(StandardCharsets.UTF_8));
    body.write(content);
    for (var attachment : attachments.entrySet()) {
      body.write(
          ("\r\n--%s\r\nContent-Disposition: form-data; name=\"%s\"; filename=\"%s\"\r\nContent-Type: application/octet-stream\r\n\r\n"
                  .formatted(boundary, attachment.getKey(), attachment.getKey()))
              .getBytes(StandardCharsets.UTF_8));
      body.write(attachment.getValue());
    }
    body.write(("\r\n--%s--\r\n".formatted(boundary)).getBytes(StandardCharsets.UTF_8));
    var request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/workbench/modeler/deployment/create"))
            .header("Authorization", authorization)
            .header("Accept", "application/json")
            .header("Content-Type", "multipart/form-data; boundary=" + boundary)
            .POST(BodyPublishers.ofByteArray(body.toByteArray()))
            .build();
    return http.send(request, BodyHandlers.ofString());
  }

  private static void field(ByteArrayOutputStream body, String boundary, String name, String value) throws IOException {
    body.write(
        "--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n".formatted(boundary, name, value).getBytes(StandardCharsets.UTF_8));
  }

  private HttpResponse<String> get(String path, String authorization) throws Exception {
    var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/workbench/modeler" + path)).header("Accept", "application/json");
    if (authorization != null) {
      request.header("Authorization", authorization);
    }
    return http.send(request.build(), BodyHandlers.ofString());
  }

  private static String id(HttpResponse<String> answer) throws IOException {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return new ObjectMapper().readTree(answer.body()).path("id").asText();
  }

  private String bearer() {
    return "Bearer " + token;
  }

  private String basic() {
    return "Basic " + Base64.getEncoder().encodeToString(("priya:" + token).getBytes(StandardCharsets.UTF_8));
  }

  private byte[] live() {
    return live.file(null, FILE).orElseThrow();
  }

  private byte[] changed() {
    return new String(live(), StandardCharsets.UTF_8).replaceFirst("(<bpmn:process [^>]*name=\")[^\"]*", "$1First contact, changed").getBytes(StandardCharsets.UTF_8);
  }

  private java.util.List<String> acts(UUID draft) {
    return database.sql("select act from audit_entry where subject_id = ? order by audit_id").param(draft.toString()).query(String.class).list();
  }
}
