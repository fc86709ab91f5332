package org.fingerpost.workbench.replay;

import java.util.List;
import java.util.Map;

/**
 * What a replay of recorded paths found.
 *
 * @param cases how many paths were run
 * @param open how many of them are under way
 * @param paths how many different paths they took
 * @param followed how many could have followed the draft
 * @param passed how many took each of the draft's steps, as far as they got
 * @param stuck where the others could not go on, most first
 * @param listed how many of those are in the list of references
 * @param restricted whether references are for other readers, so that nothing is listed
 * @param millis how long it took
 */
record ProcessFindings(
    long cases,
    long open,
    long paths,
    long followed,
    Map<String, Long> passed,
    List<Stuck> stuck,
    int listed,
    boolean restricted,
    long millis) {

  /**
   * @param step the first step that the draft does not allow
   * @param after the step before; {@code null} at the beginning
   * @param expected the steps that the draft has there instead
   */
  record Stuck(
      String step,
      String name,
      String after,
      String afterName,
      TokenReplay.Because because,
      Map<String, String> expected,
      long count) {}
}
