package org.fingerpost.intake.api;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import org.fingerpost.intake.ApiKeyCheck;
import org.fingerpost.intake.ApiKeyCheck.ApiClient;
import org.fingerpost.intake.api.ApiProblem.FieldProblem;
import org.fingerpost.intake.receiving.KeyUsedForAnotherRequest;
import org.fingerpost.intake.receiving.RateLimits;
import org.fingerpost.intake.receiving.ReceivingOnce;
import org.fingerpost.intake.receiving.Sending;
import org.fingerpost.intake.receiving.TooManyRequests;
import org.fingerpost.intake.receiving.TrackingLinks;
import org.fingerpost.platform.Actor;
import org.fingerpost.platform.InvalidInput;
import org.fingerpost.platform.InvalidInput.Problem;
import org.fingerpost.platform.Language;
import org.fingerpost.platform.Words;
import org.fingerpost.referral.ReceivingReferral;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Takes referrals as JSON. The same {@code Idempotency-Key} with the same body gives the same answer and one referral, so a sender
 * whose line broke simply sends again; every refusal is a problem detail in the sender's language.
 */
@RestController
@Tag(name = "Referrals")
class ReferralsApi {

  static final String PATH = "/api/referrals";

  /** The longest referral that the rules allow needs about 8 KiB. */
  static final int BODY_LIMIT = 64 * 1024;

  private static final int KEY_LIMIT = 255;
  private static final Logger LOG = LoggerFactory.getLogger(ReferralsApi.class);

  /** A field that comes twice and text after the end are mistakes; which of the two was meant is not ours to guess. */
  private static final ObjectReader TREES =
      JsonMapper.builder()
          .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build()
          .readerFor(JsonNode.class);

  private final ApiKeyCheck keys;
  private final ReceivingOnce receivingOnce;
  private final ReceivingReferral receiving;
  private final Sending sending;
  private final RateLimits limits;
  private final TrackingLinks links;
  private final Words words;

  ReferralsApi(
      ApiKeyCheck keys,
      ReceivingOnce receivingOnce,
      ReceivingReferral receiving,
      Sending sending,
      RateLimits limits,
      TrackingLinks links,
      Words words) {
    this.keys = keys;
    this.receivingOnce = receivingOnce;
    this.receiving = receiving;
    this.sending = sending;
    this.limits = limits;
    this.links = links;
    this.words = words;
  }

  /**
   * A referral that was received.
   *
   * @param reference to quote in every conversation about it
   * @param trackingUrl a page that tells how it goes; whoever knows it can open it
   * @param receivedAt UTC
   */
  @Schema(name = "Receipt")
  record Answer(String reference, String trackingUrl, Instant receivedAt) {}

  @Operation(
      summary = "Refer a person",
      description =
          "Answers once the referral is safely kept. Send again with the same Idempotency-Key if no answer came: the same key with"
              + " the same body gives the same answer and one referral.",
      parameters = {
        @Parameter(
            in = ParameterIn.HEADER,
            name = "X-API-Key",
            description = "The source's key; or Authorization: Bearer",
            schema = @Schema(type = "string")),
        @Parameter(
            in = ParameterIn.HEADER,
            name = "Idempotency-Key",
            required = true,
            description = "Chosen by the sender, new for each referral, e.g. a UUID",
            schema = @Schema(type = "string", maxLength = KEY_LIMIT)),
        @Parameter(
            in = ParameterIn.HEADER,
            name = "Accept-Language",
            description = "en or cy: the language of messages",
            schema = @Schema(type = "string"))
      },
      requestBody =
          @RequestBody(required = true, content = @Content(schema = @Schema(implementation = ReferralBody.class))))
  @ApiResponse(
      responseCode = "201",
      description = "Received",
      content = @Content(mediaType = "application/json", schema = @Schema(implementation = Answer.class)))
  @ApiResponse(responseCode = "400", description = "Not JSON, or no Idempotency-Key", content = @Content)
  @ApiResponse(responseCode = "401", description = "No API key, or a wrong one", content = @Content)
  @ApiResponse(responseCode = "409", description = "The Idempotency-Key came before with another body", content = @Content)
  @ApiResponse(responseCode = "413", description = "The body is longer than 64 KiB", content = @Content)
  @ApiResponse(responseCode = "422", description = "Fields that cannot be accepted, each with the reason", content = @Content)
  @PostMapping(path = PATH, produces = {MediaType.APPLICATION_JSON_VALUE, MediaType.APPLICATION_PROBLEM_JSON_VALUE})
  ResponseEntity<Answer> refer(@Parameter(hidden = true) HttpServletRequest request) throws IOException {
    var client = client(request);
    var key = idempotencyKey(request);
    var tree = tree(request);
    var reader = new StrictReader();
    var referral = reader.read(tree, ReferralBody.class).request(client.schemeId(), client.sourceCode());
    if (!reader.problems().isEmpty()) {
      var problems = new ArrayList<>(reader.problems());
      problems.addAll(receiving.problems(referral));
      throw refused(problems, language(request));
    }
    try {
      var receipt =
          sending.as(
              Actor.source(client.schemeId(), client.sourceCode()),
              () ->
                  receivingOnce.receive(
                      client.schemeId() + ":" + client.sourceCode(), key, CanonicalJson.hash(tree), referral));
      var link = links.of(receipt.trackingToken());
      return ResponseEntity.created(URI.create(link))
          .body(new Answer(receipt.reference(), link, receipt.receivedAt()));
    } catch (InvalidInput refused) {
      throw refused(refused.problems(), language(request));
    } catch (KeyUsedForAnotherRequest reused) {
      throw new ApiProblem(HttpStatus.CONFLICT, "idempotency-key-reused");
    }
  }

