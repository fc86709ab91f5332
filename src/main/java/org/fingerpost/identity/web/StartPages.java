package org.fingerpost.identity.web;

import static org.fingerpost.platform.Staff.ADMINISTRATORS;
import static org.fingerpost.platform.Staff.AUDITORS;
import static org.fingerpost.platform.Staff.LINK_WORKERS;
import static org.fingerpost.platform.Staff.PROGRAMME_MANAGERS;
import static org.fingerpost.platform.Staff.RECORDS_OFFICERS;
import static org.fingerpost.platform.Staff.TEAM_LEADS;

import org.fingerpost.platform.Staff;

/** Where each role's day begins. */
final class StartPages {

  static final String TASKLIST = "/camunda/app/tasklist/default/";

  private StartPages() {}

  static String of(Staff.Member member) {
    if (member.holds(PROGRAMME_MANAGERS)) {
      return "/workbench";
    }
    if (member.holds(AUDITORS)) {
      return "/audit";
    }
    if (member.holds(ADMINISTRATORS)) {
      return "/admin";
    }
    return member.holds(RECORDS_OFFICERS) ? "/rights" : TASKLIST;
  }

  /** Referrals for those who work with people, applications for those who work with organisations. */
  static String listsOf(Staff.Member member) {
    return member.holds(LINK_WORKERS) || member.holds(TEAM_LEADS) ? "/referrals" : "/applications";
  }
}
