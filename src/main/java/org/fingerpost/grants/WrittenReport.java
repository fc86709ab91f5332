package org.fingerpost.grants;

/**
 * What a group reports about its project.
 *
 * @param learnt or {@code null}
 * @param people how many took part
 * @param spent of the grant, in pence
 */
public record WrittenReport(String done, String changed, String learnt, int people, long spent) {

  /** Nothing of what was written. */
  @Override
  public String toString() {
    return "WrittenReport";
  }
}
