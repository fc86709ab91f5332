package org.fingerpost.audit;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Names of members of staff: a record that says who did what is what their accounts are for. */
@Component
public class StaffNames {

  private final JdbcClient database;

  StaffNames(JdbcClient database) {
    this.database = database;
  }

  /** Display names by user id, as far as they have an account. */
  public Map<String, String> of(Collection<String> userIds) {
    var names = new HashMap<String, String>();
    if (!userIds.isEmpty()) {
      database
          .sql("select user_id, display_name from staff_account where user_id in (:users)")
          .param("users", userIds)
          .query(
              row -> {
                names.put(row.getString("user_id"), row.getString("display_name"));
              });
    }
    return names;
  }

  /** Everybody whom a reader may ask about, by name. */
  public Map<String, String> all(String onlyScheme) {
    var names = new LinkedHashMap<String, String>();
    database
        .sql(
            """
            select user_id, display_name from staff_account
            where cast(:only as text) is null or scheme_id is null or scheme_id = :only order by display_name, user_id""")
        .param("only", onlyScheme)
        .query(
            row -> {
              names.put(row.getString("user_id"), row.getString("display_name") + " (" + row.getString("user_id") + ")");
            });
    return names;
  }
}
