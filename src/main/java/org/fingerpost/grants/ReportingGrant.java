package org.fingerpost.grants;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.fingerpost.grants.GrantPlan.Step;
import org.fingerpost.notification.Purpose;
import org.fingerpost.platform.InvalidInput;
import org.fingerpost.platform.WrittenDate;
import org.fingerpost.questionnaire.Applications;
import org.fingerpost.scheme.Schemes;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The report on a project that was paid for: asked for, chased, judged by a person, and missed where none came. */
@Component
public class ReportingGrant {

  private static final int LONGEST = 4000;
  private static final int MOST_PEOPLE = 100_000;

  private final GrantRows grants;
  private final GrantPlan plan;
  private final GrantProcess process;
  private final GrantMessages messages;
  private final Applications applications;
  private final Schemes schemes;
  private final Clock clock;

  ReportingGrant(
      GrantRows grants,
      GrantPlan plan,
      GrantProcess process,
      GrantMessages messages,
      Applications applications,
      Schemes schemes,
      Clock clock) {
    this.grants = grants;
    this.plan = plan;
    this.process = process;
    this.messages = messages;
    this.applications = applications;
    this.schemes = schemes;
    this.clock = clock;
  }

  /** Sets by when the report is due, after the scheme's months of monitoring, and tells the group with the payment. */
  @Transactional(propagation = Propagation.MANDATORY)
  public Wanted plan(String reference) {
    var grant = grants.get(reference);
    LocalDate over = grant.paidOn().plusMonths(schemes.get(grant.schemeId()).grants().monitoringMonths());
    LocalDate due = plan.day(grant.schemeId(), Step.REPORT, over);
    grant.reportDue(due);
    messages.send(
        grant,
        Purpose.GRANT_PAID,
        Map.of(
            "amount", Pounds.written(grant.awarded()),
            "dueBy", WrittenDate.of(due, messages.languageOf(grant))));
    messages.record("grant.report-planned", grant, Map.of("dueOn", due.toString()));
    // The first reminder comes when the project is over, while there is still time to write.
    return new Wanted(plan.at(grant.schemeId(), over), plan.at(grant.schemeId(), due));
  }

  /** Reminds the group of its report. */
  @Transactional(propagation = Propagation.MANDATORY)
  public Chased chase(String reference) {
    var grant = grants.get(reference);
    int reminder = grant.remind();
    messages.send(grant, Purpose.GRANT_REPORT_REMINDED, Map.of("dueBy", dueBy(grant)));
    messages.record("grant.report-chased", grant, Map.of("reminder", Integer.toString(reminder)));
    Instant next = plan.due(grant.schemeId(), Step.CHASE);
    Instant due = plan.at(grant.schemeId(), grant.reportDueOn());
    return new Chased(
        // The reminder that the project is over comes first and is none too many.
        reminder > plan.mostReminders(grant.schemeId(), Step.CHASE),
        next.isBefore(due) ? due : next,
        plan.due(grant.schemeId(), Step.OVERDUE));
  }

  private String dueBy(Grant grant) {
    return WrittenDate.of(grant.reportDueOn(), messages.languageOf(grant));
  }

  /** Gives the group more time. */
  @Transactional(propagation = Propagation.MANDATORY)
  public Wanted moreTime(String reference) {
    var grant = grants.get(reference);
    messages.record("grant.report-given-time", grant, Map.of());
    return wantedAgain(grant);
  }

  private Wanted wantedAgain(Grant grant) {
    LocalDate due = plan.day(grant.schemeId(), Step.MORE_TIME);
    grant.reportDue(due);
    return new Wanted(plan.at(grant.schemeId(), due), plan.at(grant.schemeId(), due));
  }

  /** Tells the group what is missing in its report. */
  @Transactional(propagation = Propagation.MANDATORY)
  public Wanted askAgain(String reference) {
    var grant = grants.get(reference);
    var wanted = wantedAgain(grant);
    String missing = grants.latestReport(reference).map(GrantReport::judgedReason).orElse("");
    messages.send(grant, Purpose.GRANT_REPORT_RETURNED, Map.of("missing", missing, "dueBy", dueBy(grant)));
    messages.record("grant.report-returned", grant, Map.of("dueOn", grant.reportDueOn().toString()));
    return wanted;
  }

