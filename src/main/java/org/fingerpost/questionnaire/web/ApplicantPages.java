package org.fingerpost.questionnaire.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.fingerpost.platform.Actor;
import org.fingerpost.platform.CurrentActor;
import org.fingerpost.platform.Words;
import org.fingerpost.questionnaire.ApplicationKind;
import org.fingerpost.questionnaire.FillingIn;
import org.fingerpost.questionnaire.HelpingApplicants;
import org.fingerpost.scheme.Schemes;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;

/** An application as the applicant fills it in. The secret in the address is what opens it; there is nothing to sign in to. */
@Controller
@RequestMapping("/{area:kitemark|grants}/apply/{token}")
class ApplicantPages extends FillingPages {

  private final FillingIn filling;
  private final ApplyLimits limits;
  private final CurrentActor currentActor;

  ApplicantPages(
      FillingIn filling,
      HelpingApplicants helping,
      PaperWords paperWords,
      ApplyLimits limits,
      Schemes schemes,
      Words words,
      CurrentActor currentActor) {
    super(filling, helping, paperWords, limits, schemes, words, currentActor);
    this.filling = filling;
    this.limits = limits;
    this.currentActor = currentActor;
  }

  /** The kind of application that an area serves. */
  static String kind(String area) {
    return area.equals("grants") ? ApplicationKind.GRANT : ApplicationKind.KITE_MARK;
  }

  @Override
  Desk desk(Map<String, String> path, HttpServletRequest request) {
    String token = path.get("token");
    var reference = filling.opened(token);
    if (reference.isEmpty()) {
      limits.wrongLink(request.getRemoteAddr());
      throw new LinkOpensNothing(path.get("area"));
    }
    var actor = currentActor.get();
    return new Desk(
        reference.get(),
        "/" + path.get("area") + "/apply/" + token,
        null,
        actor.kind() == Actor.Kind.SYSTEM ? Actor.PUBLIC : actor);
  }

  /** A link that was mistyped or has run out: another can be asked for. */
  static final class LinkOpensNothing extends ResponseStatusException {

    private static final long serialVersionUID = 1L;

    private final String area;

    LinkOpensNothing(String area) {
      super(HttpStatus.NOT_FOUND);
      this.area = area;
    }

    String area() {
      return area;
    }
  }
}
