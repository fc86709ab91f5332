package org.fingerpost.workbench.draft;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.fingerpost.platform.Actor;
import org.fingerpost.platform.AuditEvent;
import org.fingerpost.platform.AuditTrail;
import org.fingerpost.platform.CurrentActor;
import org.fingerpost.platform.InvalidInput;
import org.fingerpost.platform.Language;
import org.fingerpost.platform.Words;
import org.fingerpost.platform.engine.EngineClock;
import org.fingerpost.platform.web.AddressShares;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/**
 * What Camunda Modeler's "Deploy" button talks to: the few calls of Camunda 7's REST API that it makes. What arrives becomes a draft,
 * never a deployment. Opened by a personal token alone, as a Bearer token or as the password of Basic authentication.
 */
@RestController
@RequestMapping("/workbench/modeler")
class ModelerDoor {

  private static final int LARGEST_FILE = 1024 * 1024;
  private static final int MOST_FILES = 50;
  private static final int LONGEST_TEXT = 1000;
  private static final int CALLS = 120;
  private static final int WRONG_TOKENS = 10;
  private static final Duration SHARE = Duration.ofMinutes(10);
  private static final DateTimeFormatter CAMUNDA_TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSZ");

  private final AddressShares shares = new AddressShares();
  private final ModelerTokens tokens;
  private final Drafts drafts;
  private final DraftDesk desk;
  private final AuditTrail audit;
  private final CurrentActor actor;
  private final Words words;
  private final Clock clock;
  private final TransactionTemplate transaction;

  ModelerDoor(
      ModelerTokens tokens,
      Drafts drafts,
      DraftDesk desk,
      AuditTrail audit,
      CurrentActor actor,
      Words words,
      Clock clock,
      TransactionTemplate transaction) {
    this.tokens = tokens;
    this.drafts = drafts;
    this.desk = desk;
    this.audit = audit;
    this.actor = actor;
    this.words = words;
    this.clock = clock;
    this.transaction = transaction;
  }

  /** The Modeler looks whether its model is meant for this engine. */
  @GetMapping("/version")
  Map<String, String> version(HttpServletRequest request) {
    admitted(request);
    return Map.of("version", "7.24.0");
  }

  /** The Modeler tries the address and the token with this before it offers to deploy. */
  @GetMapping("/deployment")
  List<Object> deployments(HttpServletRequest request) {
    admitted(request);
    return List.of();
  }

  /** Takes what the Modeler sends as a draft. */
  @PostMapping("/deployment/create")
  Map<String, Object> receive(HttpServletRequest request) {
    var owner = admitted(request);
    var language = owner.member().language();
    try {
      var parts = parts(request, language);
      String title = text(parts, "deployment-name");
      String scheme = text(parts, "tenant-id");
      var files = files(parts, language);
      return actor.as(
          Actor.staff(owner.member().userId()),
          () -> transaction.execute(status -> received(owner, title, scheme.isBlank() ? null : scheme, files, language)));
    } catch (IOException e) {
      throw refusal(HttpStatus.BAD_REQUEST, language, "drafts.modeler.unreadable");
    } catch (ContentRefused e) {
      throw new Refused(
          HttpStatus.BAD_REQUEST,
          "ParseException",
          words.say(language, "drafts.problem.refused", String.join(" ", desk.sentences(e, language))));
    } catch (InvalidInput e) {
      var problem = e.problems().get(0);
      throw refusal(HttpStatus.BAD_REQUEST, language, problem.messageKey(), problem.args().toArray());
    }
  }

  private Map<String, Object> received(
      ModelerTokens.Owner owner, String title, String scheme, SortedMap<String, byte[]> files, Language language) {
    if (!desk.isAScheme(scheme) || !desk.mayHave(scheme)) {
      throw refusal(HttpStatus.BAD_REQUEST, language, "drafts.modeler.scheme", desk.choices(language).keySet().stream().filter(id -> !id.isEmpty()).reduce((a, b) -> a + ", " + b).orElse("–"));
    }
    var draft = goesOn(owner, title, scheme, files.keySet()).orElseGet(() -> drafts.start(scheme, title));
    files.forEach(
        (name, content) -> {
          var there = draft.files().get(name);
          if (there == null || !Arrays.equals(there.content(), content)) {
            drafts.save(draft.id(), name, content, there == null ? 0 : there.revision(), SavedWith.MODELER);
          }
        });
    var details = new LinkedHashMap<String, String>();
    details.put("token", owner.tokenId().toString());
    details.put("modelFiles", String.join(", ", files.keySet()));
    audit.record(new AuditEvent("modeler.received", "draft", draft.id().toString(), scheme, details));
    return answer(draft, language);
  }

  /** Pressing the button again goes on with the same draft, unless somebody has changed one of its files elsewhere since. */
  private Optional<Draft> goesOn(ModelerTokens.Owner owner, String title, String scheme, Collection<String> names) {
    return drafts.open().stream()
        .filter(draft -> draft.status() == DraftStatus.OPEN)
        .filter(draft -> draft.author().equals(owner.member().userId()))
        .filter(draft -> draft.title().equals(title.strip()) && Objects.equals(draft.schemeId(), scheme))
        .filter(
            draft -> {
              var doors = drafts.savedWith(draft.id());
              return names.stream()
                  .map(draft.files()::get)
                  .allMatch(
                      file ->
                          file == null
                              || file.savedBy().equals(owner.member().userId()) && doors.get(file.name()) == SavedWith.MODELER);
            })
        .findFirst();
  }

