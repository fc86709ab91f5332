package org.fingerpost.identity;

import java.util.Optional;
import org.fingerpost.platform.Tokens;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keys with which a referral source's own system sends referrals. Only the hash of a key is kept. */
@Component
public class ApiKeys {

  private final JdbcClient jdbc;

  ApiKeys(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Whose key it is: one source of one scheme. */
  public record Holder(String schemeId, String sourceCode) {}

  public Optional<Holder> holderOf(String key) {
    return jdbc.sql("select scheme_id, source_code from api_key where active and key_hash = ?")
        .param(Tokens.hash(key))
        .query((row, number) -> new Holder(row.getString("scheme_id"), row.getString("source_code")))
        .optional();
  }

  /** Issues a key; it is returned once and cannot be read back. */
  public String issue(Holder holder) {
    String key = Tokens.random();
    jdbc.sql("insert into api_key (key_hash, scheme_id, source_code) values (?, ?, ?)")
        .params(Tokens.hash(key), holder.schemeId(), holder.sourceCode())
        .update();
    return key;
  }
}
