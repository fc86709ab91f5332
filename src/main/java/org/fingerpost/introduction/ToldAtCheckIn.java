package org.fingerpost.introduction;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import org.fingerpost.platform.AuditEvent;
import org.fingerpost.platform.AuditTrail;
import org.fingerpost.referral.AttendanceTold;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who says at a check-in that they keep going has made it a habit: the milestone is reached, whatever the organisation has recorded.
 * A single visit, or none, is known without its day, so the check-in alone keeps it.
 */
@Component
class ToldAtCheckIn implements AttendanceTold {

  private static final String KEEPS_GOING = "ATTENDING";

  private final IntroductionRows introductions;
  private final AuditTrail audit;
  private final Clock clock;

  ToldAtCheckIn(IntroductionRows introductions, AuditTrail audit, Clock clock) {
    this.introductions = introductions;
    this.audit = audit;
    this.clock = clock;
  }

  /** Somebody who goes to more than one activity has not said which: then only their organisations can tell. */
  @Override
  @Transactional(propagation = Propagation.MANDATORY)
  public void told(String referralId, String attendance, String userId) {
    if (!attendance.equals(KEEPS_GOING)) {
      return;
    }
    var welcomed = introductions.ofReferral(referralId).stream().filter(Introduction::accepted).toList();
    if (welcomed.size() == 1 && welcomed.get(0).regularSince(LocalDate.now(clock))) {
      var introduction = welcomed.get(0);
      var details = new LinkedHashMap<String, String>();
      details.put("introduction", introduction.id().toString());
      details.put("activity", introduction.activityId());
      details.put("told", RecordingAttendance.Source.LINK_WORKER.name());
      audit.record(AuditEvent.ofReferral("introduction.regular", referralId, introduction.schemeId(), details));
    }
  }
}
