package org.fingerpost.caseload.process;

import static org.fingerpost.referral.journey.ReferralJourney.LINK_WORKER;

import org.fingerpost.caseload.Caseload;
import org.fingerpost.caseload.LinkWorkerLoad;
import org.fingerpost.platform.Staff;
import org.fingerpost.platform.engine.Facts;
import org.fingerpost.platform.engine.Shown;
import org.fingerpost.platform.engine.Shown.Option;
import org.fingerpost.platform.engine.TaskAtHand;
import org.fingerpost.platform.engine.TaskForm;
import org.fingerpost.referral.Referrals;
import org.fingerpost.scheme.SchemeWords;
import org.fingerpost.scheme.Schemes;
import org.springframework.stereotype.Component;

/** The form {@code find-link-worker}: nobody has room, so a team lead chooses who takes the referral on. */
@Component
class FindLinkWorkerTaskForm implements TaskForm<FindLinkWorkerForm> {

  private final Caseload caseload;
  private final Referrals referrals;
  private final Schemes schemes;
  private final Staff staff;
  private final SchemeWords words;

  FindLinkWorkerTaskForm(
      Caseload caseload, Referrals referrals, Schemes schemes, Staff staff, SchemeWords words) {
    this.caseload = caseload;
    this.referrals = referrals;
    this.schemes = schemes;
    this.staff = staff;
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
    var area = schemes.get(task.schemeId()).area(referrals.get(task.subjectId()).areaCode());
    return Shown.nothing()
        .text("areaName", area.map(a -> a.name().in(task.language())).orElse(""))
        .options(
            "linkWorkers",
            caseload.linkWorkers(task.subjectId()).stream().map(worker -> option(task, worker)).toList());
  }

  @Override
  public Facts submit(TaskAtHand task, FindLinkWorkerForm answers) {
    caseload.assignTo(task.subjectId(), answers.linkWorker());
    return Facts.of(LINK_WORKER, answers.linkWorker());
  }

  private Option option(TaskAtHand task, LinkWorkerLoad worker) {
    String name = staff.find(worker.userId()).map(Staff.Member::displayName).orElse(worker.userId());
    String key = worker.inPatch() ? "caseload.option.inPatch" : "caseload.option.elsewhere";
    return new Option(
        words.say(task.schemeId(), task.language(), key, name, worker.open(), worker.capacity()), worker.userId());
  }
}
