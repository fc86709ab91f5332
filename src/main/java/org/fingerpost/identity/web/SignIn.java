package org.fingerpost.identity.web;

import org.fingerpost.identity.SignedIn;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.fingerpost.identity.StaffAccounts;
import org.fingerpost.identity.StaffPasswords;
import org.fingerpost.platform.Actor;
import org.fingerpost.platform.AuditEvent;
import org.fingerpost.platform.AuditTrail;
import org.fingerpost.platform.CurrentActor;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Checks a password, at a pace that makes guessing pointless, and records the outcome. */
@Component
class SignIn implements AuthenticationProvider {

  private static final Pattern USER_ID = Pattern.compile("[a-z0-9-]{2,64}");

  /**
   * Whose sign-in failed when there is no such account. What was typed is never kept: people type passwords into the wrong field.
   * No account can be called so, because of the dot.
   */
  private static final String UNKNOWN = "unknown.account";

  private final StaffAccounts accounts;
  private final StaffPasswords passwords;
  private final SignInThrottle throttle;
  private final AuditTrail audit;
  private final CurrentActor currentActor;
  private final TransactionTemplate transaction;

  SignIn(
      StaffAccounts accounts,
      StaffPasswords passwords,
      SignInThrottle throttle,
      AuditTrail audit,
      CurrentActor currentActor,
      TransactionTemplate transaction) {
    this.accounts = accounts;
    this.passwords = passwords;
    this.throttle = throttle;
    this.audit = audit;
    this.currentActor = currentActor;
    this.transaction = transaction;
  }

  @Override
  public Authentication authenticate(Authentication attempt) throws AuthenticationException {
    String account = account(attempt.getName());
    String address = address();
    if (throttle.refuses(account, address)) {
      throw new LockedException("Too many wrong passwords");
    }
    var member = accounts.find(account);
    boolean right = passwords.matches(account, String.valueOf(attempt.getCredentials()));
    if (member.isEmpty() || !right) {
      throttle.wrong(account, address);
      record("account.signInFailed", member.isPresent() ? account : UNKNOWN, Actor.PUBLIC);
      throw new BadCredentialsException("Wrong user name or password");
    }
    throttle.right(account, address);
    record("account.signedIn", account, Actor.staff(account));
    var signedIn = new SignedIn(member.get());
    return UsernamePasswordAuthenticationToken.authenticated(signedIn, null, signedIn.getAuthorities());
  }

  /** The user id as it was meant; what cannot be one is nobody's, and is neither looked up nor remembered. */
  private static String account(String typed) {
    String account = typed == null ? "" : typed.trim().toLowerCase(Locale.ROOT);
    return USER_ID.matcher(account).matches() ? account : "";
  }

  private void record(String act, String userId, Actor actor) {
    currentActor.as(
        actor,
        () ->
            transaction.executeWithoutResult(
                status -> audit.record(new AuditEvent(act, "account", userId, null, Map.of()))));
  }

  private static String address() {
    if (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes) {
      HttpServletRequest request = attributes.getRequest();
      return request.getRemoteAddr();
    }
    return "-";
  }

  @Override
  public boolean supports(Class<?> type) {
    return UsernamePasswordAuthenticationToken.class.isAssignableFrom(type);
  }
}
