package org.fingerpost.identity.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets a page be written whole before its first part leaves. A form far down a long page needs a token, the token a session, and a
 * session a header; with Tomcat's usual 8 kB the headers would be gone by then and the visitor would see an error.
 */
@Configuration(proxyBeanMethods = false)
class PagesInOnePiece {

  /** More than our longest page with a form. */
  private static final int BYTES = 128 * 1024;

  @Bean
  FilterRegistrationBean<OncePerRequestFilter> wholePages() {
    var filter =
        new FilterRegistrationBean<OncePerRequestFilter>(
            new OncePerRequestFilter() {
              @Override
              protected void doFilterInternal(
                  HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                  throws ServletException, IOException {
                if (!request.getRequestURI().startsWith("/camunda/")) {
                  response.setBufferSize(BYTES);
                }
                chain.doFilter(request, response);
              }
            });
    filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 1);
    return filter;
  }
}
