package org.fingerpost.platform;

/** Where acts are recorded, in the transaction of the act itself: if the record cannot be written, the act does not happen. */
public interface AuditTrail {

  /**
   * Records the event with the current actor and the time.
   *
   * @throws IllegalStateException outside a transaction
   */
  void record(AuditEvent event);
}
