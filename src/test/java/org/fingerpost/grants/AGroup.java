package org.fingerpost.grants;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fingerpost.platform.Language;
import org.fingerpost.platform.engine.EngineClock;
import org.fingerpost.questionnaire.ApplicationKind;
import org.fingerpost.questionnaire.Applications;
import org.fingerpost.questionnaire.Contact;
import org.fingerpost.questionnaire.FillingIn;
import org.fingerpost.questionnaire.NewApplication;
import org.springframework.transaction.support.TransactionTemplate;

/** An invented group of East Lancashire that applies for a small grant, and that nothing speaks against. */
public final class AGroup {

  private static final byte[] PICTURE =
      Base64.getDecoder()
          .decode(
              "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==");

  private AGroup() {}

  /** Its answers, to be changed. */
  public static Map<String, Object> called(String name) {
    var answers = new HashMap<String, Object>();
    var today = LocalDate.ofInstant(EngineClock.now(), EngineClock.LONDON);
    answers.put("organisationName", name);
    answers.put("legalForm", "CONSTITUTED_GROUP");
    answers.put("boroughs", List.of("BURNLEY"));
    answers.put("contactName", "Philippa");
    answers.put("contactPhone", "01632 960777");
    answers.put("committee", 5);
    answers.put("bankTwoSignatories", true);
    answers.put("turnover", new BigDecimal("12000"));
    answers.put("directFunding", false);
    answers.put("earlierGrant", false);
    answers.put("projectTitle", "Looms in a cobbled yard");
    answers.put("projectDescription", "Weaving together on Tuesdays, in a cobbled yard");
    answers.put("themes", List.of("LONELINESS"));
    answers.put("benefits", "Twenty people who see nobody all week");
    answers.put("peopleExpected", 20);
    answers.put("startsOn", today.plusMonths(1));
    answers.put("endsOn", today.plusMonths(5));
    answers.put("amountAsked", new BigDecimal("4500"));
    answers.put("budget", "Hall hire, £4500");
    return answers;
  }

  /** Begins, fills in, adds the governing document where one is asked for, and sends. */
  public static String applies(
      Map<String, Object> answers, Applications applications, FillingIn fillingIn, TransactionTemplate transaction) {
    String reference =
        transaction.execute(
            status ->
                applications.begin(
                    new NewApplication(
                        ApplicationKind.GRANT,
                        "east-lancashire",
                        null,
                        new Contact("Philippa", "philippa@example.org", null),
                        Language.EN,
                        answers)));
    if (!"UNCONSTITUTED_GROUP".equals(answers.get("legalForm"))) {
      fillingIn.add(reference, "governingDocument", "rules.png", PICTURE, null);
    }
    fillingIn.send(reference, null);
    return reference;
  }
}
