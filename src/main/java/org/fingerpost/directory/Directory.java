package org.fingerpost.directory;

import java.sql.Array;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fingerpost.platform.Decisions;
import org.fingerpost.scheme.AccessNeed;
import org.fingerpost.scheme.ActivityDetails;
import org.fingerpost.scheme.ActivityFormat;
import org.fingerpost.scheme.ActivityKind;
import org.fingerpost.scheme.ActivityTraits;
import org.fingerpost.scheme.Area;
import org.fingerpost.scheme.Frequency;
import org.fingerpost.scheme.Interest;
import org.fingerpost.scheme.KiteMarkLevel;
import org.fingerpost.scheme.Listing;
import org.fingerpost.scheme.LocalisedText;
import org.fingerpost.scheme.OrganisationDetails;
import org.fingerpost.scheme.Scheme;
import org.fingerpost.scheme.Schemes;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The organisations and activities of every scheme. Plain SQL, because rows are read whole and written only by
 * {@link #load}.
 *
 * <p>What the scheme folders list is written again at every start, except entries that somebody has changed here since:
 * they are the directory's own from then on (ADR 0031). What was taken out of a folder stays, because people may have been
 * introduced to it. The kite mark is taken from a folder once, when an organisation is listed first.
 */
@Component
public class Directory {

  private static final int BATCH = 200;

  private static final String SELECT =
      """
      select a.activity_id, a.scheme_id, a.organisation_id, o.name, o.email, o.phone, a.name_en, a.name_cy,
             a.needs, a.areas, a.minimum_age, a.maximum_age, a.format, a.weekdays, a.places,
             a.kind, a.access, a.languages, a.capacity, a.waiting_list, a.waiting_weeks, a.district, o.mark_level, a.interests,
             a.description_en, a.description_cy, a.cost_pence, a.cost_note_en, a.cost_note_cy, a.starts_at, a.ends_at,
             a.frequency, a.venue, a.address, a.postcode, a.group_size, a.status, o.status as organisation_status,
             a.places_this_week, a.places_said_on, o.confirmed_on, u.answers, u.accepted, u.median_days
        from activity a
        join organisation o on o.scheme_id = a.scheme_id and o.organisation_id = a.organisation_id
        left join organisation_answers u on u.scheme_id = o.scheme_id and u.organisation_id = o.organisation_id
       where a.scheme_id = :scheme
      """;

  private static final List<String> ORGANISATION_COLUMNS =
      List.of(
          "name",
          "email",
          "phone",
          "legal_form",
          "invented",
          "part_of",
          "description_en",
          "description_cy",
          "website",
          "areas",
          "paid_staff",
          "volunteers");

  private static final List<String> ACTIVITY_COLUMNS =
      List.of(
          "organisation_id",
          "name_en",
          "name_cy",
          "needs",
          "areas",
          "minimum_age",
          "maximum_age",
          "format",
          "weekdays",
          "places",
          "kind",
          "access",
          "languages",
          "capacity",
          "waiting_list",
          "waiting_weeks",
          "district",
          "interests",
          "description_en",
          "description_cy",
          "cost_pence",
          "cost_note_en",
          "cost_note_cy",
          "starts_at",
          "ends_at",
          "frequency",
          "venue",
          "address",
          "postcode",
          "group_size");

  private static final String WRITE_ORGANISATION =
      seed("organisation", List.of("scheme_id", "organisation_id"), ORGANISATION_COLUMNS, List.of("mark_level", "confirmed_on"));

  private static final String WRITE_ACTIVITY =
      seed("activity", List.of("scheme_id", "activity_id"), ACTIVITY_COLUMNS, List.of());

  /** A scheme's whole list, which is some hundred rows at most. What another node changes is seen within seconds. */
  private final Cache<String, List<ActivityOffer>> listed =
      Caffeine.newBuilder().expireAfterWrite(Duration.ofSeconds(5)).build();

  private final JdbcClient db;
  private final JdbcOperations batches;
  private final Schemes schemes;
  private final Decisions decisions;
  private final Clock clock;
  private final boolean withInvented;

  /**
   * @param withInvented whether organisations that exist only in the demo are listed; by default, when this is a demo
   */
  Directory(
      JdbcClient db,
      JdbcOperations batches,
      Schemes schemes,
      Decisions decisions,
      Clock clock,
      @Value("${fingerpost.directory.invented:${fingerpost.demo:true}}") boolean withInvented) {
    this.db = db;
    this.batches = batches;
    this.schemes = schemes;
    this.decisions = decisions;
    this.clock = clock;
    this.withInvented = withInvented;
  }

  public Optional<ActivityOffer> activity(String schemeId, String activityId) {
    return inScheme(schemeId).stream().filter(offer -> offer.activityId().equals(activityId)).findFirst();
  }

  /** All activities of a scheme by English name. */
  public List<ActivityOffer> inScheme(String schemeId) {
    // What a transaction has written itself (and load() has forgotten here) is its own until it commits.
    boolean writing =
        TransactionSynchronizationManager.isActualTransactionActive()
            && !TransactionSynchronizationManager.isCurrentTransactionReadOnly();
    if (!writing) {
      return listed.get(schemeId, this::read);
    }
    var known = listed.getIfPresent(schemeId);
    return known != null ? known : read(schemeId);
  }

  private List<ActivityOffer> read(String schemeId) {
    return db.sql(SELECT + " order by a.name_en, a.activity_id")
        .param("scheme", schemeId)
        .query(Directory::offer)
        .list();
  }

  /**
   * The activities that suit a person of whom only this is known, best first. One that is not for the person's age, is
   * full for good or meets none of the needs is left out.
   *
   * @param needs codes; none means any activity
   * @param areaCode where the person lives, or {@code null} if not known
   * @param age in whole years
   */
  public List<ActivityMatch> match(String schemeId, Collection<String> needs, String areaCode, int age) {
    return match(schemeId, Seeker.of(needs, areaCode, age)).stream().filter(ActivityMatch::choosable).toList();
  }

  /**
   * The activities that may suit a person, best first by the scheme's table {@code activity-match}; at the end those that
   * would help but cannot be chosen, which say why. One that meets none of the needs is left out.
   */
  public List<ActivityMatch> match(String schemeId, Seeker seeker) {
    Scheme scheme = schemes.get(schemeId);
    return new Matching(
            facts -> decisions.collect(Matching.DECISION, schemeId, facts),
            scheme.kiteMarkAsked(),
            schemes.listing(schemeId).neighbours(),
            district -> scheme.areaOfEver(district).map(Area::code),
            LocalDate.now(clock))
        .rank(inScheme(schemeId), seeker);
  }

  /**
   * Writes a scheme's organisations and activities as its folder lists them; safe to repeat, and by several nodes at
   * once.
   */
  @Transactional
  public void load(Scheme scheme) {
    Listing listing = schemes.listing(scheme.id());
    List<Listing.Organisation> organisations =
        listing.organisations().stream().filter(organisation -> withInvented || !organisation.invented()).toList();
    Set<String> listed = organisations.stream().map(Listing.Organisation::organisationId).collect(Collectors.toSet());
    List<Listing.Activity> activities =
        listing.activities().stream().filter(activity -> listed.contains(activity.organisationId())).toList();
    Map<String, KiteMarkLevel> marks =
        activities.stream()
            .collect(
                Collectors.toMap(
                    Listing.Activity::organisationId,
                    activity -> activity.traits().kiteMark(),
                    (one, other) -> one.compareTo(other) >= 0 ? one : other));
    batches.batchUpdate(
        WRITE_ORGANISATION,
        organisations,
        BATCH,
        (row, o) -> write(row, scheme.id(), o, marks.getOrDefault(o.organisationId(), KiteMarkLevel.NONE)));
    batches.batchUpdate(WRITE_ACTIVITY, activities, BATCH, (row, a) -> write(row, scheme.id(), a));
    changed(scheme.id());
  }

  /** A scheme's rows were changed in this transaction: what is remembered of them is forgotten, now and once it commits. */
  void changed(String schemeId) {
    listed.invalidate(schemeId);
    if (TransactionSynchronizationManager.isSynchronizationActive()) {
      TransactionSynchronizationManager.registerSynchronization(
          new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
              listed.invalidate(schemeId);
            }
          });
    }
  }

  /**
   * Writes a row as the folder has it. An unchanged row is left alone, so that a start writes nothing; so is one that was
   * changed here since, or that came from elsewhere.
   *
   * @param columns what the folder says, in every start
   * @param first what is only said when the row is new
   */
  private static String seed(String table, List<String> keys, List<String> columns, List<String> first) {
    List<String> all = Stream.of(keys, columns, first).flatMap(List::stream).toList();
    return "insert into %s as kept (%s) values (%s) on conflict (%s) do update set %s where %s and (%s) is distinct from (%s)"
        .formatted(
            table,
            String.join(", ", all),
            all.stream().map(column -> "?").collect(Collectors.joining(", ")),
            String.join(", ", keys),
            columns.stream().map(column -> column + " = excluded." + column).collect(Collectors.joining(", ")),
            "kept.edited_at is null",
            columns.stream().map(column -> "kept." + column).collect(Collectors.joining(", ")),
            columns.stream().map(column -> "excluded." + column).collect(Collectors.joining(", ")));
  }

  private void write(PreparedStatement row, String schemeId, Listing.Organisation organisation, KiteMarkLevel mark)
      throws SQLException {
    row.setString(1, schemeId);
    row.setString(2, organisation.organisationId());
    row.setString(3, organisation.name());
    row.setString(4, organisation.email());
    row.setString(5, organisation.phone());
    row.setString(6, organisation.legalForm().name());
    row.setBoolean(7, organisation.invented());
    OrganisationDetails details = organisation.details();
    row.setString(8, details.partOf());
    row.setString(9, details.description() == null ? null : details.description().en());
    row.setString(10, details.description() == null ? null : details.description().cy());
    row.setString(11, details.website());
    row.setArray(12, texts(row, details.areas()));
    row.setObject(13, details.paidStaff(), Types.INTEGER);
    row.setObject(14, details.volunteers(), Types.INTEGER);
    row.setString(15, mark.name());
    row.setObject(16, LocalDate.now(clock), Types.DATE);
  }

  private static void write(PreparedStatement row, String schemeId, Listing.Activity activity) throws SQLException {
    row.setString(1, schemeId);
    row.setString(2, activity.activityId());
    row.setString(3, activity.organisationId());
    row.setString(4, activity.name().en());
    row.setString(5, activity.name().cy());
    row.setArray(6, texts(row, activity.needs()));
    row.setArray(7, texts(row, activity.areas()));
    row.setObject(8, activity.minimumAge(), Types.INTEGER);
    row.setObject(9, activity.maximumAge(), Types.INTEGER);
    row.setString(10, activity.format().name());
    row.setArray(11, texts(row, activity.weekdays().stream().map(DayOfWeek::name).toList()));
    row.setObject(12, activity.places(), Types.INTEGER);
    ActivityTraits traits = activity.traits();
    row.setString(13, traits.kind().name());
    row.setArray(14, texts(row, traits.access().stream().map(AccessNeed::name).toList()));
    row.setArray(15, texts(row, traits.languages()));
    row.setObject(16, traits.capacity(), Types.INTEGER);
    row.setBoolean(17, traits.waitingList());
    row.setInt(18, traits.waitingWeeks());
    row.setString(19, traits.district());
    row.setArray(20, texts(row, traits.interests().stream().map(Interest::name).toList()));
    ActivityDetails details = activity.details();
    row.setString(21, details.description() == null ? null : details.description().en());
    row.setString(22, details.description() == null ? null : details.description().cy());
    row.setObject(23, details.costPence(), Types.INTEGER);
    row.setString(24, details.costNote() == null ? null : details.costNote().en());
    row.setString(25, details.costNote() == null ? null : details.costNote().cy());
    row.setObject(26, details.startsAt(), Types.TIME);
    row.setObject(27, details.endsAt(), Types.TIME);
    row.setString(28, details.frequency().name());
    row.setString(29, details.venue());
    row.setString(30, details.address());
    row.setString(31, details.postcode());
    row.setObject(32, details.groupSize(), Types.INTEGER);
  }

  private static Array texts(PreparedStatement row, List<String> texts) throws SQLException {
    return row.getConnection().createArrayOf("text", texts.toArray());
  }

  private static ActivityOffer offer(ResultSet row, int number) throws SQLException {
    return new ActivityOffer(
        row.getString("activity_id"),
        row.getString("scheme_id"),
        row.getString("organisation_id"),
        row.getString("name"),
        row.getString("email"),
        row.getString("phone"),
        new LocalisedText(row.getString("name_en"), row.getString("name_cy")),
        texts(row, "needs"),
        texts(row, "areas"),
        row.getObject("minimum_age", Integer.class),
        row.getObject("maximum_age", Integer.class),
        ActivityFormat.valueOf(row.getString("format")),
        texts(row, "weekdays").stream().map(DayOfWeek::valueOf).toList(),
        row.getObject("places", Integer.class),
        traits(row),
        details(row),
        standing(row));
  }

  private static ActivityTraits traits(ResultSet row) throws SQLException {
    return new ActivityTraits(
        ActivityKind.valueOf(row.getString("kind")),
        texts(row, "access").stream().map(AccessNeed::valueOf).toList(),
        texts(row, "languages"),
        row.getObject("capacity", Integer.class),
        row.getBoolean("waiting_list"),
        row.getInt("waiting_weeks"),
        row.getString("district"),
        KiteMarkLevel.valueOf(row.getString("mark_level")),
        texts(row, "interests").stream().map(Interest::valueOf).toList());
  }

  private static ActivityDetails details(ResultSet row) throws SQLException {
    return new ActivityDetails(
        both(row.getString("description_en"), row.getString("description_cy")),
        row.getObject("cost_pence", Integer.class),
        both(row.getString("cost_note_en"), row.getString("cost_note_cy")),
        row.getObject("starts_at", LocalTime.class),
        row.getObject("ends_at", LocalTime.class),
        Frequency.valueOf(row.getString("frequency")),
        row.getString("venue"),
        row.getString("address"),
        row.getString("postcode"),
        row.getObject("group_size", Integer.class));
  }

  private static Standing standing(ResultSet row) throws SQLException {
    Integer answers = row.getObject("answers", Integer.class);
    return new Standing(
        ListingStatus.valueOf(row.getString("status")).and(ListingStatus.valueOf(row.getString("organisation_status"))),
        row.getObject("places_this_week", Integer.class),
        row.getObject("places_said_on", LocalDate.class),
        row.getObject("confirmed_on", LocalDate.class),
        answers == null ? null : new UsualAnswer(answers, row.getInt("accepted"), row.getInt("median_days")));
  }

  /** Who wrote in one language only is read in that. */
  static LocalisedText both(String en, String cy) {
    if (en == null && cy == null) {
      return null;
    }
    return new LocalisedText(en == null ? cy : en, cy == null ? en : cy);
  }

  static List<String> texts(ResultSet row, String column) throws SQLException {
    return Arrays.asList((String[]) row.getArray(column).getArray());
  }
}
