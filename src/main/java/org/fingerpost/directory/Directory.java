package org.fingerpost.directory;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.fingerpost.scheme.Scheme;
import org.fingerpost.scheme.Schemes;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The organisations and activities of every scheme. */
@Component
public class Directory {

  private final JdbcClient db;
  private final Schemes schemes;

  Directory(JdbcClient db, Schemes schemes) {
    this.db = db;
    this.schemes = schemes;
  }

  public Optional<ActivityOffer> activity(String schemeId, String activityId) {
    throw new UnsupportedOperationException();
  }

  /** All activities of a scheme by English name. */
  public List<ActivityOffer> inScheme(String schemeId) {
    throw new UnsupportedOperationException();
  }

  /**
   * The activities that suit a person, best first: open to the person's area before others, then those that meet more of the needs,
   * then those with places, then by name. One that is not for the person's age or meets none of the needs is left out.
   *
   * @param needs codes, the most important first; none means any activity
   * @param areaCode where the person lives, or {@code null} if not known
   * @param age in whole years, or {@code null} if not known: then only activities for all ages are put forward
   */
  public List<ActivityMatch> match(String schemeId, Collection<String> needs, String areaCode, Integer age) {
    throw new UnsupportedOperationException();
  }

  /** Writes a scheme's organisations and activities as its folder lists them; safe to repeat. */
  public void load(Scheme scheme) {
    throw new UnsupportedOperationException();
  }
}
