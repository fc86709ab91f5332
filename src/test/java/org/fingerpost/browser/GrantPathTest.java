package org.fingerpost.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.FilePayload;
import java.util.List;
import java.util.regex.Pattern;
import org.fingerpost.questionnaire.Uploads;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A small grant by clicking: from the application on a telephone to the report that closes it. */
class GrantPathTest extends InChromium {

  private static final Pattern REFERENCE = Pattern.compile("GR-[0-9A-Z]{4}-[0-9A-Z]{4}");

  @Autowired JdbcClient database;

  @Test
  void a_grant_goes_from_the_application_to_the_closed_report() {
    var group = onATelephone("en").opens("/grants").takesAPicture("grant");
    assertThat(group.text()).contains("up to £5,000", "Pendle");
    onATelephone("cy").opens("/grants").takesAPicture("grant-cy");
    group.page.locator("main a[href^='/grants/apply']").click();
    group.takesAPicture("grant");
    if (group.page.locator("main [name='scheme']").count() > 0) {
      group.ticks("scheme", "east-lancashire");
    }
    group
        .fills("organisationName", "Shuttle Street Singers")
        .ticks("legalForm", "CONSTITUTED_GROUP")
        .fills("email", "shuttle@example.org")
        .ticks("language", "EN")
        .continues();
    String application = group.page.url().replaceAll("[?].*", "");
    assertThat(application).contains("/grants/apply/");
    var axe = visitor("en", 390, true).opens("/grants").findsThePageAccessible().opens(application).findsThePageAccessible();

    section(group, application, "your-group").ticks("boroughs", "BURNLEY").fills("contactName", "Dorothea Weft");
    saves(group);
    section(group, application, "how-you-are-run").fills("committee", "5").ticks("bankTwoSignatories", "YES");
    saves(group);
    section(group, application, "money").fills("turnover", "12000").ticks("directFunding", "NO").ticks("earlierGrant", "NO");
    saves(group);
    section(group, application, "project")
        .fills("projectTitle", "Singing in the old mill")
        .fills("projectDescription", "Singing together on Thursdays")
        .ticks("themes", "LONELINESS")
        .fills("benefits", "Twenty people who see nobody all week")
        .fills("peopleExpected", "20");
    day(group, "startsOn", today().plusMonths(1));
    day(group, "endsOn", today().plusMonths(5));
    saves(group);
    section(group, application, "cost").fills("amountAsked", "2400").fills("budget", "Hall hire, 2,400 pounds");
    saves(group);
    for (String question : List.of("governingDocument", "safeguardingDocument", "accountsDocument")) {
      group.opens(application + "/evidence/" + question);
      group.page.locator("#file").setInputFiles(new FilePayload(question + ".pdf", "application/pdf", Uploads.pdf("/S (1)")));
      group.continues();
    }
    axe.opens(application + "/check").findsThePageAccessible();
    group.opens(application + "/check").takesAPicture("grant").continues().takesAPicture("grant");
    var found = REFERENCE.matcher(group.text());
    assertThat(found.find()).as("a reference on the last page: %s", group.text()).isTrue();
    String grant = found.group();
    assertThat(group.troubles()).isEmpty();

    for (int member = 0; member < 2; member++) {
      scores(grant);
    }
    var nell = atTheDesk("nell");
    nell.opens("/grants/fund").takesAPicture("grant-fund").findsThePageAccessible();
    opens(nell, "nell", journeys.task(grant, "userTask_decideGrant").getId(), grant);
    nell.chooses("decision", "Award the grant").writes("amount", "2400").writes("reason", "Worth every penny").takesAPicture("grant-decide").completes();

    group.opens("/grants/mine/" + link(grant)).takesAPicture("grant-mine");
    assertThat(group.text()).contains("£2,400");
    axe.opens(group.page.url()).findsThePageAccessible();
    group.ticks("accepted", acceptance(group));
    group.page.locator("form[action*='/terms'] button").click();
    group.takesAPicture("grant-mine");

    opens(nell, "nell", journeys.task(grant, "userTask_recordPayment").getId(), grant);
    nell.chooses("result", "Yes, it was paid").writes("paymentReference", "BACS 77");
    nell.page.locator(".fjs-form-field-datetime input").first().fill("%d/%d/%d".formatted(today().getDayOfMonth(), today().getMonthValue(), today().getYear()));
    nell.page.keyboard().press("Tab");
    nell.takesAPicture("grant-pay").completes();

    group.opens("/grants/mine/" + link(grant)).takesAPicture("grant-report");
    group
        .fills("done", "We sang on sixteen Thursdays")
        .fills("changed", "People look out for each other")
        .fills("people", "21")
        .fills("spent", "2400");
    group.page.locator("form[action*='/report'] button").click();
    group.takesAPicture("grant-report");

    opens(nell, "nell", journeys.task(grant, "userTask_judgeGrantReport").getId(), grant);
    nell.chooses("verdict", "Satisfactory").writes("reason", "As promised").takesAPicture("grant-judge").completes();

    assertThat(journeys.isRunning(grant)).isFalse();
    assertThat(journeys.path(grant)).contains("endEvent_grantCompleted", "endEvent_reportSatisfactory", "endEvent_grantPaid");
    assertThat(group.opens("/grants/mine/" + link(grant)).takesAPicture("grant-closed").troubles()).isEmpty();
    assertThat(nell.troubles()).isEmpty();
  }

  /** A member of the panel who was asked scores. */
  private void scores(String grant) {
    var task =
        tasks.createTaskQuery().processInstanceBusinessKey(grant).taskDefinitionKey("userTask_scoreGrant").orderByTaskAssignee().asc().list().get(0);
    var member = atTheDesk(task.getAssignee());
    opens(member, task.getAssignee(), task.getId(), grant);
    member.choosesTheFirst("stand");
    for (String key : List.of("need", "reach", "delivery", "value", "lasting")) {
      member.chooses(key, "4 – well");
    }
    member.writes("comment", "It is well thought out").takesAPicture("grant-score").completes();
    assertThat(member.troubles()).isEmpty();
  }

  private static String acceptance(Visitor visitor) {
    return visitor.page.locator("main [name='accepted']").first().getAttribute("value");
  }

  /** The secret in the group's latest link. */
  private String link(String grant) {
    return database
        .sql(
            """
            select regexp_replace(regexp_replace(params->>'grantLink', '.*/mine/', ''), '[?].*', '') from outbox_message
            where params->>'reference' = ? and params->>'grantLink' is not null order by created_at desc limit 1
            """)
        .param(grant)
        .query(String.class)
        .single();
  }

  private static Visitor section(Visitor visitor, String application, String section) {
    return visitor.opens(application + "/" + section).takesAPicture("grant");
  }

  private static void saves(Visitor visitor) {
    visitor.page.locator("main button[name='then'][value='next']").last().click();
    assertThat(visitor.page.locator(".nhsuk-error-summary").count()).as("errors on %s: %s", visitor.page.url(), visitor.text()).isZero();
  }
}
