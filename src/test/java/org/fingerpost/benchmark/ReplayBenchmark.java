package org.fingerpost.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.fingerpost.FingerpostTest;
import org.fingerpost.identity.SignedIn;
import org.fingerpost.platform.Actor;
import org.fingerpost.platform.CurrentActor;
import org.fingerpost.platform.Staff;
import org.fingerpost.workbench.draft.Drafts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/**
 * A million past decisions run against a draft of twelve rows with five inputs, the way a manager does it: begun on the page, from
 * the database, with groups counted and references listed. Prints how many combinations the decisions have, because that decides the
 * time, and how many times faster this is than asking one by one.
 */
@FingerpostTest
@Tag("benchmark")
class ReplayBenchmark {

  private static final int DECISIONS = Integer.getInteger("benchmark.decisions", 1_000_000);
  private static final int REFERRALS = DECISIONS / 10;
  private static final int PORTION = 50_000;
  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final String KEY = "benchmark-route";
  private static final String FILE = "dmn/" + KEY + ".dmn";

  @Autowired Drafts drafts;
  @Autowired CurrentActor actor;
  @Autowired Staff staff;
  @Autowired MockMvc web;
  @Autowired JdbcClient database;

  private UUID draft;

  @BeforeEach
  void a_million_decisions() {
    long from = System.nanoTime();
    database
        .sql(
            """
            insert into person (person_id, scheme_id, given_name, family_name, date_of_birth, postcode, created_at)
            select ('00000000-0000-4000-8000-' || lpad(n::text, 12, '0'))::uuid, 'gloucestershire', 'B', 'Benchmark-' || n,
              date '1930-01-01' + (n * 37 % 33000), 'GL1 1AA', timestamptz '2011-01-01' from generate_series(1, ?) n
            """)
        .param(REFERRALS)
        .update();
    database
        .sql(
            """
            insert into referral (referral_id, scheme_id, person_id, received_at, channel, source_code, referrer_kind, referrer_name, needs,
              risks, area_code, stage, tracking_token_hash, changed_at)
            select 'FP-' || lpad(upper(to_hex(n / 10000)), 4, '0') || '-' || lpad((n % 10000)::text, 4, '0'), 'gloucestershire',
              ('00000000-0000-4000-8000-' || lpad(n::text, 12, '0'))::uuid, timestamptz '2011-06-01', 'API',
              (array['GENERAL_PRACTICE', 'PHARMACY', 'SELF'])[1 + n % 3], 'PROFESSIONAL', 'B', array['LONELINESS'], array['NONE_KNOWN'],
              (array['GLOUCESTER', 'CHELTENHAM', 'STROUD'])[1 + n % 3], 'RECEIVED', 'benchmark-' || n, timestamptz '2011-06-01'
            from generate_series(1, ?) n
            """)
        .param(REFERRALS)
        .update();
    // Five facts that the draft reads, and seven that are only kept: a day and a number make every decision another one.
    for (int first = 1; first <= DECISIONS; first += PORTION) {
      database
          .sql(
            """
            insert into decision_record (decision_record_id, referral_id, scheme_id, decision_key, definition_id, definition_version,
              own_table, rule_ids, facts, outputs, decided_at)
            select gen_random_uuid(), 'FP-' || lpad(upper(to_hex(r / 10000)), 4, '0') || '-' || lpad((r % 10000)::text, 4, '0'),
              'gloucestershire', ?, 'benchmark', 1, false, array['rule_12'],
              jsonb_build_object('risk', n % 97 = 0, 'age', (random() * 99)::int, 'area', (array['LIVE', 'NOT_LIVE', 'ELSEWHERE'])[1 + n % 3],
                'wish', (array['SUPPORT', 'INFORMATION', 'LETTER'])[1 + (random() * 2)::int],
                'group', (array['NONE', 'NATIONAL', 'FREQUENT_ATTENDER', 'OTHER'])[1 + (random() * 3)::int],
                'receivedOn', '2011-06-01', 'openCase', false, 'sourceLive', true, 'consentToRefer', true, 'criteria', 'WIDE', 'number', n,
                'urgent', n % 11 = 0),
              jsonb_build_object('route', 'LINK_WORKER', 'reasonCode', 'ANYONE'), timestamptz '2011-06-01' + n * interval '10 seconds'
            from (select n, 1 + n % ? as r from generate_series(?, ?) n) s
            """)
          .params(KEY, REFERRALS, first, Math.min(first + PORTION - 1, DECISIONS))
          .update();
    }
    database.sql("analyze decision_record").update();
    System.out.printf(Locale.ROOT, "made %d decisions in %.1f s%n", DECISIONS, (System.nanoTime() - from) / 1e9);
    draft =
        actor.as(
            Actor.staff("priya"),
            () -> {
              var begun = drafts.start("gloucestershire", "Benchmark");
              drafts.save(begun.id(), FILE, table().getBytes(StandardCharsets.UTF_8), 0);
              return begun.id();
            });
  }

