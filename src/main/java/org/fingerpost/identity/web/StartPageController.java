package org.fingerpost.identity.web;

import org.fingerpost.identity.SignedIn;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

@Controller
class StartPageController {

  @GetMapping("/login")
  String login() {
    return "login/login";
  }

  /** Sends everybody to the page where their role's day begins. */
  @GetMapping("/start-page")
  String startPage(@AuthenticationPrincipal SignedIn signedIn) {
    return "redirect:" + StartPages.of(signedIn.member());
  }

  /** Sends everybody who works in Tasklist to the pages beside it that their role may open. */
  @GetMapping("/lists")
  String lists(@AuthenticationPrincipal SignedIn signedIn) {
    return "redirect:" + StartPages.listsOf(signedIn.member());
  }
}
