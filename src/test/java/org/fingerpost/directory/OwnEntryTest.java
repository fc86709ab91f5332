package org.fingerpost.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.fingerpost.FingerpostTest;
import org.fingerpost.scheme.ActivityFormat;
import org.fingerpost.scheme.KiteMarkLevel;
import org.fingerpost.scheme.LegalForm;
import org.fingerpost.scheme.LocalisedText;
import org.fingerpost.scheme.Schemes;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;

/** An organisation keeps its own entry up to date; what it says holds at once, is remembered, and outlives a restart. */
@FingerpostTest
class OwnEntryTest {

  private static final String SCHEME = "east-lancashire";
  private static int number;

  @Autowired MockMvc web;
  @Autowired Directory directory;
  @Autowired Organisations organisations;
  @Autowired OwnEntry ownEntry;
  @Autowired AskingIfStillRight asking;
  @Autowired Changes changes;
  @Autowired Assurance assurance;
  @Autowired Clock clock;
  @Autowired Schemes schemes;
  @Autowired JdbcClient db;
  @Autowired TransactionTemplate transaction;

  private String email;
  private String organisation;
  private String activity;
  private String token;

  @BeforeEach
  void a_group_with_a_darts_evening_asks_for_its_link() throws Exception {
    email = "darts-" + ++number + "@example.org";
    transaction.executeWithoutResult(
        status -> {
          organisation =
              organisations.register(SCHEME, new NewOrganisation("Darts Friends", LegalForm.UNCONSTITUTED_GROUP, email, "01632 960599"));
          activity =
              organisations.list(
                  SCHEME,
                  organisation,
                  new NewActivity(
                      new LocalisedText("Darts evening", "Noson dartiau"), List.of("LONELINESS"), List.of("PENDLE"), ActivityFormat.GROUP,
                      List.of(DayOfWeek.MONDAY), LocalTime.of(19, 0), LocalTime.of(21, 0), "The Weavers' Hall", "BB9", 200, 6, List.of(), null));
        });
    web.perform(post("/directory/mine").with(csrf()).param("email", email.toUpperCase()))
        .andExpect(redirectedUrl("/directory/mine/sent"));
    token = latestToken();
  }

  private String latestToken() {
    return db.sql("select regexp_replace(params->>'entryLink', '.*/', '') from outbox_message where to_address = ? order by created_at desc limit 1")
        .param(email)
        .query(String.class)
        .single();
  }

  @Test
  void whoever_asks_is_told_the_same_whether_there_is_an_entry_or_not_and_nobody_is_flooded() throws Exception {
    web.perform(post("/directory/mine").with(csrf()).param("email", "nobody-at-all@example.org"))
        .andExpect(redirectedUrl("/directory/mine/sent"));
    web.perform(post("/directory/mine").with(csrf()).param("email", email)).andExpect(redirectedUrl("/directory/mine/sent"));
    assertThat(db.sql("select count(*) from outbox_message where to_address = ?").param(email).query(Integer.class).single())
        .as("one link an hour")
        .isEqualTo(1);
    web.perform(post("/directory/mine").with(csrf()).param("email", "nonsense")).andExpect(status().isUnprocessableEntity());
  }

  @Test
  void the_page_shows_the_entry_and_is_kept_by_no_browser() throws Exception {
    web.perform(get("/directory/mine/" + token))
        .andExpect(status().isOk())
        .andExpect(header().string("Cache-Control", containsString("no-store")))
        .andExpect(header().string("Referrer-Policy", "no-referrer"))
        .andExpect(content().string(containsString("Darts evening")))
        .andExpect(content().string(containsString("Monday, 19:00 to 21:00")))
        .andExpect(content().string(containsString("£2 each time")))
        .andExpect(content().string(not(containsString("??"))));
    web.perform(get("/directory/mine/" + token + "x")).andExpect(status().isNotFound());
  }

  @Test
  void three_places_this_week_take_one_tap_and_count_at_once() throws Exception {
    post("places", Map.of("activity", activity, "places", "3"));
    assertThat(standing().placesThisWeek()).isEqualTo(3);
    assertThat(match().reasons()).contains(MatchReason.PLACES_KNOWN);
    web.perform(get("/directory/" + SCHEME + "/activities/" + activity)).andExpect(content().string(containsString("3 places this week")));

    post("places", Map.of("activity", activity, "places", "0"));
    assertThat(match().cautions()).containsExactly(MatchCaution.WAIT);

    web.perform(org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post("/directory/mine/" + token + "/places")
            .with(csrf())
            .param("activity", "foodbank")
            .param("places", "3"))
        .andExpect(status().isNotFound());
    assertThat(directory.activity(SCHEME, "foodbank").orElseThrow().standing().placesThisWeek())
        .as("somebody else's activity")
        .isNull();
  }

