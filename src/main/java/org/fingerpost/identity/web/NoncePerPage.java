package org.fingerpost.identity.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Gives each page of Camunda's webapps a nonce of its own. Camunda 7.24 writes the nonce of a page's content security policy into the
 * servlet context, which all requests share, and reads it again when it writes the page: of two requests at the same moment one gets a
 * page whose scripts its own policy forbids, and Tasklist stays blank.
 */
@Configuration(proxyBeanMethods = false)
class NoncePerPage {

  /** {@code ContentSecurityPolicyProvider} sets it, {@code ProcessEnginesFilter} reads it; both ask the request for its context. */
  private static final String NONCE = "org.camunda.bpm.csp.nonce";

  @Bean
  FilterRegistrationBean<OncePerRequestFilter> ownNonce() {
    var filter =
        new FilterRegistrationBean<OncePerRequestFilter>(
            new OncePerRequestFilter() {
              @Override
              protected void doFilterInternal(
                  HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                  throws ServletException, IOException {
                var own = contextOf(request);
                chain.doFilter(
                    new HttpServletRequestWrapper(request) {
                      @Override
                      public ServletContext getServletContext() {
                        return own;
                      }
                    },
                    response);
              }
            });
    filter.addUrlPatterns("/camunda/*");
    filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 1);
    return filter;
  }

  /** The servlet context as this request sees it: the same as for all, but for the nonce. */
  private static ServletContext contextOf(HttpServletRequest request) {
    var shared = request.getServletContext();
    return (ServletContext)
        Proxy.newProxyInstance(
            NoncePerPage.class.getClassLoader(),
            new Class<?>[] {ServletContext.class},
            (proxy, method, arguments) -> {
              if (arguments != null && arguments.length > 0 && NONCE.equals(arguments[0])) {
                switch (method.getName()) {
                  case "getAttribute":
                    return request.getAttribute(NONCE);
                  case "setAttribute":
                    request.setAttribute(NONCE, arguments[1]);
                    return null;
                  default:
                    break;
                }
              }
              try {
                return method.invoke(shared, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }
}
