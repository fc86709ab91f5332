package org.fingerpost.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.fingerpost.audit.StoryLine.Element;
import org.fingerpost.audit.StoryLine.Model;
import org.fingerpost.platform.Actor;

/**
 * What the readers of the engine's history have in common. The engine writes its times as local time of the Java machine, without a
 * zone; {@link Timestamp} reads them back in the same.
 */
final class EngineRows {

  /** Columns of the process definition {@code d} for {@link #model}. */
  static final String MODEL =
      " d.key_ as model_key, d.name_ as model_name, d.version_ as model_version, d.version_tag_ as"
          + " model_tag ";

  /** That there is a concern about somebody's safety is for its own readers; the story says only that an entry is restricted. */
  static final String NOT_RESTRICTED = "p.proc_def_key_ <> 'safeguarding-concern'";

  private EngineRows() {}

  static StoryLine line(
      String anchor,
      Instant at,
      List<Long> order,
      Happening happening,
      Actor who,
      Element element,
      Model model,
      Map<String, Object> details) {
    return new StoryLine(anchor, at, order, happening, null, who, element, model, details);
  }

  static Actor staff(String userId) {
    return userId == null ? null : Actor.staff(userId);
  }

  static Model model(ResultSet row) throws SQLException {
    var key = row.getString("model_key");
    return key == null
        ? null
        : new Model(
            key,
            row.getString("model_name"),
            row.getInt("model_version"),
            row.getString("model_tag"));
  }

  static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getTimestamp(column).toInstant();
  }

  /** {@code null} where there is none. */
  static Instant instantOrNull(ResultSet row, String column) throws SQLException {
    var at = row.getTimestamp(column);
    return at == null ? null : at.toInstant();
  }
}
