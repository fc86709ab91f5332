package org.fingerpost.referral.journey;

import java.time.Instant;
import org.fingerpost.platform.engine.ProcessVariable;

/** The contract with {@code bpmn/cover-absence.bpmn}. The business key is the absence's id; nobody is referred here. */
public final class CoverAbsence {

  public static final String PROCESS_ID = "cover-absence";

  /** Message that the link worker is back early, or does not go; correlated by business key. */
  public static final String MESSAGE_ENDED = "absence.ended";

  /** The first morning away. */
  public static final ProcessVariable<Instant> ABSENCE_BEGINS_AT = ProcessVariable.instant("absenceBeginsAt");

  /** The first morning back. */
  public static final ProcessVariable<Instant> ABSENCE_ENDS_AT = ProcessVariable.instant("absenceEndsAt");

  public static final String START_ABSENCE_RECORDED = "startEvent_absenceRecorded";
  public static final String EVENT_ABSENCE_BEGINS = "event_absenceBegins";
  public static final String START_COVER = "serviceTask_startCover";
  public static final String EVENT_ABSENCE_OVER = "event_absenceOver";
  public static final String END_COVER = "serviceTask_endCover";
  public static final String END_BACK_AT_WORK = "endEvent_backAtWork";
  public static final String EVENT_SUB_PROCESS_EARLY_RETURN = "eventSubProcess_earlyReturn";
  public static final String START_ABSENCE_ENDED = "startEvent_absenceEnded";
  public static final String END_COVER_EARLY = "serviceTask_endCoverEarly";
  public static final String END_BACK_EARLY = "endEvent_backEarly";

  private CoverAbsence() {}
}
