package org.fingerpost.directory;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.fingerpost.notification.Message;
import org.fingerpost.notification.Outbox;
import org.fingerpost.notification.PublicLinks;
import org.fingerpost.notification.Purpose;
import org.fingerpost.platform.Actor;
import org.fingerpost.platform.AuditEvent;
import org.fingerpost.platform.AuditTrail;
import org.fingerpost.platform.CurrentActor;
import org.fingerpost.platform.InvalidInput;
import org.fingerpost.platform.Tokens;
import org.fingerpost.platform.WrittenDate;
import org.fingerpost.scheme.Scheme;
import org.fingerpost.scheme.Schemes;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * An organisation keeps its own entry up to date, without an account, through a link that is sent to the address the directory has for
 * it. Whatever it changes holds at once, is kept with what was there before, and is shown to the officers. Its e-mail address it cannot
 * change: the link goes there.
 */
@Component
public class OwnEntry {

  /** Stands for more places than anybody counts. */
  public static final int MANY = 99;

  /** What can be tapped. */
  public static final List<Integer> TAPS = List.of(0, 1, 2, 3, 5, MANY);

  /** How long a link works after it was last used, in days. */
  static final int WORKS_FOR = 100;

  private static final Duration BETWEEN_LINKS = Duration.ofHours(1);

  /** What an organisation may change of itself, in the order of the form. */
  private static final List<EntryField> OF_ITSELF =
      List.of(
          EntryField.ORGANISATION_NAME,
          EntryField.ORGANISATION_DESCRIPTION_EN,
          EntryField.ORGANISATION_DESCRIPTION_CY,
          EntryField.PHONE,
          EntryField.WEBSITE,
          EntryField.PAID_STAFF,
          EntryField.VOLUNTEERS);

  /** What an organisation may change of an activity, in the order of the form. */
  private static final List<EntryField> OF_AN_ACTIVITY =
      List.of(
          EntryField.NAME_EN,
          EntryField.NAME_CY,
          EntryField.DESCRIPTION_EN,
          EntryField.DESCRIPTION_CY,
          EntryField.WEEKDAYS,
          EntryField.FREQUENCY,
          EntryField.STARTS_AT,
          EntryField.ENDS_AT,
          EntryField.VENUE,
          EntryField.ADDRESS,
          EntryField.POSTCODE,
          EntryField.AREAS,
          EntryField.COST_PENCE,
          EntryField.COST_NOTE_EN,
          EntryField.COST_NOTE_CY,
          EntryField.ACCESS,
          EntryField.GROUP_SIZE,
          EntryField.PLACES,
          EntryField.WAITING_LIST,
          EntryField.WAITING_WEEKS);

  private final JdbcClient db;
  private final Entries entries;
  private final EntryValues values;
  private final Organisations organisations;
  private final Schemes schemes;
  private final Outbox outbox;
  private final PublicLinks links;
  private final AuditTrail audit;
  private final CurrentActor currentActor;
  private final Clock clock;

  OwnEntry(
      JdbcClient db,
      Entries entries,
      EntryValues values,
      Organisations organisations,
      Schemes schemes,
      Outbox outbox,
      PublicLinks links,
      AuditTrail audit,
      CurrentActor currentActor,
      Clock clock) {
    this.db = db;
    this.entries = entries;
    this.values = values;
    this.organisations = organisations;
    this.schemes = schemes;
    this.outbox = outbox;
    this.links = links;
    this.audit = audit;
    this.currentActor = currentActor;
    this.clock = clock;
  }

  // ---- the link

  /** Sends the link of every organisation that has this address; nobody is told whether there is one. */
  @Transactional
  public void askedFor(String email) {
    db.sql(
            """
            select scheme_id, organisation_id from organisation
             where lower(email) = :email and status <> 'INACTIVE' order by scheme_id, organisation_id limit 10
            """)
        .param("email", email.strip().toLowerCase(Locale.ROOT))
        .query((row, number) -> new String[] {row.getString(1), row.getString(2)})
        .list()
        .forEach(
            id -> currentActor.as(Actor.PROVIDER, () -> { sendUnlessJustSent(id[0], id[1]); }));
  }

