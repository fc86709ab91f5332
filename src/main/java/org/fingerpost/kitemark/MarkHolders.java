package org.fingerpost.kitemark;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who holds a mark, as the directory lists them, whether they offer an activity or not. */
@Component
public class MarkHolders {

  private final JdbcClient db;

  MarkHolders(JdbcClient db) {
    this.db = db;
  }

  /** The organisation; empty if the scheme's directory has none with this id. */
  public Optional<Holder> find(String schemeId, String organisationId) {
    return db.sql("select name, email, phone from organisation where scheme_id = :scheme and organisation_id = :id")
        .param("scheme", schemeId)
        .param("id", organisationId)
        .query((row, number) -> new Holder(row.getString("name"), row.getString("email"), row.getString("phone")))
        .optional();
  }

  /**
   * @param email or {@code null}
   * @param phone or {@code null}
   */
  public record Holder(String name, String email, String phone) {

    /** A small group's address is often one volunteer's own. */
    @Override
    public String toString() {
      return "Holder[" + name + "]";
    }
  }
}
