package org.fingerpost.audit.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fingerpost.journeys.Journeys.someoneCalled;

import java.util.Map;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.fingerpost.FingerpostTest;
import org.fingerpost.audit.AuditorAtDesk;
import org.fingerpost.journeys.Journeys;
import org.fingerpost.models.ModelFiles;
import org.fingerpost.platform.Staff;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;

/** "Explain this decision": for the auditor, and for the person it concerns, in both languages, on the screen and on paper. */
@FingerpostTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ExplainDecisionTest {

  @Autowired MockMvc web;
  @Autowired Staff staff;
  @Autowired Journeys journeys;
  @Autowired JdbcClient database;
  @Autowired KeptDecisions decisions;
  @Autowired TransactionTemplate transaction;

  private AuditorAtDesk desk;
  private String returned;
  private String decision;

  @BeforeAll
  void somebody_had_not_agreed_and_a_team_lead_saw_it_otherwise() {
    desk = new AuditorAtDesk(web, staff);
    returned = journeys.receives(someoneCalled("Explainwell").withoutConsent());
    decision =
        database
            .sql("select decision_record_id::text from decision_record where referral_id = ? and decision_key = 'referral-route'")
            .param(returned)
            .query(String.class)
            .single();
    database
        .sql("update decision_record set confirmed_route = 'LINK_WORKER', confirmed_by = 'grace', confirmed_at = now(), confirmed_reason = 'Rang Aunt Petronella' where decision_record_id = cast(? as uuid)")
        .param(decision)
        .update();
  }

  @Test
  void the_auditor_reads_table_version_deployer_rule_facts_and_who_changed_it() throws Exception {
    assertThat(desk.reads("/audit/decisions/" + decision))
        .contains(
            "Where a referral goes, version", "rule_noConsent", "The person has not agreed to be referred",
            "Has the person agreed to be referred?", "Beside the rule in the table:", "Grace", "changed it on",
            "Came with the program", "byte for byte", "A reason in words is kept", "What would have led to another answer",
            "If it were: yes")
        .doesNotContain("Petronella", "Explainwell", "??");
    assertThat(desk.reads("/audit/referrals/" + returned)).contains("/audit/decisions/" + decision, "Explain this decision");
  }

  @Test
  void the_person_reads_no_name_of_staff_and_no_code() throws Exception {
    assertThat(main(desk.reads("/audit/decisions/" + decision + "?for=person")))
        .contains("The person has not agreed to be referred", "A member of staff changed it on")
        .doesNotContain("Grace", "grace", "rule_", "(LINK_WORKER)", "Came with the program", "??");
  }

  @Test
  void it_speaks_welsh_and_goes_on_paper_in_either_language() throws Exception {
    assertThat(desk.readsInWelsh("/audit/decisions/" + decision))
        .contains("Pam y penderfynwyd hyn", "A yw&#39;r person wedi cytuno i gael ei atgyfeirio?")
        .doesNotContain("Has the person agreed", "??");
    var paper = desk.opens("/audit/decisions/" + decision + ".pdf?in=cy&for=person").getResponse();
    assertThat(paper.getContentType()).isEqualTo("application/pdf");
    assertThat(paper.getHeader("Cache-Control")).contains("no-store");
    try (var document = Loader.loadPDF(paper.getContentAsByteArray())) {
      assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("cy");
      assertThat(new PDFTextStripper().getText(document)).contains("Pam y penderfynwyd hyn", returned).doesNotContain("Grace", "rule_");
    }
  }

  @Test
  void that_it_was_explained_is_a_look_on_record() throws Exception {
    desk.reads("/audit/decisions/" + decision);
    assertThat(
            database
                .sql("select count(*) from audit_entry where subject_id = ? and act = 'audit.explained' and details ->> 'decisionId' = ?")
                .params(returned, decision)
                .query(Long.class)
                .single())
        .isPositive();
    assertThat(desk.opens("/audit/decisions/00000000-0000-0000-0000-000000000000").getResponse().getStatus()).isEqualTo(404);
  }

  @Test
  void an_answer_about_an_organisation_is_explained_too() throws Exception {
    var kept =
        database
            .sql(
                """
                insert into kept_answer (kept_answer_id, subject_type, subject_id, scheme_id, decision_key, definition_id,
                  definition_version, own_table, rule_ids, facts, outputs, decided_at)
                select gen_random_uuid(), 'grant', 'GR-DESK-0001', 'east-lancashire', 'grant-award', id_, version_, false,
                  array['rule_scoredLow'], '{"averageTenths": 21, "fund": "ALL"}', '[{"proposal": "DECLINE", "reason": "SCORED_LOW"}]', now()
                from act_re_decision_def where key_ = 'grant-award' and tenant_id_ is null order by version_ desc limit 1
                returning kept_answer_id::text""")
            .query(String.class)
            .single();
    try {
      assertThat(desk.reads("/audit/decisions/" + kept))
          .contains("less than three points of five on average", "all that was asked for", "Nobody had to confirm")
          .doesNotContain("??");
    } finally {
      database.sql("delete from kept_answer where subject_id = 'GR-DESK-0001'").update();
    }
  }

  @Test
  void whether_a_person_changed_a_proposal_about_a_grant_is_told_by_the_proposal_itself() {
    assertThat(settledGrant("grant-award", "{\"reason\": \"WELL_SCORED\", \"proposal\": \"AWARD\"}")).extracting(KeptDecision.Settled::changed).isEqualTo(false);
    assertThat(settledGrant("grant-award", "{\"reason\": \"SCORED_LOW\", \"proposal\": \"DECLINE\"}")).extracting(KeptDecision.Settled::changed).isEqualTo(true);
    assertThat(settledGrant("grant-eligibility", "{\"rank\": 2, \"reason\": \"MEETS_RULES\", \"outcome\": \"PANEL\"}"))
        .as("nobody had to confirm that it goes to the panel")
        .isNull();
  }

  /** What became of a proposal about a grant that nell decided to give; nothing of it stays. */
  private KeptDecision.Settled settledGrant(String table, String answer) {
    return transaction.execute(
        status -> {
          status.setRollbackOnly();
          database
              .sql(
                  """
                  insert into application (reference, kind, scheme_id, questionnaire_id, questionnaire_version, contact_email, language, status, started_at)
                  values ('GR-DESK-0002', 'GRANT', 'east-lancashire', 'grant', 1, 'desk@example.org', 'en', 'SUBMITTED', now())""")
              .update();
          database
              .sql(
                  """
                  insert into project_grant (reference, scheme_id, organisation_name, title, asked_pence, areas, themes, state, applied_at, outcome, decision,
                    decided_by, decided_at)
                  values ('GR-DESK-0002', 'east-lancashire', 'Desk choir', 'Songs', 1000, '{}', '{}', 'AWARDED', now(), 'PANEL', 'AWARD', 'nell', now())""")
              .update();
          var id =
              database
                  .sql(
                      """
                      insert into kept_answer (kept_answer_id, subject_type, subject_id, scheme_id, decision_key, definition_id,
                        definition_version, own_table, rule_ids, facts, outputs, decided_at)
                      values (gen_random_uuid(), 'grant', 'GR-DESK-0002', 'east-lancashire', ?, 'x', 1, false, array['rule_x'], '{}', ?::jsonb, now())
                      returning kept_answer_id""")
                  .params(table, "[" + answer + "]")
                  .query(UUID.class)
                  .single();
          return decisions.find(id).orElseThrow().settled();
        });
  }

  @Test
  void every_table_that_is_shipped_can_be_read_row_by_row() throws Exception {
    for (var file : ModelFiles.decisions()) {
      var xml = java.nio.file.Files.readString(file);
      var key = ModelFiles.stem(file);
      var table = DecisionTable.read(xml, key).orElseThrow(() -> new AssertionError(key));
      assertThat(table.rules()).as(key).isNotEmpty();
      for (var rule : table.rules()) {
        assertThat(rule.annotation()).as("%s %s", key, rule.id()).isNotBlank();
        for (var condition : rule.conditions()) {
          assertThat(Cell.read(condition)).as("%s %s: %s", key, rule.id(), condition).isPresent();
        }
      }
    }
  }

  @Test
  void a_condition_holds_for_what_it_says() {
    assertThat(Cell.read("").orElseThrow().holds(null)).isTrue();
    assertThat(Cell.read("\"A\",\"B\"").orElseThrow().holds("B")).isTrue();
    assertThat(Cell.read("\"A\",\"B\"").orElseThrow().holds("C")).isFalse();
    assertThat(Cell.read("true").orElseThrow().holds(true)).isTrue();
    assertThat(Cell.read("< 30").orElseThrow().holds(29)).isTrue();
    assertThat(Cell.read(">= 30").orElseThrow().holds(29.5)).isFalse();
    assertThat(Cell.read("[1..4]").orElseThrow().holds(4)).isTrue();
    assertThat(Cell.read("]1..4[").orElseThrow().holds(4)).isFalse();
    assertThat(Cell.read("7").orElseThrow().holds(Map.of())).isFalse();
    assertThat(Cell.read("date(\"2026-01-01\")")).as("not simple, so nothing is claimed").isEmpty();
  }

  private static String main(String page) {
    return page.substring(page.indexOf("<main"), page.indexOf("</main>"));
  }
}
