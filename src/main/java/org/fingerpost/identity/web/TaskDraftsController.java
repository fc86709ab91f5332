package org.fingerpost.identity.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.fingerpost.identity.SignedIn;
import org.fingerpost.platform.InvalidInput;
import org.fingerpost.platform.Language;
import org.fingerpost.platform.Staff;
import org.fingerpost.platform.Words;
import org.fingerpost.platform.engine.AsUser;
import org.fingerpost.platform.engine.TaskDrafts;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Where Tasklist's forms keep what is being typed ({@code fingerpost.js} calls it). Outside Camunda's own interface, so that nothing
 * of it passes the engine; guarded by our token against forged requests, which the answer to GET carries.
 */
@RestController
@RequestMapping("/tasks/{taskId:[A-Za-z0-9-]{1,64}}/draft")
class TaskDraftsController {

  private static final int LARGEST_BODY = 64 * 1024;

  private final TaskDrafts drafts;
  private final AsUser asUser;
  private final Staff staff;
  private final Words words;
  private final ObjectReader body;

  TaskDraftsController(TaskDrafts drafts, AsUser asUser, Staff staff, Words words, ObjectMapper json) {
    this.drafts = drafts;
    this.asUser = asUser;
    this.staff = staff;
    this.words = words;
    this.body = json.readerFor(Typed.class).with(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
  }

  /** The form's fields, who typed last and when, and the token for keeping more. Not the answers: they come with the form. */
  @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
  Map<String, Object> look(@PathVariable String taskId, @AuthenticationPrincipal SignedIn who, CsrfToken token) {
    var kept = asUser.run(who.member(), () -> drafts.look(taskId));
    var answer = new LinkedHashMap<String, Object>();
    answer.put("fields", kept.fields());
    answer.put("revision", kept.revision());
    answer.put("mine", Objects.equals(kept.userId(), who.getUsername()));
    answer.put("by", kept.userId() == null ? null : nameOf(kept.userId()));
    answer.put("at", kept.changedAt() == null ? null : kept.changedAt().toString());
    answer.put("header", token.getHeaderName());
    answer.put("token", token.getToken());
    return answer;
  }

  @PutMapping(consumes = MediaType.APPLICATION_JSON_VALUE, produces = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<Map<String, Object>> keep(
      @PathVariable String taskId, @AuthenticationPrincipal SignedIn who, InputStream sent, Locale locale)
      throws IOException {
    byte[] bytes = sent.readNBytes(LARGEST_BODY + 1);
    if (bytes.length > LARGEST_BODY) {
      return ResponseEntity.status(HttpStatus.PAYLOAD_TOO_LARGE).body(said(locale, "platform.draft.too-long"));
    }
    Typed typed = typed(bytes);
    return asUser
        .run(who.member(), () -> drafts.keep(taskId, typed.revision(), typed.answers()))
        .map(revision -> ResponseEntity.ok(Map.<String, Object>of("revision", revision)))
        .orElseGet(() -> ResponseEntity.status(HttpStatus.CONFLICT).body(said(locale, "platform.draft.changed")));
  }

  @DeleteMapping
  ResponseEntity<Void> discard(@PathVariable String taskId, @AuthenticationPrincipal SignedIn who) {
    asUser.run(who.getUsername(), () -> drafts.discard(taskId));
    return ResponseEntity.noContent().build();
  }

  @ExceptionHandler
  ResponseEntity<Map<String, Object>> refused(TaskDrafts.Refused refused, Locale locale) {
    return switch (refused.why()) {
      case GONE -> ResponseEntity.status(HttpStatus.NOT_FOUND).body(said(locale, "platform.task.gone"));
      case NOT_YOURS -> ResponseEntity.status(HttpStatus.FORBIDDEN).body(said(locale, "platform.task.not-yours"));
    };
  }

  @ExceptionHandler
  ResponseEntity<Map<String, Object>> notAsTheFormWants(InvalidInput refused, Locale locale) {
    String sentences =
        refused.problems().stream()
            .map(problem -> words.say(Language.of(locale), problem.messageKey(), problem.args().toArray()))
            .distinct()
            .collect(Collectors.joining(" "));
    return ResponseEntity.badRequest().body(Map.of("message", sentences));
  }

  private Typed typed(byte[] bytes) throws IOException {
    try {
      Typed typed = body.readValue(bytes);
      if (typed != null && typed.answers() != null) {
        return typed;
      }
    } catch (JsonProcessingException e) {
      // Its text could quote what was typed: said below in words of ours.
    }
    throw new InvalidInput("form", "platform.answer.not-understood");
  }

  private Map<String, Object> said(Locale locale, String key) {
    return Map.of("message", words.say(Language.of(locale), key));
  }

  private String nameOf(String userId) {
    return staff.find(userId).map(Staff.Member::displayName).orElse(userId);
  }

  /**
   * @param revision that the form was filled from
   */
  record Typed(int revision, Map<String, Object> answers) {

    @Override
    public String toString() {
      return "Typed[" + revision + "]";
    }
  }
}
