package org.fingerpost.workbench.draft;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import org.fingerpost.platform.Language;
import org.fingerpost.platform.Words;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * What is larger than any model is refused by what its sender says of its length, before anything of it is kept: documents of
 * applications may be ten times as large.
 */
@Configuration(proxyBeanMethods = false)
class LargeModels {

  /** Before the filter that looks into uploads of documents, which is at -105. */
  private static final int BEFORE_ALL = -106;

  /** A model of 1 MiB, with what a browser writes around it. */
  private static final long LARGEST_UPLOAD = 1024 * 1024 + 64 * 1024;

  /** Camunda Modeler sends a diagram with its forms and tables at once. */
  private static final long LARGEST_DEPLOYMENT = 4 * 1024 * 1024;

  @Bean
  FilterRegistrationBean<OncePerRequestFilter> tooLargeModels(Words words, ObjectMapper json) {
    var filter =
        new FilterRegistrationBean<OncePerRequestFilter>(
            new OncePerRequestFilter() {
              @Override
              protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                  throws ServletException, IOException {
                boolean modeler = request.getRequestURI().contains("/workbench/modeler/");
                if (isShort(request, modeler ? LARGEST_DEPLOYMENT : LARGEST_UPLOAD)) {
                  chain.doFilter(request, response);
                } else if (modeler) {
                  var body = new LinkedHashMap<String, Object>();
                  body.put("type", "InvalidRequestException");
                  body.put("message", words.say(Language.EN, "drafts.modeler.large"));
                  response.setStatus(HttpStatus.PAYLOAD_TOO_LARGE.value());
                  response.setContentType(MediaType.APPLICATION_JSON_VALUE);
                  response.getOutputStream().write(json.writeValueAsString(body).getBytes(StandardCharsets.UTF_8));
                } else {
                  response.setStatus(HttpStatus.SEE_OTHER.value());
                  response.setHeader(
                      HttpHeaders.LOCATION, request.getRequestURI().replaceFirst("^/{2,}", "/").replaceFirst("/upload$", "") + "?tooLarge");
                }
              }
            });
    filter.addUrlPatterns("/workbench/drafts/*", "/workbench/modeler/*");
    filter.setOrder(BEFORE_ALL);
    return filter;
  }

  /** A sender that does not say how long its files are could send for ever; browsers and the Modeler say it. */
  private static boolean isShort(HttpServletRequest request, long most) {
    return request.getContentLengthLong() <= most && request.getHeader(HttpHeaders.TRANSFER_ENCODING) == null;
  }
}
