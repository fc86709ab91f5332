package org.fingerpost.kitemark;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import org.fingerpost.platform.AuditEvent;
import org.fingerpost.platform.AuditTrail;
import org.fingerpost.platform.InvalidInput;
import org.fingerpost.platform.Language;
import org.fingerpost.platform.Words;
import org.fingerpost.platform.WrittenDate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What an assessor found on a visit that was drawn by lot. */
@Component
public class RecordingVisits {

  private final Awards awards;
  private final UpkeepRows rows;
  private final SettlingQuestions settling;
  private final SuspendingMarks suspending;
  private final MarkContacts contacts;
  private final UpkeepProcess process;
  private final AuditTrail audit;
  private final Words words;
  private final Clock clock;

  RecordingVisits(
      Awards awards,
      UpkeepRows rows,
      SettlingQuestions settling,
      SuspendingMarks suspending,
      MarkContacts contacts,
      UpkeepProcess process,
      AuditTrail audit,
      Words words,
      Clock clock) {
    this.awards = awards;
    this.rows = rows;
    this.settling = settling;
    this.suspending = suspending;
    this.contacts = contacts;
    this.process = process;
    this.audit = audit;
    this.words = words;
    this.clock = clock;
  }

  /** What the form shows. */
  @Transactional(readOnly = true)
  public VisitSheet sheet(String reference, Language language) {
    var award = of(reference);
    return new VisitSheet(
        contacts.of(award).name(),
        words.say(language, "kitemark.level." + award.level()),
        WrittenDate.of(award.validUntil(), language));
  }

  /**
   * Records a visit: an improvement becomes a condition, a concern a proposal to suspend.
   *
   * @param visitedOn or {@code null} if there was no visit
   * @param note needed unless all was in order
   * @param improveBy by when the improvement is made; {@code null} where none is needed
   * @throws InvalidInput if the answers do not fit together
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void record(
      String reference, VisitResult result, LocalDate visitedOn, String note, LocalDate improveBy, String userId) {
    var award = of(reference);
    rows.lock(award.awardId());
    var visit =
        rows.openVisit(award.awardId()).orElseThrow(() -> new IllegalStateException("No visit for " + reference));
    if (result != VisitResult.NOT_MADE && (visitedOn == null || visitedOn.isAfter(LocalDate.now(clock)))) {
      throw new InvalidInput("visitedOn", "kitemark.form.day.past");
    }
    if (result != VisitResult.IN_ORDER && note == null) {
      throw new InvalidInput("note", "kitemark.form.note.required");
    }
    if (result == VisitResult.IMPROVEMENT) {
      settling.dayAhead("improveBy", improveBy);
      settling.condition(award, UpkeepCondition.AFTER_VISIT, improveBy);
    }
    rows.visited(visit.visitId(), result, result == VisitResult.NOT_MADE ? null : visitedOn, note, userId);
    var details = new LinkedHashMap<String, String>();
    details.put("visitResult", result.name());
    details.put("visitedOn", visitedOn == null ? null : visitedOn.toString());
    details.put("dueOn", improveBy == null ? null : improveBy.toString());
    audit.record(
        new AuditEvent("kitemark.visit-recorded", Awards.SUBJECT, award.reference(), award.schemeId(), details));
    if (result == VisitResult.CONCERN) {
      suspending.suspend(award.awardId(), "VISIT", userId);
    }
    process.lookNow(reference);
  }

  private Award of(String reference) {
    return awards.ofApplication(reference).orElseThrow(() -> new IllegalStateException("No mark of " + reference));
  }

  /** What the form shows of the mark. */
  public record VisitSheet(String organisationName, String level, String validUntil) {}
}
