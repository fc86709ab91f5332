package org.fingerpost.questionnaire.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * A document that is too large is said to be so on the page it came from. This must happen before anybody asks for the request's
 * parameters: the container then swallows the problem, the token against forged requests is missing, and the applicant would read
 * that a page is not for them.
 */
@Configuration(proxyBeanMethods = false)
class UploadTooLarge {

  /** Before Spring Security, which is at -100. */
  private static final int BEFORE_ALL = -105;

  @Bean
  FilterRegistrationBean<OncePerRequestFilter> tooLargeUploads() {
    var filter =
        new FilterRegistrationBean<OncePerRequestFilter>(
            new OncePerRequestFilter() {
              @Override
              protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                  throws ServletException, IOException {
                if (readable(request)) {
                  chain.doFilter(request, response);
                } else {
                  response.setStatus(HttpStatus.SEE_OTHER.value());
                  response.setHeader(HttpHeaders.LOCATION, request.getRequestURI().replaceFirst("^/{2,}", "/") + "?tooLarge");
                }
              }
            });
    filter.addUrlPatterns("/kitemark/apply/*", "/kitemark/mark/*", "/grants/apply/*", "/applications/*");
    filter.setOrder(BEFORE_ALL);
    return filter;
  }

  private static boolean readable(HttpServletRequest request) throws IOException, ServletException {
    String type = request.getContentType();
    if (!"POST".equals(request.getMethod()) || type == null || !type.toLowerCase(java.util.Locale.ROOT).startsWith("multipart/")) {
      return true;
    }
    try {
      request.getParts();
      return true;
    } catch (IllegalStateException e) {
      return false;
    }
  }
}
