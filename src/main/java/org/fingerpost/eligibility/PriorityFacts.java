package org.fingerpost.eligibility;

import java.util.LinkedHashMap;
import java.util.Map;
import org.fingerpost.referral.ReferralSummary;

/** What the table {@code referral-priority} is told about a referral, by the names of its inputs. */
final class PriorityFacts {

  private static final String HOSPITAL_DISCHARGE = "HOSPITAL_DISCHARGE";

  private PriorityFacts() {}

  static Map<String, Object> of(ReferralSummary referral) {
    var risks = referral.risks();
    var circumstances = referral.circumstances();
    var facts = new LinkedHashMap<String, Object>();
    facts.put("immediateRisk", risks.contains("IMMEDIATE_RISK"));
    facts.put("safeguardingOpen", risks.contains("SAFEGUARDING_OPEN"));
    facts.put("homeless", circumstances.contains("HOMELESS"));
    facts.put("carerBreakdown", circumstances.contains("CARER_BREAKDOWN"));
    // A hospital's discharge team refers because somebody is leaving, whether or not it says so twice.
    facts.put(
        "hospitalDischarge",
        circumstances.contains(HOSPITAL_DISCHARGE) || HOSPITAL_DISCHARGE.equals(referral.sourceCode()));
    facts.put("recentBereavement", circumstances.contains("BEREAVEMENT"));
    return facts;
  }
}
