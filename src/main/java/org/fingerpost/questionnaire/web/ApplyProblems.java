package org.fingerpost.questionnaire.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.NoSuchElementException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** Says kindly on a page what these pages refuse; before the problem details, which are for machines. */
@Order(Ordered.HIGHEST_PRECEDENCE)
@ControllerAdvice(basePackageClasses = ApplyProblems.class)
class ApplyProblems {

  /** Whoever has an old link is one click away from a new one. */
  @ExceptionHandler
  ModelAndView wrongLink(ApplicantPages.LinkOpensNothing problem) {
    return new ModelAndView("apply/wrong-link", Map.of("area", problem.area()), HttpStatus.NOT_FOUND);
  }

  @ExceptionHandler
  String refused(ResponseStatusException problem, HttpServletResponse response) {
    response.setStatus(problem.getStatusCode().value());
    if (problem.getStatusCode() == HttpStatus.TOO_MANY_REQUESTS) {
      return "error/429";
    }
    return problem.getStatusCode() == HttpStatus.NOT_FOUND ? "error/404" : "error/4xx";
  }

  /** A question or page that this application does not have. */
  @ExceptionHandler
  String notThere(NoSuchElementException problem, HttpServletResponse response) {
    response.setStatus(HttpStatus.NOT_FOUND.value());
    return "error/404";
  }
}