  private ApiClient client(HttpServletRequest request) {
    var key = request.getHeader("X-API-Key");
    var authorization = request.getHeader(HttpHeaders.AUTHORIZATION);
    if (key == null && authorization != null && authorization.regionMatches(true, 0, "Bearer ", 0, 7)) {
      key = authorization.substring(7).strip();
    }
    var client = key == null || key.isBlank() ? null : keys.client(key.strip()).orElse(null);
    if (client == null) {
      limits.refusedKey(request.getRemoteAddr());
      throw new ApiProblem(HttpStatus.UNAUTHORIZED, "api-key");
    }
    return client;
  }

  private static String idempotencyKey(HttpServletRequest request) {
    var key = request.getHeader("Idempotency-Key");
    // The draft standard writes the key in quotation marks, many senders do not: both mean the same key.
    var bare = key == null ? "" : key.strip().replaceFirst("^\"(.*)\"$", "$1");
    if (bare.isBlank() || bare.length() > KEY_LIMIT) {
      throw new ApiProblem(HttpStatus.BAD_REQUEST, "idempotency-key");
    }
    return bare;
  }

  private static JsonNode tree(HttpServletRequest request) throws IOException {
    if (request.getContentLengthLong() > BODY_LIMIT) {
      throw new ApiProblem(HttpStatus.PAYLOAD_TOO_LARGE, "too-large");
    }
    var bytes = request.getInputStream().readNBytes(BODY_LIMIT + 1);
    if (bytes.length > BODY_LIMIT) {
      throw new ApiProblem(HttpStatus.PAYLOAD_TOO_LARGE, "too-large");
    }
    try {
      JsonNode tree = TREES.readTree(bytes);
      if (tree.isObject()) {
        return tree;
      }
    } catch (JsonProcessingException e) {
      // Its message may quote the body, so it is not passed on.
      throw new ApiProblem(HttpStatus.BAD_REQUEST, "not-json");
    }
    throw new ApiProblem(HttpStatus.BAD_REQUEST, "not-json");
  }

  private ApiProblem refused(List<Problem> problems, Language language) {
    var byField = new LinkedHashMap<String, FieldProblem>();
    for (var problem : problems) {
      byField.putIfAbsent(
          problem.field(),
          new FieldProblem(problem.field(), words.say(language, problem.messageKey(), problem.args().toArray())));
    }
    return new ApiProblem(HttpStatus.UNPROCESSABLE_ENTITY, "invalid-referral", List.copyOf(byField.values()));
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> problem(ApiProblem problem, HttpServletRequest request) {
    return answer(problem, new HttpHeaders(), request);
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> problem(TooManyRequests problem, HttpServletRequest request) {
    var headers = new HttpHeaders();
    headers.set(HttpHeaders.RETRY_AFTER, Long.toString(problem.retryAfterSeconds()));
    return answer(new ApiProblem(HttpStatus.TOO_MANY_REQUESTS, "too-many"), headers, request);
  }

  /** The exception's own message may quote what was sent, so only its kind and place are logged. */
  @ExceptionHandler
  ResponseEntity<ProblemDetail> problem(RuntimeException problem, HttpServletRequest request) {
    LOG.error(
        "FP-INTAKE-001 A referral over the API was not received because of {} at {}; the sender may send it again with the same"
            + " Idempotency-Key",
        causes(problem),
        problem.getStackTrace().length == 0 ? "-" : problem.getStackTrace()[0]);
    return answer(new ApiProblem(HttpStatus.INTERNAL_SERVER_ERROR, "our-fault"), new HttpHeaders(), request);
  }

  private static String causes(Throwable problem) {
    var names = new ArrayList<String>();
    for (var cause = problem; cause != null && names.size() < 6; cause = cause.getCause()) {
      names.add(cause.getClass().getName());
    }
    return String.join(" caused by ", names);
  }

  private ResponseEntity<ProblemDetail> answer(ApiProblem problem, HttpHeaders headers, HttpServletRequest request) {
    var language = language(request);
    if (problem.status() == HttpStatus.UNAUTHORIZED) {
      headers.set(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"Fingerpost referrals\"");
    }
    headers.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
    headers.set(HttpHeaders.CONTENT_LANGUAGE, language.code());
    var detail =
        problem.detail(
            words.say(language, "intake.api.problem." + problem.type() + ".title"),
            words.say(language, "intake.api.problem." + problem.type()));
    return new ResponseEntity<>(detail, headers, problem.status());
  }

  /** A machine has no cookie: only its {@code Accept-Language} counts. */
  private static Language language(HttpServletRequest request) {
    if (request.getHeader(HttpHeaders.ACCEPT_LANGUAGE) == null) {
      return Language.EN;
    }
    return Collections.list(request.getLocales()).stream()
        .map(Locale::getLanguage)
        .filter(code -> code.equals("cy") || code.equals("en"))
        .findFirst()
        .map(Language::of)
        .orElse(Language.EN);
  }
}
