package org.fingerpost.introduction;

/** Why a person goes on although the mark of the organisation is suspended. Words: {@code introduction.go-on-reason.<CODE>}. */
public enum GoOnReason {
  /** The person knows, has weighed it up, and wants to go on. */
  PERSON_WISHES,
  /** Somebody goes along each time. */
  ACCOMPANIED,
  /** What the mark is suspended for has nothing to do with this activity. */
  OTHER_ACTIVITY,
  /** What is missing is a paper, and it is on its way. */
  PAPER_ON_ITS_WAY,
  /** Stopping would do the person more harm. */
  HARM_OF_STOPPING
}
