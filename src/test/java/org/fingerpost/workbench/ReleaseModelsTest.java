package org.fingerpost.workbench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.argThat;
import static org.mockito.ArgumentMatchers.isNull;
import static org.mockito.Mockito.atLeastOnce;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.fingerpost.platform.StartRefused;
import org.fingerpost.platform.engine.ModelGuard.Refusal;
import org.fingerpost.workbench.ModelDeployer.Deployed;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;

/** What a start does with the models that came with the program. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ReleaseModelsTest {

  private final ModelDeployer deployer = mock(ModelDeployer.class);
  private final ReleaseModels start = new ReleaseModels(deployer);

  @Test
  void a_first_start_deploys_processes_tables_and_forms_together() {
    start.afterSingletonsInstantiated();

    assertThat(deployed().files().keySet())
        .contains("bpmn/referral-journey.bpmn", "dmn/referral-route.dmn", "forms/hold-conversation.form")
        .noneMatch(name -> name.startsWith("models/"));
  }

  @Test
  void models_that_do_not_pass_stop_the_start_and_say_why() {
    var refusal = new Refusal("bpmn/referral-journey.bpmn", 12, "serviceTask_signpost", "There is no delegate ${x}.");
    when(deployer.deploy(any(), any(), any())).thenThrow(new ModelsRefused(List.of(refusal)));

    assertThatExceptionOfType(StartRefused.class)
        .isThrownBy(start::afterSingletonsInstantiated)
        .withMessageContaining("bpmn/referral-journey.bpmn")
        .withMessageContaining("serviceTask_signpost")
        .withMessageContaining("There is no delegate ${x}.")
        .satisfies(refused -> assertThat(refused.action()).isEqualTo("Correct the models named and start again."));
  }

  @Test
  void a_start_with_the_same_models_deploys_nothing() {
    start.afterSingletonsInstantiated();
    latestIs("release:0123", deployed().hash());
    var again = new ReleaseModels(deployer);

    again.afterSingletonsInstantiated();

    verify(deployer).deploy(shared(), any(), any());
  }

  @Test
  void a_new_release_deploys_its_models() {
    latestIs("release:0123", "of other models");

    start.afterSingletonsInstantiated();

    verify(deployer).deploy(shared(), any(), any());
  }

  @Test
  void what_a_manager_changed_since_stays() {
    latestIs("manager:paul", "of a manager's models");

    start.afterSingletonsInstantiated();

    verify(deployer, never()).deploy(shared(), any(), any());
  }

  @Test
  void a_scheme_with_a_table_of_its_own_gets_that_table_and_nothing_else() {
    start.afterSingletonsInstantiated();

    var bundles = ArgumentCaptor.forClass(ModelBundle.class);
    verify(deployer, atLeastOnce()).deploy(bundles.capture(), any(), any());
    assertThat(bundles.getAllValues())
        .filteredOn(bundle -> "north-staffordshire".equals(bundle.schemeId()))
        .singleElement()
        .satisfies(bundle -> assertThat(bundle.files()).containsOnlyKeys("dmn/follow-up-plan.dmn"));
  }

  /** The bundle of all schemes. */
  private static ModelBundle shared() {
    return argThat(bundle -> bundle.schemeId() == null);
  }

  private void latestIs(String source, String hash) {
    var latest = new Deployed("1", null, source, "paul", "Why", hash, Instant.EPOCH);
    when(deployer.latest(isNull())).thenReturn(Optional.of(latest));
  }

  private ModelBundle deployed() {
    var bundle = ArgumentCaptor.forClass(ModelBundle.class);
    verify(deployer, atLeastOnce()).deploy(bundle.capture(), any(), any());
    return bundle.getAllValues().stream().filter(b -> b.schemeId() == null).findFirst().orElseThrow();
  }
}
