package org.fingerpost.audit.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fingerpost.journeys.Journeys.someoneCalled;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.util.List;
import org.fingerpost.FingerpostTest;
import org.fingerpost.audit.AuditorAtDesk;
import org.fingerpost.journeys.Journeys;
import org.fingerpost.platform.Staff;
import org.fingerpost.platform.engine.EngineClock;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/** What an auditor looks for first: each list finds what it is for, and says so when there is nothing. */
@FingerpostTest
class WatchListsTest {

  @Autowired MockMvc web;
  @Autowired Staff staff;
  @Autowired Journeys journeys;
  @Autowired JdbcClient database;

  private AuditorAtDesk desk() {
    return new AuditorAtDesk(web, staff);
  }

  @Test
  void all_lists_are_counted_and_each_opens_in_both_languages() throws Exception {
    var all = desk().reads("/audit/watch");
    for (var list : WatchList.values()) {
      assertThat(all).contains("/audit/watch/" + list.path() + "?");
      assertThat(desk().reads("/audit/watch/" + list.path())).as(list.name()).contains("<h1").doesNotContain("??");
      assertThat(desk().readsInWelsh("/audit/watch/" + list.path() + "?from=2001-01-01&to=2001-01-02"))
          .as("%s of long ago is empty, and says so", list)
          .contains("nhsuk-inset-text")
          .doesNotContain("??");
    }
    assertThat(desk().opens("/audit/watch/no-such-list").getResponse().getStatus()).isEqualTo(404);
  }

  @Test
  void a_decision_changed_by_hand_is_listed_and_leads_to_its_explanation() throws Exception {
    var reference = journeys.receives(someoneCalled("Watchwell").withoutConsent());
    database
        .sql("update decision_record set confirmed_route = 'LINK_WORKER', confirmed_by = 'grace', confirmed_at = cast(? as timestamptz) where referral_id = ? and decision_key = 'referral-route'")
        .params(EngineClock.now().toString(), reference)
        .update();
    assertThat(desk().reads("/audit/watch/changed-by-hand")).contains(reference, "/audit/decisions/", "changed to");
    assertThat(desk().reads("/audit/watch/own-work")).contains("Nobody approved their own work");
  }

  @Test
  void a_sign_in_that_failed_is_listed_and_what_was_typed_for_an_unknown_account_is_not_kept() throws Exception {
    for (var name : List.of("tom", "petronella-typed-her-secret")) {
      web.perform(
          MockMvcRequestBuilders.post("/login")
              .param("username", name)
              .param("password", "wrong")
              .with(
                  request -> {
                    request.setRemoteAddr("203.0.113.77");
                    return request;
                  })
              .with(SecurityMockMvcRequestPostProcessors.csrf()));
    }
    assertThat(desk().reads("/audit/watch/failed-sign-ins")).contains("tom", "unknown.account").doesNotContain("petronella");
    assertThat(database.sql("select count(*) from audit_entry where subject_id like '%petronella%'").query(Long.class).single()).isZero();
    assertThat(desk().reads("/audit/cases/unknown.account")).contains("Sign-in refused");
  }

  @Test
  void a_model_that_the_engine_got_behind_our_back_is_listed() throws Exception {
    var now = EngineClock.now().toString();
    database
        .sql("insert into act_re_deployment (id_, name_, deploy_time_, source_) values ('desk-behind', 'slipped in', cast(? as timestamptz)::timestamp, 'nobody')")
        .param(now)
        .update();
    try {
      assertThat(desk().reads("/audit/watch/models-behind-our-back")).contains("slipped in", "Nobody deployed it here");
    } finally {
      database.sql("delete from act_re_deployment where id_ = 'desk-behind'").update();
    }
    assertThat(desk().reads("/audit/watch/models-behind-our-back")).doesNotContain("slipped in");
  }

  @Test
  void a_case_opened_by_somebody_who_is_not_in_charge_is_listed_and_by_who_is_is_not() throws Exception {
    var reference = journeys.receives(someoneCalled("Glasswell"));
    var worker = journeys.summary(reference).linkWorker();
    var colleague = worker.equals("lowri") ? "tom" : "lowri";
    web.perform(get("/casefile/" + reference).with(desk().as(worker)));
    assertThat(desk().reads("/audit/watch/break-glass")).doesNotContain(reference);
    web.perform(get("/casefile/" + reference).with(desk().as(colleague)));
    assertThat(desk().reads("/audit/watch/break-glass")).contains(reference, "was not in charge");
  }

  @Test
  void a_list_is_taken_as_a_file_that_no_spreadsheet_calculates_and_that_is_on_record() throws Exception {
    var file = desk().opens("/audit/watch/failed-sign-ins.csv").getResponse();
    assertThat(file.getContentType()).startsWith("text/csv");
    assertThat(file.getHeader("Content-Disposition")).startsWith("attachment");
    assertThat(file.getContentAsString(java.nio.charset.StandardCharsets.UTF_8)).startsWith("\uFEFFWhen,About,");
    assertThat(WatchPages.guarded(List.of("=1+1", "+44", "-2", "@x", "FP-7K3M-Q2XD", ""))).containsExactly("'=1+1", "'+44", "'-2", "'@x", "FP-7K3M-Q2XD", "");
    assertThat(
            database
                .sql("select subject_id from audit_entry where act = 'audit.list-downloaded' and actor_id = 'amir' order by audit_id desc limit 1")
                .query(String.class)
                .single())
        .isEqualTo("failed-sign-ins");
    assertThat(desk().reads("/audit/watch/files")).contains("List taken as a file by an auditor");
  }
}
