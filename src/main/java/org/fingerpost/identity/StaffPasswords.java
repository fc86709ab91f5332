package org.fingerpost.identity;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** Compares passwords; an unknown account takes as long as a known one, so that time does not tell which accounts exist. */
@Component
public class StaffPasswords {

  private final StaffAccounts accounts;
  private final PasswordEncoder encoder;
  private final String nobodysHash;

  StaffPasswords(StaffAccounts accounts, PasswordEncoder encoder) {
    this.accounts = accounts;
    this.encoder = encoder;
    this.nobodysHash = encoder.encode(org.fingerpost.platform.Tokens.random());
  }

  public boolean matches(String userId, String password) {
    var hash = accounts.passwordHash(userId);
    boolean matches = encoder.matches(password, hash.orElse(nobodysHash));
    return hash.isPresent() && matches;
  }

  @Configuration(proxyBeanMethods = false)
  static class Encoder {

    @Bean
    PasswordEncoder passwordEncoder() {
      return Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8();
    }
  }
}