  @AfterEach
  void forget() {
    database.sql("delete from replay_report where draft_id = ?").param(draft).update();
    database.sql("delete from model_draft where draft_id = ?").param(draft).update();
    inPortions("delete from decision_record where decision_record_id in (select decision_record_id from decision_record where decision_key = '" + KEY + "' limit 50000)");
    inPortions("delete from referral where referral_id in (select referral_id from referral where tracking_token_hash like 'benchmark-%' limit 5000)");
    inPortions("delete from person where person_id in (select person_id from person where family_name like 'Benchmark-%' limit 5000)");
  }

  /** No statement may take longer than a page may wait. */
  private void inPortions(String sql) {
    while (database.sql(sql).update() > 0) {
      Thread.onSpinWait();
    }
  }

  @Test
  void a_million_decisions_replay_within_a_minute() throws Exception {
    long from = System.nanoTime();
    web.perform(
        post("/workbench/drafts/" + draft + "/replay")
            .with(user(new SignedIn(staff.find("priya").orElseThrow())))
            .with(csrf())
            .param("file", FILE)
            .param("from-day", "1")
            .param("from-month", "6")
            .param("from-year", "2011")
            .param("to-day", "31")
            .param("to-month", "12")
            .param("to-year", "2011"));
    String at = "";
    while ("RUNNING".equals(state())) {
      String now =
          database
              .sql("select phase || ' ' || progress || ' of ' || progress_of from replay_report where draft_id = ?")
              .param(draft)
              .query(String.class)
              .single();
      if (!now.equals(at)) {
        System.out.printf(Locale.ROOT, "  %5.1f s  %s%n", (System.nanoTime() - from) / 1e9, now);
        at = now;
      }
      TimeUnit.MILLISECONDS.sleep(1_000);
    }
    var took = Duration.ofNanos(System.nanoTime() - from);
    assertThat(state()).isEqualTo("DONE");
    long decisions = found("decisions");
    long combinations = found("combinations");
    System.out.printf(
        Locale.ROOT,
        "replay of %d decisions: %.1f s on %d processors; %d combinations, so %.0f decisions for one evaluation; %d would change%n",
        decisions,
        took.toMillis() / 1000.0,
        Runtime.getRuntime().availableProcessors(),
        combinations,
        (double) decisions / combinations,
        found("changed"));
    assertThat(decisions).isEqualTo(DECISIONS);
    assertThat(took).as("replay of a million decisions").isLessThan(LIMIT);
  }

  private String state() {
    return database.sql("select state from replay_report where draft_id = ?").param(draft).query(String.class).single();
  }

  private long found(String what) {
    return database
        .sql("select (found ->> ?)::bigint from replay_report where draft_id = ?")
        .params(what, draft)
        .query(Long.class)
        .single();
  }

  /** Twelve rows, each with two or three cells. */
  private static String table() {
    String[] inputs = {"risk boolean", "age integer", "area string", "wish string", "group string"};
    String[][] rows = {
      {"true", "", "", "", "", "URGENT"},
      {"", "< 11", "", "", "", "TRANSFER"},
      {"", "[11..17]", "\"LIVE\"", "", "", "YOUNG_PEOPLE"},
      {"", "[11..17]", "", "", "", "TRANSFER"},
      {"", "", "\"ELSEWHERE\"", "", "", "TRANSFER"},
      {"", "", "\"NOT_LIVE\"", "not(\"SUPPORT\")", "", "SIGNPOST"},
      {"", "", "\"NOT_LIVE\"", "", "", "RETURN"},
      {"", "", "", "\"LETTER\"", "", "SIGNPOST"},
      {"", ">= 65", "", "\"INFORMATION\"", "\"NATIONAL\",\"FREQUENT_ATTENDER\"", "LINK_WORKER"},
      {"", "", "", "\"INFORMATION\"", "", "SIGNPOST"},
      {"", "[18..64]", "", "", "\"OTHER\"", "RETURN"},
      {"", "", "", "", "", "LINK_WORKER"}
    };
    var xml =
        new StringBuilder(
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" xmlns:camunda="http://camunda.org/schema/1.0/dmn" id="d" name="d" namespace="https://fingerpost.org/dmn">
            <decision id="benchmark-route" name="Benchmark" camunda:historyTimeToLive="P1D"><decisionTable id="table" hitPolicy="FIRST">
            """);
    for (String input : inputs) {
      String[] part = input.split(" ");
      xml.append(
          "<input id=\"i_%1$s\"><inputExpression id=\"e_%1$s\" typeRef=\"%2$s\"><text>%1$s</text></inputExpression></input>%n"
              .formatted(part[0], part[1]));
    }
    xml.append("<output id=\"o_route\" name=\"route\" typeRef=\"string\"/>");
    for (int row = 0; row < rows.length; row++) {
      xml.append("<rule id=\"rule_").append(row + 1).append("\">");
      for (int cell = 0; cell < inputs.length; cell++) {
        xml.append("<inputEntry id=\"c_%d_%d\"><text>%s</text></inputEntry>".formatted(row, cell, rows[row][cell].replace("<", "&lt;")));
      }
      xml.append("<outputEntry id=\"a_%d\"><text>\"%s\"</text></outputEntry></rule>%n".formatted(row, rows[row][inputs.length]));
    }
    return xml.append("</decisionTable></decision></definitions>").toString();
  }
}
