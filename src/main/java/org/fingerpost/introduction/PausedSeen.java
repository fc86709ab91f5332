package org.fingerpost.introduction;

import java.util.List;

/**
 * A paused introduction as whoever chooses how it goes on sees it.
 *
 * @param about whom and what it is about
 * @param status code of where it stood when it was paused: {@code OFFERED}, {@code WAITING_LIST} or {@code ACCEPTED}
 * @param because why the mark is suspended
 * @param since a written date
 * @param over whether the mark has ended, so that waiting for it is no choice
 * @param alternatives activities of organisations with a kite mark that suit the person, best first, one to a line
 * @param decisions what can be chosen
 */
public record PausedSeen(
    Introductions.Waiting about,
    String status,
    PausedBecause because,
    String since,
    boolean over,
    List<String> alternatives,
    List<PauseDecision> decisions) {

  @Override
  public String toString() {
    return "PausedSeen[" + about + " " + because + "]";
  }
}
