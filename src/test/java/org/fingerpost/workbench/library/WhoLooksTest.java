package org.fingerpost.workbench.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.List;
import java.util.Optional;
import org.fingerpost.platform.Actor;
import org.fingerpost.platform.CurrentActor;
import org.fingerpost.platform.Language;
import org.fingerpost.platform.Staff;
import org.fingerpost.scheme.Schemes;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.web.server.ResponseStatusException;

/** A manager of one scheme sees that scheme, and changes nothing that others run. */
@Tag("fast")
@DisplayNameGeneration(ReplaceUnderscores.class)
class WhoLooksTest {

  private static WhoLooks managerOf(String scheme) {
    var staff = mock(Staff.class);
    var actor = mock(CurrentActor.class);
    when(actor.get()).thenReturn(Actor.staff("mair"));
    when(staff.find("mair"))
        .thenReturn(Optional.of(new Staff.Member("mair", "Mair", List.of(Staff.PROGRAMME_MANAGERS), scheme, Language.CY)));
    return new WhoLooks(staff, actor, Schemes.shipped());
  }

  @Test
  void whoever_is_above_schemes_sees_all_and_chooses() {
    var who = managerOf(null);

    assertThat(who.chosen(null)).isNull();
    assertThat(who.chosen("wales")).isEqualTo("wales");
    assertThat(who.changing("")).isNull();
    assertThat(who.sees("wales")).isTrue();
    assertThat(who.schemes(Language.EN)).hasSizeGreaterThan(4);
    assertThatExceptionOfType(ResponseStatusException.class).isThrownBy(() -> who.chosen("nowhere"));
  }

  @Test
  void a_manager_of_one_scheme_sees_the_shared_models_and_that_scheme_only() {
    var who = managerOf("wales");

    assertThat(who.chosen("gloucestershire")).isEqualTo("wales");
    assertThat(who.chosen(null)).isEqualTo("wales");
    assertThat(who.sees(null)).isTrue();
    assertThat(who.sees("gloucestershire")).isFalse();
    assertThat(who.schemes(Language.EN)).containsOnlyKeys("wales");
  }

  @Test
  void and_changes_nothing_that_others_run() {
    var who = managerOf("wales");

    assertThat(who.changing("wales")).isEqualTo("wales");
    assertThatExceptionOfType(ResponseStatusException.class).isThrownBy(() -> who.changing(null));
    assertThatExceptionOfType(ResponseStatusException.class).isThrownBy(() -> who.changing("gloucestershire"));
  }
}
