package org.fingerpost.audit.search;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What an auditor looks for. Each component is {@code null} where anything will do. Addresses carry references and codes only: there
 * is no way to look for a name.
 *
 * @param kind one kind only, a whole page of it
 * @param reference a reference, or how one begins, in upper case
 * @param who a member of staff by user id: in charge of a case, or who acted
 * @param from first day, London
 * @param to last day, London
 * @param state a stage or an end
 * @param rule id of a rule that answered
 * @param model a model in one version, e.g. {@code referral-route@2}
 * @param act an act on record
 * @param after where the page before ended
 */
record Wanted(
    Kind kind,
    String scheme,
    String reference,
    String who,
    LocalDate from,
    LocalDate to,
    String state,
    String rule,
    ModelVersion model,
    String act,
    Place after) {

  private static final Pattern MODEL = Pattern.compile("([a-z0-9-]{1,100})@(\\d{1,6})");
  private static final Pattern CODE = Pattern.compile("[A-Za-z0-9_.@:-]{1,120}");

  /** A key and the number of a version. */
  record ModelVersion(String key, int version) {

    @Override
    public String toString() {
      return key + "@" + version;
    }
  }

  /**
   * What was typed.
   *
   * @param problems filled with a message key by field where something is not understood; it is then not looked for
   */
  static Wanted of(Map<String, String> typed, Map<String, String> problems) {
    var reference = text(typed, "reference");
    return new Wanted(
        kind(text(typed, "kind")),
        code(typed, "scheme", problems),
        reference == null ? null : CODE.matcher(reference).matches() ? cased(reference) : refused("reference", problems, "audit.search.bad-reference"),
        code(typed, "who", problems),
        day(typed, "from", problems),
        day(typed, "to", problems),
        code(typed, "state", problems),
        code(typed, "rule", problems),
        model(text(typed, "model"), problems),
        code(typed, "act", problems),
        Place.of(text(typed, "after")));
  }

  Wanted onlyOf(Kind one) {
    return new Wanted(one, scheme, reference, who, from, to, state, rule, model, act, after);
  }

  /** Whether the less usual questions are asked. */
  public boolean narrow() {
    return rule != null || model != null || act != null || state != null;
  }

  /** References are written in capitals; ids of other things are not. */
  private static String cased(String reference) {
    return reference.matches("(?i)[a-z]{2}-[0-9a-z]{0,4}(-[0-9a-z]{0,4})?") ? reference.toUpperCase(Locale.ROOT) : reference;
  }

  private static Kind kind(String code) {
    for (var kind : Kind.values()) {
      if (kind.name().equals(code)) {
        return kind;
      }
    }
    return null;
  }

  private static ModelVersion model(String typed, Map<String, String> problems) {
    if (typed == null) {
      return null;
    }
    var matcher = MODEL.matcher(typed.toLowerCase(Locale.ROOT));
    if (!matcher.matches()) {
      return refused("model", problems, "audit.search.bad-model");
    }
    return new ModelVersion(matcher.group(1), Integer.parseInt(matcher.group(2)));
  }

  private static LocalDate day(Map<String, String> typed, String field, Map<String, String> problems) {
    var text = text(typed, field);
    try {
      return text == null ? null : LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      return refused(field, problems, "audit.search.bad-day");
    }
  }

  private static String code(Map<String, String> typed, String field, Map<String, String> problems) {
    var text = text(typed, field);
    return text == null || CODE.matcher(text).matches() ? text : refused(field, problems, "audit.search.bad-code");
  }

  private static <T> T refused(String field, Map<String, String> problems, String key) {
    problems.put(field, key);
    return null;
  }

  private static String text(Map<String, String> typed, String field) {
    var text = typed.get(field);
    return text == null || text.isBlank() ? null : text.strip();
  }
}
