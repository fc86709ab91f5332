package org.fingerpost.referral;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.fingerpost.FingerpostTest;
import org.fingerpost.deprivation.DeprivationIndex.Kind;
import org.fingerpost.deprivation.ImportingDeprivation;
import org.fingerpost.journeys.Journeys;
import org.fingerpost.person.EthnicCategory;
import org.fingerpost.person.StatedSex;
import org.fingerpost.platform.RecordedGroups;
import org.fingerpost.platform.RecordedGroups.By;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which groups people belong to is kept if they tell, found out once where it can be, and counted in the groups that reports know. */
@FingerpostTest
class GroupsOfPeopleTest {

  @Autowired Journeys journeys;
  @Autowired JdbcClient database;
  @Autowired RecordedGroups groups;
  @Autowired DeprivationOfReferrals round;
  @Autowired ImportingDeprivation importing;

  @AfterEach
  void forget() {
    database.sql("delete from deprivation_by_postcode where postcode like 'GL98 %'").update();
  }

  private static AReferral somebody(String family) {
    return Journeys.someoneCalled(family);
  }

  private Map<By, String> known(String referral) {
    return groups.of(List.of(referral)).get(referral);
  }

  private void lookup(String line) {
    importing.load(Kind.IMD, 2025, true, ("postcode,decile\n" + line).getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void what_somebody_tells_is_counted_and_what_they_leave_empty_is_not_known() {
    var told = journeys.receives(somebody("Groundsel-One").belonging("2", "R"));
    var empty = journeys.receives(somebody("Groundsel-Two"));
    var rather = journeys.receives(somebody("Groundsel-Three").belonging("z", "Z"));
    var unknown = journeys.receives(somebody("Groundsel-Four").belonging("X", "99"));
    var refused = journeys.receives(somebody("Groundsel-Five").belonging("2", "R").withoutConsent());

    assertThat(known(told)).containsEntry(By.SEX, "FEMALE").containsEntry(By.ETHNIC_GROUP, "ASIAN");
    assertThat(known(rather)).containsEntry(By.SEX, "NOT_STATED").containsEntry(By.ETHNIC_GROUP, "NOT_STATED");
    for (var nothing : List.of(empty, unknown, refused)) {
      assertThat(known(nothing)).doesNotContainKeys(By.SEX, By.ETHNIC_GROUP).containsKey(By.AGE);
    }
    assertThat(database.sql("select stated_sex is null and ethnic_category is null from person where family_name = 'Groundsel-Five'").query(Boolean.class).single())
        .as("special category data of somebody who did not agree is not kept")
        .isTrue();
  }

  @Test
  void every_code_has_its_group() {
    for (var category : EthnicCategory.values()) {
      if (category.group().isPresent()) {
        assertThat(RecordedGroups.EthnicGroup.valueOf(category.group().get().name())).isNotNull();
      }
    }
    assertThat(EthnicCategory.codes()).hasSize(18).doesNotHaveDuplicates();
    assertThat(StatedSex.codes()).containsExactlyInAnyOrder("1", "2", "9", "X", "Z");
  }

  @Test
  void how_deprived_an_area_is_is_found_out_once_and_never_again() {
    lookup("GL98 1AA,2");
    var referral = journeys.receives(somebody("Groundsel-Six").livingAt("gl981aa"));
    var elsewhere = journeys.receives(somebody("Groundsel-Seven").livingAt("GL98 9ZZ"));
    assertThat(known(referral)).as("the round has not been yet").doesNotContainKey(By.DEPRIVATION);

    round.begin();
    assertThat(known(referral)).containsEntry(By.DEPRIVATION, "2");
    assertThat(known(elsewhere)).as("in no lookup").doesNotContainKey(By.DEPRIVATION);

    lookup("GL98 1AA,9\nGL98 2BB,5\nGL98 9ZZ,10");
    database.sql("update person set postcode = 'GL98 2BB' where family_name = 'Groundsel-Six'").update();
    round.begin();
    assertThat(known(referral)).as("neither a new lookup nor a move changes it").containsEntry(By.DEPRIVATION, "2");
    assertThat(known(elsewhere)).as("a lookup that comes later still finds it").containsEntry(By.DEPRIVATION, "10");
    assertThat(round.begin()).as("nothing is left to do").isZero();
  }
}
