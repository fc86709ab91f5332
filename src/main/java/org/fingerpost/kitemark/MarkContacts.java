package org.fingerpost.kitemark;

import org.fingerpost.directory.Organisations;
import org.fingerpost.platform.Language;
import org.fingerpost.questionnaire.Application;
import org.fingerpost.questionnaire.Applications;
import org.fingerpost.scheme.Schemes;
import org.springframework.stereotype.Component;

/**
 * Where to write to about a mark: to whoever applied or, for a mark from before Fingerpost and where whoever applied was erased, as the
 * directory says.
 */
@Component
class MarkContacts {

  private final Organisations organisations;
  private final Applications applications;
  private final Schemes schemes;

  MarkContacts(Organisations organisations, Applications applications, Schemes schemes) {
    this.organisations = organisations;
    this.applications = applications;
    this.schemes = schemes;
  }

  Address of(Award award) {
    var application = applications.find(award.reference());
    var listed = organisations.get(award.schemeId(), award.organisationId()).orElseThrow();
    return new Address(
        listed.name(),
        application.map(one -> one.contact().email()).filter(email -> !email.isBlank()).orElse(listed.email()),
        application.map(Application::language).orElse(schemes.get(award.schemeId()).defaultLanguage()),
        application.isPresent());
  }

  /**
   * @param email may be one volunteer's own; {@code null} if there is none
   * @param applied whether there is an application, to which documents can be added
   */
  record Address(String name, String email, Language language, boolean applied) {

    @Override
    public String toString() {
      return "Address";
    }
  }
}
