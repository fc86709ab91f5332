package org.fingerpost.grants;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;

/** One member of the panel who was asked to score one application. */
@Entity
@Table(name = "grant_score")
class GrantScore {

  enum State {
    ASKED,
    SCORED,
    CONFLICT,
    NO_TIME,
    LATE,
    ENDED
  }

  @Id private UUID scoreId;
  private String reference;
  private String member;
  private Instant askedAt;

  @Enumerated(EnumType.STRING)
  private State state;

  private Integer need;
  private Integer people;
  private Integer delivery;
  private Integer moneyValue;
  private Integer lasting;
  private String comment;
  private Instant answeredAt;

  protected GrantScore() {}

  GrantScore(String reference, String member, Instant now) {
    this.scoreId = UUID.randomUUID();
    this.reference = reference;
    this.member = member;
    this.askedAt = now;
    this.state = State.ASKED;
  }

  void score(Map<Criterion, Integer> points, String said, Instant now) {
    need = points.get(Criterion.NEED);
    people = points.get(Criterion.PEOPLE);
    delivery = points.get(Criterion.DELIVERY);
    moneyValue = points.get(Criterion.VALUE);
    lasting = points.get(Criterion.LASTING);
    end(State.SCORED, said, now);
  }

  void end(State as, String said, Instant now) {
    state = as;
    comment = said;
    answeredAt = now;
  }

  UUID id() {
    return scoreId;
  }

  String reference() {
    return reference;
  }

  String member() {
    return member;
  }

  State state() {
    return state;
  }

  PanelScore seen() {
    var points = new EnumMap<Criterion, Integer>(Criterion.class);
    if (state == State.SCORED) {
      points.put(Criterion.NEED, need);
      points.put(Criterion.PEOPLE, people);
      points.put(Criterion.DELIVERY, delivery);
      points.put(Criterion.VALUE, moneyValue);
      points.put(Criterion.LASTING, lasting);
    }
    return new PanelScore(member, state.name(), points, comment);
  }
}
