package org.fingerpost.notification;

import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Queues messages in the transaction of the act they tell of; the relay sends them afterwards. */
@Component
public class Outbox {

  /** Queues a message; one whose dedup key was used before is ignored. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void send(Message message) {
    throw new UnsupportedOperationException();
  }

  /** The newest messages as they read, newest first. */
  @Transactional(readOnly = true)
  public List<RenderedMessage> latest(int count) {
    throw new UnsupportedOperationException();
  }
}
