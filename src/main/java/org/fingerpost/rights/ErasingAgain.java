package org.fingerpost.rights;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.fingerpost.platform.DailyWork;
import org.fingerpost.platform.OpenCases;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** A backup that is restored brings back whom it still knew: at the start, and each day, whoever is on the list is erased again. */
@Component
class ErasingAgain implements DailyWork {

  private static final Logger LOG = LoggerFactory.getLogger(ErasingAgain.class);

  private final JdbcClient db;
  private final ErasedList list;
  private final Erasing erasing;
  private final OpenCases open;
  private final TransactionTemplate transaction;
  private final Clock clock;

  ErasingAgain(
      JdbcClient db, ErasedList list, Erasing erasing, OpenCases open, TransactionTemplate transaction, Clock clock) {
    this.db = db;
    this.list = list;
    this.erasing = erasing;
    this.open = open;
    this.transaction = transaction;
    this.clock = clock;
  }

  @EventListener
  void ready(ApplicationReadyEvent event) {
    begin();
  }

  @Override
  public int begin() {
    int again = 0;
    var hashes = list.unknownToTheDatabase();
    if (!hashes.isEmpty()) {
      var found = restored(hashes);
      for (Restored restored : found) {
        again += eraseAgain(restored);
      }
      if (again == found.size()) {
        lookedFor(hashes);
      }
    }
    list.writeMissing();
    return again;
  }

  /** What the backup did not bring back need not be looked for again. */
  private void lookedFor(List<String> hashes) {
    for (String hash : hashes) {
      db.sql(
              "insert into rights_erased (subject_hash, scheme_id, because, erased_at) values (:hash, '-', 'RESTORED', :now)"
                  + " on conflict do nothing")
          .param("hash", hash)
          .param("now", Timestamp.from(clock.instant()))
          .update();
    }
  }

  private int eraseAgain(Restored restored) {
    try {
      transaction.executeWithoutResult(status -> restored.subject().references().forEach(open::end));
      transaction.executeWithoutResult(
          status -> erasing.erase(restored.subject(), restored.schemeId(), Erasing.Because.RESTORED));
      LOG.info("A restored record of {} was erased again", restored.schemeId());
      return 1;
    } catch (RuntimeException e) {
      // Its text may name the record.
      LOG.error("A restored record of {} could not be erased again: {}", restored.schemeId(), e.getClass().getSimpleName());
      return 0;
    }
  }

  private List<Restored> restored(List<String> hashes) {
    var people =
        db.sql(
                """
                select p.scheme_id, p.person_id, array_remove(array_agg(r.referral_id), null) as referrals
                from person p left join referral r on r.person_id = p.person_id
                where encode(sha256(convert_to(p.person_id::text, 'UTF8')), 'hex') in (:hashes)
                group by p.scheme_id, p.person_id
                """)
            .param("hashes", hashes)
            .query(
                (row, number) ->
                    new Restored(
                        row.getString("scheme_id"),
                        new Subject(
                            Holding.About.PERSON,
                            List.of(row.getObject("person_id", UUID.class)),
                            List.of((String[]) row.getArray("referrals").getArray()))))
            .list();
    var files =
        db.sql(
                """
                select scheme_id, reference from (
                  select scheme_id, reference from application where contact_email <> ''
                  union all select scheme_id, reference from community_group where coalesce(contact_email, contact_name, words) is not null) f
                where encode(sha256(convert_to(reference, 'UTF8')), 'hex') in (:hashes)
                """)
            .param("hashes", hashes)
            .query(
                (row, number) ->
                    new Restored(
                        row.getString("scheme_id"),
                        new Subject(Holding.About.CONTACT, List.of(), List.of(row.getString("reference")))))
            .list();
    return java.util.stream.Stream.concat(people.stream(), files.stream()).toList();
  }

  private record Restored(String schemeId, Subject subject) {}
}
