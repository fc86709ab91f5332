package org.fingerpost.safeguarding.process;

import static org.fingerpost.referral.journey.SafeguardingConcern.CONCERN_ID;

import java.util.UUID;
import org.fingerpost.platform.Staff;
import org.fingerpost.platform.Words;
import org.fingerpost.platform.engine.Shown;
import org.fingerpost.platform.engine.TaskAtHand;
import org.fingerpost.safeguarding.ConcernSeen;
import org.fingerpost.safeguarding.Safeguarding;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** What the forms of a concern show. Opening one is a look at the concern, and on record. */
@Component
class ConcernShown {

  private final Safeguarding safeguarding;
  private final Staff staff;
  private final Words words;
  private final TransactionTemplate onRecord;

  ConcernShown(Safeguarding safeguarding, Staff staff, Words words, PlatformTransactionManager transactions) {
    this.safeguarding = safeguarding;
    this.staff = staff;
    this.words = words;
    // A form is filled in a transaction that only reads; that somebody looked must be written.
    this.onRecord = new TransactionTemplate(transactions);
    this.onRecord.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
  }

  static UUID concernOf(TaskAtHand task) {
    return UUID.fromString(task.variable(CONCERN_ID));
  }

  Shown of(TaskAtHand task) {
    ConcernSeen concern =
        onRecord.execute(status -> safeguarding.lookAtTask(concernOf(task), task.userId()));
    return Shown.nothing()
        .text("seenOrSaid", concern.seenOrSaid())
        .text("whoAtRisk", concern.whoAtRisk())
        .text("alreadyTold", concern.alreadyTold())
        .text("raisedBy", name(concern.raisedBy()))
        .text("danger", words.say(task.language(), "safeguarding.danger." + concern.immediateDanger()))
        .text(
            "decided",
            concern.decision() == null
                ? ""
                : words.say(task.language(), "safeguarding.decision." + concern.decision()))
        .text("reasonGiven", concern.decisionReason())
        .text("decidedBy", concern.decidedBy() == null ? "" : name(concern.decidedBy()));
  }

  private String name(String userId) {
    return staff.find(userId).map(Staff.Member::displayName).orElse(userId);
  }
}
