package org.fingerpost.community.process;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.fingerpost.community.Check;
import org.fingerpost.community.CheckState;
import org.fingerpost.platform.InvalidInput;

/** Reads what was typed or chosen in the forms about groups. */
final class Typed {

  static final String YES = "YES";
  static final List<String> YES_NO = List.of(YES, "NO");

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d/M/uuuu").withResolverStyle(ResolverStyle.STRICT);

  private Typed() {}

  /** A day that must be there, written like 31/12/2026. */
  static LocalDate day(String field, String text) {
    try {
      return LocalDate.parse(text == null ? "" : text.strip(), DAY);
    } catch (DateTimeException e) {
      throw new InvalidInput(field, "community.form.day.unreadable");
    }
  }

  /** A code that must be there. */
  static <E extends Enum<E>> E code(String field, String code, Class<E> type) {
    E one = codeOrNull(field, code, type);
    if (one == null) {
      throw new InvalidInput(field, "community.form.code.required");
    }
    return one;
  }

  static <E extends Enum<E>> E codeOrNull(String field, String code, Class<E> type) {
    if (code == null || code.isBlank()) {
      return null;
    }
    try {
      return Enum.valueOf(type, code);
    } catch (IllegalArgumentException e) {
      throw new InvalidInput(field, "community.form.code.unknown");
    }
  }

  /** How each check stands, in the order of the checks. */
  static Map<Check, CheckState> states(String... codes) {
    var states = new EnumMap<Check, CheckState>(Check.class);
    for (Check check : Check.values()) {
      states.put(check, code(field(check), codes[check.ordinal()], CheckState.class));
    }
    return states;
  }

  /** The form's name for a check: {@code stepFree}. */
  private static String field(Check check) {
    var words = check.name().toLowerCase(java.util.Locale.ROOT).split("_");
    return words[0]
        + Arrays.stream(words).skip(1).map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1)).reduce("", String::concat);
  }

  static List<String> list(List<String> codes) {
    return codes == null ? List.of() : codes;
  }

  static List<String> names(Enum<?>... codes) {
    return Arrays.stream(codes).map(Enum::name).toList();
  }
}
