package org.fingerpost.community;

import java.time.Clock;
import java.time.DayOfWeek;
import java.util.List;
import java.util.Map;
import org.fingerpost.directory.NewActivity;
import org.fingerpost.directory.NewOrganisation;
import org.fingerpost.directory.Organisations;
import org.fingerpost.scheme.AccessNeed;
import org.fingerpost.scheme.ActivityFormat;
import org.fingerpost.scheme.LegalForm;
import org.fingerpost.scheme.LocalisedText;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Puts a group that has begun into the directory, with its first activity. */
@Component
public class ListingGroup {

  private final GroupRows rows;
  private final Organisations organisations;
  private final GroupMessages messages;
  private final GroupRecord record;
  private final Clock clock;

  ListingGroup(
      GroupRows rows,
      Organisations organisations,
      GroupMessages messages,
      GroupRecord record,
      Clock clock) {
    this.rows = rows;
    this.organisations = organisations;
    this.messages = messages;
    this.record = record;
    this.clock = clock;
  }

  /**
   * Lists the group. One that reached the mark is in the directory already, under the organisation that has the mark.
   *
   * @param places or {@code null} for any number
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void list(
      String reference,
      LocalisedText name,
      List<String> needs,
      List<String> areas,
      DayOfWeek weekday,
      Integer places) {
    var group = rows.get(reference);
    String organisation = group.organisationId();
    if (organisation == null) {
      var contact = rows.contactOf(reference);
      organisation =
          organisations.register(
              group.schemeId(),
              new NewOrganisation(
                  group.groupName(), LegalForm.UNCONSTITUTED_GROUP, contact.email(), contact.phone()));
      rows.set(reference, "organisation_id", organisation);
    }
    String activity =
        organisations.list(
            group.schemeId(),
            organisation,
            new NewActivity(
                name,
                needs,
                areas,
                ActivityFormat.GROUP,
                weekday == null ? List.of() : List.of(weekday),
                null,
                null,
                group.venue(),
                null,
                null,
                places,
                group.venueAccess().stream().map(AccessNeed::valueOf).toList(),
                null));
    rows.set(reference, "activity_id", activity);
    rows.end(reference, GroupState.LISTED, clock.instant());
    record.note(group, "community.listed", null, Map.of("organisation", organisation, "activity", activity), null);
    messages.listed(group);
  }
}