  private void sendUnlessJustSent(String schemeId, String organisationId) {
    boolean justSent =
        db.sql("select exists (select 1 from directory_link where scheme_id = :s and organisation_id = :o and sent_at > :since)")
            .param("s", schemeId)
            .param("o", organisationId)
            .param("since", Timestamp.from(clock.instant().minus(BETWEEN_LINKS)))
            .query(Boolean.class)
            .single();
    if (!justSent) {
      send(schemeId, organisationId, Purpose.DIRECTORY_LINK);
    }
  }

  /**
   * Sends an organisation its link, because an officer wants it to look.
   *
   * @throws InvalidInput if it has no address
   */
  @Transactional
  public void send(String schemeId, String organisationId) {
    if (!send(schemeId, organisationId, Purpose.DIRECTORY_LINK)) {
      throw new InvalidInput("organisation", "directory.link.no-address");
    }
  }

  /** Returns false where there is no address to send it to. */
  boolean send(String schemeId, String organisationId, Purpose purpose) {
    var organisation = organisations.get(schemeId, organisationId).orElseThrow();
    if (organisation.email() == null) {
      return false;
    }
    Scheme scheme = schemes.get(schemeId);
    LocalDate until = LocalDate.now(clock).plusDays(WORKS_FOR);
    String token = Tokens.random();
    db.sql(
            """
            insert into directory_link (token_hash, scheme_id, organisation_id, sent_at, valid_until)
            values (:hash, :scheme, :organisation, :now, :until)
            """)
        .param("hash", Tokens.hash(token))
        .param("scheme", schemeId)
        .param("organisation", organisationId)
        .param("now", Timestamp.from(clock.instant()))
        .param("until", until)
        .update();
    var params = new HashMap<String, Object>();
    params.put("schemeName", scheme.name().in(scheme.defaultLanguage()));
    params.put("organisationName", organisation.name());
    params.put("entryLink", links.ownEntry(token));
    params.put("until", WrittenDate.of(until, scheme.defaultLanguage()));
    outbox.send(
        new Message(
            schemeId,
            null,
            purpose,
            purpose.code() + ":" + UUID.randomUUID(),
            organisation.email(),
            scheme.defaultLanguage(),
            params));
    audit.record(new AuditEvent("directory.link-sent", "organisation", organisationId, schemeId, Map.of("message", purpose.code())));
    return true;
  }

  // ---- what it shows

  /** What a link opens; empty for one that does not work, whatever the reason. */
  @Transactional(readOnly = true)
  public Optional<Mine> look(String token) {
    return opened(token)
        .flatMap(link -> organisations.get(link.schemeId(), link.organisationId()).map(organisation -> mine(link, organisation)));
  }

  private Mine mine(Link link, OrganisationEntry organisation) {
    return new Mine(
        organisation,
        link.until(),
        entries.activitiesOf(link.schemeId(), link.organisationId()).stream()
            .filter(entry -> !"INACTIVE".equals(entry.value(EntryField.STATUS)))
            .toList(),
        entries.organisation(link.schemeId(), link.organisationId()).orElseThrow());
  }

  private Optional<Link> opened(String token) {
    return db.sql(
            """
            select l.scheme_id, l.organisation_id, l.valid_until
              from directory_link l
              join organisation o on o.scheme_id = l.scheme_id and o.organisation_id = l.organisation_id
             where l.token_hash = :hash and l.valid_until >= :today and o.status <> 'INACTIVE'
            """)
        .param("hash", Tokens.hash(token))
        .param("today", LocalDate.now(clock))
        .query((row, number) -> new Link(row.getString(1), row.getString(2), row.getObject(3, LocalDate.class)))
        .optional();
  }

  private record Link(String schemeId, String organisationId, LocalDate until) {}

  /**
   * An organisation's own entry.
   *
   * @param until last day of the link unless it is used before
   */
  public record Mine(OrganisationEntry organisation, LocalDate until, List<Entry> activities, Entry itself) {

    public Optional<Entry> activity(String activityId) {
      return activities.stream().filter(entry -> entry.activityId().equals(activityId)).findFirst();
    }
  }

  // ---- what it changes; false for a link that does not work

  /** So many places this week. */
  @Transactional
  public boolean places(String token, String activityId, int places) {
    if (!TAPS.contains(places)) {
      return false;
    }
    var changes = new EnumMap<EntryField, String>(EntryField.class);
    changes.put(EntryField.PLACES_THIS_WEEK, Integer.toString(places));
    changes.put(EntryField.PLACES_SAID_ON, LocalDate.now(clock).toString());
    return use(token, mine -> mine.activity(activityId), changes);
  }

