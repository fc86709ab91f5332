package org.fingerpost.scheme;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the area of a postcode. A prefix ends at a boundary of the postcode: {@code GL1} is the district GL1 and never
 * GL14, {@code GL} is the letters of the postcode area, {@code ST6-1} is the sector ST6 1.
 */
final class PostcodeMatch {

  /** Postcode area, district or, after a hyphen, the start of the inward code. */
  private static final Pattern PREFIX = Pattern.compile("[A-Z]{1,2}([0-9][0-9A-Z]?(-[0-9][A-Z]{0,2})?)?");

  private static final Pattern FULL = Pattern.compile("([A-Z]{1,2})([0-9][0-9A-Z]?)([0-9][A-Z]{2})");
  private static final Pattern OUTWARD = Pattern.compile("([A-Z]{1,2})([0-9][0-9A-Z]?)()");

  private PostcodeMatch() {}

  static boolean validPrefix(String prefix) {
    return PREFIX.matcher(prefix).matches();
  }

  /** The area with the longest matching prefix; empty when none matches or the postcode cannot be read. */
  static Optional<Area> longest(String postcode, List<Area> areas) {
    Matcher read = read(postcode);
    if (read == null) {
      return Optional.empty();
    }
    record Hit(Area area, int length) {}
    return areas.stream()
        .flatMap(
            area ->
                area.postcodePrefixes().stream()
                    .filter(prefix -> matches(prefix, read))
                    .map(prefix -> new Hit(area, prefix.length())))
        .max(Comparator.comparingInt(Hit::length))
        .map(Hit::area);
  }

  private static Matcher read(String postcode) {
    if (postcode == null) {
      return null;
    }
    String bare = postcode.replaceAll("[^A-Za-z0-9]", "").toUpperCase(Locale.ROOT);
    Matcher full = FULL.matcher(bare);
    if (full.matches()) {
      return full;
    }
    Matcher outward = OUTWARD.matcher(bare);
    return outward.matches() ? outward : null;
  }

  private static boolean matches(String prefix, Matcher postcode) {
    String letters = postcode.group(1);
    String district = letters + postcode.group(2);
    int hyphen = prefix.indexOf('-');
    if (hyphen < 0) {
      return prefix.equals(letters) || prefix.equals(district);
    }
    return prefix.substring(0, hyphen).equals(district) && postcode.group(3).startsWith(prefix.substring(hyphen + 1));
  }
}