  @Test
  void a_pause_ends_introductions_at_once_and_the_public_reads_it() throws Exception {
    post("pause", Map.of("activity", activity, "pause", "true"));
    assertThat(match().cautions()).contains(MatchCaution.CLOSED);
    web.perform(get("/directory/" + SCHEME + "/activities/" + activity))
        .andExpect(content().string(containsString("Not taking people at the moment")));
    post("pause", Map.of("activity", activity, "pause", "false"));
    assertThat(match().choosable()).isTrue();

    post("pause", Map.of("pause", "true"));
    assertThat(match().choosable()).as("the whole organisation").isFalse();
  }

  @Test
  void days_cost_and_words_are_changed_in_one_form_and_what_was_before_is_kept() throws Exception {
    post("change", changed());

    var offer = directory.activity(SCHEME, activity).orElseThrow();
    assertThat(offer.weekdays()).containsExactly(DayOfWeek.TUESDAY);
    assertThat(offer.details().costPence()).isEqualTo(250);
    assertThat(offer.traits().district()).as("from the postcode").isEqualTo("BB11");
    assertThat(changes.latest(SCHEME))
        .filteredOn(change -> change.organisationId().equals(organisation))
        .extracting(change -> change.field() + ": " + change.before() + " > " + change.after())
        .contains("WEEKDAYS: MONDAY > TUESDAY", "COST_PENCE: 200 > 250");
    assertThat(
            db.sql("select details::text from audit_entry where act = 'directory.entry-changed' and subject_id = ?")
                .param(activity)
                .query(String.class)
                .list())
        .as("codes only")
        .isNotEmpty()
        .noneMatch(details -> details.contains("Weavers"));
  }

  private Map<String, String> changed() {
    return Map.ofEntries(
        Map.entry("activity", activity),
        Map.entry("NAME_EN", "Darts evening"),
        Map.entry("NAME_CY", "Noson dartiau"),
        Map.entry("DESCRIPTION_EN", "Darts & a <b>chat</b>"),
        Map.entry("WEEKDAYS", "TUESDAY"),
        Map.entry("FREQUENCY", "WEEKLY"),
        Map.entry("STARTS_AT", "7.30"),
        Map.entry("ENDS_AT", "9:00"),
        Map.entry("POSTCODE", "bb11 1aa"),
        Map.entry("AREAS", "PENDLE"),
        Map.entry("COST_PENCE", "£2.50"),
        Map.entry("WAITING_LIST", "true"),
        Map.entry("WAITING_WEEKS", "0"));
  }

  @Test
  void what_cannot_be_understood_is_explained_and_nothing_is_changed() throws Exception {
    var typed = new java.util.HashMap<>(changed());
    typed.put("COST_PENCE", "a pint");
    typed.put("NAME_EN", "");
    web.perform(request("change", typed))
        .andExpect(status().isUnprocessableEntity())
        .andExpect(content().string(containsString("Write pounds, such as 2.50, or free")))
        .andExpect(content().string(containsString("This must be filled in")))
        .andExpect(content().string(containsString("a pint")));
    assertThat(directory.activity(SCHEME, activity).orElseThrow().weekdays()).containsExactly(DayOfWeek.MONDAY);
  }

  @Test
  void what_a_group_writes_is_text_and_never_mark_up() throws Exception {
    post("change", changed());
    web.perform(get("/directory/" + SCHEME + "/activities/" + activity))
        .andExpect(content().string(containsString("Darts &amp; a &lt;b&gt;chat&lt;/b&gt;")));
  }

  @Test
  void an_entry_that_somebody_has_changed_outlives_a_restart_and_an_untouched_one_follows_the_folder() {
    transaction.executeWithoutResult(
        undone -> {
          ownEntry.send("wales", "banc-amser-y-cwm");
          String link =
              db.sql("select regexp_replace(params->>'entryLink', '.*/', '') from outbox_message where to_address = 'banc-amser@example.org' order by created_at desc limit 1")
                  .query(String.class)
                  .single();
          assertThat(ownEntry.pause(link, "time-bank", true)).isTrue();
          db.sql("update activity set name_en = 'Time bank of the valley' where activity_id = 'time-bank'").update();
          db.sql("update activity set places = 99 where activity_id = 'community-choir'").update();

          directory.load(schemes.get("wales"));

          assertThat(directory.activity("wales", "time-bank").orElseThrow().name().en()).isEqualTo("Time bank of the valley");
          assertThat(directory.activity("wales", "time-bank").orElseThrow().standing().status())
              .isEqualTo(ListingStatus.TEMPORARILY_CLOSED);
          assertThat(directory.activity("wales", "community-choir").orElseThrow().places()).isEqualTo(30);
          undone.setRollbackOnly();
        });
  }

