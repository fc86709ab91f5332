package org.fingerpost.eligibility;

import java.util.List;

/**
 * What the table proposed.
 *
 * @param reasonCode words are in the bundles under {@code route-reason.<CODE>}
 * @param ruleIds rows of the table that answered
 * @param version version of the table
 * @param toConfirm whether a team lead must confirm or change it
 */
public record RouteProposal(Route route, String reasonCode, List<String> ruleIds, int version, boolean toConfirm) {}
