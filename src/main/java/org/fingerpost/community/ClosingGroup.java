package org.fingerpost.community;

import java.time.Clock;
import org.fingerpost.platform.InvalidInput;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Ends what is done for a group without what was asked for: kindly, with a reason that is no reproach. */
@Component
public class ClosingGroup {

  private final GroupRows rows;
  private final GroupProcess process;
  private final GroupMessages messages;
  private final GroupRecord record;
  private final Clock clock;

  ClosingGroup(GroupRows rows, GroupProcess process, GroupMessages messages, GroupRecord record, Clock clock) {
    this.rows = rows;
    this.process = process;
    this.messages = messages;
    this.record = record;
    this.clock = clock;
  }

  /**
   * Stops whatever is being done, whatever step it is at.
   *
   * @throws InvalidInput if it has ended already, or there is no reason
   */
  @Transactional
  public void stop(String reference, ClosingReason why, String words) {
    var group = rows.get(reference);
    if (group.state().ended()) {
      throw new InvalidInput("reason", "community.form.ended");
    }
    if (why == null) {
      throw new InvalidInput("reason", "community.form.reason.required");
    }
    rows.set(reference, "closing_reason", why.name());
    record.note(group, "community.stopped", why.name(), java.util.Map.of(), words);
    process.stop(group.processInstanceId());
  }

  /** Closes with the reason that was recorded before and writes to the group. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void close(String reference) {
    var group = rows.get(reference);
    var why = group.closingReason() == null ? ClosingReason.OTHER : group.closingReason();
    rows.set(reference, "closing_reason", why.name());
    rows.end(reference, GroupState.CLOSED, clock.instant());
    messages.ended(group, GroupState.CLOSED, why);
    record.note(group, "community.closed", why.name());
  }
}
