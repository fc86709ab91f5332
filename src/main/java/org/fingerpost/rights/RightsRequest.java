package org.fingerpost.rights;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * A request of somebody about their own data.
 *
 * @param records what it is about, as {@link Subject#records()}
 * @param words what was asked for; {@code null} once it is closed
 * @param withheld keys of values that are left out of the answer
 * @param ground code of why it was not done as asked, or {@code null}
 */
public record RightsRequest(
    String reference,
    String schemeId,
    boolean ofContact,
    Kind kind,
    LocalDate receivedOn,
    LocalDate dueOn,
    String extendedBecause,
    String askedBy,
    String words,
    String identityHow,
    State state,
    String preparedBy,
    Decision proposal,
    String proposalReason,
    String proposedBy,
    Set<String> withheld,
    Decision decision,
    String ground,
    String decidedBy,
    Instant decidedAt,
    List<String> records) {

  public enum Kind {
    ACCESS(Decision.RELEASE),
    CORRECTION(Decision.CARRY_OUT),
    RESTRICTION(Decision.RESTRICT),
    ERASURE(Decision.ERASE, Decision.RESTRICT),
    OBJECTION(Decision.RESTRICT, Decision.ERASE);

    private final Set<Decision> possible;

    Kind(Decision... done) {
      var all = EnumSet.of(Decision.REFUSE);
      all.addAll(List.of(done));
      possible = all;
    }

    /** What may be decided about such a request. */
    public Set<Decision> possible() {
      return possible;
    }
  }

  public enum State {
    OPEN,
    PROPOSED,
    DONE,
    REFUSED
  }

  public enum Decision {
    RELEASE,
    CARRY_OUT,
    ERASE,
    RESTRICT,
    REFUSE
  }

  /** Why something is not done as asked. The first three are those of UK GDPR Article 17(3). */
  public enum Ground {
    LEGAL_OBLIGATION,
    PUBLIC_HEALTH,
    LEGAL_CLAIMS,
    NOT_IDENTIFIED,
    UNFOUNDED,
    NOT_HELD
  }

  public enum IdentityHow {
    DOCUMENT,
    KNOWN,
    CALLED_BACK,
    QUESTIONS
  }

  public enum AskedBy {
    PERSON,
    PARENT,
    REPRESENTATIVE
  }

  public enum Extension {
    COMPLEX,
    SEVERAL
  }

  /** What may be decided about it: the file of a contact person is not restricted, because what it is about is a group. */
  public Set<Decision> possible() {
    var possible = EnumSet.copyOf(kind.possible());
    if (ofContact) {
      possible.remove(Decision.RESTRICT);
    }
    return possible;
  }

  /** What a second person is asked for: whoever prepares puts right and restricts without one, and needs one to refuse. */
  public Set<Decision> proposable() {
    return kind == Kind.CORRECTION || kind == Kind.RESTRICTION ? EnumSet.of(Decision.REFUSE) : possible();
  }

  public boolean open() {
    return state == State.OPEN || state == State.PROPOSED;
  }

  public boolean overdueOn(LocalDate day) {
    return open() && day.isAfter(dueOn);
  }

  /** Reference and codes only: the words are somebody's. */
  @Override
  public String toString() {
    return "RightsRequest[" + reference + "]";
  }
}
