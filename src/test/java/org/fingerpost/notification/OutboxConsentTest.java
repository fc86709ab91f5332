package org.fingerpost.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fingerpost.FingerpostTest;
import org.fingerpost.journeys.Journeys;
import org.fingerpost.person.Consent;
import org.fingerpost.person.Consents;
import org.fingerpost.platform.Language;
import org.fingerpost.platform.engine.EngineClock;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** No message leaves without the consent it needs, whoever asks for it to be sent. */
@FingerpostTest
class OutboxConsentTest {

  @Autowired Journeys journeys;
  @Autowired Outbox outbox;
  @Autowired Consents consents;
  @Autowired TransactionTemplate transaction;
  @Autowired JdbcClient database;

  @Test
  void what_tells_others_about_the_person_says_which_consent_it_needs() {
    assertThat(Purpose.PROVIDER_OFFER.consent()).isEqualTo(NeededConsent.TELL_PROVIDER);
    assertThat(Purpose.REFERRAL_CLOSED.consent()).isEqualTo(NeededConsent.TELL_REFERRER);
    assertThat(Purpose.REFERRAL_CLOSED_GP.consent()).isEqualTo(NeededConsent.TELL_GP);
    for (Purpose purpose : Purpose.values()) {
      assertThat(purpose.recipient()).as("%s says whom it is written to", purpose).isNotNull();
      if (purpose.recipient() == Recipient.GENERAL_PRACTICE) {
        assertThat(purpose.consent()).isEqualTo(NeededConsent.TELL_GP);
      }
    }
  }

  @Test
  void a_message_is_not_sent_for_lack_of_consent_and_that_is_on_record() {
    var referral = journeys.receives(Journeys.someoneCalled("Outbox-One"));

    assertThat(send(toPractice(referral))).isFalse();

    assertThat(messages(referral)).doesNotContain("referral-closed-gp");
    assertThat(
            database
                .sql("select details->>'notSentBecause' || ' ' || (details->>'consent') from audit_entry where subject_id = ? and act = 'message.not-sent'")
                .param(referral)
                .query(String.class)
                .single())
        .isEqualTo("NO_CONSENT TELL_GP");
  }

  @Test
  void consent_given_in_the_same_transaction_counts_and_so_does_consent_withdrawn_there() {
    var referral = journeys.receives(Journeys.someoneCalled("Outbox-Two"));
    var sent =
        transaction.execute(
            status -> {
              answer(referral, true);
              boolean first = outbox.send(toPractice(referral));
              answer(referral, false);
              return List.of(first, outbox.send(toPractice(referral)));
            });
    assertThat(sent).containsExactly(true, false);
  }

  @Test
  void consent_to_tell_one_provider_is_no_consent_to_tell_another() {
    var referral = journeys.receives(Journeys.someoneCalled("Outbox-Three"));
    transaction.executeWithoutResult(status -> record(referral, Consent.Purpose.TELL_PROVIDER, "tea-and-company", true));

    assertThat(send(offer(referral).about("befriending-at-home"))).isFalse();
    assertThat(send(offer(referral).about("tea-and-company"))).isTrue();
  }

  @Test
  void a_message_to_the_person_needs_nobodys_leave() {
    var referral = journeys.receives(Journeys.someoneCalled("Outbox-Four").notToBeTold());
    var closed = message(referral, Purpose.REFERRAL_CLOSED, Map.of("result", "It ended"));

    assertThat(send(closed)).isFalse();
    assertThat(send(closed.toPerson())).isTrue();
  }

  @Test
  void after_a_death_what_waits_for_the_person_is_called_back_and_nothing_new_is_sent() {
    var referral = journeys.receives(Journeys.someoneCalled("Outbox-Five"));
    send(message(referral, Purpose.SIGNPOST_ASKED, Map.of("firstName", "Zebedee")));

    transaction.executeWithoutResult(status -> outbox.fallSilent(referral));

    assertThat(send(message(referral, Purpose.REFERRAL_SIGNPOSTED, Map.of()))).isFalse();
    assertThat(
            database
                .sql("select purpose || ' ' || status || ' ' || params from outbox_message where referral_id = ? and recipient = 'PERSON'")
                .param(referral)
                .query(String.class)
                .list())
        .containsExactly("signpost-asked CANCELLED {}");
    assertThat(messages(referral)).as("the referrer's own message is not the person's").contains("referral-received");
  }

  private boolean send(Message message) {
    return Boolean.TRUE.equals(transaction.execute(status -> outbox.send(message)));
  }

  private static Message toPractice(String referral) {
    return message(referral, Purpose.REFERRAL_CLOSED_GP, Map.of("result", "It ended"));
  }

  private static Message offer(String referral) {
    return message(referral, Purpose.PROVIDER_OFFER, Map.of("firstName", "Zebedee"));
  }

  private static Message message(String referral, Purpose purpose, Map<String, Object> params) {
    return new Message(
        "gloucestershire", referral, purpose, purpose.code() + ":" + UUID.randomUUID(), null, Language.EN, params);
  }

  private void answer(String referral, boolean granted) {
    record(referral, Consent.Purpose.TELL_GP, null, granted);
  }

  private void record(String referral, Consent.Purpose purpose, String activity, boolean granted) {
    consents.record(
        new Consent(
            journeys.summary(referral).personId(),
            referral,
            purpose,
            granted,
            "PERSON",
            "TELEPHONE",
            LocalDate.ofInstant(EngineClock.now(), EngineClock.LONDON),
            "tell-gp-1",
            activity,
            "lowri"));
  }

  private List<String> messages(String referral) {
    return database
        .sql("select purpose from outbox_message where referral_id = ?")
        .param(referral)
        .query(String.class)
        .list();
  }
}
