package org.fingerpost.rights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;

import org.fingerpost.FingerpostTest;
import org.fingerpost.journeys.Journeys;
import org.fingerpost.platform.Actor;
import org.fingerpost.platform.InvalidInput;
import org.fingerpost.platform.PersonCorrection.Field;
import org.fingerpost.rights.RightsRequest.Kind;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A name that was written wrongly is put right for everybody; what was said about somebody stays, and what they say stands beside it. */
@FingerpostTest
class CorrectionTest extends RightsTests {

  @Autowired Journeys journeys;
  @Autowired Corrections corrections;

  private void corrects(String request, Field field, String value) {
    currentActor.as(Actor.staff("grace"), () -> corrections.correct(request, field, value));
  }

  @Test
  void the_right_value_takes_the_place_of_the_wrong_one_which_only_the_open_request_still_knows() throws Exception {
    var referral = journeys.receives(Journeys.someoneCalled("Umberteal-Wrong"));
    var request = started(Kind.CORRECTION, referral);
    corrects(request, Field.FAMILY_NAME, "Umberteal-Right");

    web.perform(get("/casefile/" + referral).with(as("lowri")))
        .andExpect(content().string(containsString("Umberteal-Right")))
        .andExpect(content().string(containsString("Family name: corrected")))
        .andExpect(content().string(not(containsString("Umberteal-Wrong"))));
    web.perform(get("/rights/" + request).with(as("grace"))).andExpect(content().string(containsString("It was: Umberteal-Wrong")));

    currentActor.as(Actor.staff("grace"), () -> requests.corrected(request));
    assertThat(new Canary(database).placesOf("Umberteal-Wrong")).as("closed: what was wrong is gone").isEmpty();
    assertThat(known(request).state()).isEqualTo(RightsRequest.State.DONE);
    assertThat(journeys.acts(referral)).contains("rights.corrected");
  }

  @Test
  void a_value_that_cannot_be_right_is_refused() {
    var referral = journeys.receives(Journeys.someoneCalled("Umberteal-Two"));
    var request = started(Kind.CORRECTION, referral);
    assertThatThrownBy(() -> corrects(request, Field.NHS_NUMBER, "999 000 0019")).isInstanceOf(InvalidInput.class);
    assertThatThrownBy(() -> corrects(request, Field.DATE_OF_BIRTH, "2199-01-01")).isInstanceOf(InvalidInput.class);
    assertThatThrownBy(() -> corrects(request, Field.FAMILY_NAME, "  ")).isInstanceOf(InvalidInput.class);
    assertThatThrownBy(() -> corrects(request, Field.POSTCODE, "nowhere")).isInstanceOf(InvalidInput.class);
    corrects(request, Field.POSTCODE, "gl11ab");
    corrects(request, Field.NHS_NUMBER, "999 000 0018");
    corrects(request, Field.INTERPRETER, "");
  }

  @Test
  void which_groups_somebody_belongs_to_is_put_right_in_codes_and_nobody_but_the_officer_reads_it() throws Exception {
    var referral = journeys.receives(Journeys.someoneCalled("Umberteal-Four").belonging("1", "A"));
    var request = started(Kind.CORRECTION, referral);
    assertThatThrownBy(() -> corrects(request, Field.ETHNIC_CATEGORY, "British")).isInstanceOf(InvalidInput.class);
    assertThatThrownBy(() -> corrects(request, Field.SEX, "3")).isInstanceOf(InvalidInput.class);
    corrects(request, Field.ETHNIC_CATEGORY, "k");
    corrects(request, Field.SEX, "");

    assertThat(
            database
                .sql("select coalesce(stated_sex, '-') || ethnic_category from person where family_name = 'Umberteal-Four'")
                .query(String.class)
                .single())
        .isEqualTo("-K");
    web.perform(get("/rights/" + request).with(as("grace")))
        .andExpect(content().string(containsString("It was: English, Welsh, Scottish, Northern Irish or British")))
        .andExpect(content().string(containsString("It was: Male")))
        .andExpect(content().string(containsString("K: Bangladeshi")));
    web.perform(get("/casefile/" + referral).with(as("lowri")))
        .andExpect(content().string(containsString("Ethnic group: corrected")))
        .andExpect(content().string(not(containsString("Bangladeshi"))));
  }

  @Test
  void what_the_person_says_against_a_note_stands_beside_it() throws Exception {
    var referral = journeys.receives(Journeys.someoneCalled("Umberteal-Three"));
    var request = started(Kind.CORRECTION, referral);
    currentActor.as(Actor.staff("grace"), () -> corrections.dispute(request, referral, "I never said that I was lonely"));
    web.perform(get("/casefile/" + referral).with(as("lowri")))
        .andExpect(content().string(containsString("I never said that I was lonely")));
    assertThatThrownBy(() -> currentActor.as(Actor.staff("grace"), () -> corrections.dispute(request, "FP-0000-0000", "No")))
        .hasMessageContaining("rights.dispute.referral");
  }
}
