package org.fingerpost.scheme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SixthSchemeTest {

  @TempDir Path folder;

  private final List<Object> events = new ArrayList<>();
  private final Schemes schemes = FolderSchemes.fromClassPath(events::add);

  @Test
  void a_sixth_scheme_is_a_folder() {
    schemes.addFrom(SchemeFolder.in(folder).path());

    Scheme scheme = schemes.get("hillshire");
    assertThat(schemes.all()).hasSize(6);
    assertThat(events).containsExactly(new SchemeAdded("hillshire"));
    assertThat(scheme.workerTitle()).isEqualTo(new LocalisedText("Community connector", "Cysylltydd cymunedol"));
    assertThat(scheme.minimumAge()).isEqualTo(16);
    assertThat(scheme.calendar().closedDays()).containsExactly(LocalDate.of(2026, 12, 29));
    assertThat(scheme.source("GENERAL_PRACTICE").orElseThrow().label())
        .isEqualTo(new LocalisedText("General practice", "Practis meddyg teulu"));
    assertThat(scheme.source("LIBRARY").orElseThrow().liveFrom()).isNull();
    assertThat(scheme.areaOfEver("ZZ2 2AA")).map(Area::code).contains("LOWER_HILLS");
    assertThat(scheme.areaOf("ZZ2 1AA", LocalDate.of(2026, 11, 23))).map(Area::code).contains("UPPER_HILLS");
    assertThat(schemes.listing("hillshire").organisations().get(0).name()).isEqualTo("Walkers, of the Hills");
    assertThat(schemes.listing("hillshire").activities())
        .singleElement()
        .satisfies(
            activity -> {
              assertThat(activity.areas()).containsExactly("UPPER_HILLS", "LOWER_HILLS");
              assertThat(activity.weekdays()).containsExactly(DayOfWeek.MONDAY, DayOfWeek.SUNDAY);
              assertThat(activity.maximumAge()).isNull();
              assertThat(activity.places()).isEqualTo(5);
            });
  }

  @Test
  void a_scheme_may_start_without_organisations() {
    schemes.addFrom(SchemeFolder.in(folder).without("organisations.csv").without("activities.csv").path());
    assertThat(schemes.listing("hillshire")).isEqualTo(new Listing(List.of(), List.of()));
  }

  @Test
  void a_file_saved_by_a_spreadsheet_is_read() {
    SchemeFolder written = SchemeFolder.in(folder);
    written.with(
        "areas.csv",
        "\uFEFFcode,name_en,name_cy,parent,postcode_prefixes,live_from\r\nTOWN,Town,Tref,,ZZ1,2026-04-01\r\n\r\n");
    written.without("activities.csv");
    schemes.addFrom(written.path());
    assertThat(schemes.get("hillshire").area("TOWN")).isPresent();
  }

  @Test
  void adding_the_folder_again_replaces_the_scheme() {
    SchemeFolder written = SchemeFolder.in(folder);
    schemes.addFrom(written.path());
    schemes.addFrom(written.change("scheme.yaml", "minimum: 16", "minimum: 18").path());
    assertThat(schemes.get("hillshire").minimumAge()).isEqualTo(18);
    assertThat(schemes.all()).hasSize(6);
  }

  @Test
  void a_folder_with_a_problem_changes_nothing() {
    SchemeFolder written = SchemeFolder.in(folder).change("areas.csv", "not-yet", "soon");
    assertThatExceptionOfType(SchemeFolderException.class).isThrownBy(() -> schemes.addFrom(written.path()));
    assertThat(schemes.find("hillshire")).isEmpty();
    assertThat(events).isEmpty();
  }

  @Test
  void a_scheme_whose_organisations_cannot_be_stored_does_not_join() {
    Schemes failing =
        FolderSchemes.fromClassPath(
            event -> {
              throw new IllegalStateException("the directory is down");
            });
    Path written = SchemeFolder.in(folder).path();
    assertThatThrownBy(() -> failing.addFrom(written)).hasMessage("the directory is down");
    assertThat(failing.find("hillshire")).isEmpty();
  }

  @Test
  void the_folder_of_the_settings_adds_schemes_at_start() {
    SchemeFolder.in(folder);
    assertThat(new FolderSchemes(events::add, folder.toString()).all()).hasSize(6);
  }

  @Test
  void a_folder_of_the_settings_that_is_not_there_stops_the_start() {
    String missing = folder.resolve("nowhere").toString();
    assertThatExceptionOfType(SchemeFolderException.class)
        .isThrownBy(() -> new FolderSchemes(events::add, missing))
        .withMessageContaining("fingerpost.schemes.folder")
        .withMessageContaining("is not a folder");
  }
}
