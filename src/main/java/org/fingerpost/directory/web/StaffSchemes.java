package org.fingerpost.directory.web;

import java.util.List;
import org.fingerpost.platform.CurrentActor;
import org.fingerpost.platform.Staff;
import org.fingerpost.scheme.Scheme;
import org.fingerpost.scheme.Schemes;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** Whose directory a member of staff keeps: their own scheme's, or everybody's where they belong to none. */
@Component
class StaffSchemes {

  private final Staff staff;
  private final CurrentActor currentActor;
  private final Schemes schemes;

  StaffSchemes(Staff staff, CurrentActor currentActor, Schemes schemes) {
    this.staff = staff;
    this.currentActor = currentActor;
    this.schemes = schemes;
  }

  String userId() {
    return currentActor.get().id();
  }

  /** At least one. */
  List<Scheme> own() {
    var member =
        staff.find(userId()).orElseThrow(() -> new ResponseStatusException(HttpStatus.FORBIDDEN));
    return member.schemeId() == null ? schemes.all() : List.of(schemes.get(member.schemeId()));
  }

  /**
   * The scheme of that id, or without one the first; another one's is not found.
   *
   * @param schemeId or {@code null}
   */
  Scheme one(String schemeId) {
    return own().stream()
        .filter(scheme -> schemeId == null || schemeId.isBlank() || scheme.id().equals(schemeId))
        .findFirst()
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }
}
