package org.fingerpost.identity.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * The webapps carry a full copy of the engine's REST API. What Tasklist calls is listed here, and nothing else of it answers: no
 * deployment, no completing past the form, no variables, no groups or users to write. Bodies that carry a query expression are
 * refused at any depth; the engine's expression manager would refuse them too.
 */
@Configuration(proxyBeanMethods = false)
class WebappGuard {

  private static final String ENGINE = "/camunda/api/engine/engine/default";
  private static final String ID = "[A-Za-z0-9_.:-]+";
  private static final int LARGEST_BODY = 64 * 1024;

  private static final List<Rule> TASKLIST_CALLS =
      List.of(
          new Rule("GET", "/camunda/api/engine/engine/?"),
          new Rule("GET|POST", "/camunda/api/tasklist/.*"),
          new Rule("GET|POST", "/camunda/api/admin/auth/user/default(/login/tasklist|/logout)?"),
          new Rule("GET|OPTIONS", ENGINE + "/filter"),
          new Rule("GET", ENGINE + "/filter/count"),
          new Rule("GET|OPTIONS", ENGINE + "/filter/" + ID),
          new Rule("GET|POST", ENGINE + "/filter/" + ID + "/(list|count|singleResult)"),
          new Rule("GET|POST", ENGINE + "/task/count"),
          new Rule("GET", ENGINE + "/task"),
          new Rule("GET", ENGINE + "/task/" + ID),
          new Rule("GET", ENGINE + "/task/" + ID + "/(form|form-variables|deployed-form|rendered-form|identity-links|comment)"),
          new Rule("POST", ENGINE + "/task/" + ID + "/(claim|unclaim|submit-form)"),
          new Rule("GET", ENGINE + "/user/" + ID + "/profile"),
          new Rule("GET", ENGINE + "/user/count"),
          new Rule("GET", ENGINE + "/identity/groups"),
          new Rule("GET", ENGINE + "/(group|tenant|user)"),
          new Rule("GET", ENGINE + "/authorization/check"),
          new Rule("GET", ENGINE + "/process-definition/" + ID + "(/xml|/diagram)?"),
          new Rule("GET", ENGINE + "/process-definition(/count)?"),
          new Rule("GET", ENGINE + "/case-definition(/count)?"),
          new Rule("GET", ENGINE + "/history/(task|user-operation)(/count)?"),
          new Rule("GET", ENGINE + "/history/decision-instance(/count)?"));

  private record Rule(Pattern methods, Pattern path) {

    private Rule(String methods, String path) {
      this(Pattern.compile(methods), Pattern.compile(path));
    }

    private boolean allows(HttpServletRequest request) {
      return methods.matcher(request.getMethod()).matches() && path.matcher(request.getRequestURI()).matches();
    }
  }

  /** After Spring Security (-100), so that who is not signed in hears 401, not which addresses exist. */
  @Bean
  FilterRegistrationBean<OncePerRequestFilter> webappGuardFilter(ObjectMapper json) {
    var filter = new FilterRegistrationBean<OncePerRequestFilter>(new GuardFilter(json));
    filter.addUrlPatterns("/camunda/api/*");
    filter.setOrder(-60);
    return filter;
  }

  private static final class GuardFilter extends OncePerRequestFilter {

    private final ObjectMapper json;

    private GuardFilter(ObjectMapper json) {
      this.json = json;
    }

    @Override
    protected void doFilterInternal(
        HttpServletRequest request, HttpServletResponse response, FilterChain chain)
        throws ServletException, IOException {
      if (TASKLIST_CALLS.stream().noneMatch(rule -> rule.allows(request))
          || hasExpression(request.getParameterNames().asIterator())) {
        refuse(response, HttpServletResponse.SC_FORBIDDEN, "Tasklist does not need this call, so it is closed.");
        return;
      }
      if (!"POST".equals(request.getMethod())) {
        chain.doFilter(request, response);
        return;
      }
      byte[] body = request.getInputStream().readNBytes(LARGEST_BODY + 1);
      if (body.length > LARGEST_BODY) {
        refuse(response, HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE, "This is more than a form holds.");
        return;
      }
      // Whatever it says it is: the engine's interface would read a body as JSON under several names.
      if (request.getRequestURI().startsWith(ENGINE) && body.length > 0 && !isHarmless(body, request)) {
        refuse(response, HttpServletResponse.SC_BAD_REQUEST, "A query sent from a browser may not carry expressions.");
        return;
      }
      chain.doFilter(new WithBody(request, body), response);
    }

    private static boolean hasExpression(java.util.Iterator<String> names) {
      while (names.hasNext()) {
        if (isExpressionKey(names.next())) {
          return true;
        }
      }
      return false;
    }

    private boolean isHarmless(byte[] body, HttpServletRequest request) throws IOException {
      try {
        // Answers of a form are the domain's to judge; a query is a tree of criteria, and none of ours is an expression.
        return request.getRequestURI().endsWith("/submit-form") || !carriesExpression(json.readTree(body));
      } catch (JsonProcessingException e) {
        return false;
      }
    }

    private static boolean carriesExpression(JsonNode node) {
      if (node == null) {
        return false;
      }
      if (node.isTextual()) {
        String text = node.asText();
        return text.contains("${") || text.contains("#{");
      }
      for (var field : node.properties()) {
        if (isExpressionKey(field.getKey()) || carriesExpression(field.getValue())) {
          return true;
        }
      }
      if (node.isArray()) {
        for (JsonNode element : node) {
          if (carriesExpression(element)) {
            return true;
          }
        }
      }
      return false;
    }

    private static boolean isExpressionKey(String key) {
      return key.toLowerCase(java.util.Locale.ROOT).endsWith("expression");
    }

    private void refuse(HttpServletResponse response, int status, String sentence) throws IOException {
      response.setStatus(status);
      response.setContentType("application/json");
      response.setCharacterEncoding(StandardCharsets.UTF_8.name());
      json.writeValue(response.getWriter(), java.util.Map.of("type", "Refused", "message", sentence));
    }
  }

  /** The request with a body that has already been read. */
  private static final class WithBody extends HttpServletRequestWrapper {

    private final byte[] body;

    private WithBody(HttpServletRequest request, byte[] body) {
      super(request);
      this.body = body;
    }

    @Override
    public ServletInputStream getInputStream() {
      var bytes = new ByteArrayInputStream(body);
      return new ServletInputStream() {
        @Override
        public boolean isFinished() {
          return bytes.available() == 0;
        }

        @Override
        public boolean isReady() {
          return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
          throw new IllegalStateException("The body is here already; there is nothing to wait for");
        }

        @Override
        public int read() {
          return bytes.read();
        }
      };
    }

    @Override
    public BufferedReader getReader() {
      return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
    }
  }
}