  private Map<String, Object> answer(Draft draft, Language language) {
    var findings = desk.findings(drafts.get(draft.id()), language);
    String page = ServletUriComponentsBuilder.fromCurrentContextPath().path("/workbench/drafts/" + draft.id()).build().toUriString();
    long errors = findings.stream().filter(DraftDesk.Found::error).count();
    var answer = new LinkedHashMap<String, Object>();
    answer.put("links", List.of(Map.of("method", "GET", "href", page, "rel", "self")));
    answer.put("id", draft.id().toString());
    answer.put("name", draft.title());
    answer.put("source", "Camunda Modeler");
    answer.put("deploymentTime", CAMUNDA_TIME.format(clock.instant().atZone(EngineClock.LONDON)));
    answer.put("tenantId", draft.schemeId());
    answer.put("deployedProcessDefinitions", null);
    answer.put("deployedCaseDefinitions", null);
    answer.put("deployedDecisionDefinitions", null);
    answer.put("deployedDecisionRequirementsDefinitions", null);
    answer.put("message", words.say(language, "drafts.modeler.received", page, errors));
    answer.put("findings", findings.stream().map(DraftDesk.Found::sentence).toList());
    return answer;
  }

  private ModelerTokens.Owner admitted(HttpServletRequest request) {
    if (!shares.take("modeler", request.getRemoteAddr(), CALLS, SHARE).isZero()) {
      throw refusal(HttpStatus.TOO_MANY_REQUESTS, Language.EN, "drafts.modeler.too-many");
    }
    String authorization = request.getHeader(HttpHeaders.AUTHORIZATION);
    if (authorization == null) {
      // The Modeler asks without a token first, at every change of the address, to learn that it needs one: no guess at a token.
      throw refusal(HttpStatus.UNAUTHORIZED, Language.EN, "drafts.modeler.token");
    }
    return tokens
        .use(secret(authorization))
        .orElseThrow(
            () ->
                shares.take("modeler-wrong", request.getRemoteAddr(), WRONG_TOKENS, SHARE).isZero()
                    ? refusal(HttpStatus.UNAUTHORIZED, Language.EN, "drafts.modeler.token")
                    : refusal(HttpStatus.TOO_MANY_REQUESTS, Language.EN, "drafts.modeler.too-many"));
  }

  private static String secret(String authorization) {
    if (authorization == null || authorization.length() > LONGEST_TEXT) {
      return null;
    }
    if (authorization.startsWith("Bearer ")) {
      return authorization.substring("Bearer ".length()).strip();
    }
    if (authorization.startsWith("Basic ")) {
      try {
        String pair = new String(Base64.getDecoder().decode(authorization.substring("Basic ".length()).strip()), StandardCharsets.UTF_8);
        return pair.substring(pair.indexOf(':') + 1);
      } catch (IllegalArgumentException e) {
        return null;
      }
    }
    return null;
  }

  private Collection<Part> parts(HttpServletRequest request, Language language) throws IOException {
    try {
      return request.getParts();
    } catch (ServletException e) {
      throw refusal(HttpStatus.BAD_REQUEST, language, "drafts.modeler.unreadable");
    } catch (IllegalStateException e) {
      throw refusal(HttpStatus.PAYLOAD_TOO_LARGE, language, "drafts.modeler.large");
    }
  }

  private static String text(Collection<Part> parts, String name) throws IOException {
    for (Part part : parts) {
      if (name.equals(part.getName()) && part.getSubmittedFileName() == null) {
        return new String(part.getInputStream().readNBytes(LONGEST_TEXT), StandardCharsets.UTF_8).strip();
      }
    }
    return "";
  }

  private SortedMap<String, byte[]> files(Collection<Part> parts, Language language) throws IOException {
    var files = new TreeMap<String, byte[]>();
    for (Part part : parts) {
      if (part.getSubmittedFileName() != null) {
        byte[] content = part.getInputStream().readNBytes(LARGEST_FILE + 1);
        String name = ModelNames.of(part.getSubmittedFileName(), content);
        if (files.put(name, content) != null) {
          throw refusal(HttpStatus.BAD_REQUEST, language, "drafts.modeler.twice", name);
        }
      }
    }
    if (files.isEmpty() || files.size() > MOST_FILES) {
      throw refusal(HttpStatus.BAD_REQUEST, language, "drafts.modeler.files", MOST_FILES);
    }
    return files;
  }

  private Refused refusal(HttpStatus status, Language language, String key, Object... args) {
    return new Refused(status, "InvalidRequestException", words.say(language, key, args));
  }

  /** In the shape of Camunda's REST API, because the Modeler shows the message of it. */
  @ExceptionHandler
  ResponseEntity<Map<String, Object>> refused(Refused refused) {
    var body = new LinkedHashMap<String, Object>();
    body.put("type", refused.type);
    body.put("message", refused.getMessage());
    body.put("code", null);
    var answer = ResponseEntity.status(refused.status).contentType(MediaType.APPLICATION_JSON);
    if (refused.status == HttpStatus.UNAUTHORIZED) {
      answer.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"Fingerpost\"");
    }
    return answer.body(body);
  }

  private static final class Refused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final HttpStatus status;
    private final String type;

    Refused(HttpStatus status, String type, String message) {
      super(message);
      this.status = status;
      this.type = type;
    }
  }
}
