package org.fingerpost.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fingerpost.directory.NewOrganisation;
import org.fingerpost.directory.Organisations;
import org.fingerpost.journeys.Journeys;
import org.fingerpost.kitemark.Awards;
import org.fingerpost.kitemark.NewAward;
import org.fingerpost.kitemark.ReferralMode;
import org.fingerpost.platform.Tokens;
import org.fingerpost.scheme.KiteMarkLevel;
import org.fingerpost.scheme.LegalForm;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A mark is suspended by clicking, and the link worker of somebody who was to go there sees where else they could go. */
class SuspensionPathTest extends InChromium {

  private static final String SCHEME = "gloucestershire";

  @Autowired Organisations organisations;
  @Autowired Awards awards;
  @Autowired JdbcClient database;
  @Autowired TransactionTemplate transaction;

  @Test
  void a_suspended_mark_pauses_an_introduction_and_the_link_worker_sees_the_alternatives() {
    String reference = Tokens.reference("KM");
    UUID mark = aMarkedGroup(reference);
    try {
      String person = introduced("Ferrymead");

      var kit = atTheDesk("kit");
      kit.opens("/kitemark/marks").takesAPicture("suspension").findsThePageAccessible();
      kit.opens("/kitemark/marks/" + mark).takesAPicture("suspension").findsThePageAccessible();
      kit.page.locator("main select[name='reason']").selectOption("COMPLAINT");
      kit.fills("text", "Two people were left waiting outside").continues().takesAPicture("suspension");
      assertThat(journeys.openSteps(person)).as("one assessor alone changes nothing").containsExactly("userTask_awaitAnswer");

      var kezia = atTheDesk("kezia");
      opens(kezia, "kezia", journeys.task(reference, "userTask_confirmSuspension").getId(), reference);
      kezia.chooses("confirmed", "Yes, suspend it").writes("reason", "It was serious").takesAPicture("suspension-second").completes();

      assertThat(journeys.openSteps(person)).contains("userTask_chooseForPaused");
      String worker = journeys.summary(person).linkWorker();
      var lowri = atTheDesk(worker);
      opens(lowri, worker, journeys.task(person, "userTask_chooseForPaused").getId(), person);
      lowri.takesAPicture("suspension-alternatives");
      assertThat(lowri.page.locator(".fjs-form-field-textarea textarea").first().inputValue()).isNotBlank().doesNotContain("Ferry walks");
      lowri.chooses("decision", "omething else").completes();
      assertThat(journeys.openSteps(person)).containsExactly("userTask_chooseActivity");

      var anybody = onATelephone("en").opens("/kitemark/register?name=Ferry");
      assertThat(anybody.takesAPicture("suspension-register").text()).doesNotContain("Ferry Ramblers");
      for (var visitor : List.of(kit, kezia, lowri, anybody)) {
        assertThat(visitor.troubles()).isEmpty();
      }
    } finally {
      // Nobody else's list of activities grows by this one.
      database.sql("update activity set places = 0, waiting_list = false where activity_id = 'ferry-walks'").update();
    }
  }

  private UUID aMarkedGroup(String reference) {
    return transaction.execute(
        status -> {
          String organisation =
              organisations.register(SCHEME, new NewOrganisation("Ferry Ramblers", LegalForm.CHARITY, "ferry@example.org", null));
          database
              .sql(
                  """
                  insert into activity (scheme_id, activity_id, organisation_id, name_en, name_cy, needs, areas, minimum_age,
                    maximum_age, format, weekdays, places, kind, access, languages, capacity, waiting_list, waiting_weeks, interests, edited_at)
                  select scheme_id, 'ferry-walks', :organisation, 'Ferry walks', 'Ferry walks', needs, areas, minimum_age, maximum_age,
                    format, weekdays, null, kind, access, languages, null, true, 0, interests, now()
                  from activity where scheme_id = 'gloucestershire' and activity_id = 'tea-and-company'
                  """)
              .param("organisation", organisation)
              .update();
          return awards.award(
              new NewAward(
                  SCHEME, organisation, reference, KiteMarkLevel.FULL, ReferralMode.usually(KiteMarkLevel.FULL), null, 24, null,
                  null, null, "kezia", null, List.of()));
        });
  }

  private String introduced(String familyName) {
    var person = journeys.receives(Journeys.someoneCalled(familyName));
    journeys.completes(person, "userTask_recordFirstContact", Journeys.reached());
    journeys.completes(person, "userTask_holdConversation", Journeys.conversation("Seeing the river again"));
    journeys.completes(person, "userTask_chooseActivity", Map.of("activity", "ferry-walks", "agreesToShare", true));
    return person;
  }
}
