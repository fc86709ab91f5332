package org.fingerpost.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.fingerpost.FingerpostTest;
import org.fingerpost.directory.AnswersSoFar.Answered;
import org.fingerpost.directory.DirectorySearch.Wanted;
import org.fingerpost.platform.Language;
import org.fingerpost.scheme.Schemes;
import org.fingerpost.scheme.WorkingDays;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;

/** The directory for everybody: found by need, place, age, day and words, in English and Welsh. */
@FingerpostTest
class DirectoryPagesTest {

  @Autowired MockMvc web;
  @Autowired DirectorySearch search;
  @Autowired Directory directory;
  @Autowired Schemes schemes;
  @Autowired WorkingDays workingDays;
  @Autowired JdbcOperations batches;
  @Autowired Clock clock;
  @Autowired JdbcClient db;
  @Autowired TransactionTemplate transaction;

  @Test
  void a_lonely_person_in_the_forest_finds_the_walks() throws Exception {
    web.perform(get("/directory/gloucestershire").param("need", "LONELINESS").param("place", "GL14"))
        .andExpect(status().isOk())
        .andExpect(header().string("Cache-Control", containsString("no-store")))
        .andExpect(content().string(containsString("Short walks in the Forest")))
        .andExpect(content().string(containsString("Kite mark for small groups")))
        .andExpect(content().string(not(containsString("Tea and company"))))
        .andExpect(content().string(not(containsString("??"))));
  }

  @Test
  void need_place_age_day_and_words_narrow_the_list() {
    assertThat(found(new Wanted("MONEY", Set.of(), null, null, null, null))).contains("money-and-benefits").doesNotContain("tea-and-company");
    assertThat(found(new Wanted(null, Set.of("STROUD"), null, null, null, null))).contains("mending-and-making").doesNotContain("allotment-mornings");
    assertThat(found(new Wanted(null, Set.of(), null, 12, null, null))).contains("tea-and-company").doesNotContain("carers-break");
    assertThat(found(new Wanted(null, Set.of(), null, null, DayOfWeek.SUNDAY, null)))
        .contains("bereavement-walk-and-talk", "befriending-at-home")
        .doesNotContain("tea-and-company");
    assertThat(found(new Wanted(null, Set.of(), null, null, null, "singing breathing"))).containsExactly("singing-for-breath");
    assertThat(found(new Wanted(null, Set.of(), null, null, null, "rhandir"))).as("in Welsh too").containsExactly("allotment-mornings");
    assertThat(found(new Wanted(null, Set.of(), null, null, null, "zeppelin"))).isEmpty();
    assertThat(found(new Wanted(null, Set.of("FOREST_OF_DEAN"), "GL14", null, null, null)).get(0)).as("nearest first").isEqualTo("dean-short-walks");
  }

  @Test
  void a_place_is_a_postcode_half_of_one_or_an_area_in_either_language() {
    var gloucestershire = schemes.get("gloucestershire");
    assertThat(search.place(gloucestershire, "gl14 2ab").orElseThrow().areas()).containsExactly("FOREST_OF_DEAN");
    assertThat(search.place(gloucestershire, "GL14").orElseThrow().district()).isEqualTo("GL14");
    assertThat(search.place(gloucestershire, "fforest").orElseThrow().areas()).containsExactly("FOREST_OF_DEAN");
    assertThat(search.place(gloucestershire, "Narnia")).isEmpty();
    assertThat(search.place(gloucestershire, "AB1 2CD")).isEmpty();
    var staffordshire = schemes.get("north-staffordshire");
    assertThat(search.place(staffordshire, "ST6").orElseThrow().areas()).contains("MIDDLEPORT", "BURSLEM_COBRIDGE");
    assertThat(search.place(staffordshire, "Stoke-on-Trent").orElseThrow().areas()).contains("MEIR", "LONGTON");
  }

  @Test
  void a_whole_postcode_does_not_stay_in_the_address() throws Exception {
    web.perform(get("/directory/gloucestershire").param("place", "GL14 2AB"))
        .andExpect(redirectedUrl("/directory/gloucestershire?need=&place=FOREST_OF_DEAN&near=GL14&age=&day=&words="));
    web.perform(get("/directory").param("place", "LL55 1AA")).andExpect(redirectedUrl("/directory/wales?place=BETSI_CADWALADR"));
    web.perform(get("/directory").param("place", "GL1 1AA")).andExpect(redirectedUrl("/directory?place=GL1"));
  }

  @Test
  void nothing_of_what_is_looked_for_is_kept() throws Exception {
    long before = entries();
    web.perform(get("/directory/gloucestershire").param("words", "ringo-needs-company")).andExpect(status().isOk());
    assertThat(entries()).isEqualTo(before);
  }

  private long entries() {
    return db.sql("select (select count(*) from audit_entry) + (select count(*) from spring_session)").query(Long.class).single();
  }

  @Test
  void what_cannot_be_understood_is_said_and_the_list_stays() throws Exception {
    web.perform(get("/directory/gloucestershire").param("place", "Narnia").param("age", "old"))
        .andExpect(status().isUnprocessableEntity())
        .andExpect(content().string(containsString("We do not know this place")))
        .andExpect(content().string(containsString("Write the age as a whole number")))
        .andExpect(content().string(containsString("Allotment mornings")));
  }

