package org.fingerpost.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fingerpost.directory.MatchReason.AREA;
import static org.fingerpost.directory.MatchReason.NEED;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.fingerpost.FingerpostTest;
import org.fingerpost.platform.Decisions;
import org.fingerpost.scheme.Listing;
import org.fingerpost.scheme.LocalisedText;
import org.fingerpost.scheme.Schemes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@FingerpostTest
class DirectoryTest {

  @Autowired Directory directory;
  @Autowired Schemes schemes;
  @Autowired Decisions decisions;
  @Autowired Clock clock;
  @Autowired JdbcClient db;
  @Autowired JdbcOperations batches;
  @Autowired TransactionTemplate transaction;

  @Test
  void the_directory_holds_what_the_folders_list() {
    assertThat(schemes.all())
        .allSatisfy(
            scheme -> {
              var listed = schemes.listing(scheme.id()).activities().stream().map(Listing.Activity::activityId).toList();
              assertThat(directory.inScheme(scheme.id())).extracting(ActivityOffer::activityId).containsAll(listed);
              assertThat(
                      db.sql("select activity_id from activity where scheme_id = ? and edited_at is null")
                          .param(scheme.id())
                          .query(String.class)
                          .list())
                  .as("in %s, what nobody has written since", scheme.id())
                  .isSubsetOf(listed);
            });
  }

  @Test
  void an_activity_comes_with_its_organisation() {
    ActivityOffer pottery = directory.activity("arts-on-prescription", "pottery").orElseThrow();
    assertThat(pottery.organisationName()).isEqualTo("Cinderford Artspace");
    assertThat(pottery.organisationEmail()).isEqualTo("cinderford-artspace@example.org");
    assertThat(pottery.name()).isEqualTo(new LocalisedText("Pottery", "Crochenwaith"));
    assertThat(pottery.minAge()).isEqualTo(8);
    assertThat(pottery.places()).isNull();
    assertThat(directory.activity("gloucestershire", "pottery")).as("of another scheme").isEmpty();
  }

  @Test
  void a_lonely_widower_in_the_forest_is_offered_the_walks_there_first() {
    List<ActivityMatch> matches =
        directory.match("gloucestershire", List.of("LONELINESS", "PHYSICAL_ACTIVITY"), "FOREST_OF_DEAN", 72);
    assertThat(matches.get(0).activity().activityId()).isEqualTo("dean-short-walks");
    assertThat(matches.get(0).reasons()).contains(NEED, AREA);
  }

  @Test
  void loading_again_writes_nothing() {
    String rows = "select string_agg(xmin::text || activity_id, ',' order by activity_id) from activity";
    String before = db.sql(rows).query(String.class).single();
    directory.load(schemes.get("wales"));
    assertThat(db.sql(rows).query(String.class).single()).isEqualTo(before);
  }

  @Test
  void loading_puts_right_what_differs_from_the_folder() {
    transaction.executeWithoutResult(
        undone -> {
          db.sql("update activity set places = 99, needs = '{OTHER}' where activity_id = 'time-bank'").update();
          directory.load(schemes.get("wales"));
          assertThat(directory.activity("wales", "time-bank").orElseThrow().places()).isEqualTo(40);
          assertThat(directory.activity("wales", "time-bank").orElseThrow().needs())
              .containsExactly("WORK_VOLUNTEERING", "LONELINESS", "OTHER");
          undone.setRollbackOnly();
        });
  }

  @Test
  void outside_the_demo_nothing_invented_is_listed() {
    transaction.executeWithoutResult(
        undone -> {
          db.sql("delete from attendance").update();
          db.sql("delete from introduction").update();
          db.sql("delete from activity").update();
          db.sql("delete from directory_link").update();
          db.sql("delete from organisation").update();
          var outside = new Directory(db, batches, schemes, decisions, clock, false);
          outside.load(schemes.get("arts-on-prescription"));
          assertThat(outside.inScheme("arts-on-prescription"))
              .extracting(ActivityOffer::organisationName)
              .containsOnly("Cinderford Artspace", "Art Shape", "The Music Works");
          undone.setRollbackOnly();
        });
  }

  @Test
  void a_scheme_that_joins_brings_its_organisations(@TempDir Path folder) throws IOException {
    Files.writeString(
        folder.resolve("scheme.yaml"),
        """
        id: directory-test
        name: {en: Invented, cy: Dychmygol}
        workerTitle: {en: Link worker, cy: Gweithiwr cyswllt}
        whoFor: {en: Anybody., cy: Unrhyw un.}
        contact: {en: Write., cy: Ysgrifennwch.}
        defaultLanguage: en
        kiteMarkAsked: false
        calendar: {bankHolidays: none}
        sources:
          - {code: SELF, liveFrom: 2026-04-01}
        """);
    Files.writeString(
        folder.resolve("areas.csv"),
        """
        code,name_en,name_cy,parent,postcode_prefixes,live_from
        TOWN,Town,Tref,,ZZ1,2026-04-01
        """);
    Files.writeString(
        folder.resolve("organisations.csv"),
        """
        organisation_id,name,email,phone,legal_form,invented
        club,Club,,,UNCONSTITUTED_GROUP,true
        """);
    Files.writeString(
        folder.resolve("activities.csv"),
        """
        activity_id,organisation_id,name_en,name_cy,needs,areas,minimum_age,maximum_age,format,weekdays,places
        chess,club,Chess,Gwyddbwyll,LONELINESS,*,,,GROUP,MONDAY,
        """);

    schemes.addFrom(folder);

    assertThat(directory.match("directory-test", List.of("LONELINESS"), "TOWN", 30))
        .singleElement()
        .satisfies(match -> assertThat(match.activity().areas()).containsExactly("TOWN"));
  }
}
