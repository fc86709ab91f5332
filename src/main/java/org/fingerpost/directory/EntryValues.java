package org.fingerpost.directory;

import java.text.Normalizer;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fingerpost.platform.InvalidInput;
import org.fingerpost.platform.Language;
import org.fingerpost.platform.Words;
import org.fingerpost.scheme.AccessNeed;
import org.fingerpost.scheme.ActivityFormat;
import org.fingerpost.scheme.ActivityKind;
import org.fingerpost.scheme.Area;
import org.fingerpost.scheme.Codes;
import org.fingerpost.scheme.Frequency;
import org.fingerpost.scheme.Interest;
import org.fingerpost.scheme.LegalForm;
import org.fingerpost.scheme.Scheme;
import org.springframework.stereotype.Component;

/**
 * Reads what people write for the values of an entry, in a file or a form: codes or their words in English or Welsh, prices and times as
 * people write them. What cannot be understood is refused with a reason, never guessed.
 */
@Component
public class EntryValues {

  private static final Pattern EMAIL = Pattern.compile("[^@\\s,;<>\"]+@[^@\\s,;<>\"]+\\.[^@\\s,;<>\"]+");
  private static final Pattern PHONE = Pattern.compile("[+0-9 ()]{6,40}");
  private static final Pattern WEBSITE = Pattern.compile("https?://[^\\s\"<>]+");
  private static final Pattern POSTCODE = Pattern.compile("([A-Z]{1,2}[0-9][0-9A-Z]?)([0-9][A-Z]{2})");
  private static final Pattern DISTRICT = Pattern.compile("[A-Z]{1,2}[0-9][0-9A-Z]?");
  private static final Pattern TIME = Pattern.compile("([01]?[0-9]|2[0-3])[:.]([0-5][0-9])");
  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,6}");
  private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}");

  private static final Set<String> YES = Set.of("true", "yes", "y", "1", "ie", "oes", "ydy");
  private static final Set<String> NO = Set.of("false", "no", "n", "0", "na", "nac oes", "nac ydy");

  /** Whole scheme, as the scheme folders write it. */
  private static final String EVERYWHERE = "*";

  private final Words words;

  EntryValues(Words words) {
    this.words = words;
  }

  /**
   * The value in its fixed form; {@code null} for nothing.
   *
   * @param typed what somebody wrote, or {@code null}
   * @throws InvalidInput naming the field, with a reason
   */
  public String read(Scheme scheme, EntryField field, String typed) {
    String text = typed == null ? "" : clean(field, typed);
    if (text.isEmpty()) {
      if (field.needed()) {
        throw refused(field, "directory.refused.needed");
      }
      return null;
    }
    if (text.length() > field.longest()) {
      throw refused(field, "directory.refused.long", field.longest());
    }
    return switch (field.kind()) {
      case LINE, TEXT -> text;
      case EMAIL -> matching(field, text, EMAIL, "directory.refused.email");
      case PHONE -> matching(field, text, PHONE, "directory.refused.phone");
      case WEBSITE -> matching(field, text, WEBSITE, "directory.refused.website");
      case POSTCODE -> postcode(field, text);
      case DISTRICT -> matching(field, text.toUpperCase(Locale.ROOT), DISTRICT, "directory.refused.district");
      case NUMBER -> number(field, text);
      case TIME -> time(field, text);
      case DATE -> matching(field, text, Pattern.compile("\\d{4}-\\d{2}-\\d{2}"), "directory.refused.code");
      case YES_NO -> yesOrNo(field, text);
      case LANGUAGES -> languages(field, text);
      case CODE -> code(scheme, field, text);
      case CODES -> codes(scheme, field, text);
    };
  }

  /** The codes that a field may hold, each with its words in one language. */
  public Map<String, String> options(Scheme scheme, EntryField field, Language language) {
    var options = new LinkedHashMap<String, String>();
    if (field == EntryField.AREAS || field == EntryField.ORGANISATION_AREAS) {
      scheme.areas().stream()
          .filter(area -> !area.grouping())
          .forEach(area -> options.put(area.code(), area.name().in(language)));
      return options;
    }
    String prefix = prefix(field);
    codesOf(field).forEach(code -> options.put(code, words.say(language, prefix + code)));
    return options;
  }

  private static List<String> codesOf(EntryField field) {
    return switch (field) {
      case LEGAL_FORM -> names(LegalForm.values());
      case ORGANISATION_STATUS, STATUS -> names(ListingStatus.values());
      case NEEDS -> Codes.needs();
      case FORMAT -> names(ActivityFormat.values());
      case WEEKDAYS -> names(DayOfWeek.values());
      case FREQUENCY -> names(Frequency.values());
      case ACCESS -> names(AccessNeed.values());
      case ACTIVITY_KIND -> names(ActivityKind.values());
      case INTERESTS -> names(Interest.values());
      default -> List.of();
    };
  }

  private static String prefix(EntryField field) {
    return switch (field) {
      case LEGAL_FORM -> "legal-form.";
      case NEEDS -> "need.";
      case FORMAT -> "activity-format.";
      case WEEKDAYS -> "weekday.";
      case FREQUENCY -> "frequency.";
      case ACCESS -> "access-need.";
      case ACTIVITY_KIND -> "activity-kind.";
      case INTERESTS -> "interest.";
      default -> "directory.status.";
    };
  }

  /** A value in words, to be shown; {@code null} for nothing. */
  public String say(Scheme scheme, EntryField field, String value, Language language) {
    if (value == null) {
      return null;
    }
    return switch (field.kind()) {
      case CODE, CODES -> {
        var options = options(scheme, field, language);
        yield Arrays.stream(value.split(" ")).map(code -> options.getOrDefault(code, code)).collect(Collectors.joining(", "));
      }
      case YES_NO -> words.say(language, value.equals("true") ? "directory.yes" : "directory.no");
      case NUMBER -> field == EntryField.COST_PENCE ? pounds(Integer.parseInt(value)) : value;
      default -> value;
    };
  }

  /** Pence as pounds: {@code £2.50}. */
  public static String pounds(int pence) {
    return pence % 100 == 0 ? "£" + pence / 100 : String.format(Locale.ROOT, "£%d.%02d", pence / 100, pence % 100);
  }

  /** Without characters that nobody sees; one line stays one line. */
  private static String clean(EntryField field, String typed) {
    String text = Normalizer.normalize(typed, Normalizer.Form.NFC).replaceAll("[\\p{Cc}\\p{Cf}&&[^\\n\\r\\t]]", "");
    boolean several = field.kind() == EntryField.Kind.TEXT;
    return (several ? text.replace("\r\n", "\n") : text.replaceAll("\\s+", " ")).strip();
  }

  private static String matching(EntryField field, String text, Pattern pattern, String otherwise) {
    if (!pattern.matcher(text).matches()) {
      throw refused(field, otherwise);
    }
    return text;
  }

  private static String postcode(EntryField field, String text) {
    var read = POSTCODE.matcher(text.toUpperCase(Locale.ROOT).replace(" ", ""));
    if (!read.matches()) {
      throw refused(field, "directory.refused.postcode");
    }
    return read.group(1) + ' ' + read.group(2);
  }

  private static String number(EntryField field, String text) {
    if (field == EntryField.COST_PENCE) {
      return pence(field, text);
    }
    if (!NUMBER.matcher(text).matches()) {
      throw refused(field, "directory.refused.number");
    }
    int number = Integer.parseInt(text);
    if ((field == EntryField.GROUP_SIZE && number == 0) || (field == EntryField.MAXIMUM_AGE || field == EntryField.MINIMUM_AGE) && number > 120) {
      throw refused(field, "directory.refused.number");
    }
    return Integer.toString(number);
  }

  /** Pounds as people write them: 2, £2.50; "free" and 0 are nothing. */
  private static String pence(EntryField field, String text) {
    String bare = text.toLowerCase(Locale.ROOT).replace("£", "").strip();
    if (bare.equals("free") || bare.equals("am ddim")) {
      return "0";
    }
    if (!bare.matches("[0-9]{1,4}([.][0-9]{2})?")) {
      throw refused(field, "directory.refused.cost");
    }
    int dot = bare.indexOf('.');
    int pence = dot < 0 ? Integer.parseInt(bare) * 100 : Integer.parseInt(bare.substring(0, dot)) * 100 + Integer.parseInt(bare.substring(dot + 1));
    return Integer.toString(pence);
  }

  private static String time(EntryField field, String text) {
    var read = TIME.matcher(text);
    if (!read.matches()) {
      throw refused(field, "directory.refused.time");
    }
    return (read.group(1).length() == 1 ? "0" : "") + read.group(1) + ':' + read.group(2);
  }

  private static String yesOrNo(EntryField field, String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    if (!YES.contains(lower) && !NO.contains(lower)) {
      throw refused(field, "directory.refused.yes-no");
    }
    return Boolean.toString(YES.contains(lower));
  }

  private static String languages(EntryField field, String text) {
    List<String> codes = Arrays.stream(text.toLowerCase(Locale.ROOT).split("[\\s,;|]+")).distinct().toList();
    if (!codes.stream().allMatch(code -> LANGUAGE.matcher(code).matches())) {
      throw refused(field, "directory.refused.language");
    }
    return String.join(" ", codes);
  }

  private String code(Scheme scheme, EntryField field, String text) {
    String code = known(scheme, field).get(plain(text));
    if (code == null) {
      throw refused(field, "directory.refused.code", brief(text));
    }
    return code;
  }

  /** Codes separated by spaces, or words separated by commas, semicolons or bars; in the order in which they were written. */
  private String codes(Scheme scheme, EntryField field, String text) {
    Map<String, String> known = known(scheme, field);
    List<String> parts = new ArrayList<>();
    for (String part : text.split("[,;|]")) {
      if (!part.isBlank()) {
        boolean one = known.containsKey(plain(part)) || part.strip().equals(EVERYWHERE);
        parts.addAll(one ? List.of(part.strip()) : List.of(part.strip().split("\\s+")));
      }
    }
    Set<String> codes = new LinkedHashSet<>();
    for (String part : parts) {
      if (part.equals(EVERYWHERE) && (field == EntryField.AREAS || field == EntryField.ORGANISATION_AREAS)) {
        codes.addAll(options(scheme, field, Language.EN).keySet());
        continue;
      }
      String code = known.get(plain(part));
      if (code == null) {
        throw refused(field, "directory.refused.code", brief(part));
      }
      codes.addAll(smallest(scheme, field, code));
    }
    if (codes.isEmpty()) {
      throw refused(field, "directory.refused.code", brief(text));
    }
    return String.join(" ", codes);
  }

  /** A larger area stands for those within it that have postcodes. */
  private static List<String> smallest(Scheme scheme, EntryField field, String code) {
    if (field != EntryField.AREAS && field != EntryField.ORGANISATION_AREAS) {
      return List.of(code);
    }
    var within = new ArrayList<String>();
    for (Area area : scheme.areas()) {
      if (area.code().equals(code)) {
        if (!area.grouping()) {
          within.add(code);
        }
      } else if (code.equals(area.parent())) {
        within.addAll(smallest(scheme, field, area.code()));
      }
    }
    return within;
  }

  /** Code by everything it may be written as. */
  private Map<String, String> known(Scheme scheme, EntryField field) {
    var known = new LinkedHashMap<String, String>();
    if (field == EntryField.AREAS || field == EntryField.ORGANISATION_AREAS) {
      for (Area area : scheme.areas()) {
        Stream.of(area.code(), area.name().en(), area.name().cy()).forEach(name -> known.putIfAbsent(plain(name), area.code()));
      }
      return known;
    }
    String prefix = prefix(field);
    for (String code : codesOf(field)) {
      known.putIfAbsent(plain(code), code);
      for (Language language : Language.values()) {
        known.putIfAbsent(plain(words.say(language, prefix + code)), code);
      }
    }
    return known;
  }

  /** Small letters without accents, and only letters and digits: how people write a word does not matter. */
  static String plain(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFD)
        .replaceAll("\\p{M}", "")
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^a-z0-9]+", " ")
        .strip();
  }

  private static String brief(String text) {
    return text.length() <= 40 ? text : text.substring(0, 39) + "…";
  }

  private static List<String> names(Enum<?>... codes) {
    return Arrays.stream(codes).map(Enum::name).toList();
  }

  private static InvalidInput refused(EntryField field, String key, Object... args) {
    return new InvalidInput(List.of(new InvalidInput.Problem(field.name(), key, List.of(args))));
  }
}
