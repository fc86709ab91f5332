package org.fingerpost.intake;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.function.Supplier;
import org.fingerpost.intake.receiving.Sending;
import org.fingerpost.platform.Actor;
import org.fingerpost.platform.CurrentActor;
import org.fingerpost.platform.Words;
import org.fingerpost.referral.ReceivingReferral;
import org.fingerpost.referral.ReferralRequest;
import org.fingerpost.referral.domain.ReferralRules;
import org.fingerpost.scheme.SchemeWords;
import org.fingerpost.scheme.Schemes;
import org.springframework.beans.BeanUtils;
import org.springframework.context.MessageSource;
import org.springframework.context.support.ResourceBundleMessageSource;

/** The doors with the real schemes, rules and words around them, but nothing kept: no engine, no database. */
public final class IntakeFixture {

  /** A Saturday in November; consent given on it is of today. */
  public static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-21T10:00:00Z"), ZoneId.of("Europe/London"));

  public static final Schemes SCHEMES = Schemes.shipped();
  public static final Words WORDS = words();
  public static final SchemeWords SCHEME_WORDS = new SchemeWords(SCHEMES, WORDS);

  private IntakeFixture() {}

  /** Knows the rules of a referral, and keeps nothing. */
  public static ReceivingReferral rules() {
    var receiving = mock(ReceivingReferral.class);
    when(receiving.problems(any()))
        .thenAnswer(
            call -> {
              ReferralRequest request = call.getArgument(0);
              var scheme = SCHEMES.get(request.schemeId());
              var today = LocalDate.now(CLOCK);
              return ReferralRules.problems(ReferralRules.tidy(request, scheme, today), scheme, today);
            });
    return receiving;
  }

  /** Nobody is signed in. */
  public static Sending sending() {
    return new Sending(
        new CurrentActor() {
          @Override
          public Actor get() {
            return Actor.SYSTEM;
          }

          @Override
          public <T> T as(Actor actor, Supplier<T> work) {
            return work.get();
          }
        });
  }

  private static Words words() {
    var bundles = new ResourceBundleMessageSource();
    bundles.setBasenames("messages/groups", "messages/intake", "messages/platform", "messages/referral", "messages/scheme");
    bundles.setDefaultEncoding("UTF-8");
    bundles.setFallbackToSystemLocale(false);
    bundles.setAlwaysUseMessageFormat(true);
    try {
      return BeanUtils.instantiateClass(Words.class.getDeclaredConstructor(MessageSource.class), bundles);
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException("Words are made of a message source", e);
    }
  }
}
