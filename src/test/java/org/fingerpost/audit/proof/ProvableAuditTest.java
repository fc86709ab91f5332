package org.fingerpost.audit.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipFile;
import org.fingerpost.FingerpostTest;
import org.fingerpost.audit.proof.PackWanted.Kind;
import org.fingerpost.audit.proof.PackWanted.Purpose;
import org.fingerpost.audit.proof.offline.Command;
import org.fingerpost.community.AskedBy;
import org.fingerpost.community.AskingForSupport;
import org.fingerpost.community.SupportAsked;
import org.fingerpost.identity.SignedIn;
import org.fingerpost.journeys.Journeys;
import org.fingerpost.platform.Actor;
import org.fingerpost.platform.CurrentActor;
import org.fingerpost.platform.Language;
import org.fingerpost.platform.Staff;
import org.fingerpost.platform.engine.EngineClock;
import org.fingerpost.referral.EndingReferral;
import org.fingerpost.referral.WithdrawalReason;
import org.fingerpost.questionnaire.Applications;
import org.fingerpost.questionnaire.Contact;
import org.fingerpost.questionnaire.NewApplication;
import org.fingerpost.rights.SomebodyIsErased;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.transaction.support.TransactionTemplate;

/** The log of the product itself: where acts came from, what closed cases and models are bound to, and an auditor at work with it. */
@FingerpostTest
class ProvableAuditTest {

  @Autowired MockMvc web;
  @Autowired Staff staff;
  @Autowired Journeys journeys;
  @Autowired EndingReferral ending;
  @Autowired CurrentActor actor;
  @Autowired JdbcTemplate jdbc;
  @Autowired Sequencer sequencer;
  @Autowired CaseSeals seals;
  @Autowired ChecksOfTheLog checks;
  @Autowired Packs packs;
  @Autowired KeptHeads kept;
  @Autowired LogKeys keys;
  @Autowired LogHealth health;
  @Autowired SomebodyIsErased erased;
  @Autowired Applications applications;
  @Autowired TransactionTemplate transactions;
  @Autowired AskingForSupport asking;

  private RequestPostProcessor as(String userId) {
    return user(new SignedIn(staff.find(userId).orElseThrow()));
  }

  private String closedReferralOf(String familyName) {
    var reference = journeys.receives(Journeys.someoneCalled(familyName));
    ending.end(reference, WithdrawalReason.CHANGED_MIND, Actor.staff("lowri"));
    assertThat(journeys.isRunning(reference)).isFalse();
    while (seals.seal(EngineClock.now().plus(Duration.ofMinutes(1))) > 0) {
      // until all are sealed
    }
    sequencer.sequence();
    return reference;
  }

  /**
   * All that a check finds after somebody has gone past the product; everything is as before afterwards. Other tests go past the product,
   * too, and leave more behind than a page would tell.
   */
  private List<LogCheck.Finding> foundAfter(String... statements) throws Exception {
    try (var connection = jdbc.getDataSource().getConnection()) {
      connection.setAutoCommit(false);
      try {
        var alone = new JdbcTemplate(new SingleConnectionDataSource(connection, true));
        for (String sql : statements) {
          assertThat(alone.update(sql)).as(sql).isPositive();
        }
        return new LogCheck(alone, kept, Integer.MAX_VALUE).run(keys.all(), step -> {}).findings();
      } finally {
        connection.rollback();
        connection.setAutoCommit(true);
      }
    }
  }

  private static boolean names(List<LogCheck.Finding> findings, String kind, String subject) {
    return findings.stream().anyMatch(found -> found.kind().equals(kind) && found.args().contains(subject));
  }

