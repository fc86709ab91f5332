package org.fingerpost.grants;

import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.fingerpost.notification.Message;
import org.fingerpost.notification.Outbox;
import org.fingerpost.notification.PublicLinks;
import org.fingerpost.notification.Purpose;
import org.fingerpost.platform.AuditEvent;
import org.fingerpost.platform.AuditTrail;
import org.fingerpost.platform.Language;
import org.fingerpost.questionnaire.Applications;
import org.fingerpost.scheme.SchemeWords;
import org.fingerpost.scheme.Schemes;
import org.springframework.stereotype.Component;

/** Writes to the group of a grant, in its language and to the address its application gives, and puts acts on record. */
@Component
class GrantMessages {

  static final String SUBJECT = "grant";

  private final Applications applications;
  private final GrantRows grants;
  private final Outbox outbox;
  private final PublicLinks links;
  private final Schemes schemes;
  private final SchemeWords words;
  private final AuditTrail audit;
  private final Clock clock;

  GrantMessages(
      Applications applications,
      GrantRows grants,
      Outbox outbox,
      PublicLinks links,
      Schemes schemes,
      SchemeWords words,
      AuditTrail audit,
      Clock clock) {
    this.applications = applications;
    this.grants = grants;
    this.outbox = outbox;
    this.links = links;
    this.schemes = schemes;
    this.words = words;
    this.audit = audit;
    this.clock = clock;
  }

  Language languageOf(Grant grant) {
    return applications.get(grant.reference()).language();
  }

  /** In the scheme's words and the group's language. */
  String say(Grant grant, String key, Object... args) {
    return words.say(grant.schemeId(), languageOf(grant), key, args);
  }

  /**
   * Sends a message with the scheme's name, the reference, and a fresh link of the group's.
   *
   * @param params what the purpose names besides
   */
  void send(Grant grant, Purpose purpose, Map<String, Object> params) {
    var application = applications.get(grant.reference());
    var all = new HashMap<String, Object>(params);
    all.put("schemeName", schemes.get(grant.schemeId()).name().in(application.language()));
    all.put("reference", grant.reference());
    all.put(
        "grantLink",
        links.staffPage("/grants/mine/" + grants.newLink(grant.reference(), clock.instant()))
            + "?lang="
            + application.language().code());
    outbox.send(
        new Message(
            grant.schemeId(),
            null,
            purpose,
            // Each is wanted: the same purpose may be needed again in the same grant.
            purpose.code() + ":" + grant.reference() + ":" + UUID.randomUUID(),
            application.contact().email(),
            application.language(),
            all));
  }

  void recordExport(String schemeId, int lines) {
    audit.record(
        new AuditEvent("grant.list-exported", "grants", schemeId, schemeId, Map.of("lines", Integer.toString(lines))));
  }

  void record(String act, Grant grant, Map<String, String> details) {
    audit.record(new AuditEvent(act, SUBJECT, grant.reference(), grant.schemeId(), details));
  }
}
