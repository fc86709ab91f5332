package org.fingerpost.conversation.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.fingerpost.conversation.SharingPlan;
import org.fingerpost.platform.Language;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * A person's own plan behind the link they asked for: the plan and nothing else. A link that does not work gives one page, whatever
 * the reason.
 */
@Controller
@RequestMapping("/my-plan")
class MyPlanPages {

  private final SharingPlan sharing;
  private final PlanPaper paper;

  MyPlanPages(SharingPlan sharing, PlanPaper paper) {
    this.sharing = sharing;
    this.paper = paper;
  }

  /** Links leak through caches, referrers and search engines (security research T13): this page takes part in none of them. */
  @ModelAttribute
  void keepToYourself(HttpServletResponse response) {
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    response.setHeader("Referrer-Policy", "no-referrer");
    response.setHeader("X-Robots-Tag", "noindex");
  }

  @GetMapping("/{token}")
  String look(@PathVariable String token, Locale locale, Model model, HttpServletResponse response) {
    return sharing
        .open(token, Language.of(locale))
        .map(
            plan -> {
              model.addAttribute("plan", plan);
              model.addAttribute("token", token);
              return "plan/mine";
            })
        .orElseGet(
            () -> {
              response.setStatus(HttpStatus.NOT_FOUND.value());
              return "plan/closed";
            });
  }

  /** On paper; in the language of the page, because that is where people ask for it. */
  @GetMapping("/{token}.pdf")
  ResponseEntity<byte[]> paper(@PathVariable String token, Locale locale) {
    return sharing
        .open(token, Language.of(locale))
        .map(plan -> PlanPages.pdf(paper.print(plan), plan.language() == Language.CY ? "fy-nghynllun" : "my-plan"))
        .orElseGet(() -> ResponseEntity.notFound().build());
  }
}
