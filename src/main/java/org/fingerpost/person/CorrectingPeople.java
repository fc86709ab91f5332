package org.fingerpost.person;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.fingerpost.platform.InvalidInput;
import org.fingerpost.platform.PersonCorrection;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Puts right what was kept of a person, by the same rules as it came in. */
@Component
class CorrectingPeople implements PersonCorrection {

  private static final Set<Field> NEEDED =
      Set.of(Field.GIVEN_NAME, Field.FAMILY_NAME, Field.DATE_OF_BIRTH, Field.POSTCODE);
  private static final int LONGEST = 500;
  private static final int LONGEST_NAME = 100;
  private static final Pattern POSTCODE = Pattern.compile("[A-Z]{1,2}[0-9][0-9A-Z]? [0-9][A-Z]{2}");
  private static final Pattern E_MAIL = Pattern.compile("[^\\s@]+@[^\\s@]+\\.[^\\s@]+");
  private static final Pattern PHONE = Pattern.compile("\\+?[0-9 ()-]{10,20}");

  private final EntityManager entities;
  private final Clock clock;

  CorrectingPeople(EntityManager entities, Clock clock) {
    this.entities = entities;
    this.clock = clock;
  }

  @Override
  @Transactional(propagation = Propagation.MANDATORY)
  public String correct(UUID personId, Field field, String typed) {
    var person = entities.find(Person.class, personId);
    if (person == null) {
      throw new NoSuchElementException("No person " + personId);
    }
    String before = person.value(field);
    String value = tidy(field, typed);
    if (value == null ? NEEDED.contains(field) || lastWayToReach(person, field) : !right(field, value)) {
      throw new InvalidInput("value", "rights.correct.invalid");
    }
    person.correct(field, value);
    // The registry of rights reads and erases by SQL, perhaps in this same transaction.
    entities.flush();
    return before;
  }

  @Override
  public List<String> codes(Field field) {
    return switch (field) {
      case SEX -> StatedSex.codes();
      case ETHNIC_CATEGORY -> EthnicCategory.codes();
      default -> List.of();
    };
  }

  private static boolean lastWayToReach(Person person, Field field) {
    return field == Field.PHONE && person.value(Field.EMAIL) == null
        || field == Field.EMAIL && person.value(Field.PHONE) == null;
  }

  private static String tidy(Field field, String typed) {
    if (typed == null || typed.isBlank()) {
      return null;
    }
    String text = typed.strip();
    return switch (field) {
      case NHS_NUMBER -> NhsNumber.digits(text);
      case POSTCODE -> text.toUpperCase(Locale.ROOT).replaceAll("\\s", "").replaceFirst("(.{3})$", " $1");
      case SEX, ETHNIC_CATEGORY -> text.toUpperCase(Locale.ROOT);
      default -> text;
    };
  }

  private boolean right(Field field, String value) {
    return value.indexOf('\0') < 0
        && switch (field) {
          case GIVEN_NAME, FAMILY_NAME -> value.length() <= LONGEST_NAME;
          case DATE_OF_BIRTH -> dayInThePast(value);
          case NHS_NUMBER -> NhsNumber.isValid(value);
          case POSTCODE -> POSTCODE.matcher(value).matches();
          case PHONE -> PHONE.matcher(value).matches();
          case EMAIL -> E_MAIL.matcher(value).matches() && value.length() <= LONGEST_NAME * 2;
          case SEX, ETHNIC_CATEGORY -> codes(field).contains(value);
          case INTERPRETER, COMMUNICATION_NEEDS, SAFE_TIME_TO_CALL -> value.length() <= LONGEST;
        };
  }

  private boolean dayInThePast(String value) {
    try {
      var day = LocalDate.parse(value);
      return !day.isAfter(LocalDate.now(clock)) && day.isAfter(LocalDate.now(clock).minusYears(130));
    } catch (DateTimeParseException e) {
      return false;
    }
  }
}
