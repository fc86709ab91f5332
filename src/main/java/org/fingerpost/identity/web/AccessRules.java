package org.fingerpost.identity.web;

import static org.fingerpost.platform.Staff.ADMINISTRATORS;
import static org.fingerpost.platform.Staff.AUDITORS;
import static org.fingerpost.platform.Staff.COMMUNITY_OFFICERS;
import static org.fingerpost.platform.Staff.GRANT_PANEL;
import static org.fingerpost.platform.Staff.KITEMARK_ASSESSORS;
import static org.fingerpost.platform.Staff.LINK_WORKERS;
import static org.fingerpost.platform.Staff.PROGRAMME_MANAGERS;
import static org.fingerpost.platform.Staff.RECORDS_OFFICERS;
import static org.fingerpost.platform.Staff.TEAM_LEADS;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.web.PathPatternRequestMatcherBuilderFactoryBean;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.HttpStatusEntryPoint;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.authentication.logout.HttpStatusReturningLogoutSuccessHandler;
import org.springframework.security.web.header.HeaderWriter;
import org.springframework.security.web.header.writers.CompositeHeaderWriter;
import org.springframework.security.web.header.writers.ContentSecurityPolicyHeaderWriter;
import org.springframework.security.web.header.writers.DelegatingRequestMatcherHeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.header.writers.frameoptions.XFrameOptionsHeaderWriter;
import org.springframework.security.web.header.writers.frameoptions.XFrameOptionsHeaderWriter.XFrameOptionsMode;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.AndRequestMatcher;
import org.springframework.security.web.util.matcher.NegatedRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * Who may open which address. Nothing answers without sign-in but the public pages listed here; Camunda's webapps shrink to
 * Tasklist, and what Tasklist may call is listed in {@link WebappGuard}.
 *
 * <p>{@link SignIn} is found by Spring Security because it is a bean. Naming it in a chain as well would have it asked twice, and
 * each wrong password counted twice.
 */
@Configuration(proxyBeanMethods = false)
class AccessRules {

  private static final String[] WORKS_IN_TASKLIST = {
    LINK_WORKERS, TEAM_LEADS, KITEMARK_ASSESSORS, GRANT_PANEL, COMMUNITY_OFFICERS
  };

  private static final String OUR_PAGES =
      "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'";

