package org.fingerpost.directory;

import java.sql.Types;
import java.text.Normalizer;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.fingerpost.platform.AuditEvent;
import org.fingerpost.platform.AuditTrail;
import org.fingerpost.platform.CurrentActor;
import org.fingerpost.scheme.KiteMarkLevel;
import org.fingerpost.scheme.LegalForm;
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
  private final Entries entries;
  private final CurrentActor currentActor;
  private final AuditTrail audit;
  private final Clock clock;

  Organisations(
      JdbcClient db, Directory directory, Entries entries, CurrentActor currentActor, AuditTrail audit, Clock clock) {
    this.db = db;
    this.directory = directory;
    this.entries = entries;
    this.currentActor = currentActor;
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

  /**
   * Lists an activity of an organisation, in the transaction of whatever asks for it.
   *
   * @return its id: its name in small letters, with a number behind it if another one of the scheme has that
   * @throws IllegalArgumentException if the scheme's directory has no such organisation
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public String list(String schemeId, String organisationId, NewActivity activity) {
    if (get(schemeId, organisationId).isEmpty()) {
      throw new IllegalArgumentException("No organisation " + organisationId + " in " + schemeId);
    }
    String wanted = idFrom(activity.name().en());
    String id = wanted;
    for (int number = 2; directory.activity(schemeId, id).isPresent(); number++) {
      id = wanted + '-' + number;
    }
    entries.add(
        new Entry(schemeId, organisationId, id, activity.values()), Entries.By.STAFF, currentActor.get().id());
    return id;
  }

  /** An organisation; empty if the scheme's directory has no such. */
  public Optional<OrganisationEntry> get(String schemeId, String organisationId) {
    return inScheme(schemeId).stream().filter(one -> one.organisationId().equals(organisationId)).findFirst();
  }

  /** All organisations of a scheme by name, those no longer listed too. */
  public List<OrganisationEntry> inScheme(String schemeId) {
    return db.sql(
            """
            select scheme_id, organisation_id, name, legal_form, email, phone, description_en, description_cy, website, areas,
                   paid_staff, volunteers, status, mark_level, mark_until, confirmed_on, part_of
              from organisation
             where scheme_id = :scheme
             order by lower(name), organisation_id
            """)
        .param("scheme", schemeId)
        .query(
            (row, number) ->
                new OrganisationEntry(
                    row.getString("scheme_id"),
                    row.getString("organisation_id"),
                    row.getString("name"),
                    LegalForm.valueOf(row.getString("legal_form")),
                    row.getString("email"),
                    row.getString("phone"),
                    Directory.both(row.getString("description_en"), row.getString("description_cy")),
                    row.getString("website"),
                    Directory.texts(row, "areas"),
                    row.getObject("paid_staff", Integer.class),
                    row.getObject("volunteers", Integer.class),
                    ListingStatus.valueOf(row.getString("status")),
                    new Mark(
                        KiteMarkLevel.valueOf(row.getString("mark_level")), row.getObject("mark_until", LocalDate.class)),
                    row.getObject("confirmed_on", LocalDate.class),
                    row.getString("part_of")))
        .list();
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
