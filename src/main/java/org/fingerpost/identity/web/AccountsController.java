package org.fingerpost.identity.web;

import org.fingerpost.identity.StaffAccounts;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The administrator's start page: who may sign in, and as what. */
@Controller
class AccountsController {

  private final StaffAccounts accounts;

  AccountsController(StaffAccounts accounts) {
    this.accounts = accounts;
  }

  @GetMapping("/admin")
  String accounts(Model model) {
    model.addAttribute("accounts", accounts.all());
    return "admin/accounts";
  }
}
