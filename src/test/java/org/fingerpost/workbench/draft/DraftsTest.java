package org.fingerpost.workbench.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.fingerpost.FingerpostTest;
import org.fingerpost.platform.Actor;
import org.fingerpost.platform.CurrentActor;
import org.fingerpost.platform.InvalidInput;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is kept while models are being changed. */
@FingerpostTest
@DisplayNameGeneration(ReplaceUnderscores.class)
class DraftsTest {

  private static final String ROUTE = "dmn/referral-route.dmn";

  @Autowired Drafts drafts;
  @Autowired LiveModels live;
  @Autowired CurrentActor actor;
  @Autowired JdbcClient database;

  private final List<UUID> begun = new ArrayList<>();

  @AfterEach
  void forgetTheDrafts() {
    begun.forEach(id -> database.sql("delete from model_draft where draft_id = ?").param(id).update());
  }

  @Test
  void a_draft_begins_with_the_live_file_and_keeps_what_is_saved() {
    var draft = begin("gloucestershire", ROUTE);
    var file = draft.files().get(ROUTE);
    assertThat(file.content()).isEqualTo(live.file("gloucestershire", ROUTE).orElseThrow());
    assertThat(draft.status()).isEqualTo(DraftStatus.OPEN);
    assertThat(draft.author()).isEqualTo("priya");
    assertThat(draft.basedOn()).isNotNull();

    int revision = as("paul", () -> drafts.save(draft.id(), ROUTE, changed(file), file.revision()));

    var after = drafts.get(draft.id()).files().get(ROUTE);
    assertThat(after.revision()).isEqualTo(revision).isNotEqualTo(file.revision());
    assertThat(after.savedBy()).isEqualTo("paul");
    assertThat(new String(after.content(), StandardCharsets.UTF_8)).contains("Route of a referral, changed");
    assertThat(live.own("gloucestershire", ROUTE)).as("nothing is deployed by saving").isFalse();
    assertThat(acts(draft.id())).containsExactly("draft.started", "draft.fileAdded", "draft.saved");
  }

  @Test
  void the_second_of_two_savers_is_told_who_was_first_and_overwrites_nothing() {
    var draft = begin(null, ROUTE);
    var file = draft.files().get(ROUTE);
    as("paul", () -> drafts.save(draft.id(), ROUTE, changed(file), file.revision()));

    assertThatExceptionOfType(EditedMeanwhile.class)
        .isThrownBy(() -> as("priya", () -> drafts.save(draft.id(), ROUTE, file.content(), file.revision())))
        .satisfies(
            meanwhile -> {
              assertThat(meanwhile.savedBy()).isEqualTo("paul");
              assertThat(meanwhile.savedAt()).isNotNull();
            });
    assertThat(drafts.get(draft.id()).files().get(ROUTE).savedBy()).isEqualTo("paul");
  }

  @Test
  void saving_every_few_seconds_is_recorded_once_a_sitting() {
    var draft = begin(null, ROUTE);
    int revision = draft.files().get(ROUTE).revision();
    byte[] content = draft.files().get(ROUTE).content();
    for (int i = 0; i < 4; i++) {
      int before = revision;
      revision = as("paul", () -> drafts.save(draft.id(), ROUTE, content, before));
    }
    assertThat(acts(draft.id())).containsOnlyOnce("draft.saved");
  }

  @Test
  void what_would_run_code_is_refused_and_the_last_good_state_stays() {
    var draft = begin(null, "bpmn/first-contact.bpmn");
    var file = draft.files().get("bpmn/first-contact.bpmn");
    var hostile =
        new String(file.content(), StandardCharsets.UTF_8).replaceFirst("camunda:delegateExpression=\"[^\"]*\"", "camunda:class=\"java.lang.Runtime\"");
    assertThat(hostile).contains("java.lang.Runtime");
    assertThatExceptionOfType(ContentRefused.class)
        .isThrownBy(() -> save(draft, file, hostile))
        .satisfies(refused -> assertThat(refused.refusals().get(0).problem()).contains("camunda:class"));
    for (String other : List.of("<!DOCTYPE a [<!ENTITY b \"c\">]><a/>", "<a", "x".repeat(1024 * 1024 + 1))) {
      assertThatExceptionOfType(ContentRefused.class).isThrownBy(() -> save(draft, file, other));
    }
    assertThat(drafts.get(draft.id()).files().get(file.name()).content()).isEqualTo(file.content());
  }

