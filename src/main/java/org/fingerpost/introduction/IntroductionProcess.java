package org.fingerpost.introduction;

import java.time.Instant;
import java.util.UUID;

/** The port to the workflow engine, without a word of Camunda. Everything happens in the current transaction. */
public interface IntroductionProcess {

  /**
   * Hands a provider's answer to the process that waits for it.
   *
   * @param processInstanceId the instance that made the offer
   * @throws IllegalStateException if nothing waits there: an open introduction always has a process waiting for its
   *     answer
   */
  void answered(String processInstanceId, Answer answer);

  /**
   * Starts an introduction of its own beside the journey, for an activity that is chosen already, and makes the offer.
   *
   * @return id of the instance
   */
  String introduceFurther(Beside beside);

  /** Starts one for which an activity is to be chosen first. */
  String chooseFurther(String referralId, String schemeId, String linkWorker);

  /** Starts waiting for a place. */
  String waitForPlace(Beside beside, Instant lookAgainAt);

  /**
   * Hands on what a provider told of a place.
   *
   * @param lookAgainAt when to look again if there is none yet; otherwise {@code null}
   */
  void placeTold(String processInstanceId, Answer answer, Instant lookAgainAt);

  /** Starts waiting for our answer to a provider's question. */
  String ask(Beside beside, Instant dueAt);

  /**
   * Lets the process that waits for an answer wait on, whatever step against silence it is in.
   *
   * @param until when the next step against silence is due
   */
  void keepWaiting(String processInstanceId, Instant until);

  /** Starts choosing how a paused introduction goes on. */
  String pause(Beside beside);

  /** The mark is back: takes up what is paused. */
  void resumed(String pauseInstanceId);

  /** The mark has ended: whoever waits for it chooses again; nothing happens if somebody is choosing already. */
  void markEnded(String pauseInstanceId);

  /** Ends one instance; nothing happens if it has ended. */
  void end(String processInstanceId);

  /** Ends everything that runs beside the journey of a referral. */
  void endBesides(String referralId);

  /**
   * What runs beside a journey.
   *
   * @param linkWorker user id
   */
  record Beside(String referralId, String schemeId, String linkWorker, UUID introductionId) {}
}
