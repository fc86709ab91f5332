package org.fingerpost.notification;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sends what waits in the outbox, at least once: a message is claimed in a short transaction of its own, sent with no transaction open,
 * and marked afterwards. Who dies in between leaves it to be sent again under the same Message-ID once the claim has run out. Several
 * nodes may do this at once.
 *
 * <p>Without a mail server ({@code spring.mail.host}) messages stay on screen, as do those without an address.
 */
@Component
class OutboxRelay {

  private static final Logger LOG = LoggerFactory.getLogger(OutboxRelay.class);

  /** With waits of 2, 4, 8… minutes, the last try is about 17 hours after the first. */
  static final int MOST_TRIES = 10;

  /** So that one run ends, however much there is to send. */
  private static final int MOST_PER_RUN = 100;

  private final JdbcClient db;
  private final Outbox outbox;
  private final ObjectProvider<JavaMailSender> mailServer;
  private final TransactionTemplate shortly;
  private final String from;
  private final Clock clock;

  OutboxRelay(
      JdbcClient db,
      Outbox outbox,
      ObjectProvider<JavaMailSender> mailServer,
      PlatformTransactionManager transactions,
      @Value("${fingerpost.mail-from:no-reply@example.org}") String from,
      Clock clock) {
    this.db = db;
    this.outbox = outbox;
    this.mailServer = mailServer;
    this.shortly = new TransactionTemplate(transactions);
    this.from = from;
    this.clock = clock;
  }

  /** Sends everything that is due. */
  @Scheduled(fixedDelayString = "${fingerpost.outbox-interval:PT2S}")
  void relay() {
    var server = mailServer.getIfAvailable();
    shortly.executeWithoutResult(status -> putOnScreen(server == null));
    for (int sent = 0; server != null && sent < MOST_PER_RUN; sent++) {
      var claimed = shortly.execute(status -> claim());
      if (claimed.isEmpty()) {
        return;
      }
      send(server, claimed.get());
    }
  }

  private void putOnScreen(boolean all) {
    db.sql(
            """
            update outbox_message set status = 'ON_SCREEN', sent_at = :now
            where status = 'WAITING' and (:all or to_address is null)
            """)
        .param("now", now())
        .param("all", all)
        .update();
  }

  /** Claims the message that has waited longest by counting the try and putting the next one off: 2, 4, 8… minutes. */
  private Optional<Outbox.Queued> claim() {
    return db.sql(
            """
            update outbox_message set tries = tries + 1,
              next_try_at = cast(:now as timestamptz) + power(2, tries + 1) * interval '1 minute'
            where message_id = (
              select message_id from outbox_message where status = 'WAITING' and next_try_at <= :now
              order by next_try_at limit 1 for update skip locked)
            returning *
            """)
        .param("now", now())
        .query((row, number) -> Outbox.queued(row))
        .optional();
  }

  private void send(JavaMailSender server, Outbox.Queued claimed) {
    try {
      server.send(mail(server.createMimeMessage(), outbox.render(claimed)));
    } catch (MessagingException | RuntimeException e) {
      failed(claimed, e); // whatever is wrong with one message must not keep the others waiting
      return;
    }
    // The parameters go with it: what was said is in the mailbox it was meant for, and links are not kept in clear.
    mark(claimed.messageId(), "status = 'SENT', sent_at = cast(:now as timestamptz), params = '{}'");
  }

  private void failed(Outbox.Queued claimed, Exception e) {
    boolean last = claimed.tries() >= MOST_TRIES;
    // The exception's own message may hold an address.
    LOG.warn(
        "Message {} could not be sent at try {} ({}); {}",
        claimed.messageId(),
        claimed.tries(),
        e.getClass().getSimpleName(),
        last ? "giving up: tell the recipient in another way" : "it will be tried again");
    if (last) {
      mark(claimed.messageId(), "status = 'FAILED', sent_at = null");
    }
  }

  private void mark(UUID id, String change) {
    shortly.executeWithoutResult(
        status ->
            db.sql("update outbox_message set " + change + " where message_id = :id")
                .param("id", id)
                .param("now", now())
                .update());
  }

  private MimeMessage mail(MimeMessage mail, RenderedMessage message) throws MessagingException {
    mail.setFrom(from);
    mail.setRecipients(jakarta.mail.Message.RecipientType.TO, message.toAddress());
    mail.setSubject(message.subject(), "UTF-8");
    mail.setText(message.body(), "UTF-8");
    mail.setHeader("Content-Language", message.language().code());
    mail.setHeader("Message-ID", "<" + message.messageId() + "@" + from.substring(from.indexOf('@') + 1) + ">");
    mail.setHeader("Auto-Submitted", "auto-generated");
    return mail;
  }

  private Timestamp now() {
    return Timestamp.from(clock.instant());
  }
}
