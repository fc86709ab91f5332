package org.fingerpost.grants;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fingerpost.scheme.Schemes;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Looking at grants. */
@Component
public class Grants {

  private static final int MOST_LISTED = 1000;

  private final GrantRows grants;
  private final GrantMessages messages;
  private final Schemes schemes;
  private final Clock clock;

  Grants(GrantRows grants, GrantMessages messages, Schemes schemes, Clock clock) {
    this.grants = grants;
    this.messages = messages;
    this.schemes = schemes;
    this.clock = clock;
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

  /** The same as a file for a spreadsheet: that it was taken is on record. */
  @Transactional
  public List<GrantSeen> exported(String schemeId) {
    var listed = inScheme(schemeId);
    messages.recordExport(schemeId, listed.size());
    return listed;
  }

  /** A grant of the scheme, for a member of staff who opens its page; the look is on record. */
  @Transactional
  public Optional<GrantSeen> look(String reference, String schemeId) {
    var found = grants.find(reference).filter(grant -> grant.schemeId().equals(schemeId));
    found.ifPresent(grant -> messages.record("grant.seen", grant, Map.of()));
    return found.map(Grant::seen);
  }

  /** The award letter of a grant that was awarded, in the language of its group. */
  @Transactional(readOnly = true)
  public Optional<AwardLetter> letter(String reference) {
    return grants
        .find(reference)
        .filter(grant -> grant.awarded() != null)
        .map(
            grant -> {
              var scheme = schemes.get(grant.schemeId());
              var language = messages.languageOf(grant);
              return new AwardLetter(
                  reference,
                  scheme.name().in(language),
                  scheme.contact().in(language),
                  grant.organisationName(),
                  grant.title(),
                  grant.awarded(),
                  grant.decisionReason(),
                  LocalDate.ofInstant(grant.decidedAt(), clock.getZone()),
                  grant.answerBy(),
                  scheme.grants().monitoringMonths(),
                  language);
            });
  }

  /** What a group sees through its link; empty if it does not work. */
  @Transactional(readOnly = true)
  public Optional<GrantSeen> byLink(String token) {
    return grants.byLink(token).map(Grant::seen);
  }
}
