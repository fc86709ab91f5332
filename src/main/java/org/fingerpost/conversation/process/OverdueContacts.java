package org.fingerpost.conversation.process;

import static org.fingerpost.referral.journey.FirstContact.AWAIT_LETTER_ANSWER;
import static org.fingerpost.referral.journey.FirstContact.DECIDE_AFTER_NO_CONTACT;
import static org.fingerpost.referral.journey.FirstContact.FIND_RIGHT_CONTACT_DETAILS;
import static org.fingerpost.referral.journey.FirstContact.RECORD_FIRST_CONTACT;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.Map;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.fingerpost.platform.AuditEvent;
import org.fingerpost.platform.AuditTrail;
import org.fingerpost.platform.DailyWork;
import org.fingerpost.platform.Staff;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Raises what nobody did in time to the team lead: the task becomes urgent and stands in the lists of the team leads too. Looks at
 * due dates now and then instead of giving every first call a timer of its own, which nearly always would be taken away again.
 */
@Component
public class OverdueContacts implements DailyWork {

  private static final Logger LOG = LoggerFactory.getLogger(OverdueContacts.class);

  /** Above the usual 50, and above a provider who must be chased (75). */
  public static final int RAISED = 90;

  /** So that one run ends, however much was left undone. */
  private static final int MOST_PER_RUN = 200;

  private final TaskService tasks;
  private final AuditTrail audit;
  private final TransactionTemplate transaction;
  private final Clock clock;

  OverdueContacts(TaskService tasks, AuditTrail audit, PlatformTransactionManager transactions, Clock clock) {
    this.tasks = tasks;
    this.audit = audit;
    this.transaction = new TransactionTemplate(transactions);
    this.clock = clock;
  }

  /** Raises every task of first contact that is past its due date and not raised yet. Returns how many. */
  @Override
  public int begin() {
    var overdue =
        tasks
            .createTaskQuery()
            .taskDefinitionKeyIn(
                RECORD_FIRST_CONTACT, FIND_RIGHT_CONTACT_DETAILS, AWAIT_LETTER_ANSWER, DECIDE_AFTER_NO_CONTACT)
            .dueBefore(Date.from(clock.instant()))
            .taskMaxPriority(RAISED - 1)
            .orderByDueDate()
            .asc()
            .listPage(0, MOST_PER_RUN);
    return (int) overdue.stream().filter(this::raise).count();
  }

  private boolean raise(Task task) {
    try {
      transaction.executeWithoutResult(
          status -> {
            tasks.setPriority(task.getId(), RAISED);
            tasks.addCandidateGroup(task.getId(), Staff.TEAM_LEADS);
            audit.record(
                AuditEvent.ofReferral(
                    "conversation.contact-overdue",
                    task.getDescription(),
                    task.getTenantId(),
                    Map.of(
                        "step", task.getTaskDefinitionKey(),
                        "dueAt", task.getDueDate().toInstant().truncatedTo(ChronoUnit.SECONDS).toString())));
          });
      return true;
    } catch (OptimisticLockingException e) {
      // Somebody has just done it, or another node has raised it.
      LOG.debug("Task {} changed while it was being raised", task.getId());
      return false;
    }
  }
}
