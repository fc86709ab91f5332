package org.fingerpost.outcome;

import java.util.List;
import org.fingerpost.referral.ClosedState;

/**
 * The SNOMED CT codes that are certain enough to be written into somebody's record. Others were found and are not used: what cannot
 * be confirmed is left out, never guessed (domain research 2.2).
 */
public enum SnomedCode {
  /**
   * The person accepted; once to an episode. Source: SOCIALRX-SNOMED, TPHC-FAQ, GITHUB-STR in domain research 2.2, confidence high.
   */
  REFERRAL("871731000000106", "Referral to social prescribing service (procedure)"),
  /** The person said no, in so many words. Source: SOCIALRX-SNOMED, TPHC-FAQ in domain research 2.2, confidence high. */
  DECLINED("871711000000103", "Social prescribing declined (situation)");

  private final String id;
  private final String term;

  SnomedCode(String id, String term) {
    this.id = id;
    this.term = term;
  }

  public String id() {
    return id;
  }

  /** As SNOMED CT has it, in English. */
  public String term() {
    return term;
  }

  /**
   * The codes that are certain for an ending; often none.
   *
   * @param state how the referral closes
   * @param supported whether an outcome is recorded, so that the person had accepted
   */
  public static List<SnomedCode> certainFor(ClosedState state, boolean supported) {
    if (supported) {
      return List.of(REFERRAL);
    }
    return state == ClosedState.DECLINED ? List.of(DECLINED) : List.of();
  }
}
