package org.fingerpost.caseload;

import java.util.ArrayList;
import java.util.List;

/** Why a link worker has a referral, from the reason that counts most to the one that counts least. */
public enum AssignedBecause {
  /** A team lead chose them. */
  TEAM_LEAD,
  /** They have it from a colleague, by hand-over. */
  HANDED_OVER,
  /** They looked after an earlier referral of the same person. */
  KNOWN_TO_PERSON,
  /** They speak the language the person prefers, where that is not every colleague's. */
  LANGUAGE,
  /** They work with the person's general practice. */
  PRACTICE,
  /** Their patch covers where the person lives. */
  PATCH,
  /** The person asked for a woman or a man, and they are. */
  AS_ASKED,
  /** They have room, below the line from which others come first. */
  CAPACITY,
  /** They have room, above that line, and nobody suited better. */
  NEARLY_FULL;

  static List<AssignedBecause> of(LinkWorkerLoad worker, boolean somebodyAsked) {
    var because = new ArrayList<AssignedBecause>();
    add(because, KNOWN_TO_PERSON, worker.known());
    add(because, LANGUAGE, worker.speaksUnlikeOthers());
    add(because, PRACTICE, worker.ofPractice());
    add(because, PATCH, worker.inPatch());
    add(because, AS_ASKED, somebodyAsked && worker.asAsked());
    because.add(worker.nearlyFull() ? NEARLY_FULL : CAPACITY);
    return because;
  }

  private static void add(List<AssignedBecause> because, AssignedBecause reason, boolean applies) {
    if (applies) {
      because.add(reason);
    }
  }
}