  @Test
  void a_closed_case_cannot_be_changed_behind_our_back() throws Exception {
    var reference = closedReferralOf("Larksong-Sealed");
    var instance = "(select proc_inst_id_ from act_hi_procinst where business_key_ = '%s' and super_process_instance_id_ is null limit 1)".formatted(reference);

    assertThat(journeys.acts(reference)).contains("case.sealed");
    assertThat(foundAfter()).noneMatch(found -> found.args().contains(reference));
    assertThat(
            names(
                foundAfter("update act_hi_actinst set assignee_ = 'tom', end_time_ = end_time_ + interval '1 hour' where proc_inst_id_ = " + instance),
                "case-history", reference))
        .as("history changed")
        .isTrue();
    assertThat(
            names(
                foundAfter("delete from act_hi_actinst where id_ = (select min(id_) from act_hi_actinst where proc_inst_id_ = " + instance + ")"),
                "case-history", reference))
        .as("a step deleted")
        .isTrue();
    assertThat(
            names(
                foundAfter(
                    "insert into act_hi_op_log (id_, proc_inst_id_, timestamp_, user_id_, operation_type_, entity_type_)"
                        + " values ('forged', " + instance + ", now(), 'grace', 'Complete', 'Task')"),
                "case-history", reference))
        .as("an operation invented")
        .isTrue();
    assertThat(
            names(
                foundAfter("update decision_record set facts = facts || '{\"invented\": true}' where referral_id = '" + reference + "'"),
                "case-decisions", reference))
        .as("facts of a decision changed")
        .isTrue();
    assertThat(
            names(
                foundAfter("update decision_record set rule_ids = array['rule_other'] where referral_id = '" + reference + "'"),
                "case-decisions", reference))
        .as("rule of a decision changed")
        .isTrue();
    assertThat(
            names(
                foundAfter("delete from act_hi_procinst where business_key_ = '" + reference + "'"), "case-gone", reference))
        .as("history deleted, and no entry says why")
        .isTrue();
  }

  @Test
  void the_whole_log_still_verifies_after_somebody_was_erased() throws Exception {
    var reference = closedReferralOf("Larksong-Erased");
    var application =
        transactions.execute(
            status ->
                applications.begin(
                    new NewApplication(
                        "KITE_MARK", "gloucestershire", null, new Contact("Larksong Erased", "larksong@example.org", null), Language.EN,
                        Map.of("organisationName", "Larksong Choir"))));
    sequencer.sequence();
    var before = foundAfter();

    erased.of(reference);
    erased.ofContact(application);
    sequencer.sequence();

    assertThat(jdbc.queryForObject("select count(*) from referral where referral_id = ?", Integer.class, reference)).isZero();
    assertThat(journeys.acts(reference)).contains("referral.received", "rights.erased");
    assertThat(journeys.acts(application)).contains("application.begun", "rights.erased");
    assertThat(foundAfter()).as("what does not fit that did before").isEqualTo(before);
  }

  @Test
  void the_models_in_use_are_those_that_were_put_live() throws Exception {
    sequencer.sequence();
    var deployment =
        jdbc.queryForObject(
            "select deployment_id from model_deployment order by deployed_at, deployment_id limit 1", String.class);

    assertThat(foundAfter()).noneMatch(found -> found.args().contains(deployment));
    assertThat(
            names(
                foundAfter(
                    "update act_ge_bytearray set bytes_ = bytes_ || '\\x20'::bytea where deployment_id_ = '%s' and name_ like '%%referral-route%%'"
                        .formatted(deployment)),
                "models", deployment))
        .isTrue();
  }

  @Test
  void an_entry_says_from_where_its_act_came() throws Exception {
    var reference = journeys.receives(Journeys.someoneCalled("Larksong-Seen"));
    web.perform(get("/audit/referrals/" + reference).with(as("amir"))).andExpect(status().isOk());

    assertThat(
            jdbc.queryForList("select via from audit_entry where subject_id = ? and act = 'audit.viewed'", String.class, reference))
        .containsExactly("PAGES");
    assertThat(jdbc.queryForList("select distinct via from audit_entry where subject_id = ? and act = 'referral.received'", String.class, reference))
        .containsExactly("ROUND");
    assertThat(jdbc.queryForObject("select count(*) from audit_entry where via = 'START' and act = 'model.deployed'", Long.class)).isPositive();
  }

