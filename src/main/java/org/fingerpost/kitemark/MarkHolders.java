package org.fingerpost.kitemark;

import org.fingerpost.platform.Language;
import org.fingerpost.questionnaire.Application;
import org.fingerpost.questionnaire.Applications;
import org.fingerpost.scheme.Schemes;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who holds a mark, and where to write to about it: to whoever applied or, for a mark from before Fingerpost, as the directory says. */
@Component
class MarkHolders {

  private final JdbcClient db;
  private final Applications applications;
  private final Schemes schemes;

  MarkHolders(JdbcClient db, Applications applications, Schemes schemes) {
    this.db = db;
    this.applications = applications;
    this.schemes = schemes;
  }

  Holder of(Award award) {
    var application = applications.find(award.reference());
    var listed =
        db.sql("select name, email from organisation where scheme_id = ? and organisation_id = ?")
            .params(award.schemeId(), award.organisationId())
            .query((row, number) -> new String[] {row.getString("name"), row.getString("email")})
            .single();
    return new Holder(
        listed[0],
        application.map(one -> one.contact().email()).orElse(listed[1]),
        application.map(Application::language).orElse(schemes.get(award.schemeId()).defaultLanguage()),
        application.isPresent());
  }

  /**
   * @param email may be one volunteer's own; {@code null} if there is none
   * @param applied whether there is an application, to which documents can be added
   */
  record Holder(String name, String email, Language language, boolean applied) {

    @Override
    public String toString() {
      return "Holder";
    }
  }
}
