package org.fingerpost.directory;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * What an entry of the directory says, value by value, as it can be changed, imported and kept in its history. Values are texts in one
 * fixed form: codes separated by spaces, times as 14:30, yes and no as true and false. Words: {@code directory.field.<CODE>}.
 */
public enum EntryField {
  ORGANISATION_NAME(Of.ORGANISATION, "name", Kind.LINE, 120, true),
  LEGAL_FORM(Of.ORGANISATION, "legal_form", Kind.CODE, 40, true),
  EMAIL(Of.ORGANISATION, "email", Kind.EMAIL, 200, false),
  PHONE(Of.ORGANISATION, "phone", Kind.PHONE, 40, false),
  WEBSITE(Of.ORGANISATION, "website", Kind.WEBSITE, 300, false),
  ORGANISATION_DESCRIPTION_EN(Of.ORGANISATION, "description_en", Kind.TEXT, 2000, false),
  ORGANISATION_DESCRIPTION_CY(Of.ORGANISATION, "description_cy", Kind.TEXT, 2000, false),
  ORGANISATION_AREAS(Of.ORGANISATION, "areas", Kind.CODES, 2000, false),
  PAID_STAFF(Of.ORGANISATION, "paid_staff", Kind.NUMBER, 6, false),
  VOLUNTEERS(Of.ORGANISATION, "volunteers", Kind.NUMBER, 6, false),
  ORGANISATION_STATUS(Of.ORGANISATION, "status", Kind.CODE, 40, true),

  NAME_EN(Of.ACTIVITY, "name_en", Kind.LINE, 120, true),
  NAME_CY(Of.ACTIVITY, "name_cy", Kind.LINE, 120, true),
  DESCRIPTION_EN(Of.ACTIVITY, "description_en", Kind.TEXT, 2000, false),
  DESCRIPTION_CY(Of.ACTIVITY, "description_cy", Kind.TEXT, 2000, false),
  NEEDS(Of.ACTIVITY, "needs", Kind.CODES, 400, true),
  AREAS(Of.ACTIVITY, "areas", Kind.CODES, 2000, true),
  FORMAT(Of.ACTIVITY, "format", Kind.CODE, 40, true),
  WEEKDAYS(Of.ACTIVITY, "weekdays", Kind.CODES, 200, false),
  FREQUENCY(Of.ACTIVITY, "frequency", Kind.CODE, 40, true),
  STARTS_AT(Of.ACTIVITY, "starts_at", Kind.TIME, 5, false),
  ENDS_AT(Of.ACTIVITY, "ends_at", Kind.TIME, 5, false),
  VENUE(Of.ACTIVITY, "venue", Kind.LINE, 120, false),
  ADDRESS(Of.ACTIVITY, "address", Kind.LINE, 200, false),
  POSTCODE(Of.ACTIVITY, "postcode", Kind.POSTCODE, 10, false),
  DISTRICT(Of.ACTIVITY, "district", Kind.DISTRICT, 4, false),
  COST_PENCE(Of.ACTIVITY, "cost_pence", Kind.NUMBER, 6, false),
  COST_NOTE_EN(Of.ACTIVITY, "cost_note_en", Kind.LINE, 200, false),
  COST_NOTE_CY(Of.ACTIVITY, "cost_note_cy", Kind.LINE, 200, false),
  MINIMUM_AGE(Of.ACTIVITY, "minimum_age", Kind.NUMBER, 3, false),
  MAXIMUM_AGE(Of.ACTIVITY, "maximum_age", Kind.NUMBER, 3, false),
  GROUP_SIZE(Of.ACTIVITY, "group_size", Kind.NUMBER, 6, false),
  CAPACITY(Of.ACTIVITY, "capacity", Kind.NUMBER, 6, false),
  PLACES(Of.ACTIVITY, "places", Kind.NUMBER, 6, false),
  WAITING_LIST(Of.ACTIVITY, "waiting_list", Kind.YES_NO, 5, true),
  WAITING_WEEKS(Of.ACTIVITY, "waiting_weeks", Kind.NUMBER, 3, true),
  ACCESS(Of.ACTIVITY, "access", Kind.CODES, 200, false),
  LANGUAGES(Of.ACTIVITY, "languages", Kind.LANGUAGES, 100, false),
  ACTIVITY_KIND(Of.ACTIVITY, "kind", Kind.CODE, 40, true),
  INTERESTS(Of.ACTIVITY, "interests", Kind.CODES, 400, false),
  STATUS(Of.ACTIVITY, "status", Kind.CODE, 40, true),
  PLACES_THIS_WEEK(Of.ACTIVITY, "places_this_week", Kind.NUMBER, 6, false),
  PLACES_SAID_ON(Of.ACTIVITY, "places_said_on", Kind.DATE, 10, false);

  /** What a value belongs to. */
  public enum Of {
    ORGANISATION("organisation"),
    ACTIVITY("activity");

    private final String table;

    Of(String table) {
      this.table = table;
    }

    String table() {
      return table;
    }
  }

  /** What a value looks like. */
  public enum Kind {
    LINE("text"),
    TEXT("text"),
    EMAIL("text"),
    PHONE("text"),
    WEBSITE("text"),
    POSTCODE("text"),
    DISTRICT("text"),
    CODE("text"),
    CODES("text[]"),
    LANGUAGES("text[]"),
    NUMBER("integer"),
    TIME("time"),
    DATE("date"),
    YES_NO("boolean");

    private final String type;

    Kind(String type) {
      this.type = type;
    }

    /** A value as SQL, from its text. */
    String cast(String parameter) {
      return type.equals("text[]")
          ? "coalesce(string_to_array(cast(" + parameter + " as text), ' '), '{}')"
          : "cast(" + parameter + " as " + type + ")";
    }

    /** Its text, from SQL; null for an empty list. */
    String text(String column) {
      return switch (type) {
        case "text[]" -> "nullif(array_to_string(" + column + ", ' '), '')";
        case "time" -> "to_char(" + column + ", 'HH24:MI')";
        case "text" -> column;
        default -> "cast(" + column + " as text)";
      };
    }
  }

  private final Of of;
  private final String column;
  private final Kind kind;
  private final int longest;
  private final boolean needed;

  EntryField(Of of, String column, Kind kind, int longest, boolean needed) {
    this.of = of;
    this.column = column;
    this.kind = kind;
    this.longest = longest;
    this.needed = needed;
  }

  static List<EntryField> all(Of of) {
    return Arrays.stream(values()).filter(field -> field.of == of).toList();
  }

  public Of of() {
    return of;
  }

  String column() {
    return column;
  }

  public Kind kind() {
    return kind;
  }

  public int longest() {
    return longest;
  }

  /** Whether it must never be empty. */
  public boolean needed() {
    return needed;
  }

  /** Whether two of its values say the same: the order of codes says nothing. */
  boolean same(String one, String other) {
    if (one == null || other == null || !kind.type.equals("text[]")) {
      return Objects.equals(one, other);
    }
    return Set.copyOf(List.of(one.split(" "))).equals(Set.copyOf(List.of(other.split(" "))));
  }

  /** Whether it changes with every week rather than with the entry: it is kept, and nobody need look at it. */
  public boolean weekly() {
    return this == PLACES_THIS_WEEK || this == PLACES_SAID_ON;
  }
}
