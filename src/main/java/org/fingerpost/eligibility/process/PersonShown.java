package org.fingerpost.eligibility.process;

import org.fingerpost.person.People;
import org.fingerpost.platform.engine.Shown;
import org.fingerpost.platform.engine.TaskAtHand;
import org.fingerpost.referral.Referrals;
import org.fingerpost.scheme.SchemeWords;
import org.springframework.stereotype.Component;

/** Who the person is and how to reach them, for the team lead who has to ask them something. */
@Component
class PersonShown {

  private final Referrals referrals;
  private final People people;
  private final SchemeWords words;

  PersonShown(Referrals referrals, People people, SchemeWords words) {
    this.referrals = referrals;
    this.people = people;
    this.words = words;
  }

  String say(TaskAtHand task, String key) {
    return words.say(task.schemeId(), task.language(), key);
  }

  Shown of(TaskAtHand task) {
    var referral = referrals.get(task.subjectId());
    var known = people.get(referral.personId());
    return Shown.nothing()
        .text("personName", known.fullName())
        .text("phone", known.phone())
        .text("email", known.email())
        .text("safeTime", known.safeTimeToCall())
        .text("referrer", referral.referrerName())
        .text("referrerPhone", referral.referrerPhone())
        .text("referrerKind", say(task, "referrer-kind." + referral.referrerKind()));
  }
}
