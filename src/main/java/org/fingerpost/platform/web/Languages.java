package org.fingerpost.platform.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import org.fingerpost.platform.Language;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;
import org.springframework.web.servlet.i18n.LocaleChangeInterceptor;

/**
 * English and Welsh, everywhere. {@code ?lang=cy} chooses, the cookie {@code lang} remembers, and until somebody has chosen the
 * browser's preference decides. Tasklist's requests pass by Spring MVC, so a filter tells them the language too.
 */
@Configuration(proxyBeanMethods = false)
class Languages implements WebMvcConfigurer {

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    var change = new LocaleChangeInterceptor();
    change.setParamName("lang");
    change.setIgnoreInvalidLocale(true);
    registry.addInterceptor(change);
  }

  @Bean
  LocaleResolver localeResolver() {
    var resolver =
        new CookieLocaleResolver("lang") {
          @Override
          protected Locale parseLocaleValue(String value) {
            return Language.of(value).locale();
          }
        };
    resolver.setCookieMaxAge(Duration.ofDays(365));
    resolver.setCookieSameSite("Lax");
    resolver.setRejectInvalidCookies(false);
    resolver.setDefaultLocaleFunction(request -> Language.of(request.getLocale()).locale());
    return resolver;
  }

  /** Every bundle under {@code messages/}: one per module and language. */
  @Bean
  MessageSource messageSource() throws IOException {
    var english =
        new PathMatchingResourcePatternResolver().getResources("classpath*:messages/*_en.properties");
    var bundles = new ResourceBundleMessageSource();
    bundles.setBasenames(
        Arrays.stream(english)
            .map(resource -> "messages/" + resource.getFilename().replace("_en.properties", ""))
            .distinct()
            .sorted()
            .toArray(String[]::new));
    bundles.setDefaultEncoding("UTF-8");
    bundles.setFallbackToSystemLocale(false);
    bundles.setDefaultLocale(Language.EN.locale());
    bundles.setAlwaysUseMessageFormat(true);
    return bundles;
  }

  @Bean
  FilterRegistrationBean<OncePerRequestFilter> languageOfWebappRequests(LocaleResolver resolver) {
    var filter =
        new FilterRegistrationBean<OncePerRequestFilter>(
            new OncePerRequestFilter() {
              @Override
              protected void doFilterInternal(
                  HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                  throws ServletException, IOException {
                LocaleContextHolder.setLocale(resolver.resolveLocale(request));
                try {
                  chain.doFilter(request, response);
                } finally {
                  LocaleContextHolder.resetLocaleContext();
                }
              }
            });
    filter.addUrlPatterns("/camunda/*");
    filter.setOrder(-104);
    return filter;
  }
}
