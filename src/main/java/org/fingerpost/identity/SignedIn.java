package org.fingerpost.identity;

import java.util.Collection;
import org.fingerpost.platform.Staff;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.userdetails.UserDetails;

/** A member of staff who has signed in. Lives in the session, so it carries no password hash. */
public class SignedIn implements UserDetails {

  private static final long serialVersionUID = 1L;

  private final Staff.Member member;

  public SignedIn(Staff.Member member) {
    this.member = member;
  }

  /** Read by the layout to greet people. */
  public String getDisplayName() {
    return member.displayName();
  }

  public Staff.Member member() {
    return member;
  }

  @Override
  public Collection<? extends GrantedAuthority> getAuthorities() {
    return member.roles().stream().map(SimpleGrantedAuthority::new).toList();
  }

  @Override
  public String getPassword() {
    return null;
  }

  @Override
  public String getUsername() {
    return member.userId();
  }
}
