package org.fingerpost.platform.database;

import java.util.LinkedHashMap;
import java.util.Map;
import org.fingerpost.platform.StartRefused;

/** The parameters that every connection of ours has, embedded database or not. */
final class JdbcUrl {

  private static final String PREFIX = "jdbc:postgresql:";

  /** The server's error details quote the row: a name would end in a log. Nobody may set this one otherwise. */
  private static final String NO_PERSONAL_DATA_IN_ERRORS = "logServerErrorDetail";

  private static final Map<String, String> PARAMETERS = new LinkedHashMap<>();

  static {
    PARAMETERS.put(NO_PERSONAL_DATA_IN_ERRORS, "false");
    PARAMETERS.put("ApplicationName", "fingerpost");
    PARAMETERS.put("reWriteBatchedInserts", "true");
    // the engine's statements come back at once: prepare on the server at the third use, and remember all of them
    PARAMETERS.put("prepareThreshold", "3");
    PARAMETERS.put("preparedStatementCacheQueries", "512");
    PARAMETERS.put("tcpKeepAlive", "true");
    PARAMETERS.put("connectTimeout", "5");
    PARAMETERS.put("socketTimeout", "60");
  }

  private JdbcUrl() {}

  static String embedded(int port) {
    return withParameters(PREFIX + "//127.0.0.1:" + port + "/" + DataDirectory.APPLICATION);
  }

  /**
   * Adds what is missing and keeps what was chosen.
   *
   * @throws StartRefused if it is not the URL of a PostgreSQL database
   */
  static String withParameters(String url) {
    if (!url.startsWith(PREFIX)) {
      throw new StartRefused(
          "Fingerpost works on PostgreSQL only, and SPRING_DATASOURCE_URL does not begin with " + PREFIX + "//.",
          "Set it to jdbc:postgresql://<host>:5432/<database>, or leave it away to use the embedded PostgreSQL.");
    }
    int question = url.indexOf('?');
    var parameters = new LinkedHashMap<String, String>();
    if (question >= 0) {
      for (var parameter : url.substring(question + 1).split("&")) {
        int equals = parameter.indexOf('=');
        if (!parameter.isEmpty()) {
          parameters.put(
              equals < 0 ? parameter : parameter.substring(0, equals),
              equals < 0 ? "" : parameter.substring(equals + 1));
        }
      }
    }
    PARAMETERS.forEach(parameters::putIfAbsent);
    parameters.put(NO_PERSONAL_DATA_IN_ERRORS, "false");
    var query = new StringBuilder();
    parameters.forEach(
        (name, value) -> query.append(query.isEmpty() ? '?' : '&').append(name).append('=').append(value));
    return (question < 0 ? url : url.substring(0, question)) + query;
  }
}
