package org.fingerpost.kitemark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.fingerpost.FingerpostTest;
import org.fingerpost.directory.NewOrganisation;
import org.fingerpost.directory.Organisations;
import org.fingerpost.platform.Language;
import org.fingerpost.platform.Tokens;
import org.fingerpost.questionnaire.ApplicationKind;
import org.fingerpost.questionnaire.Applications;
import org.fingerpost.questionnaire.Contact;
import org.fingerpost.questionnaire.NewApplication;
import org.fingerpost.scheme.KiteMarkLevel;
import org.fingerpost.scheme.LegalForm;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;

/** What an organisation sees and does with the link in a mail about its mark: no account, no JavaScript, nothing by looking. */
@FingerpostTest
class MarkByLinkPagesTest {

  private static final byte[] PDF = "%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF".getBytes();

  @Autowired MockMvc web;
  @Autowired Awards awards;
  @Autowired UpkeepRows rows;
  @Autowired MarkByLink byLink;
  @Autowired Organisations organisations;
  @Autowired Applications applications;
  @Autowired TransactionTemplate transactions;
  @Autowired Clock clock;

  private String reference;

  /** A mark whose insurance runs out in some days and that promised something; with a link. */
  private String link(String name, int insuranceDays, int months, boolean applied) {
    var token = Tokens.random();
    transactions.executeWithoutResult(
        status -> {
          var organisation =
              organisations.register(
                  "gloucestershire", new NewOrganisation(name, LegalForm.CHARITY, "listed@example.org", null));
          reference =
              applied
                  ? applications.begin(
                      new NewApplication(
                          ApplicationKind.KITE_MARK,
                          "gloucestershire",
                          organisation,
                          new Contact("Rosalind", "rosalind@example.org", null),
                          Language.EN,
                          Map.of("organisationName", name)))
                  : Tokens.reference("KM");
          var today = LocalDate.now(clock);
          var awardId =
              awards.award(
                  new NewAward(
                      "gloucestershire",
                      organisation,
                      reference,
                      KiteMarkLevel.CONDITIONAL,
                      ReferralMode.DIRECT,
                      3,
                      months,
                      today.plusDays(insuranceDays),
                      null,
                      null,
                      "kit",
                      null,
                      List.of(new NewAward.Promise("EQUALITY", today.plusDays(40)))));
          rows.link(awardId, Tokens.hash(token));
        });
    return "/kitemark/mark/" + token;
  }

  private Award mark() {
    return awards.ofApplication(reference).orElseThrow();
  }

  @Test
  void the_overview_says_what_holds_until_when_in_both_languages_and_keeps_to_itself() throws Exception {
    var link = link("Ivybridge Hikers", 50, 12, true);

    web.perform(get(link))
        .andExpect(status().isOk())
        .andExpect(header().string("Cache-Control", containsString("no-store")))
        .andExpect(header().string("Referrer-Policy", "no-referrer"))
        .andExpect(
            content()
                .string(
                    allOf(
                        containsString("Ivybridge Hikers"),
                        containsString("Insurance"),
                        containsString("What is still to be done"),
                        containsString("We write to you three months before"),
                        not(containsString("rosalind")))));
    web.perform(get(link).param("lang", "cy"))
        .andExpect(content().string(allOf(containsString("Eich nod barcud"), containsString("Yswiriant"))));
    assertThat(rows.openQuestions(mark().awardId())).as("looking changes nothing").isEmpty();
  }

  @Test
  void a_new_paper_with_its_document_takes_the_place_of_the_old_one() throws Exception {
    var link = link("Ivybridge Rowers", 50, 12, true);
    var until = LocalDate.now(clock).plusYears(1);
    web.perform(get(link + "/paper/insurance")).andExpect(status().isOk()).andExpect(content().string(containsString("multipart")));

    web.perform(
            multipart(link + "/paper/insurance")
                .file(new MockMultipartFile("file", "policy.pdf", "application/pdf", PDF))
                .param("until-day", "" + until.getDayOfMonth())
                .param("until-month", "" + until.getMonthValue())
                .param("until-year", "" + until.getYear())
                .with(csrf()))
        .andExpect(redirectedUrl(link + "?done=paper"));

    assertThat(mark().insuranceUntil()).isEqualTo(until);
    assertThat(applications.get(reference).evidence("insuranceDocument")).hasSize(1);
    web.perform(get(link).param("done", "paper")).andExpect(content().string(containsString("Thank you: we have it")));
  }

