package org.fingerpost.year;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.List;
import org.fingerpost.platform.Language;
import org.fingerpost.referral.AReferral;
import org.fingerpost.referral.ReferralRequest.ConsentToRefer;
import org.fingerpost.referral.ReferralRequest.Person;
import org.fingerpost.referral.ReferralRequest.Referrer;

/**
 * Who is referred on which day of the year, by whom and for what. Arrivals per practice and month are negative binomial around 14.5, fewer
 * in July and August, more in January, none at weekends.
 */
final class Arrivals {

  private static final double PER_PRACTICE_AND_MONTH = 14.5;
  private static final double DISPERSION = 5;

  private static final List<String> GIVEN =
      List.of(
          "Olwen", "Mabli", "Idris", "Ffion", "Harold", "Doreen", "Cedric", "Enid", "Amina", "Yusuf", "Priti", "Kofi", "Agnes", "Walter",
          "Hettie", "Leopold", "Rosalba", "Tobias", "Winifred", "Jasper");
  private static final List<String> FAMILY =
      List.of(
          "Thistlewood", "Marchbanks", "Penhallow", "Wigglesworth", "Larkspur", "Fennimore", "Oakenshaw", "Brambley", "Hartigan", "Okonjo",
          "Rahimi", "Venkatesan", "Addo", "Pettigrove", "Winterbourne", "Silverthorn");
  private static final List<String> POSTCODES =
      List.of("GL1 1AA", "GL2 4BB", "GL50 1DD", "GL53 2DD", "GL5 1EE", "GL6 7FF", "GL14 2GG", "GL16 8HH", "GL20 5JJ", "GL7 1LL");
  private static final List<String> WHY =
      List.of(
          "Lives alone since the move and sees nobody for days.",
          "Finds it hard to leave the house since the winter.",
          "Worries about bills and puts letters away unopened.",
          "Would like company and something to get up for.",
          "Looks after a partner and has no time of her own.",
          "Pain has taken away the garden and the bowls club.");
  private static final String[] NEEDS = {
    "LONELINESS", "MENTAL_WELLBEING", "MONEY", "LONG_TERM_CONDITION", "PHYSICAL_ACTIVITY", "HOUSING", "CARING", "BEREAVEMENT",
    "WORK_VOLUNTEERING", "FOOD_FUEL"
  };
  private static final double[] NEEDS_PER_HUNDRED = {38, 36, 22, 20, 18, 11, 9, 7, 8, 6};

  /**
   * One referral to come.
   *
   * @param number from 0, unique in the year
   */
  record Arrival(int number, LocalDate on, Life life, AReferral referral) {}

  private final long seed;
  private final int practices;

  Arrivals(long seed, int practices) {
    this.seed = seed;
    this.practices = practices;
  }

  /** All arrivals of the year that begins on this day, in order. */
  List<Arrival> of(LocalDate firstDay) {
    var days = new ArrayList<LocalDate>();
    for (int practice = 0; practice < practices; practice++) {
      for (int month = 0; month < 12; month++) {
        var draw = new Draw(seed, 1, practice, month);
        var begin = firstDay.plusMonths(month);
        int arrive = draw.negativeBinomial(PER_PRACTICE_AND_MONTH * season(begin.getMonth()), DISPERSION);
        for (int i = 0; i < arrive; i++) {
          days.add(weekday(begin.plusDays(draw.between(0, begin.lengthOfMonth() - 1))));
        }
      }
    }
    days.sort(null);
    var arrivals = new ArrayList<Arrival>();
    for (int number = 0; number < days.size(); number++) {
      arrivals.add(arrival(number, days.get(number), arrivals));
    }
    return arrivals;
  }

  private static double season(Month month) {
    return switch (month) {
      case JULY, AUGUST -> 0.4;
      case JANUARY -> 1.2;
      default -> 1;
    };
  }

  private static LocalDate weekday(LocalDate day) {
    if (day.getDayOfWeek() == DayOfWeek.SATURDAY) {
      return day.plusDays(2);
    }
    return day.getDayOfWeek() == DayOfWeek.SUNDAY ? day.plusDays(1) : day;
  }

  private Arrival arrival(int number, LocalDate on, List<Arrival> before) {
    var draw = new Draw(seed, 2, number);
    var life = Life.drawn(draw);
    var referral = AReferral.forZebedee();
    referral.person = person(draw, number);
    referral.reason = draw.of(WHY);
    referral.tried = null;
    needs(draw, referral);
    if (draw.chance(0.12)) {
      referral.risks(draw.of(List.of("FALLS", "SELF_HARM_HISTORY", "OTHER")));
      referral.riskNote = "Told the surgery about it; nothing new.";
    }
    source(draw, referral);
    belonging(new Draw(seed, 9, number), referral);
    referral.consent(new ConsentToRefer(true, "PERSON", "IN_PERSON", on.minusDays(1)));
    switch (life.entry()) {
      case NO_CONSENT -> referral.withoutConsent();
      case OUT_OF_AREA -> referral.livingAt("BB9 7LJ");
      case SOURCE_NOT_LIVE -> referral.referredBy(professional("Ward 4", "Invented Community Hospital"), "COMMUNITY_HOSPITAL");
      case UNSTABLE -> referral.risks("MH_UNSTABLE");
      case TOO_YOUNG -> referral.born(on.minusYears(16).minusDays(40));
      case INFORMATION_ONLY -> referral.wantsInformationOnly();
      case AGAIN -> again(draw, referral, before);
      case FITS -> {}
    }
    return new Arrival(number, on, life, referral);
  }

