package org.fingerpost.audit.proof;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import org.fingerpost.audit.proof.log.BoundHashes;
import org.fingerpost.platform.Actor;
import org.fingerpost.platform.AuditEvent;
import org.fingerpost.platform.AuditTrail;
import org.fingerpost.platform.CurrentActor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Seals the record of each process that has ended, a minute later and not in its own transaction: an audit entry with the hash of its
 * whole history and of what tables decided about its subject until then. From there on the history may be cleaned up, with an entry that
 * says so, and cannot be changed without being found out.
 */
@Component
class CaseSeals {

  private static final Logger LOG = LoggerFactory.getLogger(CaseSeals.class);

  /** Whatever was going on beside the end has committed by then. */
  private static final Duration SETTLED = Duration.ofMinutes(1);

  private static final int MOST_PER_ROUND = 500;

  /** That there was a concern about somebody's safety is not for everybody who may read about the referral. */
  private static final String RESTRICTED = "safeguarding-concern";

  private final JdbcClient db;
  private final TransactionTemplate transaction;
  private final AuditTrail audit;
  private final CurrentActor actor;
  private final Clock clock;
  private final BoundEvidence evidence;

  CaseSeals(JdbcClient db, PlatformTransactionManager transactions, AuditTrail audit, CurrentActor actor, Clock clock) {
    this.db = db;
    this.transaction = new TransactionTemplate(transactions);
    this.audit = audit;
    this.actor = actor;
    this.clock = clock;
    this.evidence = new BoundEvidence(db);
  }

  @Scheduled(
      initialDelayString = "${fingerpost.audit-seal-interval:PT1M}",
      fixedDelayString = "${fingerpost.audit-seal-interval:PT1M}")
  void round() {
    try {
      seal(clock.instant().minus(SETTLED));
    } catch (RuntimeException e) {
      LOG.error("Ended cases could not be sealed: {}", e.getClass().getSimpleName());
    }
  }

  /**
   * Seals what ended before a moment and is not sealed yet.
   *
   * @return how many
   */
  int seal(Instant before) {
    var ended =
        db.sql(
                """
                select p.proc_inst_id_, p.business_key_, p.proc_def_key_, p.tenant_id_, p.end_time_ from act_hi_procinst p
                where p.super_process_instance_id_ is null and p.end_time_ <= :before
                  and not exists (select 1 from case_seal s where s.instance_id = p.proc_inst_id_)
                order by p.end_time_, p.proc_inst_id_ limit :most
                """)
            .param("before", Timestamp.from(before))
            .param("most", MOST_PER_ROUND)
            .query(
                (row, number) ->
                    new Ended(
                        row.getString("proc_inst_id_"),
                        row.getString("business_key_"),
                        row.getString("proc_def_key_"),
                        row.getString("tenant_id_"),
                        row.getTimestamp("end_time_").toInstant()))
            .list();
    actor.as(Actor.SYSTEM, () -> ended.forEach(one -> transaction.executeWithoutResult(status -> seal(one))));
    return ended.size();
  }

  private void seal(Ended ended) {
    // Of two nodes at once, the second finds the row and records nothing.
    int first =
        db.sql("insert into case_seal (instance_id, business_key, sealed_at) values (?, ?, ?) on conflict do nothing")
            .params(ended.instance(), ended.businessKey(), Timestamp.from(clock.instant()))
            .update();
    if (first == 0) {
      return;
    }
    var details = new LinkedHashMap<String, String>();
    details.put("process", ended.process());
    details.put("instance", ended.instance());
    details.put("upTo", ended.at().toString());
    details.put("history", BoundHashes.sha256(evidence.history(ended.instance())));
    boolean restricted = RESTRICTED.equals(ended.process());
    if (ended.businessKey() == null || restricted) {
      audit.record(new AuditEvent(BoundHashes.SEALED, "process", ended.instance(), ended.scheme(), details));
    } else {
      details.put("decisions", BoundHashes.sha256(evidence.decisions(ended.businessKey(), ended.at())));
      audit.record(new AuditEvent(BoundHashes.SEALED, "case", ended.businessKey(), ended.scheme(), details));
    }
  }

  private record Ended(String instance, String businessKey, String process, String scheme, Instant at) {}
}
