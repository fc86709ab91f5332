package org.fingerpost.scheme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the person who edits a scheme folder is told: the file, the place, and what to do. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SchemeFolderProblemsTest {

  /** Shared, because a refused folder changes nothing. */
  private static final Schemes SCHEMES = Schemes.shipped();

  @TempDir Path parent;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "scheme.yaml | id: hillshire | id: Hill Shire | line 1 column 5: id 'Hill Shire' is not an id;",
        "scheme.yaml | defaultLanguage: en | defaultLanguage: fr | "
            + "line 6 column 18: defaultLanguage 'fr' is not known; write en or cy",
        "scheme.yaml | defaultLanguage: en | language: en | "
            + "line 6 column 1: 'language' is not known here; use id, name,",
        "scheme.yaml | kiteMarkAsked: false | kiteMarkAsked: perhaps | "
            + "'perhaps' is neither true nor false; write one of them",
        "scheme.yaml | minimum: 16 | minimum: sixteen | "
            + "line 8 column 12: minimum 'sixteen' is not a whole number of years; write it as 18",
        "scheme.yaml | minimum: 16 | maximum: 16 x | maximum '16 x' is not a whole number",
        "scheme.yaml | minimum: 16 | youngPeoplesScheme: wales | add minimum",
        "scheme.yaml | minimum: 16 | {minimum: 16, youngPeoplesScheme: atlantis} | "
            + "youngPeoplesScheme 'atlantis' is not another scheme; use one of",
        "scheme.yaml | minimum: 16 | {minimum: 16, maximum: 9} | maximum 9 is below minimum 16; exchange them",
        "scheme.yaml | bankHolidays: england-and-wales | bankHolidays: france | "
            + "bankHolidays 'france' is not known; use england-and-wales, scotland, northern-ireland, none",
        "scheme.yaml | [2026-12-29] | [29/12/2026] | closedDays '29/12/2026' is not a date; write it as 2026-04-01",
        "scheme.yaml | [2026-12-29] | 2026-12-29 | closedDays must be a list",
        "scheme.yaml | liveFrom: not-yet | liveFrom: soon | "
            + "liveFrom 'soon' is not a date; write it as 2026-04-01, or not-yet",
        "scheme.yaml | liveFrom: not-yet | liveFrom: | "
            + "liveFrom is missing; write liveFrom: 2026-04-01, or liveFrom: not-yet",
        "scheme.yaml | code: LIBRARY | code: library | source 'library' is not a code;",
        "scheme.yaml | code: GENERAL_PRACTICE | code: GARAGE | source 'GARAGE' is the scheme's own; give it a name",
        "scheme.yaml | code: LIBRARY | code: GENERAL_PRACTICE | source 'GENERAL_PRACTICE' is there twice; keep one",
        "scheme.yaml | ages: | requiredNeed: WANTS | cannot be read as YAML",
        "scheme.yaml | 'kiteMarkAsked:' | 'requiredNeed: WISHES\nkiteMarkAsked:' | "
            + "requiredNeed 'WISHES' is not a need; use LONELINESS,",
        "scheme.yaml | 'kiteMarkAsked:' | 'criteria: [{breadth: BROAD, liveFrom: 2026-04-01}]\nkiteMarkAsked:' | "
            + "breadth 'BROAD' is not known; write NARROW or WIDE",
        "scheme.yaml | 'kiteMarkAsked:' | 'criteria: [{breadth: WIDE, liveFrom: 2026-04-01}, {breadth: NARROW, liveFrom:"
            + " 2025-04-01}]\nkiteMarkAsked:' | liveFrom 2025-04-01 is not after the criteria above it; write them oldest first",
        "scheme.yaml | cy: Llyfrgell | cymraeg: Llyfrgell | 'cymraeg' is not known here; use",
        "scheme.yaml | 'welcome, {0}' | 'welcome, {name}' | "
            + "wording 'greeting' has a brace that is not an argument; write arguments as {0}",
        "areas.csv | LOWER_HILLS,Lower | LOWER_HILLS,,Lower | "
            + "line 4: has 7 values where 6 columns are; put a text that contains a comma in double quotes",
        "areas.csv | not-yet | soon | line 4: live_from 'soon' is not a date; write it as 2026-04-01, or not-yet",
        "areas.csv | Bryniau Isaf | '' | line 4: name_cy is empty; fill it in",
        "areas.csv | LOWER_HILLS | UPPER_HILLS | line 4: code 'UPPER_HILLS' is there twice; keep one",
        "areas.csv | LOWER_HILLS | lower | line 4: code 'lower' is not a code; write it in capitals",
        "areas.csv | 'ZZ2,not' | 'ZZ1,not' | "
            + "line 4: postcode_prefixes 'ZZ1' belongs to UPPER_HILLS already; give it to one area",
        "areas.csv | 'ZZ2,not' | 'ZZ2 1,not' | "
            + "line 4: postcode_prefixes '1' is not the start of a postcode; write LL, GL14 or ST6-1",
        "areas.csv | 'Bryniau,,' | 'Bryniau,VALES,' | line 2: parent 'VALES' is not another area of this file",
        "areas.csv | 'Bryniau,,' | 'Bryniau,UPPER_HILLS,' | HILLS is its own parent by a detour",
        "areas.csv | live_from | live | "
            + "line 1: the columns must be code,name_en,name_cy,parent,postcode_prefixes,live_from",
        "areas.csv | 'Hills,Bryniau,' | '\"Hills,Bryniau,' | a value in double quotes does not end; close the quotes",
        "organisations.csv | hill-walkers | Hill Walkers | line 2: organisation_id 'Hill Walkers' is not an id;",
        "organisations.csv | walkers@example.org | walkers | line 2: email 'walkers' is not an e-mail address;",
        "organisations.csv | UNCONSTITUTED_GROUP | CLUB | "
            + "line 2: legal_form 'CLUB' is not known; use NATIONAL_CHARITY,",
        "organisations.csv | true | yes | line 2: invented 'yes' is neither true nor false; write one of them",
        "activities.csv | 'hill-walk,hill-walkers' | 'hill-walk,hikers' | "
            + "line 2: organisation_id 'hikers' is not in organisations.csv; add it there first",
        "activities.csv | NATURE | NATUR | line 2: needs 'NATUR' is not a need; use LONELINESS,",
        "activities.csv | ',HILLS,' | ',VALES,' | "
            + "line 2: areas 'VALES' is not an area of areas.csv; use HILLS, UPPER_HILLS, LOWER_HILLS, *",
        "activities.csv | ',HILLS,' | ',,' | line 2: areas is empty; name areas of areas.csv, or * for all of them",
        "activities.csv | ',16,,' | ',16,12,' | line 2: maximum_age 12 is below minimum_age 16; exchange them",
        "activities.csv | ',16,,' | ',young,,' | "
            + "line 2: minimum_age 'young' is not a whole number; write it as 12 or leave it empty",
        "activities.csv | ',GROUP,' | ',CROWD,' | line 2: format 'CROWD' is not known; use ONE_TO_ONE, GROUP",
        "activities.csv | SUNDAY | SUNDAYS | line 2: weekdays 'SUNDAYS' is not a day; use MONDAY,",
        "activities.csv | ',5' | ',few' | line 2: places 'few' is not a whole number",
      })
  void a_problem_names_the_place_and_says_what_to_do(String file, String from, String to, String said) {
    SchemeFolder folder = SchemeFolder.in(parent).change(file, from, to == null ? "" : to);
    assertThat(problemsOf(folder))
        .anySatisfy(problem -> assertThat(problem).startsWith(folder.path().resolve(file).toString()).contains(said));
  }

  @Test
  void everything_wrong_is_said_at_once() {
    SchemeFolder folder =
        SchemeFolder.in(parent)
            .change("scheme.yaml", "minimum: 16", "minimum: x")
            .change("areas.csv", "not-yet", "soon")
            .change("activities.csv", "NATURE", "NATUR");
    assertThat(problemsOf(folder)).hasSize(3);
  }

  @Test
  void a_missing_key_is_named() {
    SchemeFolder folder = SchemeFolder.in(parent).change("scheme.yaml", "defaultLanguage: en\n", "");
    assertThat(problemsOf(folder)).singleElement().asString().endsWith("defaultLanguage is missing; add it");
  }

  @Test
  void a_key_that_is_there_twice_is_named() {
    SchemeFolder folder =
        SchemeFolder.in(parent).change("scheme.yaml", "defaultLanguage: en\n", "id: again\ndefaultLanguage: en\n");
    assertThat(problemsOf(folder))
        .singleElement()
        .asString()
        .endsWith("line 6 column 1: 'id' is there twice; keep one");
  }

  @Test
  void a_folder_without_its_files_is_not_a_scheme() {
    assertThat(problemsOf(SchemeFolder.in(parent).without("scheme.yaml")))
        .singleElement()
        .asString()
        .endsWith("scheme.yaml: is missing; a scheme folder starts with this file");
    assertThat(problemsOf(SchemeFolder.in(parent).without("areas.csv")))
        .anySatisfy(problem -> assertThat(problem).contains("areas.csv: is missing; add it with the columns code,"));
  }

  @Test
  void an_empty_file_is_said_to_be_empty() {
    assertThat(problemsOf(SchemeFolder.in(parent).with("scheme.yaml", "")))
        .singleElement()
        .asString()
        .contains("scheme.yaml: is empty; it needs id, name,");
    assertThat(problemsOf(SchemeFolder.in(parent).with("areas.csv", "")))
        .anySatisfy(
            problem -> assertThat(problem).contains("areas.csv: is empty; the first line names the columns: code,"));
  }

  @Test
  void a_scheme_where_nobody_lives_is_refused() {
    SchemeFolder folder =
        SchemeFolder.in(parent)
            .with(
                "areas.csv",
                "code,name_en,name_cy,parent,postcode_prefixes,live_from\nHILLS,Hills,Bryniau,,,2026-04-01\n");
    assertThat(problemsOf(folder)).anySatisfy(problem -> assertThat(problem).contains("nobody could be referred"));
  }

  @Test
  void a_file_in_another_encoding_is_not_guessed_at() {
    SchemeFolder folder =
        SchemeFolder.in(parent)
            .with("organisations.csv", "organisation_id,name\ncafe,Café\n", StandardCharsets.ISO_8859_1);
    assertThat(problemsOf(folder))
        .anySatisfy(
            problem -> assertThat(problem).contains("organisations.csv: is not UTF-8; save it again as UTF-8"));
  }

  private static List<String> problemsOf(SchemeFolder folder) {
    SchemeFolderException refused =
        catchThrowableOfType(SchemeFolderException.class, () -> SCHEMES.addFrom(folder.path()));
    assertThat(refused).as("the folder is refused").isNotNull();
    return refused.problems();
  }
}
