package org.fingerpost.scheme;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class AreaOfPostcodeTest {

  private static final Schemes SCHEMES = Schemes.shipped();

  @ParameterizedTest
  @CsvSource({
    "gloucestershire,      GL1 2EF,  GLOUCESTER",
    "gloucestershire,      gl14 3ab, FOREST_OF_DEAN",
    "gloucestershire,      GL143AB,  FOREST_OF_DEAN",
    "gloucestershire,      GL50 1AA, CHELTENHAM",
    "gloucestershire,      GL5 1AA,  STROUD",
    "gloucestershire,      GL54 5AA, CHELTENHAM",
    "gloucestershire,      GL54 2AA, COTSWOLD",
    "gloucestershire,      GL20 5AA, TEWKESBURY",
    "arts-on-prescription, GL17 9ZZ, GLOUCESTERSHIRE",
    "north-staffordshire,  ST3 1AA,  LONGTON",
    "north-staffordshire,  ST3 6AA,  MEIR",
    "north-staffordshire,  ST6 3AA,  MIDDLEPORT",
    "north-staffordshire,  ST6 1AA,  BURSLEM_COBRIDGE",
    "north-staffordshire,  ST13 5AA, LEEK_WERRINGTON",
    "wales,                LL57 1AA, BETSI_CADWALADR",
    "wales,                LD1 5AA,  POWYS",
    "wales,                NP20 1AA, ANEURIN_BEVAN",
    "wales,                NP8 1AA,  POWYS",
    "wales,                CF10 1AA, CARDIFF_AND_VALE",
    "wales,                CF37 1AA, CWM_TAF_MORGANNWG",
    "wales,                SA1 1AA,  SWANSEA_BAY",
    "wales,                SA15 1AA, HYWEL_DDA",
    "east-lancashire,      BB9 7AA,  PENDLE",
    "east-lancashire,      BB12 9AA, PENDLE",
    "east-lancashire,      BB12 6AA, BURNLEY",
    "east-lancashire,      BB1 4AA,  HYNDBURN",
  })
  void the_longest_prefix_that_ends_at_a_boundary_wins(String scheme, String postcode, String area) {
    assertThat(SCHEMES.get(scheme).areaOfEver(postcode)).map(Area::code).contains(area);
  }

  @ParameterizedTest
  @ValueSource(strings = {"OX1 1AA", "GL9 1AA", "G1 1AA", "GLL 1AA", "", "nonsense", "GL", "GL1 2E", "GL1 2EFG"})
  void a_postcode_outside_the_scheme_or_one_that_cannot_be_read_has_no_area(String postcode) {
    assertThat(SCHEMES.get("gloucestershire").areaOfEver(postcode)).isEmpty();
  }

  @Test
  void no_postcode_has_no_area() {
    assertThat(SCHEMES.get("gloucestershire").areaOfEver(null)).isEmpty();
  }

  @Test
  void a_district_alone_is_enough_when_no_sector_is_asked_for() {
    assertThat(SCHEMES.get("gloucestershire").areaOfEver("GL14")).map(Area::code).contains("FOREST_OF_DEAN");
    assertThat(SCHEMES.get("gloucestershire").areaOfEver("GL54")).map(Area::code).contains("CHELTENHAM");
  }

  @Test
  void an_area_counts_from_the_day_it_goes_live() {
    Scheme scheme = SCHEMES.get("north-staffordshire");
    assertThat(scheme.areaOf("ST6 1AA", LocalDate.of(2019, 3, 31))).isEmpty();
    assertThat(scheme.areaOf("ST6 1AA", LocalDate.of(2019, 4, 1))).map(Area::code).contains("BURSLEM_COBRIDGE");
    assertThat(scheme.areaOf("ST2 0AA", LocalDate.of(2026, 11, 23))).isEmpty();
    assertThat(scheme.areaOfEver("ST2 0AA")).map(Area::code).contains("BENTILEE");
  }
}