  @Test
  void an_auditor_checks_the_log_and_reads_the_result_in_both_languages() throws Exception {
    closedReferralOf("Larksong-Checked");
    web.perform(post("/audit/proof/check").with(as("amir")).with(csrf())).andExpect(redirectedUrl("/audit/proof#check"));
    for (int i = 0; i < 600 && checks.latest().orElseThrow().isRunning(); i++) {
      Thread.sleep(100);
    }
    var check = checks.latest().orElseThrow();
    assertThat(check.result()).isIn("UNALTERED", "ALTERED"); // other tests take deployments away
    assertThat(check.size()).isPositive();
    assertThat(check.findings()).noneMatch(found -> List.of("changed", "missing", "root", "signature", "outside").contains(found.kind()));
    assertThat(jdbc.queryForObject("select count(*) from audit_entry where act = 'audit.checked' and actor_id = 'amir'", Long.class)).isPositive();

    sequencer.sequence();
    web.perform(get("/audit/proof").with(as("amir")))
        .andExpect(status().isOk())
        .andExpect(content().string(containsString("audit verify PACK.zip --key localhost/audit+")))
        .andExpect(content().string(containsString("Last signed")))
        .andExpect(content().string(not(containsString("proof."))));
    web.perform(get("/audit/proof").param("lang", "cy").with(as("amir")))
        .andExpect(content().string(containsString("A yw&#39;r cofnod heb ei newid?")));
    web.perform(get("/audit/proof/head").with(as("amir"))).andExpect(content().string(containsString("localhost/audit\n")));
    for (String page : List.of("/audit/proof", "/audit/proof/head", "/audit/packs")) {
      web.perform(get(page).with(as("lowri"))).andExpect(status().isForbidden());
      web.perform(get(page).with(as("priya"))).andExpect(status().isForbidden());
    }
    assertThat(health.health().getStatus().getCode()).isEqualTo("UP");
  }

  @Test
  void a_pack_of_a_case_is_read_and_checked_elsewhere() throws Exception {
    var reference = closedReferralOf("Larksong-Packed");
    web.perform(
            post("/audit/packs").with(as("amir")).with(csrf())
                .param("kind", "CASE").param("about", reference).param("purpose", "COMPLAINT").param("reason", "The family asked why it ended"))
        .andExpect(redirectedUrl("/audit/packs#packs"));
    var pack = ready(actor.as(Actor.staff("amir"), () -> packs.mine(1).get(0).id()));
    web.perform(get("/audit/packs").with(as("amir")))
        .andExpect(content().string(containsString("The family asked why it ended")))
        .andExpect(content().string(not(containsString("proof."))));
    var zip = Files.createTempDirectory("taken").resolve("pack.zip");
    var answer = web.perform(get("/audit/packs/" + pack).with(as("amir"))).andExpect(status().isOk()).andReturn().getResponse();
    Files.write(zip, answer.getContentAsByteArray());
    web.perform(get("/audit/packs/" + UUID.randomUUID()).with(as("amir"))).andExpect(status().isNotFound());

    var key = keys.all().get(0);
    assertThat(command("verify", zip, "--key", key)).startsWith("OK ");
    try (var files = new ZipFile(zip.toFile())) {
      assertThat(files.stream().map(Object::toString))
          .contains("story-en.html", "story-cy.html", "story-en.pdf", "events.csv", "README.txt", "keys.txt", "checkpoint")
          .anyMatch(name -> name.startsWith("evidence/cases/") && name.endsWith("/history.json"))
          .anyMatch(name -> name.startsWith("evidence/cases/") && name.endsWith("/decisions.json"));
      var story = new String(files.getInputStream(files.getEntry("story-en.html")).readAllBytes(), StandardCharsets.UTF_8);
      assertThat(story).contains(reference).contains("The family asked why it ended").doesNotContain("Larksong").doesNotContain("proof.");
    }
    var unpacked = unpacked(zip);
    Path decisions;
    try (var all = Files.walk(unpacked)) {
      decisions = all.filter(file -> file.endsWith("decisions.json")).findFirst().orElseThrow();
    }
    Files.writeString(decisions, Files.readString(decisions).replaceFirst("false", "true "));
    assertThat(command("verify", unpacked, "--key", key)).startsWith("BAD ").contains("decisions.json is not what entry");
    assertThat(jdbc.queryForList("select act from audit_entry where subject_id = ? order by audit_id", String.class, pack.toString()))
        .containsExactly("evidence.made", "evidence.taken");
  }

