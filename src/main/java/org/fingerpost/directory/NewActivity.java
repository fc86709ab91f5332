package org.fingerpost.directory;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.fingerpost.scheme.AccessNeed;
import org.fingerpost.scheme.ActivityFormat;
import org.fingerpost.scheme.LocalisedText;

/**
 * An activity that shall be listed.
 *
 * @param needs codes of the needs it helps with, at least one
 * @param areas codes of areas that have postcodes, at least one
 * @param weekdays empty when the day is agreed with the person
 * @param startsAt or {@code null}
 * @param endsAt or {@code null}
 * @param venue or {@code null}
 * @param district postcode district where it takes place; {@code null} when it comes to the person
 * @param costPence what one time costs; 0 for nothing, {@code null} if not known
 * @param places how many can be taken on; {@code null} for no limit
 * @param access what it offers people who need something to take part
 * @param description or {@code null}
 */
public record NewActivity(
    LocalisedText name,
    List<String> needs,
    List<String> areas,
    ActivityFormat format,
    List<DayOfWeek> weekdays,
    LocalTime startsAt,
    LocalTime endsAt,
    String venue,
    String district,
    Integer costPence,
    Integer places,
    List<AccessNeed> access,
    LocalisedText description) {

  public NewActivity {
    needs = List.copyOf(needs);
    areas = List.copyOf(areas);
    weekdays = List.copyOf(weekdays);
    access = List.copyOf(access);
  }

  Map<EntryField, String> values() {
    var values = new EnumMap<EntryField, String>(EntryField.class);
    values.put(EntryField.NAME_EN, name.en());
    values.put(EntryField.NAME_CY, name.cy());
    values.put(EntryField.NEEDS, String.join(" ", needs));
    values.put(EntryField.AREAS, String.join(" ", areas));
    values.put(EntryField.FORMAT, format.name());
    values.put(
        EntryField.WEEKDAYS,
        weekdays.isEmpty() ? null : weekdays.stream().map(DayOfWeek::name).collect(Collectors.joining(" ")));
    values.put(EntryField.STARTS_AT, startsAt == null ? null : startsAt.toString());
    values.put(EntryField.ENDS_AT, endsAt == null ? null : endsAt.toString());
    values.put(EntryField.VENUE, venue);
    values.put(EntryField.DISTRICT, district);
    values.put(EntryField.COST_PENCE, costPence == null ? null : costPence.toString());
    values.put(EntryField.PLACES, places == null ? null : places.toString());
    values.put(
        EntryField.ACCESS, access.isEmpty() ? null : access.stream().map(AccessNeed::name).collect(Collectors.joining(" ")));
    values.put(EntryField.DESCRIPTION_EN, description == null ? null : description.en());
    values.put(EntryField.DESCRIPTION_CY, description == null ? null : description.cy());
    return values;
  }
}
