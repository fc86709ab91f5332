package org.fingerpost.safeguarding;

/**
 * What a worker writes down.
 *
 * @param immediateDanger whether somebody is in danger now
 * @param seenOrSaid what was seen or said
 * @param whoAtRisk who may be at risk: the person, a child, somebody else
 * @param alreadyTold whom the worker has told already, or {@code null}
 */
public record RaisedConcern(boolean immediateDanger, String seenOrSaid, String whoAtRisk, String alreadyTold) {

  @Override
  public String toString() {
    return "RaisedConcern[...]";
  }
}