  /**
   * The group sends its report through its link.
   *
   * @return false if the link does not work or no report is wanted
   * @throws InvalidInput if something is missing in it
   */
  @Transactional
  public boolean send(String token, WrittenReport report) {
    var found =
        grants.byLink(token).filter(grant -> Set.of(GrantState.PAID, GrantState.OVERDUE).contains(grant.state()));
    found.ifPresent(
        grant -> {
          boolean late = grant.state() == GrantState.OVERDUE;
          keep(grant, report, null);
          Instant judgeBy = judgeBy(grant);
          if (late) {
            process.reportedLate(grant.reference(), grant.schemeId(), judgeBy);
          } else {
            process.reported(grant.reference(), judgeBy);
          }
        });
    return found.isPresent();
  }

  /**
   * An officer types in a report that came on paper.
   *
   * @return by when it is judged
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public Instant typeIn(String reference, WrittenReport report, String userId) {
    var grant = grants.get(reference);
    keep(grant, report, userId);
    return judgeBy(grant);
  }

  private Instant judgeBy(Grant grant) {
    return plan.due(grant.schemeId(), Step.JUDGE);
  }

  private void keep(Grant grant, WrittenReport report, String userId) {
    text("done", report.done(), true);
    text("changed", report.changed(), true);
    text("learnt", report.learnt(), false);
    if (report.people() < 0 || report.people() > MOST_PEOPLE) {
      throw new InvalidInput("people", "grants.report.people.wrong");
    }
    if (report.spent() < 0 || report.spent() > grant.awarded()) {
      throw new InvalidInput("spent", "grants.report.spent.wrong", Pounds.written(grant.awarded()));
    }
    grants.add(new GrantReport(grant.reference(), report, userId, clock.instant()));
    grant.reported();
    messages.record("grant.reported", grant, Map.of("channel", userId == null ? "LINK" : "OFFICER"));
  }

  private static void text(String field, String text, boolean required) {
    if (required && (text == null || text.isBlank())) {
      throw new InvalidInput(field, "grants.report." + field + ".required");
    }
    if (text != null && text.length() > LONGEST) {
      throw new InvalidInput(field, "grants.form.tooLong");
    }
  }

  /** The report that was sent last. */
  @Transactional(readOnly = true)
  public WrittenReport latest(String reference) {
    return grants
        .latestReport(reference)
        .map(GrantReport::written)
        .orElseThrow(() -> new IllegalStateException("There is no report yet on " + reference));
  }

  /** Keeps what an officer thinks of the report; a satisfactory one completes the grant. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void judge(String reference, boolean satisfactory, String reason, String userId) {
    var grant = grants.get(reference);
    grants.latestReport(reference).orElseThrow().judge(satisfactory, reason, userId, clock.instant());
    messages.record("grant.report-judged", grant, Map.of("satisfactory", Boolean.toString(satisfactory)));
    if (satisfactory) {
      messages.send(grant, Purpose.GRANT_COMPLETED, Map.of());
      close(grant, GrantState.COMPLETED);
    }
  }

  /** Closes the grant without a report. A later one is still welcome. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void closeWithout(String reference) {
    var grant = grants.get(reference);
    messages.send(grant, Purpose.GRANT_OVERDUE, Map.of());
    close(grant, GrantState.OVERDUE);
  }

  private void close(Grant grant, GrantState as) {
    grant.close(as, clock.instant());
    applications.close(grant.reference());
    messages.record("grant.closed", grant, Map.of("grantState", as.name()));
  }

  /**
   * @param chaseAt when the group is reminded
   */
  public record Wanted(Instant chaseAt, Instant dueAt) {}

  /**
   * @param enough whether an officer should look at it
   * @param nextAt when to remind again
   * @param decideBy by when the officer decides
   */
  public record Chased(boolean enough, Instant nextAt, Instant decideBy) {}
}
