package org.fingerpost.notification;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * What a message is for, and of which paragraphs it is made. Subject and paragraphs are in the bundles under
 * {@code message.<code>.<name>}, with the named parameters as {@code {0}}, {@code {1}}…; a paragraph with a missing parameter is
 * left out, so that optional parameters need no template language. Each says whom it is written to and which consent it needs:
 * {@link Outbox} asks for it in the transaction that queues the message, so that no caller can forget to.
 */
public enum Purpose {
  /** To the referrer: we have it. */
  REFERRAL_RECEIVED(
      Recipient.REFERRER,
      NeededConsent.NONE,
      p("subject", "reference"),
      p("received", "schemeName", "reference"),
      p("next"),
      p("track", "trackingLink"),
      p("mistake", "schemeName")),

  /**
   * To the organisation: can somebody join? {@code accompanied} is {@code true} or left out; {@code answerBy} is a written date.
   */
  PROVIDER_OFFER(
      Recipient.ORGANISATION,
      NeededConsent.TELL_PROVIDER,
      p("subject", "activityName"),
      p("offer", "schemeName", "activityName"),
      p("person", "firstName"),
      p("wishes", "wishes"),
      p("accompanied", "accompanied"),
      p("answer", "answerBy", "replyLink"),
      p("unsure", "schemeName")),

  /** To the referrer, where the person agreed: what became of it. {@code result} is in words. */
  REFERRAL_CLOSED(
      Recipient.REFERRER,
      NeededConsent.TELL_REFERRER,
      p("subject", "reference"),
      p("closed", "schemeName", "reference"),
      p("result", "result"),
      p("again", "schemeName")),

  /** To the person: places to go to. {@code activities} is one line per activity; {@code contact} is how to reach the scheme
   * and stands there only if there is no activity to name. */
  REFERRAL_SIGNPOSTED(
      Recipient.PERSON,
      NeededConsent.NONE,
      p("subject", "schemeName"),
      p("hello", "firstName"),
      p("about", "schemeName"),
      p("activities", "activities"),
      p("none", "contact"),
      p("back", "schemeName")),

  /** To the organisation: no need to answer, or to expect anybody, any more. {@code offeredOn} is a written date. */
  INTRODUCTION_STOPPED(
      Recipient.ORGANISATION,
      NeededConsent.NONE,
      p("subject", "activityName"),
      p("stopped", "schemeName", "activityName", "offeredOn"),
      p("nothing"));

  private final Recipient recipient;
  private final NeededConsent consent;
  private final List<Part> parts;

  Purpose(Recipient recipient, NeededConsent consent, Part... parts) {
    this.recipient = recipient;
    this.consent = consent;
    this.parts = List.of(parts);
  }

  /** Who a message of this purpose is usually written to. */
  public Recipient recipient() {
    return recipient;
  }

  /** What the person must have agreed to before it is sent; a message to the person needs nobody's leave. */
  public NeededConsent consent() {
    return consent;
  }

  /** Kebab-case code, as kept and as the bundles name it. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The subject, then the paragraphs. */
  public List<Part> parts() {
    return parts;
  }

  /** The purpose with a code. */
  public static Purpose of(String code) {
    return Arrays.stream(values())
        .filter(p -> p.code().equals(code))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("No such message: " + code));
  }

  private static Part p(String name, String... params) {
    return new Part(name, List.of(params));
  }

  /**
   * @param params names, in the order of the bundle's {@code {0}}, {@code {1}}…
   */
  public record Part(String name, List<String> params) {}
}
