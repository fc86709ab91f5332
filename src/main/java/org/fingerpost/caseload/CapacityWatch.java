package org.fingerpost.caseload;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.fingerpost.referral.ReferralClosed;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Gives places to those on the waiting list as soon as somebody has room.
 *
 * <p>That a place may be free is noted after the commit that frees it, in memory and only where somebody is known to wait: the end of
 * an ordinary referral costs no statement. A look once a minute finds what this node has not noticed (another node, a restart, a
 * weight or a row changed by hand). Days come and go by the engine's timers, so the demo's clock is followed.
 */
@Component
public class CapacityWatch {

  private static final Logger LOG = LoggerFactory.getLogger(CapacityWatch.class);

  private final WaitingList waiting;
  private final Caseload caseload;
  private final WaitingProcess process;
  private final TransactionTemplate transaction;
  private final Set<String> somebodyWaits = ConcurrentHashMap.newKeySet();
  private final Set<String> toLookAt = ConcurrentHashMap.newKeySet();

  CapacityWatch(
      WaitingList waiting, Caseload caseload, WaitingProcess process, PlatformTransactionManager transactions) {
    this.waiting = waiting;
    this.caseload = caseload;
    this.process = process;
    this.transaction = new TransactionTemplate(transactions);
  }

  /** Noted before the commit, so that a place freed at the same moment is not missed. */
  @EventListener
  void on(SomebodyWaits event) {
    somebodyWaits.add(event.schemeId());
  }

  @TransactionalEventListener(fallbackExecution = true)
  void on(ReferralClosed event) {
    lookAt(event.referral().schemeId());
  }

  @TransactionalEventListener(fallbackExecution = true)
  void on(CapacityAppeared event) {
    somebodyWaits.add(event.schemeId());
    lookAt(event.schemeId());
  }

  private void lookAt(String schemeId) {
    if (somebodyWaits.contains(schemeId)) {
      toLookAt.add(schemeId);
    }
  }

  @Scheduled(fixedDelayString = "${fingerpost.caseload-interval:PT1S}")
  void look() {
    for (String schemeId : Set.copyOf(toLookAt)) {
      toLookAt.remove(schemeId);
      try {
        serve(schemeId);
      } catch (RuntimeException e) {
        // A team lead chose, or the person withdrew, at the same moment. The next look finds what is left.
        LOG.info("The waiting list of {} was not served: {}", schemeId, e.getClass().getSimpleName());
      }
    }
  }

  @Scheduled(fixedDelayString = "PT1M", initialDelayString = "PT20S")
  void lookEverywhere() {
    var schemes = waiting.schemes();
    somebodyWaits.retainAll(schemes);
    somebodyWaits.addAll(schemes);
    toLookAt.addAll(schemes);
  }

  /**
   * Gives places to those who wait in a scheme, in their order, each in a transaction of its own, until nobody has room. Somebody who
   * asked for a woman or a man does not hold up those behind them.
   *
   * @return how many got one
   */
  public int serve(String schemeId) {
    int served = 0;
    for (WaitingPlace next : waiting.of(schemeId)) {
      boolean found =
          Boolean.TRUE.equals(
              transaction.execute(
                  status -> {
                    var worker = caseload.assignInTurn(next.referralId());
                    worker.ifPresent(userId -> process.placeFound(next.referralId(), userId));
                    return worker.isPresent();
                  }));
      if (found) {
        served++;
      } else if (next.workerAsked() == null) {
        return served;
      }
    }
    return served;
  }
}
