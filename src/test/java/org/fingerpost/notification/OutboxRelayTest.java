package org.fingerpost.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import jakarta.mail.internet.MimeMessage;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fingerpost.FingerpostTest;
import org.fingerpost.platform.Language;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The relay against the real outbox table and a mail server that can be told to fail. */
@FingerpostTest
class OutboxRelayTest {

  @Autowired Outbox outbox;
  @Autowired JdbcClient database;
  @Autowired PlatformTransactionManager transactions;
  @Autowired TransactionTemplate transaction;
  @Autowired Clock clock;

  private final List<MimeMessage> sent = new ArrayList<>();
  private boolean mailServerIsDown;
  private Duration later = Duration.ZERO;
  private String dedup;

  @BeforeEach
  void a_key_of_its_own() {
    dedup = "test:" + UUID.randomUUID();
  }

  @AfterEach
  void nothing_is_left_waiting() {
    database.sql("delete from outbox_message where dedup_key like 'test:%'").update();
  }

  @Test
  void a_message_is_sent_once_under_its_own_id_and_its_contents_are_forgotten() throws Exception {
    queue("wynne@example.org");
    relay(true).relay();
    relay(true).relay();

    assertThat(sent).hasSize(1);
    var mail = sent.get(0);
    assertThat(mail.getHeader("Message-ID")).containsExactly("<" + row().get("message_id") + "@fingerpost.example.org>");
    assertThat(mail.getAllRecipients()[0]).hasToString("wynne@example.org");
    assertThat(mail.getSubject()).contains("FP-TEST-0001");
    assertThat((String) mail.getContent()).contains("http://localhost/track/secret");
    assertThat(row()).containsEntry("status", "SENT").containsEntry("tries", 1);
    assertThat(row().get("params")).hasToString("{}");
    assertThat(shown().body()).isNull();
    assertThat(shown().subject()).isEqualTo("Referral received");
  }

  @Test
  void a_key_is_used_once() {
    queue("wynne@example.org");
    queue("somebody.else@example.org");

    assertThat(database.sql("select to_address from outbox_message where dedup_key = ?").param(dedup).query(String.class).list())
        .containsExactly("wynne@example.org");
  }

  @Test
  void while_the_mail_server_is_down_a_message_waits_longer_each_time() {
    mailServerIsDown = true;
    queue("wynne@example.org");

    relay(true).relay();
    assertThat(row()).containsEntry("status", "WAITING").containsEntry("tries", 1);
    relay(true).relay();
    assertThat(row()).containsEntry("tries", 1);
    later = Duration.ofMinutes(2);
    relay(true).relay();
    assertThat(row()).containsEntry("tries", 2);
    later = Duration.ofMinutes(5);
    relay(true).relay();
    assertThat(row()).containsEntry("tries", 2);

    mailServerIsDown = false;
    later = Duration.ofMinutes(6);
    relay(true).relay();
    assertThat(row()).containsEntry("status", "SENT").containsEntry("tries", 3);
  }

  @Test
  void after_ten_tries_a_message_has_failed_and_stays_to_be_read() {
    mailServerIsDown = true;
    queue("wynne@example.org");
    for (int i = 0; i < 12; i++) {
      relay(true).relay();
      later = later.plusDays(2);
    }

    assertThat(row()).containsEntry("status", "FAILED").containsEntry("tries", OutboxRelay.MOST_TRIES);
    assertThat(shown().body()).contains("secret");
  }

  @Test
  void a_message_that_cannot_be_put_into_words_does_not_hold_up_the_others() {
    queue("wynne@example.org");
    database.sql("update outbox_message set params = '[]' where dedup_key = ?").param(dedup).update();
    String broken = dedup;
    dedup = "test:" + UUID.randomUUID();
    queue("idris@example.org");

    relay(true).relay();

    assertThat(sent).hasSize(1);
    assertThat(row()).containsEntry("status", "SENT");
    dedup = broken;
    assertThat(row()).containsEntry("status", "WAITING");
  }

  @Test
  void without_a_mail_server_or_without_an_address_a_message_stays_on_screen() {
    queue(null);
    relay(true).relay();
    assertThat(row()).containsEntry("status", "ON_SCREEN");
    assertThat(shown().body()).contains("http://localhost/track/secret");

    dedup = "test:" + UUID.randomUUID();
    queue("wynne@example.org");
    relay(false).relay();
    assertThat(row()).containsEntry("status", "ON_SCREEN");
    assertThat(sent).isEmpty();
  }

  private void queue(String to) {
    transaction.executeWithoutResult(
        status ->
            outbox.send(
                new Message(
                    "gloucestershire", null, Purpose.REFERRAL_RECEIVED, dedup, to, Language.EN,
                    new HashMap<>(
                        Map.of(
                            "schemeName", "Gloucestershire", "reference", "FP-TEST-0001",
                            "trackingLink", "http://localhost/track/secret")))));
  }

  @SuppressWarnings("unchecked")
  private OutboxRelay relay(boolean withMailServer) {
    var server = mock(JavaMailSender.class);
    when(server.createMimeMessage()).thenReturn(new JavaMailSenderImpl().createMimeMessage());
    doAnswer(
            call -> {
              assertThat(TransactionSynchronizationManager.isActualTransactionActive()).isFalse();
              if (mailServerIsDown) {
                throw new MailSendException("No answer from the mail server for wynne@example.org");
              }
              sent.add(call.getArgument(0));
              return null;
            })
        .when(server)
        .send(any(MimeMessage.class));
    ObjectProvider<JavaMailSender> provider = mock(ObjectProvider.class);
    when(provider.getIfAvailable()).thenReturn(withMailServer ? server : null);
    var now = Clock.fixed(clock.instant().plus(later), ZoneId.of("Europe/London"));
    return new OutboxRelay(database, outbox, provider, transactions, "no-reply@fingerpost.example.org", now);
  }

  private Map<String, Object> row() {
    return database.sql("select * from outbox_message where dedup_key = ?").param(dedup).query().singleRow();
  }

  private RenderedMessage shown() {
    var id = row().get("message_id");
    return outbox.latest(1000).stream().filter(m -> m.messageId().equals(id)).findFirst().orElseThrow();
  }
}
