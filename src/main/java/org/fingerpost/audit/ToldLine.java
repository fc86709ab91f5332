package org.fingerpost.audit;

import java.util.List;

/**
 * One line of a story in words, ready for the page.
 *
 * @param day the day in words where this line is the first of its day, otherwise {@code null}
 * @param time hours, minutes and seconds in London
 * @param iso the instant for machines, UTC
 * @param process whether nobody did it: the model went on, or Fingerpost acted; what people did
 *     stands out on the page
 * @param element the element in words with its type, or {@code null}
 * @param elementId the element's id in the model, or {@code null}
 * @param model process and version, or {@code null}
 * @param explained where the decision is explained, or {@code null}
 */
record ToldLine(
    String anchor,
    String day,
    String time,
    String iso,
    boolean process,
    String sentence,
    String who,
    String element,
    String elementId,
    String model,
    List<Detail> details,
    String explained) {

  /**
   * @param label in words
   * @param value in words, with the code beside it where there is one
   */
  record Detail(String label, String value) {}
}