  @Test
  void places_of_a_week_do_not_take_an_entry_away_from_its_folder() {
    transaction.executeWithoutResult(
        undone -> {
          ownEntry.send("wales", "banc-amser-y-cwm");
          String link =
              db.sql("select regexp_replace(params->>'entryLink', '.*/', '') from outbox_message where to_address = 'banc-amser@example.org' order by created_at desc limit 1")
                  .query(String.class)
                  .single();
          assertThat(ownEntry.places(link, "time-bank", 5)).isTrue();
          db.sql("update activity set places = 99 where activity_id = 'time-bank'").update();
          directory.load(schemes.get("wales"));
          var timeBank = directory.activity("wales", "time-bank").orElseThrow();
          assertThat(timeBank.places()).isEqualTo(40);
          assertThat(timeBank.standing().placesThisWeek()).isEqualTo(5);
          undone.setRollbackOnly();
        });
  }

  @Test
  void a_mark_holds_from_the_moment_it_is_set_and_no_start_takes_it_away() {
    transaction.executeWithoutResult(
        undone -> {
          assurance.set("gloucestershire", "severn-good-company", KiteMarkLevel.SUSPENDED, null);
          assertThat(directory.activity("gloucestershire", "tea-and-company").orElseThrow().traits().kiteMark())
              .isEqualTo(KiteMarkLevel.SUSPENDED);
          directory.load(schemes.get("gloucestershire"));
          assertThat(assurance.of("gloucestershire", "severn-good-company")).contains(new Mark(KiteMarkLevel.SUSPENDED, null));
          undone.setRollbackOnly();
        });
    assertThat(assurance.of("gloucestershire", "severn-good-company").orElseThrow().level()).isEqualTo(KiteMarkLevel.FULL);
    assertThatThrownBy(
            () -> transaction.executeWithoutResult(status -> assurance.set("wales", "nobody", KiteMarkLevel.FULL, null)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_second_group_of_the_same_name_gets_a_number() {
    String second =
        transaction.execute(
            status -> organisations.register(SCHEME, new NewOrganisation("Darts Friends", LegalForm.CHARITY, null, null)));
    assertThat(second).matches("darts-friends-\\d+").isNotEqualTo(organisation);
    assertThat(organisations.get(SCHEME, second).orElseThrow().name()).isEqualTo("Darts Friends");
  }

  @Test
  void once_a_quarter_it_is_asked_whether_the_entry_is_right_and_after_a_year_of_silence_it_says_so() throws Exception {
    asking.begin();
    assertThat(messages("directory-still-right")).isZero();

    passed(95);
    asking.begin();
    asking.begin();
    assertThat(messages("directory-still-right")).as("once").isEqualTo(1);
    token = latestToken();

    passed(280);
    asking.begin();
    assertThat(messages("directory-still-right")).isEqualTo(2);
    token = latestToken();
    directory.changed(SCHEME);
    assertThat(match().cautions()).contains(MatchCaution.UNCONFIRMED);
    web.perform(get("/directory/" + SCHEME + "/activities/" + activity)).andExpect(content().string(containsString("Not confirmed lately")));

    post("confirm", Map.of());
    assertThat(match().cautions()).doesNotContain(MatchCaution.UNCONFIRMED);
  }

  @Test
  void a_link_that_is_used_goes_on_working_and_one_that_is_not_ends() throws Exception {
    db.sql("update directory_link set valid_until = :today").param("today", LocalDate.now(clock)).update();
    post("places", Map.of("activity", activity, "places", "1"));
    assertThat(ownEntry.look(token).orElseThrow().until()).isEqualTo(LocalDate.now(clock).plusDays(OwnEntry.WORKS_FOR));
    db.sql("update directory_link set valid_until = :yesterday").param("yesterday", LocalDate.now(clock).minusDays(1)).update();
    web.perform(get("/directory/mine/" + token)).andExpect(status().isNotFound());
  }

  /** So many days go by for this organisation, and nobody says anything. */
  private void passed(int days) {
    db.sql("update organisation set confirmed_on = confirmed_on - :days, reminded_on = reminded_on - :days where organisation_id = :id")
        .param("days", days)
        .param("id", organisation)
        .update();
  }

  private int messages(String purpose) {
    return db.sql("select count(*) from outbox_message where to_address = ? and purpose = ?")
        .param(email)
        .param(purpose)
        .query(Integer.class)
        .single();
  }

  private Standing standing() {
    return directory.activity(SCHEME, activity).orElseThrow().standing();
  }

  private ActivityMatch match() {
    return directory.match(SCHEME, Seeker.of(List.of("LONELINESS"), "PENDLE", 40)).stream()
        .filter(match -> match.activity().activityId().equals(activity))
        .findFirst()
        .orElseThrow();
  }

  private void post(String what, Map<String, String> sent) throws Exception {
    web.perform(request(what, sent)).andExpect(redirectedUrl("/directory/mine/" + token));
  }

  private org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder request(String what, Map<String, String> sent) {
    var request =
        org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post("/directory/mine/" + token + "/" + what).with(csrf());
    sent.forEach(request::param);
    return request;
  }

  private static org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder post(String address) {
    return org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post(address);
  }
}
