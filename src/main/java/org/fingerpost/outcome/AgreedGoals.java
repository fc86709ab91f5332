package org.fingerpost.outcome;

import java.util.List;

/**
 * Tells what a person set out to do, so that whoever records the outcome can see it. Provided by the module that holds
 * conversations.
 */
public interface AgreedGoals {

  /** The goals of the latest conversation in the person's order; empty if none was held. */
  List<String> of(String referralId);
}
