package org.fingerpost.kitemark;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fingerpost.notification.Message;
import org.fingerpost.notification.Outbox;
import org.fingerpost.notification.Purpose;
import org.fingerpost.platform.Language;
import org.fingerpost.platform.Words;
import org.fingerpost.platform.WrittenDate;
import org.fingerpost.questionnaire.Application;
import org.fingerpost.questionnaire.Applications;
import org.fingerpost.scheme.Schemes;
import org.springframework.stereotype.Component;

/** What organisations are told about their application, in plain words and their own language. */
@Component
class TellingOrganisations {

  private final Outbox outbox;
  private final Applications applications;
  private final Schemes schemes;
  private final Words words;

  TellingOrganisations(Outbox outbox, Applications applications, Schemes schemes, Words words) {
    this.outbox = outbox;
    this.applications = applications;
    this.schemes = schemes;
    this.words = words;
  }

  void asked(MarkCase markCase, Application application, Assessment assessment) {
    var language = application.language();
    var params = params(markCase, language);
    params.put("items", lines(language, markCase.askedItems().stream().map(item -> "kitemark.item." + item)));
    params.put("reason", markCase.askedWhy());
    params.put("until", WrittenDate.of(markCase.askedUntil(), language));
    send(Purpose.KITEMARK_MORE_ASKED, markCase, application, assessment.number(), params);
  }

  void awarded(
      MarkCase markCase,
      Application application,
      Assessment assessment,
      Award award,
      List<MarkCondition> conditions,
      LocalDate appealUntil) {
    var language = application.language();
    var params = params(markCase, language);
    params.put("level", words.say(language, "kitemark.level." + award.level()));
    params.put("meaning", words.say(language, "kitemark.meaning." + award.level()));
    params.put("until", WrittenDate.of(award.validUntil(), language));
    if (!conditions.isEmpty()) {
      params.put(
          "conditions",
          conditions.stream()
              .map(
                  condition ->
                      words.say(
                          language,
                          "kitemark.condition.line",
                          words.say(language, "kitemark.condition." + condition.code()),
                          WrittenDate.of(condition.dueOn(), language)))
              .collect(Collectors.joining("\n")));
    }
    if (award.mostOpen() != null) {
      params.put("mostOpen", award.mostOpen());
    }
    if (assessment.decision() == AssessmentDecision.CHANGE) {
      params.put("reason", assessment.reason());
    }
    if (assessment.conditions().equals("OFFER_SUPPORT") || award.level().name().equals("SIGNPOST_ONLY")) {
      params.put("help", words.say(language, "kitemark.help.offered"));
    }
    appeal(params, appealUntil, language);
    params.put("decisionLink", decisionLink(markCase.reference()));
    send(Purpose.KITEMARK_AWARDED, markCase, application, assessment.number(), params);
  }

  void gaps(
      MarkCase markCase, Application application, Assessment assessment, LocalDate until, LocalDate appealUntil) {
    var language = application.language();
    var params = params(markCase, language);
    var missing = new ArrayList<String>(assessment.missingMandatory());
    missing.addAll(assessment.missingOther());
    if (!missing.isEmpty()) {
      params.put("gaps", lines(language, missing.stream().distinct().map(item -> "kitemark.item." + item)));
    }
    if (assessment.reason() != null) {
      params.put("reason", assessment.reason());
    }
    if (assessment.conditions().equals("START_SET_UP")) {
      params.put("setUp", words.say(language, "kitemark.help.setUp"));
    }
    params.put("until", WrittenDate.of(until, language));
    appeal(params, appealUntil, language);
    params.put("decisionLink", decisionLink(markCase.reference()));
    send(Purpose.KITEMARK_NOT_YET, markCase, application, assessment.number(), params);
  }

  void refused(MarkCase markCase, Application application, Assessment assessment, LocalDate appealUntil) {
    var language = application.language();
    var params = params(markCase, language);
    if (assessment.reason() != null) {
      params.put("reason", assessment.reason());
    }
    appeal(params, appealUntil, language);
    params.put("decisionLink", decisionLink(markCase.reference()));
    send(Purpose.KITEMARK_REFUSED, markCase, application, assessment.number(), params);
  }

  void closed(MarkCase markCase, Application application) {
    send(
        Purpose.KITEMARK_CLOSED, markCase, application, markCase.takenUp(), params(markCase, application.language()));
  }

  /** Where the organisation reads the decision, with the same secret that opens its application. */
  String decisionLink(String reference) {
    return applications.linkFor(reference).replace("/kitemark/apply/", "/kitemark/decision/");
  }

  private static void appeal(Map<String, Object> params, LocalDate until, Language language) {
    if (until != null) {
      params.put("appealUntil", WrittenDate.of(until, language));
    }
  }

  private String lines(Language language, Stream<String> keys) {
    return keys.map(key -> "- " + words.say(language, key)).collect(Collectors.joining("\n"));
  }

  private Map<String, Object> params(MarkCase markCase, Language language) {
    var params = new HashMap<String, Object>();
    params.put("schemeName", schemes.get(markCase.schemeId()).name().in(language));
    params.put("reference", markCase.reference());
    return params;
  }

  private void send(
      Purpose purpose, MarkCase markCase, Application application, int number, Map<String, Object> params) {
    outbox.send(
        new Message(
            markCase.schemeId(),
            null,
            purpose,
            purpose.code() + ":" + markCase.reference() + ":" + number,
            application.contact().email(),
            application.language(),
            params));
  }
}
