package org.fingerpost.directory;

import java.sql.Types;
import java.text.Normalizer;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import org.fingerpost.platform.AuditEvent;
import org.fingerpost.platform.AuditTrail;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The organisations of every scheme's directory, whether they offer anything yet or not. */
@Component
public class Organisations {

  private static final int LONGEST_ID = 56;

  private final JdbcClient db;
  private final Directory directory;
  private final AuditTrail audit;
  private final Clock clock;

  Organisations(JdbcClient db, Directory directory, AuditTrail audit, Clock clock) {
    this.db = db;
    this.directory = directory;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Lists an organisation that is not in the directory yet, in the transaction of whatever asks for it.
   *
   * @return its id: its name in small letters, with a number behind it if another one has that
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public String register(String schemeId, NewOrganisation organisation) {
    String wanted = idFrom(organisation.name());
    String id = wanted;
    for (int number = 2; !insert(schemeId, id, organisation); number++) {
      id = wanted + '-' + number;
    }
    audit.record(new AuditEvent("directory.organisation-listed", "organisation", id, schemeId, Map.of("origin", "REGISTERED")));
    directory.changed(schemeId);
    return id;
  }

  private boolean insert(String schemeId, String id, NewOrganisation organisation) {
    return db.sql(
                """
                insert into organisation
                       (scheme_id, organisation_id, name, email, phone, legal_form, invented, description_en, description_cy,
                        website, areas, paid_staff, volunteers, origin, edited_at, confirmed_on)
                values (:scheme, :id, :name, :email, :phone, :legalForm, false, :en, :cy, :website, :areas, :paid, :volunteers,
                        'REGISTERED', :now, :today)
                on conflict (scheme_id, organisation_id) do nothing
                """)
            .param("scheme", schemeId)
            .param("id", id)
            .param("name", organisation.name().strip())
            .param("email", organisation.email(), Types.VARCHAR)
            .param("phone", organisation.phone(), Types.VARCHAR)
            .param("legalForm", organisation.legalForm().name())
            .param("en", organisation.descriptionEn(), Types.VARCHAR)
            .param("cy", organisation.descriptionCy(), Types.VARCHAR)
            .param("website", organisation.website(), Types.VARCHAR)
            .param("areas", organisation.areas().toArray(String[]::new))
            .param("paid", organisation.paidStaff(), Types.INTEGER)
            .param("volunteers", organisation.volunteers(), Types.INTEGER)
            .param("now", java.sql.Timestamp.from(clock.instant()))
            .param("today", LocalDate.now(clock))
            .update()
        > 0;
  }

  /** Small letters, digits and hyphens; begins with a letter. */
  static String idFrom(String name) {
    String plain =
        Normalizer.normalize(name, Normalizer.Form.NFD)
            .replaceAll("\\p{M}", "")
            .replaceAll("['’]", "")
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^a-z0-9]+", "-")
            .replaceAll("^[-0-9]+|-+$", "");
    String id = plain.length() <= LONGEST_ID ? plain : plain.substring(0, LONGEST_ID).replaceAll("-+$", "");
    return id.isEmpty() ? "organisation" : id;
  }
}
