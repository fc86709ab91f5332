package org.fingerpost.caseload;

/**
 * How much a link worker has in hand.
 *
 * @param capacity open referrals they should have at most
 * @param open open referrals they have
 * @param inPatch whether their patch covers the person's area
 */
public record LinkWorkerLoad(String userId, int capacity, int open, boolean inPatch) {

  boolean hasRoom() {
    return open < capacity;
  }
}
