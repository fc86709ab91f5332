package org.fingerpost.kitemark.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.fingerpost.kitemark.Explaining;
import org.fingerpost.platform.CurrentActor;
import org.fingerpost.platform.Language;
import org.fingerpost.platform.Staff;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** "Explain this decision", for the assessors and officers of the scheme, and for auditors. Every look is on record. */
@Controller
class ExplainPages {

  private final Explaining explaining;
  private final Staff staff;
  private final CurrentActor currentActor;

  ExplainPages(Explaining explaining, Staff staff, CurrentActor currentActor) {
    this.explaining = explaining;
    this.staff = staff;
    this.currentActor = currentActor;
  }

  @GetMapping("/kitemark/explain/{reference}")
  String explain(@PathVariable String reference, Locale locale, HttpServletResponse response, Model model) {
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    var me =
        staff
            .find(currentActor.get().id())
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.FORBIDDEN));
    boolean mine =
        explaining
            .schemeOf(reference)
            .filter(scheme -> me.holds(Staff.AUDITORS) || scheme.equals(me.schemeId()))
            .isPresent();
    if (!mine) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
    model.addAttribute("decision", explaining.forStaff(reference, Language.of(locale)).orElseThrow());
    model.addAttribute("readsApplications", !me.holds(Staff.AUDITORS));
    return "kitemark/explain";
  }
}
