package org.fingerpost.workbench.library;

import java.util.LinkedHashMap;
import java.util.Map;
import org.fingerpost.platform.CurrentActor;
import org.fingerpost.platform.Language;
import org.fingerpost.platform.Staff;
import org.fingerpost.scheme.Schemes;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.server.ResponseStatusException;

/** Whose models and numbers somebody may see: a manager of one scheme sees the shared models and those of that scheme. */
@Component
class WhoLooks {

  private static final String LOOKING = WhoLooks.class.getName();

  private final Staff staff;
  private final CurrentActor actor;
  private final Schemes schemes;

  WhoLooks(Staff staff, CurrentActor actor, Schemes schemes) {
    this.staff = staff;
    this.actor = actor;
    this.schemes = schemes;
  }

  /** The scheme of a manager of one scheme, or {@code null} for those above schemes. */
  private String bound() {
    return member().schemeId();
  }

  /** Whoever looks, looked up once for a page. */
  Staff.Member member() {
    var request = RequestContextHolder.getRequestAttributes();
    if (request == null) {
      return lookUp();
    }
    var known = (Staff.Member) request.getAttribute(LOOKING, RequestAttributes.SCOPE_REQUEST);
    if (known == null) {
      known = lookUp();
      request.setAttribute(LOOKING, known, RequestAttributes.SCOPE_REQUEST);
    }
    return known;
  }

  private Staff.Member lookUp() {
    return staff.find(actor.get().id()).orElseThrow(() -> new ResponseStatusException(HttpStatus.FORBIDDEN));
  }

  /** The scheme that was chosen, {@code null} for all; the own one for a manager of one scheme. */
  String chosen(String wanted) {
    String own = bound();
    if (own != null) {
      return own;
    }
    return wanted == null || wanted.isBlank() ? null : existing(wanted);
  }

  /** The scheme that models are to be changed for; {@code null} for all schemes, which is for those above schemes. */
  String changing(String wanted) {
    String scheme = wanted == null || wanted.isBlank() ? null : existing(wanted);
    String own = bound();
    if (own != null && !own.equals(scheme)) {
      throw new ResponseStatusException(HttpStatus.FORBIDDEN);
    }
    return scheme;
  }

  boolean sees(String schemeId) {
    String own = bound();
    return own == null || schemeId == null || own.equals(schemeId);
  }

  /** Whether whoever looks may change what all schemes share. */
  boolean aboveSchemes() {
    return bound() == null;
  }

  /** Names of the schemes that may be chosen. */
  Map<String, String> schemes(Language language) {
    var names = new LinkedHashMap<String, String>();
    String own = bound();
    schemes.all().stream()
        .filter(scheme -> own == null || own.equals(scheme.id()))
        .forEach(scheme -> names.put(scheme.id(), scheme.name().in(language)));
    return names;
  }

  private String existing(String id) {
    return schemes.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)).id();
  }
}
