package org.fingerpost.platform;

import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Who works here, for modules that must know a colleague without depending on how people sign in. */
public interface Staff {

  /** The active member of staff with this user id, or empty. */
  Optional<Member> find(String userId);

  /** The active members of staff who hold a role, ordered by user id. */
  List<Member> inRole(String role);

  /** Roles are also the engine's group ids. */
  String LINK_WORKERS = "link-workers";

  String TEAM_LEADS = "team-leads";
  String PROGRAMME_MANAGERS = "programme-managers";
  String AUDITORS = "auditors";
  String KITEMARK_ASSESSORS = "kitemark-assessors";
  String GRANT_PANEL = "grant-panel";

  /** Those who help groups: with the kite mark's questions, to become accessible, to begin, and with grants. */
  String COMMUNITY_OFFICERS = "community-officers";

  /** Those who answer for personal data: they decide what somebody else has prepared. */
  String RECORDS_OFFICERS = "records-officers";

  String ADMINISTRATORS = "administrators";

  Set<String> ROLES =
      Set.of(
          LINK_WORKERS,
          TEAM_LEADS,
          PROGRAMME_MANAGERS,
          AUDITORS,
          KITEMARK_ASSESSORS,
          GRANT_PANEL,
          COMMUNITY_OFFICERS,
          RECORDS_OFFICERS,
          ADMINISTRATORS);

  /**
   * @param userId 2 to 64 of a-z, 0-9 and hyphen; the engine's user id
   * @param displayName how colleagues know them
   * @param roles one or more of {@link #ROLES}
   * @param schemeId the scheme whose referrals they see, or {@code null} for roles above schemes
   * @param language the language Fingerpost speaks to them
   */
  record Member(
      String userId, String displayName, List<String> roles, String schemeId, Language language)
      implements Serializable {

    public boolean holds(String role) {
      return roles.contains(role);
    }
  }
}
