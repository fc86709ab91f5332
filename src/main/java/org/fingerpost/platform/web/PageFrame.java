package org.fingerpost.platform.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.fingerpost.platform.Language;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What {@code layout.html} needs to know about the page it surrounds. A bean that the template asks rather than a model attribute,
 * because error pages and view controllers have no model of ours.
 */
@Component
public class PageFrame {

  private final boolean demo;

  PageFrame(@Value("${fingerpost.demo:false}") boolean demo) {
    this.demo = demo;
  }

  /** Whether nothing on this installation is real, which every page then says. */
  public boolean isDemo() {
    return demo;
  }

  /** The language this page is in. */
  public Language getLanguage() {
    return Language.of(LocaleContextHolder.getLocale());
  }

  /** The language this page can be switched to. */
  public Language getOtherLanguage() {
    return getLanguage() == Language.CY ? Language.EN : Language.CY;
  }

  /**
   * This same page in the other language: path and query as they are, with {@code lang} set. An error page names the page that was
   * asked for. Only the path and query are given, so that a forged {@code Host} header cannot lead people elsewhere.
   */
  public String getSwitchLink() {
    if (!(RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes)) {
      return "?lang=" + getOtherLanguage().code();
    }
    var request = attributes.getRequest();
    return here(request).replaceQueryParam("lang", getOtherLanguage().code()).build().toUriString();
  }

  private static UriComponentsBuilder here(HttpServletRequest request) {
    var asked = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
    var path = asked instanceof String uri ? uri : request.getRequestURI();
    // A path that starts with two slashes would be read as another host.
    return UriComponentsBuilder.newInstance().path(path.replaceFirst("^/{2,}", "/")).query(request.getQueryString());
  }
}
