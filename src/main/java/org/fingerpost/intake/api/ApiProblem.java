package org.fingerpost.intake.api;

import java.net.URI;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;

/** A request that is answered with a problem detail (RFC 9457) instead of a receipt. */
final class ApiProblem extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * @param field path in the body, such as {@code person.dateOfBirth}
   * @param detail what is wrong with it, in the sender's language
   */
  record FieldProblem(String field, String detail) {}

  private final HttpStatus status;
  private final transient String type;
  private final transient List<FieldProblem> errors;

  /**
   * @param status the answer's status
   * @param type a stable name that senders may rely on; also the message's key below {@code intake.api.problem.}
   * @param errors field by field, in the sender's language; empty if the problem is not about fields
   */
  ApiProblem(HttpStatus status, String type, List<FieldProblem> errors) {
    super(type, null, false, false);
    this.status = status;
    this.type = type;
    this.errors = errors;
  }

  ApiProblem(HttpStatus status, String type) {
    this(status, type, List.of());
  }

  HttpStatus status() {
    return status;
  }

  String type() {
    return type;
  }

  ProblemDetail detail(String title, String text) {
    var detail = ProblemDetail.forStatusAndDetail(status, text);
    detail.setType(URI.create("urn:fingerpost:problem:" + type));
    detail.setTitle(title);
    if (!errors.isEmpty()) {
      detail.setProperty("errors", errors);
    }
    return detail;
  }
}
