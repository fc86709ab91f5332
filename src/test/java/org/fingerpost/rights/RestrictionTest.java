package org.fingerpost.rights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fingerpost.journeys.Journeys.conversation;
import static org.fingerpost.journeys.Journeys.reached;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;

import java.util.List;
import java.util.Map;
import org.fingerpost.FingerpostTest;
import org.fingerpost.journeys.Journeys;
import org.fingerpost.platform.Actor;
import org.fingerpost.rights.RightsRequest.Kind;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A record that is kept and not used: nothing of it leaves, everybody who opens it is told, and work stays where it was. */
@FingerpostTest
class RestrictionTest extends RightsTests {

  @Autowired Journeys journeys;

  private String restricted(String referral) {
    var request = started(Kind.RESTRICTION, referral);
    currentActor.as(Actor.staff("grace"), () -> requests.restrict(request, Restrictions.Ground.ACCURACY));
    return request;
  }

  private List<String> messages(String referral, String status) {
    return database
        .sql("select purpose from outbox_message where referral_id = ? and status = ? and recipient <> 'STAFF' order by created_at")
        .params(referral, status)
        .query(String.class)
        .list();
  }

  @Test
  void nothing_is_sent_about_the_person_but_to_the_person_until_it_is_lifted() throws Exception {
    var referral = journeys.receives(Journeys.someoneCalled("Yarrowlark-One"));
    journeys.completes(referral, "userTask_recordFirstContact", reached());
    journeys.completes(referral, "userTask_holdConversation", conversation("The sea"));
    assertThat(messages(referral, "WAITING")).contains("referral-received");

    var request = restricted(referral);
    assertThat(messages(referral, "WAITING")).as("what waited for others is called back").isEmpty();
    journeys.completes(referral, "userTask_chooseActivity", journeys.firstOffer(referral));

    assertThat(messages(referral, "WAITING")).as("no offer leaves").doesNotContain("provider-offer");
    assertThat(
            database
                .sql("select details->>'notSentBecause' from audit_entry where subject_id = ? and act = 'message.not-sent'")
                .param(referral)
                .query(String.class)
                .list())
        .contains("RESTRICTED");
    assertThat(journeys.openSteps(referral)).as("tasks stay").isNotEmpty();
    String worker = journeys.summary(referral).linkWorker();
    web.perform(get("/casefile/" + referral).with(as(worker)))
        .andExpect(content().string(containsString("This record is restricted")))
        .andExpect(content().string(containsString("Ask your team lead")));
    web.perform(get("/casefile/" + referral + "?panel").header("Accept-Language", "cy").with(as(worker)))
        .andExpect(content().string(containsString("gyfyngu")));

    web.perform(sent("/rights/" + request + "/lift", "grace", Map.of("lifting", "CHECKED")));
    web.perform(get("/casefile/" + referral).with(as(worker)))
        .andExpect(content().string(not(containsString("This record is restricted"))));
    assertThat(database.sql("select count(*) from outbox_hold where referral_id = ?").param(referral).query(Integer.class).single()).isZero();
    assertThat(journeys.acts(referral)).containsSubsequence("rights.restricted", "rights.restriction-lifted");
  }

  @Test
  void other_people_are_written_to_as_before() {
    var referral = journeys.receives(Journeys.someoneCalled("Yarrowlark-Two"));
    restricted(referral);
    var other = journeys.receives(Journeys.someoneCalled("Yarrowlark-Three"));
    assertThat(messages(other, "WAITING")).contains("referral-received");
  }
}
