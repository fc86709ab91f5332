package org.fingerpost.deprivation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.fingerpost.FingerpostTest;
import org.fingerpost.deprivation.DeprivationIndex.Kind;
import org.fingerpost.deprivation.LookupReport.Why;
import org.fingerpost.identity.SignedIn;
import org.fingerpost.platform.InvalidInput;
import org.fingerpost.platform.Staff;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** A lookup of deprivation is loaded whole or not at all, and says line by line why not. Postcodes here are of a district there is not. */
@FingerpostTest
class ImportingDeprivationTest {

  @Autowired ImportingDeprivation importing;
  @Autowired JdbcClient database;
  @Autowired MockMvc web;
  @Autowired Staff staff;

  @AfterEach
  void forget() {
    database.sql("delete from deprivation_by_postcode where postcode like 'GL97 %'").update();
    database.sql("delete from deprivation_index i where not exists (select 1 from deprivation_by_postcode p where p.index_id = i.index_id)").update();
  }

  private LookupReport load(int year, String... lines) {
    return importing.load(Kind.IMD, year, false, ("postcode,decile\n" + String.join("\n", lines)).getBytes(StandardCharsets.UTF_8));
  }

  private List<String> kept() {
    return database
        .sql("select postcode || ' ' || decile || ' ' || index_id from deprivation_by_postcode where postcode like 'GL97 %' order by 1")
        .query(String.class)
        .list();
  }

  private int acts() {
    return database.sql("select count(*) from audit_entry where act = 'deprivation.imported'").query(Integer.class).single();
  }

  @Test
  void a_file_with_one_line_that_is_not_right_changes_nothing_and_every_such_line_is_named() {
    int before = acts();
    var report = load(2025, "GL97 1AA,3", "GL97,4", "GL97 1AB,11", "gl971aa,5", "GL97 1AC,");

    assertThat(report.loaded()).isFalse();
    assertThat(report.refused()).isEqualTo(4);
    assertThat(report.firstRefused())
        .containsExactly(
            new LookupReport.Line(3, "GL97, 4", Why.NO_POSTCODE, 0),
            new LookupReport.Line(4, "GL97 1AB, 11", Why.NO_DECILE, 0),
            new LookupReport.Line(5, "gl971aa, 5", Why.SAID_OTHERWISE, 2),
            new LookupReport.Line(6, "GL97 1AC, ", Why.NO_DECILE, 0));
    assertThat(kept()).isEmpty();
    assertThat(acts()).isEqualTo(before);
  }

  @Test
  void a_newer_file_takes_the_place_of_an_older_one_postcode_by_postcode() {
    var first = load(2019, "GL97 1AA,3", "gl971ab,4", "GL97 1AB,4");
    assertThat(List.of(first.lines(), first.added(), first.changed())).containsExactly(2, 2, 0);

    var second = load(2025, "GL97 1AA,2", "GL97 1AC,10");
    assertThat(List.of(second.added(), second.changed(), second.same())).containsExactly(1, 1, 0);
    assertThat(kept()).containsExactly("GL97 1AA 2 IMD-2025", "GL97 1AB 4 IMD-2019", "GL97 1AC 10 IMD-2025");

    assertThat(load(2025, "GL97 1AA,2").same()).isEqualTo(1);
    assertThat(importing.indices()).extracting(DeprivationIndex::id).contains("IMD-2019", "IMD-2025", "IMD-2025-INVENTED");
  }

  @Test
  void the_columns_of_the_official_lookup_are_understood_and_larger_files_come_in_portions() {
    var text = new StringBuilder("# a remark\n\"Postcode\";\"LSOA Name\";\"Index of Multiple Deprivation Decile\"\n");
    IntStream.range(0, 10)
        .forEach(
            sector ->
                IntStream.range(0, 26 * 26)
                    .forEach(
                        unit ->
                            text.append("GL97 %d%c%c;Somewhere;%d\n".formatted(sector, 'A' + unit / 26, 'A' + unit % 26, 1 + unit % 10))));
    var report = importing.load(Kind.IMD, 2025, false, text.toString().getBytes(StandardCharsets.UTF_8));
    assertThat(report.added()).isEqualTo(6_760);
  }

  @Test
  void what_is_no_lookup_is_refused_in_a_sentence() {
    assertThatThrownBy(() -> importing.load(Kind.IMD, 2025, false, "place,rank\nGL1,3".getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(InvalidInput.class)
        .hasMessageContaining("headings");
    assertThatThrownBy(() -> importing.load(Kind.IMD, 2025, false, new byte[] {'P', 'K', 3, 4, 0, (byte) 0xFF}))
        .hasMessageContaining("unreadable");
    assertThatThrownBy(() -> load(2025)).hasMessageContaining("empty");
    assertThatThrownBy(() -> load(1999, "GL97 1AA,3")).hasMessageContaining("deprivation.year.wrong");
  }

  @Test
  void managers_and_administrators_load_files_on_a_page_that_says_where_they_come_from_and_what_is_invented() throws Exception {
    for (String language : List.of("en", "cy")) {
      web.perform(get("/deprivation?lang=" + language).with(as("priya")))
          .andExpect(status().isOk())
          .andExpect(content().string(containsString("gov.wales/welsh-index-multiple-deprivation")))
          .andExpect(content().string(containsString(language.equals("en") ? "Invented for the demonstration" : "Dyfeisiwyd ar gyfer")))
          .andExpect(content().string(not(containsString("??"))));
    }
    web.perform(sent("postcode,decile\nGL97 1AA,12\n", "2025", "IMD").with(as("priya")))
        .andExpect(status().isUnprocessableEntity())
        .andExpect(content().string(containsString("1 of 1 lines are not right")))
        .andExpect(content().string(containsString("The decile must be a whole number from 1 to 10")));
    web.perform(sent("postcode,decile\nGL97 1AA,1\n", "", "").with(as("priya")))
        .andExpect(status().isUnprocessableEntity())
        .andExpect(content().string(containsString("Choose the index that the file is of")));
    assertThat(kept()).isEmpty();
    String administrator = database.sql("select user_id from staff_account where 'administrators' = any (roles) limit 1").query(String.class).single();
    web.perform(sent("postcode,decile\nGL97 1AA,1\n", "2025", "IMD").with(as(administrator)))
        .andExpect(status().isOk())
        .andExpect(content().string(containsString("1 postcodes loaded: 1 new")));
    for (String other : List.of("lowri", "grace", "amir")) {
      web.perform(get("/deprivation").with(as(other))).andExpect(status().isForbidden());
    }
  }

  private static org.springframework.test.web.servlet.request.MockMultipartHttpServletRequestBuilder sent(
      String text, String year, String kind) {
    var request = multipart("/deprivation").file(new MockMultipartFile("file", "lookup.csv", "text/csv", text.getBytes(StandardCharsets.UTF_8)));
    request.param("year", year).param("kind", kind).with(csrf());
    return request;
  }

  private RequestPostProcessor as(String userId) {
    return user(new SignedIn(staff.find(userId).orElseThrow()));
  }
}
