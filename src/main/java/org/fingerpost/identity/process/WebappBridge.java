package org.fingerpost.identity.process;

import org.camunda.bpm.webapp.impl.security.auth.ContainerBasedAuthenticationFilter;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts Camunda's own container authentication behind our sign-in. */
@Configuration(proxyBeanMethods = false)
class WebappBridge {

  /** Spring Security's filter stands at -100; this one comes after it and before the webapps' own. */
  private static final int AFTER_SIGN_IN = -50;

  @Bean
  FilterRegistrationBean<ContainerBasedAuthenticationFilter> signedInUserForWebapps() {
    var filter = new FilterRegistrationBean<>(new ContainerBasedAuthenticationFilter());
    filter.addInitParameter("authentication-provider", SignedInUser.class.getName());
    filter.addUrlPatterns("/camunda/app/*", "/camunda/api/*");
    filter.setOrder(AFTER_SIGN_IN);
    return filter;
  }
}
