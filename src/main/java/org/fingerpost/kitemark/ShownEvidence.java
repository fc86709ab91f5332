package org.fingerpost.kitemark;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.fingerpost.questionnaire.Application;

/** Whether an application shows what is needed, in the form that is needed: looked for in its answers, judged by nobody yet. */
final class ShownEvidence {

  /** Keys of the questions that show an item, most helpful first. */
  private static final Map<EvidenceItem, List<String>> QUESTIONS = new EnumMap<>(EvidenceItem.class);

  static {
    QUESTIONS.put(
        EvidenceItem.CONTACTS,
        List.of("secondContactName", "secondContactEmail", "secondContactPhone", "secondContactUnconnected"));
    QUESTIONS.put(EvidenceItem.PURPOSE, List.of("purposeDocument", "purposeNote"));
    QUESTIONS.put(EvidenceItem.BANK, List.of("bankTwoSignatories"));
    QUESTIONS.put(EvidenceItem.INSURANCE, List.of("insuranceDocument", "insuranceUntil", "usesVenueCover"));
    QUESTIONS.put(
        EvidenceItem.SAFEGUARDING,
        List.of("safeguardingDocument", "safeguardingNote", "safeguardingLead", "safeguardingTrainedUntil"));
    QUESTIONS.put(EvidenceItem.DBS, List.of("dbsRoles", "dbsUntil"));
    QUESTIONS.put(EvidenceItem.RISK_ASSESSMENT, List.of("riskAssessment", "riskAssessmentDocument"));
    QUESTIONS.put(EvidenceItem.DATA_PROTECTION, List.of("privacyNotice"));
    QUESTIONS.put(EvidenceItem.EQUALITY, List.of("equalityStatement"));
    QUESTIONS.put(EvidenceItem.COMPLAINTS, List.of("complaintsRoute"));
    QUESTIONS.put(EvidenceItem.INDUCTION, List.of("volunteerInduction"));
    QUESTIONS.put(EvidenceItem.ACCOUNTS, List.of("accountsDocument", "turnover"));
    QUESTIONS.put(EvidenceItem.ADVICE, List.of("adviceAuthorisation", "adviceDocument"));
    QUESTIONS.put(EvidenceItem.OUTCOMES, List.of("outcomesAgreed"));
  }

  private ShownEvidence() {}

  static List<String> questions(EvidenceItem item) {
    return QUESTIONS.get(item);
  }

  /** Whether the application shows it; what has run out by today does not count. */
  static boolean shows(Application application, EvidenceNeed need, LocalDate today) {
    return switch (need.form()) {
      case "EXISTING_MARK", "VENUE_COVER" -> true;
      case "TWO_CONTACTS" ->
          given(application, "secondContactName") && !Boolean.FALSE.equals(application.flag("secondContactUnconnected"));
      case "NOTE" ->
          given(application, "purposeNote")
              || given(application, "purposeDocument")
              || !application.shorter() && given(application, "activities");
      case "OWN_COVER" -> given(application, "insuranceDocument") && holds(application.date("insuranceUntil"), today);
      case "SHORT_FORM" ->
          given(application, "safeguardingLead")
              && (!application.shorter() || given(application, "safeguardingNote"));
      case "POLICY" ->
          given(application, "safeguardingDocument")
              && given(application, "safeguardingLead")
              && holds(application.date("safeguardingTrainedUntil"), today);
      case "PER_ROLE", "ENHANCED" -> given(application, "dbsRoles") && holds(application.date("dbsUntil"), today);
      case "SELF_CERTIFIED" -> application.has("turnover");
      case "ACCOUNTS" -> given(application, "accountsDocument");
      default -> QUESTIONS.get(need.item()).stream().anyMatch(question -> given(application, question));
    };
  }

  /** A document, a text, a choice, or yes. */
  private static boolean given(Application application, String question) {
    if (!application.evidence(question).isEmpty()) {
      return true;
    }
    Object answer = application.answers().get(question);
    if (answer instanceof Boolean yes) {
      return yes;
    }
    if (answer instanceof String text) {
      return !text.isBlank() && !text.equals("NONE") && !text.equals("NO");
    }
    return answer != null;
  }

  private static boolean holds(LocalDate until, LocalDate today) {
    return until != null && !until.isBefore(today);
  }
}
