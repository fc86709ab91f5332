package org.fingerpost.benchmark;

import java.time.LocalDate;
import java.util.concurrent.atomic.AtomicInteger;
import org.fingerpost.platform.Language;
import org.fingerpost.referral.ReferralRequest;

/**
 * People who do not exist, no two alike: NHS numbers of the range that is never issued (999),
 * telephone numbers of the range kept for drama. Safe for use by many threads.
 */
final class InventedPeople {

  private static final String[] GIVEN = {
    "Olwen", "Mabli", "Idris", "Ffion", "Harold", "Doreen", "Cedric", "Enid"
  };
  private static final String[] FAMILY = {
    "Quillfeather", "Thistlewood", "Marchbanks", "Penhallow", "Wigglesworth"
  };

  private final AtomicInteger counter;

  /**
   * @param from where to start counting, so that two runs on one database refer different people
   */
  InventedPeople(int from) {
    counter = new AtomicInteger(from);
  }

  ReferralRequest.Person next() {
    int number = counter.incrementAndGet();
    while (checkDigit(number) == 10) {
      number = counter.incrementAndGet();
    }
    return new ReferralRequest.Person(
        GIVEN[number % GIVEN.length],
        FAMILY[number / GIVEN.length % FAMILY.length],
        LocalDate.of(1940, 1, 1).plusDays(number % 18_000),
        "999%06d%d".formatted(number, checkDigit(number)),
        "GL1 1AA",
        "01632 960%03d".formatted(number % 1000),
        null,
        Language.EN,
        null,
        null,
        "Weekday mornings");
  }

  /** Modulus 11 of the NHS Data Dictionary; 10 means that there is no such number. */
  private static int checkDigit(int number) {
    var digits = "999%06d".formatted(number);
    int sum = 0;
    for (int i = 0; i < 9; i++) {
      sum += (digits.charAt(i) - '0') * (10 - i);
    }
    return (11 - sum % 11) % 11;
  }
}