  @Test
  void a_box_that_fingerpost_does_not_run_is_kept_until_it_is_put_right() {
    var draft = begin(null, "bpmn/first-contact.bpmn");
    var file = draft.files().get("bpmn/first-contact.bpmn");
    var unfinished = new String(file.content(), StandardCharsets.UTF_8).replace("</bpmn:process>", "<bpmn:manualTask id=\"Activity_1\"/></bpmn:process>");
    assertThat(unfinished).contains("manualTask");
    save(draft, file, unfinished);
    assertThat(new String(drafts.get(draft.id()).files().get(file.name()).content(), StandardCharsets.UTF_8)).contains("manualTask");
  }

  @Test
  void a_name_that_is_no_models_name_is_refused() {
    var draft = begin(null, ROUTE);
    for (String name : List.of("dmn/../../etc/passwd", "bpmn/x.dmn", "dmn/A b.dmn", "other/x.form", "")) {
      assertThatExceptionOfType(InvalidInput.class).isThrownBy(() -> drafts.save(draft.id(), name, new byte[0], 0));
    }
  }

  @Test
  void a_dropped_draft_stays_as_it_is_and_says_why() {
    var draft = begin(null, ROUTE);
    assertThatExceptionOfType(InvalidInput.class).isThrownBy(() -> drafts.drop(draft.id(), " "));
    as("paul", () -> { drafts.drop(draft.id(), "Another way was found"); return null; });
    assertThat(drafts.open()).noneMatch(open -> open.id().equals(draft.id()));
    assertThat(drafts.droppedWhy(draft.id())).contains("Another way was found");
    assertThatExceptionOfType(NotOpen.class).isThrownBy(() -> save(draft, draft.files().get(ROUTE), "<a/>"));
    assertThat(acts(draft.id())).endsWith("draft.dropped");
  }

  @Test
  void the_bundle_of_a_schemes_table_is_that_table_and_its_other_variants() {
    var draft = begin("north-staffordshire", ROUTE);
    assertThat(live.with(draft).schemeId()).isEqualTo("north-staffordshire");
    assertThat(live.with(draft).files()).containsOnlyKeys("dmn/follow-up-plan.dmn", ROUTE);
    assertThat(live.own("north-staffordshire", "dmn/follow-up-plan.dmn")).isTrue();
    assertThat(live.own("gloucestershire", "dmn/follow-up-plan.dmn")).isFalse();
  }

  @Test
  void the_bundle_of_a_schemes_process_has_every_process_and_form_beside_it() {
    var draft = begin("gloucestershire", "bpmn/first-contact.bpmn");
    assertThat(live.with(draft).files())
        .containsKeys("bpmn/referral-journey.bpmn", "forms/hold-conversation.form")
        .doesNotContainKey(ROUTE);
  }

  @Test
  void taking_a_variant_away_gives_the_scheme_the_shared_table_again() {
    var draft = as("priya", () -> drafts.start("north-staffordshire", "As everybody does"));
    begun.add(draft.id());
    as("priya", () -> { drafts.remove(draft.id(), "dmn/follow-up-plan.dmn"); return null; });
    var removed = drafts.get(draft.id());
    assertThat(removed.files().get("dmn/follow-up-plan.dmn").removed()).isTrue();
    assertThat(live.with(removed).files().get("dmn/follow-up-plan.dmn"))
        .isEqualTo(live.file(null, "dmn/follow-up-plan.dmn").orElseThrow())
        .isNotEqualTo(live.file("north-staffordshire", "dmn/follow-up-plan.dmn").orElseThrow());
    assertThatExceptionOfType(NoSuchDraft.class).isThrownBy(() -> drafts.remove(draft.id(), ROUTE));
  }

  @Test
  void a_change_of_the_shared_models_makes_nobody_follow_who_runs_variants_only() {
    var draft = begin(null, ROUTE);
    assertThat(live.with(draft).files().keySet()).isEqualTo(live.all(null).keySet());
    assertThat(live.followers(draft)).isEmpty();
    assertThat(drafts.overtaken(draft.id())).isEmpty();
  }

  private Draft begin(String scheme, String file) {
    var draft = as("priya", () -> drafts.startWith(scheme, "A test of drafts", file));
    begun.add(draft.id());
    return draft;
  }

  private int save(Draft draft, DraftFile file, String content) {
    return as("priya", () -> drafts.save(draft.id(), file.name(), content.getBytes(StandardCharsets.UTF_8), file.revision()));
  }

  private static byte[] changed(DraftFile file) {
    return new String(file.content(), StandardCharsets.UTF_8)
        .replaceFirst("(<decision [^>]*name=\")[^\"]*", "$1Route of a referral, changed")
        .getBytes(StandardCharsets.UTF_8);
  }

  private List<String> acts(UUID draft) {
    return database.sql("select act from audit_entry where subject_id = ? order by audit_id").param(draft.toString()).query(String.class).list();
  }

  private <T> T as(String user, java.util.function.Supplier<T> work) {
    return actor.as(Actor.staff(user), work);
  }
}