  /** Takes nobody from now on, or takes people again; of one activity or, where that is {@code null}, of all. */
  @Transactional
  public boolean pause(String token, String activityId, boolean pause) {
    String status = (pause ? ListingStatus.TEMPORARILY_CLOSED : ListingStatus.ACTIVE).name();
    return activityId == null
        ? use(token, mine -> Optional.of(mine.itself()), Map.of(EntryField.ORGANISATION_STATUS, status))
        : use(token, mine -> mine.activity(activityId), Map.of(EntryField.STATUS, status));
  }

  /** Everything on the page is right. */
  @Transactional
  public boolean confirm(String token) {
    return opened(token)
        .map(
            link -> {
              used(token);
              currentActor.as(
                  Actor.PROVIDER,
                  () -> {
                    entries.confirmed(link.schemeId(), link.organisationId());
                    audit.record(
                        new AuditEvent("directory.entry-confirmed", "organisation", link.organisationId(), link.schemeId(), Map.of()));
                  });
              return true;
            })
        .orElse(false);
  }

  /**
   * Changes what the form asks for, as it was typed. Looking at all of it is saying that it is right.
   *
   * @param activityId {@code null} for the organisation itself
   * @throws InvalidInput if something typed cannot be understood; then nothing is changed
   */
  @Transactional
  public boolean change(String token, String activityId, Map<String, String> typed) {
    var seen = look(token);
    if (seen.isEmpty()) {
      return false;
    }
    Scheme scheme = schemes.get(seen.get().organisation().schemeId());
    var wanted = new EnumMap<EntryField, String>(EntryField.class);
    var problems = new ArrayList<InvalidInput.Problem>();
    for (EntryField field : fields(activityId != null)) {
      try {
        wanted.put(field, values.read(scheme, field, typed.get(field.name())));
      } catch (InvalidInput e) {
        problems.addAll(e.problems());
      }
    }
    problems.addAll(together(wanted));
    if (!problems.isEmpty()) {
      throw new InvalidInput(problems);
    }
    String postcode = wanted.get(EntryField.POSTCODE);
    if (postcode != null) {
      wanted.put(EntryField.DISTRICT, postcode.split(" ")[0]);
    }
    boolean done = use(token, mine -> activityId == null ? Optional.of(mine.itself()) : mine.activity(activityId), wanted);
    if (done) {
      entries.confirmed(scheme.id(), seen.get().organisation().organisationId());
    }
    return done;
  }

  /** What does not fit together. */
  static List<InvalidInput.Problem> together(Map<EntryField, String> wanted) {
    var problems = new ArrayList<InvalidInput.Problem>();
    String starts = wanted.get(EntryField.STARTS_AT);
    String ends = wanted.get(EntryField.ENDS_AT);
    if (starts != null && ends != null && !LocalTime.parse(ends).isAfter(LocalTime.parse(starts))) {
      problems.add(new InvalidInput.Problem(EntryField.ENDS_AT.name(), "directory.refused.ends", List.of()));
    }
    String least = wanted.get(EntryField.MINIMUM_AGE);
    String most = wanted.get(EntryField.MAXIMUM_AGE);
    if (least != null && most != null && Integer.parseInt(most) < Integer.parseInt(least)) {
      problems.add(new InvalidInput.Problem(EntryField.MAXIMUM_AGE.name(), "directory.refused.ages", List.of()));
    }
    return problems;
  }

  /** The fields of the form, in its order. */
  public static List<EntryField> fields(boolean ofAnActivity) {
    return ofAnActivity ? OF_AN_ACTIVITY : OF_ITSELF;
  }

  private boolean use(
      String token,
      java.util.function.Function<Mine, Optional<Entry>> which,
      Map<EntryField, String> changes) {
    var entry = look(token).flatMap(which);
    entry.ifPresent(
        one -> {
          used(token);
          currentActor.as(
              Actor.PROVIDER, () -> { entries.change(one, changes, Entries.By.ORGANISATION, one.organisationId()); });
        });
    return entry.isPresent();
  }

  /** Whoever uses a link may go on using it. */
  private void used(String token) {
    db.sql("update directory_link set valid_until = :until where token_hash = :hash and valid_until < :until")
        .param("until", LocalDate.now(clock).plusDays(WORKS_FOR))
        .param("hash", Tokens.hash(token))
        .update();
  }
}
