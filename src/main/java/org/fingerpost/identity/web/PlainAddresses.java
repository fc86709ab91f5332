package org.fingerpost.identity.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Stands before everything else and refuses addresses that are written in a roundabout way: empty or dotted steps, matrix
 * parameters, and percent signs where none are needed. No link of ours looks like that. Several parts read an address after one
 * another (Tomcat, Spring Security, the webapps), and where they could read it differently there would be a way past a rule.
 */
@Configuration(proxyBeanMethods = false)
class PlainAddresses {

  /** Also {@code %2e}, {@code %2f}, {@code %5c}, {@code %25}, control characters, and letters or digits behind a percent sign. */
  private static final Pattern ROUNDABOUT =
      Pattern.compile(
          "//|;|\\\\|/\\.{1,2}(?:/|$)|%(?:[01][0-9A-F]|2[5DEF]|3[0-9B]|[46][1-9A-F]|[57][0-9A]|5[CF]|7[EF])",
          Pattern.CASE_INSENSITIVE);

  static boolean isPlain(String address) {
    return !ROUNDABOUT.matcher(address).find();
  }

  @Bean
  FilterRegistrationBean<OncePerRequestFilter> plainAddressesOnly() {
    var filter =
        new FilterRegistrationBean<OncePerRequestFilter>(
            new OncePerRequestFilter() {
              @Override
              protected void doFilterInternal(
                  HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                  throws ServletException, IOException {
                if (isPlain(request.getRequestURI())) {
                  chain.doFilter(request, response);
                } else {
                  response.sendError(HttpServletResponse.SC_BAD_REQUEST);
                }
              }
            });
    filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
    return filter;
  }
}