  /** The one page that may stand in a frame, and only in a page of ours: the case beside a task in Tasklist. */
  private static final RequestMatcher PANEL =
      new AndRequestMatcher(
          PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.GET, "/casefile/{reference}"),
          request -> request.getParameterMap().containsKey("panel"));

  /** Drawings and editors of models set styles on their elements and carry their fonts with them; no other page may. */
  private static final RequestMatcher DRAWS_MODELS =
      request -> request.getServletPath().startsWith("/workbench") || request.getServletPath().startsWith("/audit");

  private static HeaderWriter inNoFrame() {
    return new DelegatingRequestMatcherHeaderWriter(
        new NegatedRequestMatcher(PANEL),
        new CompositeHeaderWriter(
            List.of(
                new XFrameOptionsHeaderWriter(XFrameOptionsMode.DENY),
                policy(new NegatedRequestMatcher(DRAWS_MODELS), OUR_PAGES),
                policy(DRAWS_MODELS, OUR_PAGES + "; style-src 'self' 'unsafe-inline'; font-src 'self' data:"))));
  }

  private static HeaderWriter policy(RequestMatcher where, String policy) {
    return new DelegatingRequestMatcherHeaderWriter(where, new ContentSecurityPolicyHeaderWriter(policy));
  }

  private static HeaderWriter besideATask() {
    return new DelegatingRequestMatcherHeaderWriter(
        PANEL,
        new CompositeHeaderWriter(
            List.of(
                new XFrameOptionsHeaderWriter(XFrameOptionsMode.SAMEORIGIN),
                new ContentSecurityPolicyHeaderWriter(
                    OUR_PAGES.replace("frame-ancestors 'none'", "frame-ancestors 'self'")))));
  }

  /** Patterns match the path, whichever servlet answers it: the webapps' API has servlets of its own. */
  @Bean
  PathPatternRequestMatcherBuilderFactoryBean pathPatterns() {
    return new PathPatternRequestMatcherBuilderFactoryBean();
  }

  @Bean
  @Order(1)
  SecurityFilterChain webapps(HttpSecurity http) throws Exception {
    var paths = PathPatternRequestMatcher.withDefaults();
    return http.securityMatcher("/camunda/**")
        .authorizeHttpRequests(
            rules ->
                rules
                    .requestMatchers(
                        "/camunda/app/tasklist/**",
                        "/camunda/api/tasklist/**",
                        "/camunda/api/engine/**",
                        "/camunda/api/admin/auth/**",
                        "/camunda/lib/**",
                        "/camunda/assets/**",
                        "/camunda/favicon.ico")
                    .hasAnyAuthority(WORKS_IN_TASKLIST)
                    .anyRequest()
                    .denyAll())
        // Tasklist's calls carry Camunda's own token, which Camunda's own filter checks.
        .csrf(csrf -> csrf.disable())
        .headers(
            headers ->
                headers
                    .frameOptions(frame -> frame.deny())
                    .cacheControl(cache -> cache.disable())
                    .addHeaderWriter(new WebappCaching()))
        .requestCache(cache -> cache.disable())
        .exceptionHandling(
            errors ->
                errors
                    .defaultAuthenticationEntryPointFor(
                        new HttpStatusEntryPoint(HttpStatus.UNAUTHORIZED),
                        paths.matcher("/camunda/api/**"))
                    .defaultAuthenticationEntryPointFor(
                        new LoginUrlAuthenticationEntryPoint("/login"),
                        paths.matcher("/camunda/**")))
        .logout(
            out ->
                out.logoutRequestMatcher(
                        paths.matcher(HttpMethod.POST, "/camunda/api/admin/auth/user/{engine}/logout"))
                    .logoutSuccessHandler(
                        new HttpStatusReturningLogoutSuccessHandler(HttpStatus.NO_CONTENT)))
        .build();
  }

  /** Camunda Modeler brings a personal token and nothing else; the door checks it itself. No session is begun or looked at. */
  @Bean
  @Order(1)
  SecurityFilterChain modeler(HttpSecurity http) throws Exception {
    return http.securityMatcher("/workbench/modeler", "/workbench/modeler/**")
        .authorizeHttpRequests(rules -> rules.anyRequest().permitAll())
        .csrf(csrf -> csrf.disable())
        .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .requestCache(cache -> cache.disable())
        .logout(out -> out.disable())
        .build();
  }

  @Bean
  @Order(2)
  SecurityFilterChain pages(HttpSecurity http) throws Exception {
    var savedRequests = new HttpSessionRequestCache();
    savedRequests.setRequestMatcher(
        request -> "GET".equals(request.getMethod()) && !request.getRequestURI().startsWith("/api/"));
    return http.authorizeHttpRequests(
            rules ->
                rules
                    .requestMatchers(
                        "/", "/login", "/error", "/assets/**", "/favicon.ico", "/favicon.svg",
                        "/refer", "/refer/**", "/track/**", "/reply/**", "/my-plan/**", "/contact-details/**", "/attended/**",
                        "/signpost/**", "/kitemark/apply", "/kitemark/apply/**", "/grants", "/grants/apply", "/grants/apply/**",
                        "/kitemark", "/kitemark/register", "/kitemark/register.json", "/kitemark/register.csv", "/kitemark/certificate/*",
                        "/kitemark/mark/**",
                        "/community/support", "/community/support/*", "/community/idea", "/community/idea/*", "/community/thanks",
                        "/actuator/health", "/actuator/health/**", "/v3/api-docs", "/v3/api-docs/**")
                    .permitAll()
                    // The key in the request's header is checked by the resource itself.
                    .requestMatchers(HttpMethod.POST, "/api/referrals")
                    .permitAll()
                    .requestMatchers("/grants/mine/**")
                    .permitAll()
                    .requestMatchers("/grants/fund", "/grants/fund/**")
                    .hasAnyAuthority(GRANT_PANEL, COMMUNITY_OFFICERS)
                    // The secret in the address is the organisation's own.
                    .requestMatchers("/kitemark/decision/**")
                    .permitAll()
                    .requestMatchers("/kitemark/explain/*")
                    .hasAnyAuthority(KITEMARK_ASSESSORS, COMMUNITY_OFFICERS, AUDITORS)
                    .requestMatchers("/applications/*/fill", "/applications/*/fill/**")
                    .hasAuthority(COMMUNITY_OFFICERS)
                    .requestMatchers("/applications", "/applications/**")
                    .hasAnyAuthority(KITEMARK_ASSESSORS, COMMUNITY_OFFICERS, GRANT_PANEL)
                    .requestMatchers("/directory/import", "/directory/import/**", "/directory/changes", "/directory/changes/**")
                    .hasAnyAuthority(COMMUNITY_OFFICERS, PROGRAMME_MANAGERS)
                    .requestMatchers("/directory", "/directory/**")
                    .permitAll()
                    .requestMatchers("/referrals", "/referrals/**")
                    .hasAnyAuthority(LINK_WORKERS, TEAM_LEADS)
                    .requestMatchers("/kitemark/marks", "/kitemark/marks/**")
                    .hasAuthority(KITEMARK_ASSESSORS)
                    .requestMatchers("/letters/**")
                    .hasAnyAuthority(LINK_WORKERS, TEAM_LEADS)
                    .requestMatchers("/consents/**")
                    .hasAnyAuthority(LINK_WORKERS, TEAM_LEADS)
                    .requestMatchers("/safeguarding/overdue")
                    .hasAuthority(ADMINISTRATORS)
                    .requestMatchers("/safeguarding", "/safeguarding/**")
                    .hasAnyAuthority(LINK_WORKERS, TEAM_LEADS)
                    .requestMatchers("/community/groups", "/community/groups/**")
                    .hasAnyAuthority(COMMUNITY_OFFICERS, TEAM_LEADS)
                    .requestMatchers("/community/ask", "/community/ask/**")
                    .hasAnyAuthority(LINK_WORKERS, TEAM_LEADS, COMMUNITY_OFFICERS)
                    .requestMatchers("/community/needs", "/community/needs/**")
                    .hasAnyAuthority(PROGRAMME_MANAGERS, TEAM_LEADS)
                    .requestMatchers("/community/demand", "/community/demand/**")
                    .hasAnyAuthority(PROGRAMME_MANAGERS, TEAM_LEADS, COMMUNITY_OFFICERS)
                    .requestMatchers("/plan/**")
                    .hasAnyAuthority(LINK_WORKERS, TEAM_LEADS)
                    .requestMatchers("/casefile/*")
                    .hasAnyAuthority(LINK_WORKERS, TEAM_LEADS)
                    // What is typed into a form of Tasklist; whose task it is, the engine's own checks say.
                    .requestMatchers("/tasks/*/draft")
                    .hasAnyAuthority(WORKS_IN_TASKLIST)
                    .requestMatchers("/team", "/team/**")
                    .hasAuthority(TEAM_LEADS)
                    .requestMatchers("/rights/seen/*")
                    .hasAnyAuthority(TEAM_LEADS, RECORDS_OFFICERS, AUDITORS)
                    .requestMatchers("/rights", "/rights/**")
                    .hasAnyAuthority(TEAM_LEADS, RECORDS_OFFICERS)
                    .requestMatchers("/audit", "/audit/**")
                    .hasAuthority(AUDITORS)
                    .requestMatchers("/workbench", "/workbench/**")
                    .hasAuthority(PROGRAMME_MANAGERS)
                    .requestMatchers("/deprivation")
                    .hasAnyAuthority(PROGRAMME_MANAGERS, ADMINISTRATORS)
                    .requestMatchers("/admin", "/admin/**")
                    .hasAuthority(ADMINISTRATORS)
                    .requestMatchers("/lists")
                    .hasAnyAuthority(WORKS_IN_TASKLIST)
                    .requestMatchers("/start-page")
                    .authenticated()
                    // Exists in the demo only, where everybody is invented.
                    .requestMatchers("/demo/**")
                    .permitAll()
                    .anyRequest()
                    .denyAll())
        // An applicant's page is opened by the secret in its address and by nothing else, so that nobody else's page can send it; and
        // whoever thinks for an hour about an answer must not lose it with a session that has run out.
        .csrf(csrf -> csrf.ignoringRequestMatchers("/api/referrals", "/kitemark/apply/*/**", "/grants/apply/*/**"))
        .headers(
            headers ->
                headers
                    .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                    .frameOptions(frame -> frame.disable())
                    .addHeaderWriter(inNoFrame())
                    .addHeaderWriter(besideATask()))
        .requestCache(cache -> cache.requestCache(savedRequests))
        .formLogin(
            form ->
                form.loginPage("/login")
                    .successHandler((request, response, who) -> toStartPage(request, response, savedRequests))
                    .failureHandler(
                        (request, response, problem) ->
                            response.sendRedirect(
                                problem instanceof LockedException ? "/login?throttled" : "/login?error")))
        .logout(out -> out.logoutSuccessUrl("/login?out"))
        .build();
  }

  private static void toStartPage(
      HttpServletRequest request, HttpServletResponse response, HttpSessionRequestCache savedRequests)
      throws IOException {
    savedRequests.removeRequest(request, response);
    response.sendRedirect("/start-page");
  }
}
