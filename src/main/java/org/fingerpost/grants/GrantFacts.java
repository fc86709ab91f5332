package org.fingerpost.grants;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fingerpost.questionnaire.Application;
import org.fingerpost.scheme.LegalForm;
import org.fingerpost.scheme.Schemes;
import org.fingerpost.scheme.SmallGrants;
import org.springframework.stereotype.Component;

/**
 * The coded facts that the table {@code grant-eligibility} is asked with. What Fingerpost knows itself about earlier grants counts
 * before what the group says about them.
 */
@Component
class GrantFacts {

  /** Three people who are not all of one family can be a committee. Source: [proposal]. */
  static final int LEAST_COMMITTEE = 3;

  private final GrantRows grants;
  private final Schemes schemes;

  GrantFacts(GrantRows grants, Schemes schemes) {
    this.grants = grants;
    this.schemes = schemes;
  }

  Map<String, Object> of(Grant grant, Application application) {
    SmallGrants rules = schemes.get(grant.schemeId()).grants();
    List<String> areas = application.codes("boroughs");
    var facts = new LinkedHashMap<String, Object>();
    facts.put("directFunding", application.yes("directFunding"));
    facts.put("earlierReport", earlierReport(grant, application));
    facts.put("inArea", areas.stream().anyMatch(rules.areas()::contains));
    facts.put("turnoverBelowLimit", Pounds.pence(application.money("turnover")) < rules.turnoverBelow());
    facts.put("withinMost", grant.asked() <= rules.mostPerProject());
    facts.put("constituted", constituted(application));
    facts.put("setUpSupport", application.yes("setUpSupport"));
    facts.put("governanceShown", governanceShown(application));
    facts.put("meetsPriority", rules.comesFirst(areas, application.codes("themes")));
    return facts;
  }

  static boolean constituted(Application application) {
    return !LegalForm.UNCONSTITUTED_GROUP.name().equals(application.text("legalForm"));
  }

  /** A committee, two people who sign at the bank, and the document that says how the group is run. */
  static boolean governanceShown(Application application) {
    Integer committee = application.number("committee");
    return committee != null
        && committee >= LEAST_COMMITTEE
        && application.yes("bankTwoSignatories")
        && !application.evidence("governingDocument").isEmpty();
  }

  private String earlierReport(Grant grant, Application application) {
    var others = grants.othersOf(grant);
    if (others.stream().anyMatch(other -> GrantState.REPORT_OWED.contains(other.state()))) {
      return "MISSING";
    }
    if (others.stream().anyMatch(other -> other.state() == GrantState.COMPLETED)) {
      return "SATISFACTORY";
    }
    if (!application.yes("earlierGrant")) {
      return "NO_EARLIER_GRANT";
    }
    return "SATISFACTORY".equals(application.text("earlierReport")) ? "SATISFACTORY" : "MISSING";
  }
}
