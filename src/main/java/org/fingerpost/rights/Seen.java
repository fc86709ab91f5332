package org.fingerpost.rights;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fingerpost.platform.Language;
import org.fingerpost.platform.Words;
import org.fingerpost.platform.WrittenDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who has seen a record, by role and organisation: the audit entries that say that something was looked at, and the messages that told
 * somebody. Names and accounts of staff are left out on purpose.
 */
@Component
class Seen {

  /** Acts of looking are named so, in every module. */
  private static final String LOOKING = "\\.([a-z-]+-)?(seen|viewed|opened|printed|read|exported|downloaded)$";

  private final JdbcClient db;
  private final Gathering.StaffWords staffWords;
  private final Words words;
  private final Clock clock;

  Seen(JdbcClient db, Gathering.StaffWords staffWords, Words words, Clock clock) {
    this.db = db;
    this.staffWords = staffWords;
    this.words = words;
    this.clock = clock;
  }

  /**
   * Every day on which somebody looked, oldest first.
   *
   * @param withConcerns whether looks at safeguarding concerns are among them: that there is one is itself confidential
   */
  @Transactional(readOnly = true)
  List<Look> looks(Subject subject, Language language, boolean withConcerns) {
    var roles = staffWords.of(language);
    var byDay = new LinkedHashMap<List<String>, Integer>();
    var days = new LinkedHashMap<List<String>, LocalDate>();
    db.sql(
            """
            select at, actor_kind, actor_id, act, scheme_id from audit_entry
            where act ~ :looking and (subject_id in (:references)
              or :concerns and subject_id in (select c.concern_id::text from safeguarding_concern c where c.referral_id in (:references))
              or subject_id in (select rr.reference from rights_record rr where rr.record_id in (:records)))
            order by audit_id
            """)
        .param("looking", LOOKING)
        .param("concerns", withConcerns)
        .param("references", subject.parameters().get("references"))
        .param("records", subject.parameters().get("records"))
        .query(
            row -> {
              var day = LocalDate.ofInstant(row.getObject("at", OffsetDateTime.class).toInstant(), clock.getZone());
              String who = who(row.getString("actor_kind"), row.getString("actor_id"), roles, language);
              var line = List.of(day.toString(), who, "audit.act." + row.getString("act"));
              byDay.merge(line, 1, Integer::sum);
              days.put(line, day);
            });
    var looks = new ArrayList<Look>();
    byDay.forEach(
        (line, times) ->
            looks.add(
                new Look(WrittenDate.of(days.get(line), language), line.get(1), words.say(language, line.get(2)), times)));
    return looks;
  }

  /** Who was written to about the person, and when. */
  @Transactional(readOnly = true)
  List<Look> told(Subject subject, Language language) {
    return db.sql(
            """
            select sent_at, coalesce(recipient, 'GENERAL') as recipient, purpose from outbox_message
            where %s
              and status in ('SENT', 'ON_SCREEN') and coalesce(recipient, '') <> 'STAFF'
            order by sent_at, message_id
            """
                .formatted(
                    subject.about() == Holding.About.CONTACT
                        ? "referral_id is null and " + Registry.MESSAGE_OF_FILE
                        : "referral_id in (:references)"))
        .param("references", subject.parameters().get("references"))
        .query(
            (row, number) -> {
              Instant at = row.getTimestamp("sent_at").toInstant();
              return new Look(
                  WrittenDate.of(LocalDate.ofInstant(at, clock.getZone()), language),
                  words.say(language, "rights.recipient." + row.getString("recipient")),
                  capital(words.say(language, "audit.message." + row.getString("purpose"))),
                  1);
            })
        .list();
  }

  private static String capital(String text) {
    return text.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + text.substring(1);
  }

  private String who(String kind, String id, Map<String, String> roles, Language language) {
    return switch (kind) {
      case "STAFF" -> roles.getOrDefault(id, words.say(language, "rights.seen.formerStaff"));
      case "PUBLIC" -> words.say(language, "rights.seen.link");
      case "PROVIDER" -> words.say(language, "rights.seen.provider");
      case "SOURCE" -> words.say(language, "rights.seen.source");
      default -> words.say(language, "rights.seen.fingerpost");
    };
  }

  /**
   * One line.
   *
   * @param who role and organisation
   * @param what in words
   * @param times on that day
   */
  record Look(String day, String who, String what, int times) {}
}
