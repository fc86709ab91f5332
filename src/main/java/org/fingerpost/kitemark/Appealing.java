package org.fingerpost.kitemark;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fingerpost.platform.AuditEvent;
import org.fingerpost.platform.AuditTrail;
import org.fingerpost.platform.InvalidInput;
import org.fingerpost.questionnaire.Application;
import org.fingerpost.questionnaire.Applications;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What an organisation can do by its own link besides answering: ask for a decision to be looked at again, and go no further. */
@Component
public class Appealing {

  private final CaseRows rows;
  private final Applications applications;
  private final AssessingProcess process;
  private final AuditTrail audit;
  private final Clock clock;

  Appealing(CaseRows rows, Applications applications, AssessingProcess process, AuditTrail audit, Clock clock) {
    this.rows = rows;
    this.applications = applications;
    this.process = process;
    this.audit = audit;
    this.clock = clock;
  }

  /** Last day for an appeal against the decision that stands; empty if there is none, or no more, or one was asked for already. */
  @Transactional(readOnly = true)
  public Optional<LocalDate> until(String reference) {
    var markCase = rows.find(reference);
    return markCase
        .filter(found -> found.appealOf() == null)
        .filter(found -> found.step() == MarkCase.Step.ENDED || found.step() == MarkCase.Step.HELPED)
        .flatMap(found -> rows.last(reference))
        .map(Assessment::appealUntil)
        .filter(until -> !LocalDate.now(clock).isAfter(until));
  }

  /**
   * Asks for the decision to be looked at again: the application is open for new evidence, and once it is sent again somebody else
   * decides by the same versions of the tables. A mark that was awarded stays meanwhile.
   *
   * @param why in the organisation's words
   * @throws InvalidInput if it is too late, or nothing is said
   */
  @Transactional
  public void appeal(String reference, String why) {
    var markCase = rows.lock(reference);
    LocalDate until = until(reference).orElseThrow(() -> new InvalidInput("why", "kitemark.appeal.tooLate"));
    if (why == null) {
      throw new InvalidInput("why", "kitemark.appeal.why.required");
    }
    int against = rows.last(reference).orElseThrow().number();
    rows.appeal(reference, against, why, LocalDate.now(clock));
    applications.askForMore(reference, everything(), until);
    record("kitemark.appealed", markCase.reference(), markCase.schemeId(), Map.of("against", Integer.toString(against)));
  }

  private static List<String> everything() {
    return Arrays.stream(EvidenceItem.values())
        .flatMap(item -> ShownEvidence.questions(item).stream())
        .distinct()
        .toList();
  }

  /** Whether the organisation can take its application back: as long as it is under way. */
  @Transactional(readOnly = true)
  public boolean mayWithdraw(String reference) {
    return rows.find(reference).filter(MarkCase::running).isPresent();
  }

  /** Takes the application back. Safe to repeat. */
  @Transactional
  public void withdraw(String reference) {
    var markCase = rows.lock(reference);
    if (markCase.running()) {
      process.withdrawn(markCase.processInstanceId());
    }
  }

  /** The application behind the kite mark's reference, for its own pages. */
  @Transactional(readOnly = true)
  public Optional<Application> application(String reference) {
    return applications.find(reference);
  }

  private void record(String act, String reference, String schemeId, Map<String, String> details) {
    audit.record(new AuditEvent(act, Awards.SUBJECT, reference, schemeId, details));
  }
}
