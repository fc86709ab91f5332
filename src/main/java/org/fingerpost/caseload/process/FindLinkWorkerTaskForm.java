package org.fingerpost.caseload.process;

import static org.fingerpost.referral.journey.ReferralJourney.LINK_WORKER;

import java.time.LocalDate;
import org.fingerpost.caseload.CandidateWords;
import org.fingerpost.caseload.Caseload;
import org.fingerpost.caseload.WaitingList;
import org.fingerpost.platform.WrittenDate;
import org.fingerpost.platform.engine.EngineClock;
import org.fingerpost.platform.engine.Facts;
import org.fingerpost.platform.engine.Shown;
import org.fingerpost.platform.engine.TaskAtHand;
import org.fingerpost.platform.engine.TaskForm;
import org.fingerpost.referral.Referrals;
import org.fingerpost.scheme.Schemes;
import org.springframework.stereotype.Component;

/** The form {@code find-link-worker}: nobody has room, so a team lead may choose who takes the referral on. */
@Component
class FindLinkWorkerTaskForm implements TaskForm<FindLinkWorkerForm> {

  private final Caseload caseload;
  private final WaitingList waiting;
  private final Referrals referrals;
  private final Schemes schemes;
  private final CandidateWords words;

  FindLinkWorkerTaskForm(
      Caseload caseload, WaitingList waiting, Referrals referrals, Schemes schemes, CandidateWords words) {
    this.caseload = caseload;
    this.waiting = waiting;
    this.referrals = referrals;
    this.schemes = schemes;
    this.words = words;
  }

  @Override
  public String formId() {
    return "find-link-worker";
  }

  @Override
  public Class<FindLinkWorkerForm> answers() {
    return FindLinkWorkerForm.class;
  }

  @Override
  public Shown show(TaskAtHand task) {
    var referral = referrals.get(task.subjectId());
    var area = schemes.get(task.schemeId()).area(referral.areaCode());
    var candidates = caseload.linkWorkers(task.subjectId());
    var shown =
        Shown.nothing()
            .text("areaName", area.map(a -> a.name().in(task.language())).orElse(""))
            .flag("urgent", referral.urgent())
            .text("workerAsked", referral.workerAsked() == null ? "" : referral.workerAsked().name())
            .options("linkWorkers", Shown.options(words.of(candidates, task.schemeId(), task.language())));
    waiting
        .placeOf(task.schemeId(), task.subjectId())
        .ifPresent(
            place ->
                shown
                    .number("place", place.place())
                    .number("length", place.length())
                    .number("timesTold", place.timesEscalated())
                    .text(
                        "waitingSince",
                        WrittenDate.of(LocalDate.ofInstant(place.since(), EngineClock.LONDON), task.language())));
    return shown;
  }

  @Override
  public Facts submit(TaskAtHand task, FindLinkWorkerForm answers) {
    caseload.assignTo(task.subjectId(), answers.linkWorker());
    return Facts.of(LINK_WORKER, answers.linkWorker());
  }
}