  @Test
  void a_pack_of_a_period_and_of_a_version_of_the_models_can_be_made_too() throws Exception {
    var today = EngineClock.now().atZone(EngineClock.LONDON).toLocalDate();
    var deployment = jdbc.queryForObject("select deployment_id from model_deployment order by deployed_at limit 1", String.class);
    for (var wanted :
        List.of(
            new PackWanted(Kind.PERIOD, null, today.minusDays(1), today, Purpose.ROUTINE, "The quarter's audit"),
            new PackWanted(Kind.MODEL, deployment, null, null, Purpose.INSPECTION, "Which table applied"))) {
      var id = ready(actor.as(Actor.staff("amir"), () -> packs.order(wanted)));
      assertThat(command("verify", packs(id), "--key", keys.all().get(0))).as("%s", wanted).startsWith("OK ");
    }
    var refused = actor.as(Actor.staff("amir"), () -> packs.order(new PackWanted(Kind.CASE, "FP-0000-0000", null, null, Purpose.ROUTINE, "Nothing")));
    await(refused);
    assertThat(actor.as(Actor.staff("amir"), () -> packs.mine(1)).get(0).failed()).isEqualTo("NOTHING");
  }

  @Test
  void the_pack_of_a_group_tells_its_whole_story_and_not_only_its_entries() throws Exception {
    var reference =
        asking.ask(
            new SupportAsked(
                "gloucestershire", "Larksong choir", null, "STROUD", "There are steps at the door",
                new org.fingerpost.community.Contact("Larksong Ottershaw", "larksong@example.org", "01632 960778"), Language.EN, AskedBy.GROUP));
    sequencer.sequence();
    var id = ready(actor.as(Actor.staff("amir"), () -> packs.order(new PackWanted(Kind.CASE, reference, null, null, Purpose.COMPLAINT, "They heard nothing"))));
    var zip = packs(id);

    assertThat(command("verify", zip, "--key", keys.all().get(0))).startsWith("OK ");
    try (var files = new ZipFile(zip.toFile())) {
      var english = text(files, "story-en.html");
      assertThat(english)
          .contains("A case", ": " + reference, "Support group began", "Task opened: ", "Record opened by an auditor")
          .doesNotContain("Larksong", "audit.", "proof.");
      assertThat(text(files, "story-cy.html")).contains("Achos", ": " + reference, "Agorwyd tasg: ").doesNotContain("Larksong", "audit.", "proof.");
    }
  }

  private static String text(ZipFile files, String name) throws Exception {
    return new String(files.getInputStream(files.getEntry(name)).readAllBytes(), StandardCharsets.UTF_8);
  }

  @Test
  void a_pack_without_a_reason_is_not_made() throws Exception {
    web.perform(post("/audit/packs").with(as("amir")).with(csrf()).param("kind", "CASE"))
        .andExpect(status().isOk())
        .andExpect(content().string(containsString("Say why you need the pack")))
        .andExpect(content().string(containsString("Enter the reference of the case")));
  }

  private Path packs(UUID id) throws Exception {
    return actor.as(
        Actor.staff("amir"),
        () -> {
          try {
            return packs.taken(id).orElseThrow();
          } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
          }
        });
  }

  private UUID ready(UUID id) throws Exception {
    await(id);
    assertThat(jdbc.queryForMap("select status, failed from evidence_pack where pack_id = ?", id)).containsEntry("status", "READY");
    return id;
  }

  private void await(UUID id) throws Exception {
    for (int i = 0; i < 900 && "MAKING".equals(jdbc.queryForObject("select status from evidence_pack where pack_id = ?", String.class, id)); i++) {
      Thread.sleep(100);
    }
  }

  private static String command(Object... words) {
    var out = new ByteArrayOutputStream();
    new Command(new PrintStream(out, true, StandardCharsets.UTF_8)).run(java.util.Arrays.stream(words).map(String::valueOf).toList());
    return out.toString(StandardCharsets.UTF_8);
  }

  private static Path unpacked(Path zip) throws Exception {
    var folder = Files.createTempDirectory("pack");
    try (var file = new ZipFile(zip.toFile())) {
      for (var entry : file.stream().toList()) {
        var target = folder.resolve(entry.getName());
        Files.createDirectories(target.getParent());
        Files.copy(file.getInputStream(entry), target);
      }
    }
    return folder;
  }
}
