package org.fingerpost.community;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import org.fingerpost.platform.Actor;
import org.fingerpost.platform.AuditEvent;
import org.fingerpost.platform.AuditTrail;
import org.fingerpost.platform.CurrentActor;
import org.springframework.stereotype.Component;

/** Puts what happens with a group on record: in the audit trail with codes alone, and on the page of the group with the words said. */
@Component
class GroupRecord {

  /** Subject of audit entries and kept answers; their id is the reference. */
  static final String SUBJECT = "group";

  private final GroupRows rows;
  private final AuditTrail audit;
  private final CurrentActor currentActor;
  private final Clock clock;

  GroupRecord(GroupRows rows, AuditTrail audit, CurrentActor currentActor, Clock clock) {
    this.rows = rows;
    this.audit = audit;
    this.currentActor = currentActor;
    this.clock = clock;
  }

  void note(GroupCase group, String act, String code, Map<String, String> details, String words) {
    Actor actor = currentActor.get();
    String by = actor.kind() == Actor.Kind.STAFF ? actor.id() : null;
    rows.addStep(group.reference(), act, code, by, clock.instant(), words);
    var all = new LinkedHashMap<String, String>();
    if (code != null) {
      all.put("result", code);
    }
    all.putAll(details);
    auditOnly(group, act, all);
  }

  void note(GroupCase group, String act, String code) {
    note(group, act, code, Map.of(), null);
  }

  /** For looks, which are no step of what is done for the group. */
  void auditOnly(GroupCase group, String act, Map<String, String> details) {
    audit.record(new AuditEvent(act, SUBJECT, group.reference(), group.schemeId(), details));
  }
}
