package org.fingerpost.community;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.fingerpost.kitemark.AwardStatus;
import org.fingerpost.kitemark.Awards;
import org.fingerpost.kitemark.MarkAwarded;
import org.fingerpost.platform.InvalidInput;
import org.fingerpost.scheme.KiteMarkLevel;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Joins a new group and its application for the kite mark: the officer says which application is the group's, and when the mark is
 * awarded the group goes on by itself.
 */
@Component
public class ReachingMark {

  private static final Set<KiteMarkLevel> ENOUGH =
      EnumSet.of(KiteMarkLevel.SMALL_GROUP, KiteMarkLevel.CONDITIONAL, KiteMarkLevel.FULL);

  private final GroupRows rows;
  private final GroupPlan plan;
  private final GroupProcess process;
  private final GroupRecord record;
  private final Awards awards;

  ReachingMark(GroupRows rows, GroupPlan plan, GroupProcess process, GroupRecord record, Awards awards) {
    this.rows = rows;
    this.plan = plan;
    this.process = process;
    this.record = record;
    this.awards = awards;
  }

  /**
   * Notes which application for the kite mark is the group's. If its mark was awarded already, the group goes on at once.
   *
   * @param markReference KM-…
   */
  @Transactional
  public void application(String reference, String markReference) {
    if (markReference == null || !markReference.matches("KM-[0-9A-Z]{4}-[0-9A-Z]{4}")) {
      throw new InvalidInput("markReference", "community.form.mark.unreadable");
    }
    var group = rows.get(reference);
    if (group.kind() != GroupKind.START || group.state().ended()) {
      throw new InvalidInput("markReference", "community.form.ended");
    }
    rows.set(reference, "mark_reference", markReference);
    record.note(group, "community.mark-noted", null, Map.of("application", markReference), null);
    awards
        .ofApplication(markReference)
        .filter(award -> award.schemeId().equals(group.schemeId()))
        .filter(award -> award.status() == AwardStatus.CURRENT && ENOUGH.contains(award.level()))
        .filter(award -> group.state() == GroupState.MARK)
        .ifPresent(award -> goOn(group, award.organisationId()));
  }

  /** A mark was awarded: whoever waited for it goes on, in the transaction that awards it. */
  @EventListener
  @Transactional(propagation = Propagation.MANDATORY)
  public void awarded(MarkAwarded mark) {
    if (ENOUGH.contains(mark.level())) {
      rows.awaitingMark(mark.schemeId(), mark.reference(), mark.organisationId())
          .forEach(group -> goOn(group, mark.organisationId()));
    }
  }

  private void goOn(GroupCase group, String organisationId) {
    var due = plan.of(group.schemeId(), GroupState.LISTING);
    rows.set(group.reference(), "organisation_id", organisationId);
    rows.at(group.reference(), GroupState.LISTING, due.on());
    record.note(group, "community.mark-awarded", null, Map.of("organisation", organisationId), null);
    process.markAwarded(group.processInstanceId(), due.at());
  }
}
