package org.fingerpost.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.header.HeaderWriter;
import org.springframework.security.web.header.writers.CacheControlHeadersWriter;

/**
 * Four megabytes of Tasklist need not travel every morning. Its own libraries carry the webjar's version in their address
 * ({@code ?bust=7.24.0}), and fonts never change, so browsers keep both for a year. Everything else of the webapps is kept by
 * nobody: answers about people, and the files of ours that stand in front of Tasklist's and change with each release.
 */
final class WebappCaching implements HeaderWriter {

  private static final Pattern VERSIONED =
      Pattern.compile("/camunda/(?:lib/(?:deps|runtime)\\.js|app/tasklist/camunda-tasklist-bootstrap\\.(?:js|css))");
  private static final Pattern FONT = Pattern.compile("/camunda/assets/(?:IBMPlexSans|opensans|glyphicons)-[A-Za-z-]+\\.woff2?");
  private static final Pattern VERSION = Pattern.compile("bust=[0-9.]{3,12}");

  private final HeaderWriter kept = new CacheControlHeadersWriter();

  @Override
  public void writeHeaders(HttpServletRequest request, HttpServletResponse response) {
    // Only addresses that are there: what an error is sent for is not known to be one when its headers are written. And only for
    // somebody who is signed in: the way to the sign-in page has its status last.
    if (neverChanges(request) && (response.getStatus() == 200 || response.getStatus() == 304) && somebodyIsSignedIn()) {
      response.setHeader(HttpHeaders.CACHE_CONTROL, "private, max-age=31536000, immutable");
    } else {
      kept.writeHeaders(request, response);
    }
  }

  private static boolean somebodyIsSignedIn() {
    var who = SecurityContextHolder.getContext().getAuthentication();
    return who != null && who.isAuthenticated() && !(who instanceof AnonymousAuthenticationToken);
  }

  private static boolean neverChanges(HttpServletRequest request) {
    if (!"GET".equals(request.getMethod())) {
      return false;
    }
    String query = request.getQueryString();
    return VERSIONED.matcher(request.getRequestURI()).matches() && query != null && VERSION.matcher(query).matches()
        || FONT.matcher(request.getRequestURI()).matches();
  }
}
