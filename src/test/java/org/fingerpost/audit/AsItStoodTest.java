package org.fingerpost.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fingerpost.journeys.Journeys.someoneCalled;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.fingerpost.FingerpostTest;
import org.fingerpost.journeys.Journeys;
import org.fingerpost.platform.Staff;
import org.fingerpost.platform.engine.EngineClock;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** A case as it stood on a day, the way it went on the diagram, and the words about it uncovered for a reason. */
@FingerpostTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AsItStoodTest {

  @Autowired MockMvc web;
  @Autowired Staff staff;
  @Autowired Journeys journeys;
  @Autowired JdbcClient database;

  private AuditorAtDesk desk;
  private String reference;
  private String dayOfReceipt;
  private String worker;

  @BeforeAll
  void somebody_is_referred_and_met_two_days_later() {
    desk = new AuditorAtDesk(web, staff);
    reference = journeys.receives(someoneCalled("Stoodwell"));
    worker = journeys.summary(reference).linkWorker();
    dayOfReceipt = day();
    journeys.timePasses(Duration.ofDays(2));
    journeys.completes(reference, "userTask_recordFirstContact", Journeys.reached());
    journeys.completes(reference, "userTask_holdConversation", Journeys.conversation("To sing again"));
  }

  @Test
  void on_the_day_of_receipt_the_case_had_a_link_worker_and_a_first_contact_to_make() throws Exception {
    var then = desk.reads("/audit/referrals/" + reference + "?on=" + dayOfReceipt);
    assertThat(then)
        .contains("How it stood on", "Link worker assigned", "Record first contact, for ", "(" + worker + ")", "Referral journey, version", "Be referred", "Referral route, version")
        .doesNotContain("What-matters conversation recorded", "??");
    assertThat(desk.reads("/audit/referrals/" + reference))
        .contains("What-matters conversation recorded", "Your own visit is the last line", " (" + worker + ")</dd>", "(rule_")
        .doesNotContain("How it stood on");
  }

  @Test
  void whoever_opens_the_record_sees_that_they_did() throws Exception {
    var never = journeys.receives(someoneCalled("Firstlook"));
    assertThat(desk.reads("/audit/referrals/" + never)).containsOnlyOnce("Record opened by an auditor");
  }

  @Test
  void before_it_came_there_was_nothing_and_what_is_no_day_is_said_to_be_none() throws Exception {
    assertThat(desk.reads("/audit/referrals/" + reference + "?on=2020-02-01")).contains("It had not begun", "Nothing had happened yet");
    assertThat(desk.reads("/audit/referrals/" + reference + "?on=2020-02-31")).contains("Choose a day of the calendar");
    assertThat(desk.readsInWelsh("/audit/cases/" + reference + "?on=" + dayOfReceipt)).contains("Fel yr oedd").doesNotContain("??");
  }

  @Test
  void the_stage_worked_out_from_the_acts_is_the_stage_that_the_referral_has() {
    var acts =
        database
            .sql("select act, details ->> 'closedState' as closed from audit_entry where subject_id = ? order by audit_id")
            .param(reference)
            .query(
                (row, number) -> {
                  Map<String, Object> details = row.getString("closed") == null ? Map.of() : Map.of("closedState", row.getString("closed"));
                  return new StoryLine("x", EngineClock.now(), List.of(), Happening.ACT, row.getString("act"), null, null, null, details);
                })
            .list();
    assertThat(AsItStood.stage(acts)).isEqualTo(journeys.summary(reference).stage().name());
    assertThat(AsItStood.stage(List.of())).isNull();
  }

  @Test
  void the_way_is_drawn_on_the_version_used_and_told_in_words() throws Exception {
    var process =
        database
            .sql("select proc_inst_id_ from act_hi_procinst where business_key_ = ? and proc_def_key_ = 'referral-journey'")
            .param(reference)
            .query(String.class)
            .single();
    var definition =
        database.sql("select proc_def_id_ from act_hi_procinst where proc_inst_id_ = ?").param(process).query(String.class).single();
    var page = desk.reads("/audit/cases/" + reference + "/path/" + process);
    assertThat(page)
        .contains("data-xml=\"/audit/models/" + definition + "/xml\"", "businessRuleTask_decideRoute&quot;", "&quot;here&quot;", "Hold conversation", "it stands here", "Its own way")
        .contains("&quot;flow_routeProposed&quot;", "&quot;way&quot;", "From “Decide route”.", ", by the arrow “No”.")
        .doesNotContain("&quot;flow_signpost&quot;")
        .doesNotContain("??", "not certain from the record");
    assertThat(desk.reads("/audit/cases/" + reference + "/path/" + process + "?on=" + dayOfReceipt)).doesNotContain("Hold conversation, ");
    assertThat(desk.readsInWelsh("/audit/cases/" + reference + "/path/" + process)).contains("ar hyd y saeth").doesNotContain("??");
    assertThat(desk.reads("/audit/models/" + definition + "/xml")).contains("<bpmn:process id=\"referral-journey\"");
    assertThat(desk.opens("/audit/models/nothing/xml").getResponse().getStatus()).isEqualTo(404);
  }

  @Test
  void who_it_is_and_what_was_written_is_covered_until_a_reason_is_given() throws Exception {
    var young = journeys.receives(someoneCalled("Covercroft").withoutConsent());
    database
        .sql("update decision_record set confirmed_route = 'RETURN', confirmed_by = 'grace', confirmed_at = now(), confirmed_reason = 'Spoke to Aunt Petronella' where referral_id = ? and decision_key = 'referral-route'")
        .param(young)
        .update();
    assertThat(desk.reads("/audit/referrals/" + young)).doesNotContain("Petronella", "Covercroft");

    var refused = desk.sends("/audit/cases/" + young + "/words", "what", "REASONS");
    assertThat(refused.getResponse().getStatus()).isEqualTo(422);
    assertThat(refused.getResponse().getContentAsString()).contains("Say why you need it").doesNotContain("Petronella");

    assertThat(desk.sends("/audit/cases/" + young + "/words", "what", "REASONS", "why", "COMPLAINT").getResponse().getContentAsString())
        .contains("Spoke to Aunt Petronella", "A complaint is looked into")
        .doesNotContain("Covercroft", "??");
    assertThat(desk.sends("/audit/cases/" + young + "/words", "what", "PERSON", "why", "PERSON_ASKED").getResponse().getContentAsString())
        .contains("Zebedee Covercroft")
        .doesNotContain("??");
    assertThat(
            database
                .sql("select actor_id || ' ' || (details ->> 'what') || ' ' || (details ->> 'why') from audit_entry where subject_id = ? and act = 'audit.words-shown' order by audit_id")
                .param(young)
                .query(String.class)
                .list())
        .containsExactly("amir REASONS COMPLAINT", "amir PERSON PERSON_ASKED");
    assertThat(desk.reads("/audit/referrals/" + young)).contains("Covered words uncovered by an auditor", "The person asked");
  }

  @Test
  void stories_of_other_kinds_are_told_by_the_same_page() throws Exception {
    var deployment = database.sql("select deployment_id from model_deployment order by deployed_at limit 1").query(String.class).single();
    assertThat(desk.reads("/audit/cases/" + deployment)).contains("Models deployed", "Came with the program").doesNotContain("??");
    assertThat(desk.reads("/audit/cases/grace")).contains("Account of grace").doesNotContain("??");
    var mark = database.sql("select application_reference from kitemark_award limit 1").query(String.class).single();
    assertThat(desk.reads("/audit/cases/" + mark)).contains("Kite mark " + mark, "Mark").doesNotContain("??");
    assertThat(desk.opens("/audit/cases/FP-0000-0000").getResponse().getStatus()).isEqualTo(404);
    assertThat(desk.opens("/audit/cases/nobody-at-all").getResponse().getStatus()).isEqualTo(404);
  }

  private static String day() {
    return LocalDate.ofInstant(EngineClock.now(), EngineClock.LONDON).toString();
  }
}