  /**
   * Which groups somebody belongs to, drawn apart so that the rest of the year stays as it is: three in five are women, 23 of 100 are not
   * White. One in four is not asked or leaves it empty, a few prefer not to say.
   */
  private static void belonging(Draw draw, AReferral referral) {
    String sex = List.of("2", "1", "9").get(draw.weighted(60, 39.5, 0.5));
    String category =
        List.of("A", "B", "C", "H", "J", "K", "R", "L", "M", "N", "P", "D", "E", "F", "G", "S")
            .get(draw.weighted(72, 1, 4, 3, 2, 1, 1, 2, 3, 2, 1, 1.5, 0.5, 1, 1, 4));
    referral.belonging(said(draw, sex), said(draw, category));
  }

  private static String said(Draw draw, String answer) {
    return switch (draw.weighted(71, 4, 25)) {
      case 0 -> answer;
      case 1 -> "Z";
      default -> null;
    };
  }

  /** Somebody else sends the same person within weeks; the first of the year is nobody's second. */
  private static void again(Draw draw, AReferral referral, List<Arrival> before) {
    for (int back = draw.between(1, 6); back <= before.size(); back++) {
      var earlier = before.get(before.size() - back);
      if (earlier.life().entry() == Life.Entry.FITS) {
        referral.person = earlier.referral().person;
        referral.belonging(earlier.referral().sex, earlier.referral().ethnicCategory);
        return;
      }
    }
  }

  private static Person person(Draw draw, int number) {
    int age =
        switch (draw.weighted(6, 24, 26, 28, 16)) {
          case 0 -> draw.between(19, 29);
          case 1 -> draw.between(30, 49);
          case 2 -> draw.between(50, 64);
          case 3 -> draw.between(65, 79);
          default -> draw.between(80, 95);
        };
    return new Person(
        draw.of(GIVEN),
        draw.of(FAMILY),
        LocalDate.of(2025 - age, 1, 1).minusDays(draw.between(0, 364)),
        draw.chance(0.02) ? null : nhsNumber(number),
        draw.of(POSTCODES),
        "01632 960%03d".formatted(number % 1000),
        draw.chance(0.4) ? "person%d@example.org".formatted(number) : null,
        draw.chance(0.02) ? Language.CY : Language.EN,
        draw.chance(0.06) ? "Polish" : null,
        draw.chance(0.1) ? "Large print" : null,
        draw.chance(0.2) ? "Not before ten" : null);
  }

  /** A number of the range that is never issued, with its check digit (NHS Data Dictionary, modulus 11). */
  static String nhsNumber(int number) {
    // Seven apart, so that stepping over a number without check digit never meets the next person's.
    for (int candidate = 400_000 + number * 7; ; candidate++) {
      var digits = "999%06d".formatted(candidate);
      int sum = 0;
      for (int i = 0; i < 9; i++) {
        sum += (digits.charAt(i) - '0') * (10 - i);
      }
      int check = (11 - sum % 11) % 11;
      if (check != 10) {
        return digits + check;
      }
    }
  }

  private static void needs(Draw draw, AReferral referral) {
    var needs = new ArrayList<String>();
    for (int i = 0; i < NEEDS.length && needs.size() < 3; i++) {
      if (draw.chance(NEEDS_PER_HUNDRED[i] / 100)) {
        needs.add(NEEDS[i]);
      }
    }
    referral.needs = needs.isEmpty() ? List.of(NEEDS[draw.weighted(NEEDS_PER_HUNDRED)]) : List.copyOf(needs);
  }

  private static void source(Draw draw, AReferral referral) {
    switch (draw.weighted(55, 12, 12, 6, 4, 4, 3, 2, 2)) {
      case 0 -> referral.referredBy(professional("Dr Wynne Okafor", "Invented Surgery"), "GENERAL_PRACTICE");
      case 1 -> referral.referredBy(professional("Nia Calloway", "Invented Pharmacy"), "PHARMACY");
      case 2 -> referral.bySelf();
      case 3 -> referral.referredBy(professional("Marcus Finley", "Invented Social Care Team"), "SOCIAL_CARE");
      case 4 -> referral.referredBy(professional("Sister Amara Bell", "Invented Hospital"), "HOSPITAL_DISCHARGE");
      case 5 -> referral.referredBy(professional("Josie Tennant", "Invented Community Hub"), "VCSE");
      case 6 -> referral.referredBy(professional("Ravi Sandhu", "Invented Homes"), "HOUSING");
      case 7 -> referral.byFamily("CHILD");
      default -> referral.referredBy(professional("Watch Manager Dale", "Invented Fire Station"), "FIRE_SERVICE");
    }
  }

  private static Referrer professional(String name, String organisation) {
    return new Referrer("PROFESSIONAL", name, "Referrer", organisation, "referrer@example.org", "01632 960111", null, Language.EN);
  }
}
