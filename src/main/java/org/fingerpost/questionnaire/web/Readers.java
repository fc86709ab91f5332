package org.fingerpost.questionnaire.web;

import org.fingerpost.platform.Actor;
import org.fingerpost.platform.CurrentActor;
import org.fingerpost.platform.Staff;
import org.fingerpost.questionnaire.FillingIn;
import org.fingerpost.questionnaire.Paper;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** Which staff may see which application: those of its own scheme. Their roles, the access rules have checked. */
@Component
class Readers {

  private final FillingIn filling;
  private final Staff staff;
  private final CurrentActor currentActor;

  Readers(FillingIn filling, Staff staff, CurrentActor currentActor) {
    this.filling = filling;
    this.staff = staff;
    this.currentActor = currentActor;
  }

  /**
   * @throws ResponseStatusException 404 for an application of another scheme, as if there were none
   */
  Reading ofOwnScheme(String reference) {
    String scheme = scheme();
    return filling
        .paper(reference)
        .filter(paper -> paper.application().schemeId().equals(scheme))
        .map(paper -> new Reading(currentActor.get(), paper))
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  /** The scheme of whoever is signed in. */
  String scheme() {
    return staff
        .find(currentActor.get().id())
        .map(Staff.Member::schemeId)
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.FORBIDDEN));
  }

  boolean fillsIn() {
    return staff.find(currentActor.get().id()).filter(member -> member.holds(Staff.COMMUNITY_OFFICERS)).isPresent();
  }

  /** Somebody who may, and what they look at. */
  record Reading(Actor me, Paper paper) {}
}
