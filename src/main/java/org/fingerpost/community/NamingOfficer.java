package org.fingerpost.community;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.fingerpost.platform.InvalidInput;
import org.fingerpost.platform.Staff;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Finds the officer who looks after a group: whoever takes it, or whom a team lead names. */
@Component
public class NamingOfficer {

  private final GroupRows rows;
  private final GroupPlan plan;
  private final GroupMessages messages;
  private final GroupRecord record;
  private final Staff staff;

  NamingOfficer(GroupRows rows, GroupPlan plan, GroupMessages messages, GroupRecord record, Staff staff) {
    this.rows = rows;
    this.plan = plan;
    this.messages = messages;
    this.record = record;
    this.staff = staff;
  }

  /**
   * Puts a request before the officers, for the first time or again.
   *
   * @return by when somebody takes it
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public Instant plan(String reference) {
    var group = rows.get(reference);
    var due = plan.of(group.schemeId(), GroupState.OFFICER);
    rows.at(reference, GroupState.OFFICER, due.on());
    if (group.officer() != null) {
      record.note(group, "community.step-overdue", group.state().name());
    }
    return due.at();
  }

  /**
   * The officer takes it, or was named.
   *
   * @return by when the next step is due
   * @throws InvalidInput if it is no community officer of the group's scheme
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public Instant named(String reference, String officer, String words) {
    var group = rows.get(reference);
    if (officers(group.schemeId()).stream().noneMatch(member -> member.userId().equals(officer))) {
      throw new InvalidInput("officer", "community.form.officer.required");
    }
    var step = group.kind() == GroupKind.SUPPORT ? GroupState.VISIT : GroupState.INTEREST;
    var due = plan.of(group.schemeId(), step);
    rows.set(reference, "officer", officer);
    rows.at(reference, step, due.on());
    record.note(group, "community.officer-named", null, Map.of("officer", officer), words);
    messages.officerNamed(group, officer);
    return due.at();
  }

  /** The community officers of a scheme. */
  public List<Staff.Member> officers(String schemeId) {
    return staff.inRole(Staff.COMMUNITY_OFFICERS).stream()
        .filter(member -> schemeId.equals(member.schemeId()))
        .toList();
  }
}
