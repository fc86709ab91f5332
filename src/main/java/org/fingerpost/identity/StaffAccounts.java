package org.fingerpost.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.fingerpost.platform.Language;
import org.fingerpost.platform.Staff;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The accounts of those who work with Fingerpost. Passwords are kept as Argon2id hashes. */
@Component
public class StaffAccounts implements Staff {

  private static final String COLUMNS = "select user_id, display_name, roles, scheme_id, language from staff_account ";

  private final JdbcClient jdbc;
  private final PasswordEncoder passwords;

  StaffAccounts(JdbcClient jdbc, PasswordEncoder passwords) {
    this.jdbc = jdbc;
    this.passwords = passwords;
  }

  /**
   * Opens an account.
   *
   * @param password in clear text; only its hash is kept
   * @throws IllegalArgumentException if a role is unknown
   */
  @Transactional
  public void open(Member member, String password) {
    if (!ROLES.containsAll(member.roles())) {
      throw new IllegalArgumentException("Unknown role among " + member.roles());
    }
    jdbc.sql(
            "insert into staff_account (user_id, display_name, password_hash, roles, scheme_id, language) values (?, ?, ?, ?, ?, ?)")
        .params(
            member.userId(),
            member.displayName(),
            passwords.encode(password),
            member.roles().toArray(String[]::new),
            member.schemeId(),
            member.language().code())
        .update();
  }

  public boolean none() {
    return jdbc.sql("select count(*) from staff_account").query(Long.class).single() == 0;
  }

  @Override
  public Optional<Member> find(String userId) {
    return jdbc.sql(COLUMNS + "where active and user_id = ?")
        .param(userId)
        .query(StaffAccounts::member)
        .optional();
  }

  @Override
  public List<Member> inRole(String role) {
    return jdbc.sql(COLUMNS + "where active and ? = any(roles) order by user_id")
        .param(role)
        .query(StaffAccounts::member)
        .list();
  }

  /** All active accounts, by user id. */
  public List<Member> all() {
    return jdbc.sql(COLUMNS + "where active order by user_id").query(StaffAccounts::member).list();
  }

  /** The password hash of an active account, for signing in. */
  Optional<String> passwordHash(String userId) {
    return jdbc.sql("select password_hash from staff_account where active and user_id = ?")
        .param(userId)
        .query(String.class)
        .optional();
  }

  private static Member member(ResultSet row, int number) throws SQLException {
    return new Member(
        row.getString("user_id"),
        row.getString("display_name"),
        Arrays.asList((String[]) row.getArray("roles").getArray()),
        row.getString("scheme_id"),
        Language.of(row.getString("language")));
  }
}