  @Test
  void what_is_wrong_with_a_paper_is_said_and_nothing_is_kept() throws Exception {
    var link = link("Ivybridge Bakers", 50, 12, true);
    web.perform(multipart(link + "/paper/insurance").param("until-day", "31").with(csrf()))
        .andExpect(status().isUnprocessableEntity())
        .andExpect(content().string(containsString("Give the last day of the new one")));
    var until = LocalDate.now(clock).plusYears(1);
    web.perform(
            multipart(link + "/paper/insurance")
                .file(new MockMultipartFile("file", "policy.exe", "application/pdf", new byte[] {'M', 'Z', 0, 1, 2}))
                .param("until-day", "" + until.getDayOfMonth())
                .param("until-month", "" + until.getMonthValue())
                .param("until-year", "" + until.getYear())
                .with(csrf()))
        .andExpect(status().isUnprocessableEntity());

    assertThat(mark().insuranceUntil()).isBefore(until);
    assertThat(applications.get(reference).files()).isEmpty();
    assertThat(rows.openQuestions(mark().awardId())).isEmpty();
  }

  @Test
  void a_paper_without_a_document_waits_for_an_assessor() throws Exception {
    var link = link("Ivybridge Potters", 50, 12, false);
    var until = LocalDate.now(clock).plusYears(1);
    web.perform(
            multipart(link + "/paper/insurance")
                .param("until-day", "" + until.getDayOfMonth())
                .param("until-month", "" + until.getMonthValue())
                .param("until-year", "" + until.getYear())
                .with(csrf()))
        .andExpect(redirectedUrl(link + "?done=paper"));

    web.perform(get(link)).andExpect(content().string(containsString("Received: an assessor looks at it")));
    web.perform(get(link + "/paper/insurance")).andExpect(status().isNotFound());
  }

  @Test
  void the_yearly_check_is_four_questions_and_each_of_three_wants_an_answer() throws Exception {
    var link = link("Ivybridge Weavers", 700, 36, true);
    web.perform(get(link + "/check")).andExpect(status().isNotFound());
    transactions.executeWithoutResult(status -> awards.nextCheck(mark().awardId(), LocalDate.now(clock).plusDays(10)));
    web.perform(get(link)).andExpect(content().string(containsString("Four short questions")));

    web.perform(post(link + "/check").param("sameLead", "YES").with(csrf()))
        .andExpect(status().isUnprocessableEntity())
        .andExpect(
            content()
                .string(
                    allOf(
                        containsString("Say whether you still do the same activities"),
                        containsString("Say whether the insurance is in force"))));
    web.perform(
            post(link + "/check").param("sameActivities", "YES").param("sameLead", "YES").param("insured", "YES").with(csrf()))
        .andExpect(redirectedUrl(link + "?done=check"));

    assertThat(mark().nextCheckOn()).isAfter(LocalDate.now(clock).plusMonths(11));
  }

  @Test
  void a_condition_is_told_to_be_met_with_a_word_on_how() throws Exception {
    var link = link("Ivybridge Carers", 700, 12, true);
    var condition = byLink.look(link.replace("/kitemark/mark/", "")).orElseThrow().conditions().get(0).conditionId();
    web.perform(post(link + "/condition/" + condition).with(csrf()))
        .andExpect(status().isUnprocessableEntity())
        .andExpect(content().string(containsString("Write how you did it")));
    web.perform(post(link + "/condition/" + condition).param("told", "Written <b>down</b> in May").with(csrf()))
        .andExpect(redirectedUrl(link + "?done=condition"));

    assertThat(rows.openQuestions(mark().awardId())).extracting(MarkQuestion::told).containsExactly("Written <b>down</b> in May");
  }

  @Test
  void renewal_begins_an_application_with_the_last_answers_when_it_is_time() throws Exception {
    var early = link("Ivybridge Readers", 700, 12, true);
    web.perform(post(early + "/renew").with(csrf())).andExpect(status().isNotFound());
    var link = link("Ivybridge Writers", 700, 2, true);

    web.perform(post(link + "/renew").with(csrf()))
        .andExpect(status().is3xxRedirection())
        .andExpect(header().string("Location", startsWith("http://localhost/kitemark/apply/")));
    web.perform(get(link)).andExpect(content().string(containsString("Renew the mark")));
  }

  @Test
  void a_link_that_is_not_ours_opens_nothing() throws Exception {
    for (var path : List.of("", "/paper/insurance", "/check", "/condition/6f1f2a0e-0000-4000-8000-000000000000")) {
      web.perform(get("/kitemark/mark/unknown" + path))
          .andExpect(status().isNotFound())
          .andExpect(content().string(containsString("This link cannot be used")));
    }
    web.perform(post("/kitemark/mark/unknown/renew").with(csrf())).andExpect(status().isNotFound());
  }
}
