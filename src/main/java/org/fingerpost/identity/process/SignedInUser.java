package org.fingerpost.identity.process;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.rest.security.auth.AuthenticationResult;
import org.camunda.bpm.engine.rest.security.auth.impl.ContainerBasedAuthenticationProvider;
import org.fingerpost.identity.SignedIn;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * Tells Camunda's webapps who has signed in with us, so that there is one sign-in. The webapps create it by its class name, which
 * is why it is public and finds the user in the thread.
 */
public class SignedInUser extends ContainerBasedAuthenticationProvider {

  @Override
  public AuthenticationResult extractAuthenticatedUser(HttpServletRequest request, ProcessEngine engine) {
    var authentication = SecurityContextHolder.getContext().getAuthentication();
    if (authentication == null || !(authentication.getPrincipal() instanceof SignedIn signedIn)) {
      return AuthenticationResult.unsuccessful();
    }
    var member = signedIn.member();
    var result = AuthenticationResult.successful(member.userId());
    result.setGroups(member.roles());
    result.setTenants(member.schemeId() == null ? List.of() : List.of(member.schemeId()));
    return result;
  }
}
