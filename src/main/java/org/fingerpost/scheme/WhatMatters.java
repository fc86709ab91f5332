package org.fingerpost.scheme;

import java.util.List;

/**
 * How a scheme holds its what-matters conversations.
 *
 * @param likesFirst whether the person is asked for their likes and wants before anything else, as Arts on Prescription does
 * @param measures ids of the measures taken before and after, in the order they are asked; always at least one
 * @param manyMeetings from this meeting on, the link worker is told that there have been many; only told, never stopped
 */
public record WhatMatters(boolean likesFirst, List<String> measures, int manyMeetings) {

  /** What a scheme does that says nothing: the four ONS questions, and three meetings before a word is said. */
  public static final WhatMatters USUAL = new WhatMatters(false, List.of("ons4"), 4);

  public WhatMatters {
    measures = List.copyOf(measures);
  }
}
