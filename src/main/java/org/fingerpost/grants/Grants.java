package org.fingerpost.grants;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Looking at grants. */
@Component
public class Grants {

  private static final int MOST_LISTED = 1000;

  private final GrantRows grants;
  private final GrantMessages messages;

  Grants(GrantRows grants, GrantMessages messages) {
    this.grants = grants;
    this.messages = messages;
  }

  /**
   * @throws java.util.NoSuchElementException if there is none
   */
  @Transactional(readOnly = true)
  public GrantSeen get(String reference) {
    return grants.get(reference).seen();
  }

  /** The newest first. */
  @Transactional(readOnly = true)
  public List<GrantSeen> inScheme(String schemeId) {
    return grants.inScheme(schemeId, MOST_LISTED).stream().map(Grant::seen).toList();
  }

  /** A grant of the scheme, for a member of staff who opens its page; the look is on record. */
  @Transactional
  public Optional<GrantSeen> look(String reference, String schemeId) {
    var found = grants.find(reference).filter(grant -> grant.schemeId().equals(schemeId));
    found.ifPresent(grant -> messages.record("grant.seen", grant, Map.of()));
    return found.map(Grant::seen);
  }

  /** What a group sees through its link; empty if it does not work. */
  @Transactional(readOnly = true)
  public Optional<GrantSeen> byLink(String token) {
    return grants.byLink(token).map(Grant::seen);
  }
}