  @Test
  void ten_at_a_time_with_links_to_the_rest() throws Exception {
    web.perform(get("/directory/gloucestershire")).andExpect(content().string(containsString("Next page"))).andExpect(content().string(not(containsString("Previous page"))));
    web.perform(get("/directory/gloucestershire").param("page", "2")).andExpect(content().string(containsString("Previous page")));
    web.perform(get("/directory/gloucestershire").param("page", "999")).andExpect(status().isOk());
  }

  @Test
  void an_activity_and_its_organisation_have_pages_of_their_own_in_both_languages() throws Exception {
    web.perform(get("/directory/gloucestershire/activities/tea-and-company"))
        .andExpect(status().isOk())
        .andExpect(content().string(containsString("Severn Good Company")))
        .andExpect(content().string(containsString("Tuesday")))
        .andExpect(content().string(containsString("Full kite mark")))
        .andExpect(content().string(not(containsString("??"))));
    web.perform(get("/directory/gloucestershire/activities/tea-and-company").param("lang", "cy"))
        .andExpect(content().string(containsString("Te a chwmni")))
        .andExpect(content().string(containsString("Nod barcud llawn")))
        .andExpect(content().string(not(containsString("??"))));
    web.perform(get("/directory/gloucestershire/organisations/severn-good-company").param("lang", "en"))
        .andExpect(status().isOk())
        .andExpect(content().string(containsString("Befriending at home")))
        .andExpect(content().string(not(containsString("??"))));
    web.perform(get("/directory/gloucestershire/activities/nothing")).andExpect(status().isNotFound());
    web.perform(get("/directory/nowhere")).andExpect(status().isNotFound());
    for (var scheme : schemes.all()) {
      for (var offer : directory.inScheme(scheme.id())) {
        web.perform(get("/directory/" + scheme.id() + "/activities/" + offer.activityId()))
            .andExpect(status().is(offer.listed() ? 200 : 404));
      }
    }
  }

  @Test
  void nobodys_own_telephone_number_or_address_is_public() throws Exception {
    web.perform(get("/directory/gloucestershire/organisations/dean-strollers"))
        .andExpect(content().string(not(containsString("01632 960103"))))
        .andExpect(content().string(not(containsString("dean-strollers@example.org"))));
    web.perform(get("/directory/gloucestershire/organisations/severn-good-company"))
        .andExpect(content().string(containsString("01632 960102")))
        .andExpect(content().string(not(containsString("good-company@example.org"))));
  }

  @Test
  void where_the_scheme_does_not_ask_for_the_kite_mark_nothing_is_said_of_it() throws Exception {
    web.perform(get("/directory/wales/activities/time-bank")).andExpect(content().string(not(containsString("ite mark"))));
  }

  @Test
  void what_is_suspended_takes_nobody_and_what_is_not_active_is_not_listed() {
    transaction.executeWithoutResult(
        undone -> {
          db.sql("update organisation set mark_level = 'SUSPENDED' where organisation_id = 'severn-good-company'").update();
          db.sql("update activity set status = 'INACTIVE' where activity_id = 'carers-break'").update();
          directory.changed("gloucestershire");
          assertThat(found(Wanted.anything())).doesNotContain("carers-break");
          assertThat(found(Wanted.anything()).subList(12, found(Wanted.anything()).size())).as("last").contains("tea-and-company");
          assertThat(DirectorySearch.takesPeople(directory.activity("gloucestershire", "tea-and-company").orElseThrow(), true)).isFalse();
          undone.setRollbackOnly();
        });
  }

  @Test
  void how_an_organisation_usually_answers_is_computed_from_its_answers_and_few_say_nothing() {
    transaction.executeWithoutResult(
        undone -> {
          LocalDate monday = LocalDate.of(2026, 6, 15);
          var answers =
              List.of(
                  new Answered("gloucestershire", "mending-and-making", monday, monday, false),
                  new Answered("gloucestershire", "mending-and-making", monday, monday.plusDays(1), true),
                  new Answered("gloucestershire", "mending-and-making", monday, monday.plusDays(2), true),
                  new Answered("gloucestershire", "mending-and-making", monday, monday.plusDays(3), true),
                  // over a weekend: five working days
                  new Answered("gloucestershire", "mending-and-making", monday, monday.plusDays(7), true),
                  new Answered("gloucestershire", "carers-break", monday, monday.plusDays(1), true));
          new UsualAnswers(day -> answers, directory, schemes, workingDays, db, batches, clock).compute();

          var makers = directory.activity("gloucestershire", "mending-and-making").orElseThrow().standing().usualAnswer();
          assertThat(makers).isEqualTo(new UsualAnswer(5, 4, 2));
          assertThat(makers.tells()).isTrue();
          assertThat(makers.acceptedOfTen()).isEqualTo(8);
          assertThat(directory.activity("gloucestershire", "carers-break").orElseThrow().standing().usualAnswer().tells()).isFalse();
          undone.setRollbackOnly();
        });
    directory.changed("gloucestershire");
  }

  private List<String> found(Wanted wanted) {
    return search.find("gloucestershire", wanted, Language.EN).stream().map(ActivityOffer::activityId).toList();
  }
}
