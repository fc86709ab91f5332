package org.fingerpost.intake.web;

import jakarta.servlet.http.HttpServletResponse;
import org.fingerpost.intake.receiving.TooManyRequests;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.server.ResponseStatusException;

/** Says kindly on a page what these pages refuse; before the problem details, which are for machines. */
@Order(Ordered.HIGHEST_PRECEDENCE)
@ControllerAdvice(basePackageClasses = PageProblems.class)
class PageProblems {

  @ExceptionHandler
  String tooMany(TooManyRequests problem, HttpServletResponse response) {
    response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
    response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(problem.retryAfterSeconds()));
    return "error/429";
  }

  /** No such scheme, or no such page of the form. */
  @ExceptionHandler
  String notThere(ResponseStatusException problem, HttpServletResponse response) {
    response.setStatus(problem.getStatusCode().value());
    return problem.getStatusCode() == HttpStatus.NOT_FOUND ? "error/404" : "error/4xx";
  }
}
