package org.fingerpost.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.fingerpost.FingerpostTest;
import org.fingerpost.directory.ImportReport.Verdict;
import org.fingerpost.identity.SignedIn;
import org.fingerpost.platform.InvalidInput;
import org.fingerpost.platform.Staff;
import org.fingerpost.scheme.Schemes;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** A spreadsheet comes into the directory whole or not at all, and every line says what it would do. */
@FingerpostTest
class ImportingTest {

  private static final String SCHEME = "east-lancashire";
  private static final String HEADINGS = "organisation,legal_form,email,name_en,name_cy,needs,areas,format,weekdays,starts_at,ends_at,cost\n";

  @Autowired MockMvc web;
  @Autowired Importing importing;
  @Autowired Directory directory;
  @Autowired Organisations organisations;
  @Autowired Schemes schemes;
  @Autowired Staff staff;
  @Autowired JdbcClient db;

  @Test
  void good_lines_are_reported_and_loaded_when_somebody_says_so() {
    String file =
        HEADINGS
            + "Colne Chess Club,Group without a constitution,chess@example.org,Chess for beginners,Gwyddbwyll i ddechreuwyr,Feeling lonely or isolated; Something else,Pendle,In a group,Monday; Thursday,18:30,20:00,free\n"
            + "Colne Chess Club,,,Chess by post,Gwyddbwyll drwy’r post,LONELINESS,*,ONE_TO_ONE,,,,£1.50\n";

    var report = read(file);

    assertThat(report.lines()).extracting(ImportReport.Line::verdict).containsExactly(Verdict.NEW, Verdict.NEW);
    assertThat(report.lines()).extracting(ImportReport.Line::number).containsExactly(2, 3);
    assertThat(directory.activity(SCHEME, "chess-for-beginners")).as("nothing is loaded yet").isEmpty();

    assertThat(importing.load(report.importId(), "somebody-else")).as("only who uploaded it").isEmpty();
    importing.load(report.importId(), "nell");

    var chess = directory.activity(SCHEME, "chess-for-beginners").orElseThrow();
    assertThat(chess.organisationName()).isEqualTo("Colne Chess Club");
    assertThat(chess.needs()).containsExactly("LONELINESS", "OTHER");
    assertThat(chess.areas()).containsExactly("PENDLE");
    assertThat(chess.details().costPence()).isZero();
    assertThat(directory.activity(SCHEME, "chess-by-post").orElseThrow().areas()).hasSize(5);
    assertThat(directory.activity(SCHEME, "chess-by-post").orElseThrow().details().costPence()).isEqualTo(150);
    assertThat(importing.load(report.importId(), "nell")).as("once").isEmpty();

    directory.load(schemes.get(SCHEME));
    assertThat(directory.activity(SCHEME, "chess-by-post")).as("after a restart").isPresent();
    assertThat(read(file).lines()).extracting(ImportReport.Line::verdict).containsExactly(Verdict.SAME, Verdict.SAME);
    assertThat(audited("directory.imported")).isPositive();
  }

  @Test
  void one_bad_line_keeps_all_of_them_out_and_each_says_why() {
    var report =
        read(
            HEADINGS
                + "Good Neighbours Barrowford,CHARITY,,Tea on Sundays,Te ar y Sul,LONELINESS,PENDLE,GROUP,SUNDAY,14:00,16:00,0\n"
                + "Bad Neighbours,CLUB,not an address,Tea on Mondays,,COMPANY,LONDON,GROUP,MOONDAY,16:00,14:00,lots\n"
                + ",CHARITY,,,,,,,,,,\n"
                + "Good Neighbours Barrowford,FAITH_GROUP,,Tea on Saturdays,,LONELINESS,PENDLE,GROUP,,,,\n"
                + "Good Neighbours Barrowford,,,Tea on Sundays,,LONELINESS,PENDLE,GROUP,,,,\n");

    assertThat(report.importId()).isNull();
    assertThat(report.refused()).isEqualTo(4);
    assertThat(problems(report, 3))
        .contains(
            "LEGAL_FORM directory.refused.code", "EMAIL directory.refused.email", "NEEDS directory.refused.code",
            "AREAS directory.refused.code", "WEEKDAYS directory.refused.code", "COST_PENCE directory.refused.cost",
            "ENDS_AT directory.refused.ends");
    assertThat(problems(report, 4)).containsExactly("ORGANISATION_NAME directory.refused.needed");
    assertThat(problems(report, 5)).containsExactly("ORGANISATION_NAME directory.refused.contradicts");
    assertThat(problems(report, 6)).containsExactly("NAME_EN directory.refused.twice");
    assertThat(organisations.inScheme(SCHEME)).noneMatch(one -> one.name().endsWith("Barrowford"));
  }

  @Test
  void a_changed_line_says_what_it_was_and_an_empty_cell_changes_nothing() {
    read(HEADINGS + "Trawden Walkers,CHARITY,walkers@example.org,Evening walk,Taith gerdded min nos,NATURE,PENDLE,GROUP,FRIDAY,18:00,,1\n", true);

    var report = read(HEADINGS + "trawden walkers,,,EVENING WALK,,,,,SATURDAY,,,-\n");

    assertThat(report.lines()).singleElement().satisfies(
        line -> {
          assertThat(line.verdict()).isEqualTo(Verdict.CHANGED);
          assertThat(line.changes())
              .contains(
                  new ImportReport.Change(EntryField.WEEKDAYS, "FRIDAY", "SATURDAY"),
                  new ImportReport.Change(EntryField.COST_PENCE, "100", null));
          assertThat(line.changes()).noneMatch(change -> change.field() == EntryField.EMAIL || change.field() == EntryField.NEEDS);
        });
  }

  @Test
  void semicolons_tabs_marks_and_old_encodings_of_spreadsheets_are_understood() {
    String line = "Café y Cwm;CHARITY;;Siop siarad;Siop siarad;LONELINESS;PENDLE;GROUP;;;;";
    String file = HEADINGS.replace(',', ';') + line + "\r\n";
    for (byte[] bytes :
        List.of(
            ("\uFEFF" + file).getBytes(StandardCharsets.UTF_8),
            file.getBytes(Charset.forName("windows-1252")),
            ("\uFEFF" + file).getBytes(StandardCharsets.UTF_16LE),
            file.replace(';', '\t').getBytes(StandardCharsets.UTF_8))) {
      assertThat(importing.read(SCHEME, bytes, "nell").lines())
          .singleElement()
          .returns("Café y Cwm", ImportReport.Line::organisation)
          .returns(Verdict.NEW, ImportReport.Line::verdict);
    }
  }

  @Test
  void what_is_no_such_file_gets_a_clear_message() {
    assertThat(refused(new byte[0])).isEqualTo("directory.file.empty");
    assertThat(refused("  \n \n".getBytes())).isEqualTo("directory.file.empty");
    assertThat(refused(new byte[] {'P', 'K', 3, 4, 0, 0})).isEqualTo("directory.file.workbook");
    assertThat(refused(new byte[SpreadsheetText.LARGEST + 1])).isEqualTo("directory.file.large");
    assertThat(refused("Name,Place\nA,B\n".getBytes())).isEqualTo("directory.file.heading");
    assertThat(refused("name_en,needs\nA,LONELINESS\n".getBytes())).isEqualTo("directory.file.no-headings");
    assertThat(refused((HEADINGS + "\"Never closed,CHARITY\n").getBytes())).isEqualTo("directory.file.quotes");
    assertThat(refused("organisation,legal_form\nA,CHARITY,more\n".getBytes())).isEqualTo("directory.file.columns");
    assertThat(refused(("organisation\n" + "A\n".repeat(SpreadsheetText.MOST_ROWS + 1)).getBytes())).isEqualTo("directory.file.long");
  }

  @Test
  void a_record_of_several_lines_is_named_by_its_first_and_the_next_one_by_its_own() {
    var report =
        read(
            "organisation,legal_form,organisation_description_en\n"
                + "Lines One,CHARITY,\"first\nsecond\nthird\"\n"
                + "\n"
                + "Lines Two,CHARITY,short\n");
    assertThat(report.lines()).extracting(ImportReport.Line::number).containsExactly(2, 6);
  }

  @Test
  void the_directory_as_a_file_comes_back_unchanged() {
    var report = importing.read("wales", importing.current("wales").getBytes(StandardCharsets.UTF_8), "priya");
    assertThat(report.lines()).hasSizeGreaterThan(10).allMatch(line -> line.verdict() == Verdict.SAME);
    assertThat(report.loadable()).isFalse();
  }

  @Test
  void what_would_be_a_formula_leaves_as_text_and_comes_back_as_it_was() {
    assertThat(SpreadsheetText.guarded("=HYPERLINK(\"x\")")).isEqualTo("'=HYPERLINK(\"x\")");
    assertThat(SpreadsheetText.guarded("+44 1632 960100")).startsWith("'");
    assertThat(SpreadsheetText.guarded("@x")).startsWith("'");
    assertThat(SpreadsheetText.guarded("Tea")).isEqualTo("Tea");
    String file = SpreadsheetText.write(List.of("organisation", "phone"), List.of(List.of("A", "+44 1632 960100")));
    assertThat(SpreadsheetText.rows(SpreadsheetText.decode(file.getBytes(StandardCharsets.UTF_8)), List.of("organisation", "phone")).get(0).values())
        .containsEntry("phone", "+44 1632 960100");
  }

  @Test
  void an_officer_uploads_reads_the_report_and_loads_it() throws Exception {
    var file = file("Roughlee Ringers,CHARITY,,Handbells,Clychau llaw,ARTS_CULTURE,PENDLE,GROUP,,,,\n");
    String page =
        web.perform(multipart("/directory/import").file(file).with(csrf()).with(as("nell")))
            .andExpect(status().isOk())
            .andExpect(content().string(containsString("1 new, 0 changed, 0 the same, 0 refused.")))
            .andExpect(content().string(containsString("Roughlee Ringers")))
            .andReturn()
            .getResponse()
            .getContentAsString();
    String address = page.replaceAll("(?s).*action=\"(/directory/import/[0-9a-f-]{36})\".*", "$1");

    web.perform(post(address).with(csrf()).with(as("nell")))
        .andExpect(status().isOk())
        .andExpect(content().string(containsString("Loaded: 1 new lines, 0 changed.")));
    assertThat(directory.activity(SCHEME, "handbells")).isPresent();
    web.perform(post(address).with(csrf()).with(as("nell"))).andExpect(status().isNotFound());
  }

  @Test
  void the_report_comes_in_the_officers_language_and_as_a_file_without_formulas() throws Exception {
    var file = file("=cmd,CLUB,,=1+1,,LONELINESS,PENDLE,GROUP,,,,\n");
    web.perform(multipart("/directory/import").file(file).param("lang", "cy").with(csrf()).with(as("nell")))
        .andExpect(content().string(containsString("Nid yw “CLUB” yn hysbys yma")))
        .andExpect(content().string(containsString("Wedi’i wrthod")))
        .andExpect(content().string(not(containsString("??"))));
    web.perform(multipart("/directory/import").file(file).param("lang", "en").param("as", "csv").with(csrf()).with(as("nell")))
        .andExpect(status().isOk())
        .andExpect(content().contentTypeCompatibleWith("text/csv"))
        .andExpect(content().string(containsString("'=cmd")))
        .andExpect(content().string(containsString("legal_form: “CLUB” is not known here")));
  }

  @Test
  void officers_keep_their_own_scheme_and_managers_any_and_nobody_else_gets_in() throws Exception {
    for (String address : List.of("/directory/import", "/directory/changes", "/directory/import/template.csv", "/directory/import/current.csv")) {
      web.perform(get(address).with(as("nell"))).andExpect(status().isOk());
      web.perform(get(address).param("scheme", "wales").with(as("priya"))).andExpect(status().isOk());
      for (String other : List.of("lowri", "grace", "amir", "ada", "kit", "gemma")) {
        web.perform(get(address).with(as(other))).andExpect(status().isForbidden());
      }
      web.perform(get(address)).andExpect(status().is3xxRedirection());
    }
    web.perform(get("/directory/changes").param("scheme", "wales").with(as("nell"))).andExpect(status().isNotFound());
    web.perform(get("/directory/import/current.csv").param("scheme", "wales").with(as("nell"))).andExpect(status().isNotFound());
    web.perform(post("/directory/changes/link").param("organisation", "banc-amser-y-cwm").with(csrf()).with(as("nell")))
        .andExpect(status().isNotFound());
  }

  @Test
  void an_officer_sends_a_link_and_marks_changes_as_seen() throws Exception {
    web.perform(post("/directory/changes/link").param("organisation", "calder-carers").with(csrf()).with(as("nell")))
        .andExpect(status().is3xxRedirection());
    assertThat(db.sql("select count(*) from outbox_message where to_address = 'calder-carers@example.org' and purpose = 'directory-link'").query(Integer.class).single())
        .isPositive();
    web.perform(post("/directory/changes/seen").with(csrf()).with(as("nell"))).andExpect(status().is3xxRedirection());
    assertThat(db.sql("select count(*) from directory_change where scheme_id = ? and seen_at is null").param(SCHEME).query(Integer.class).single()).isZero();
    web.perform(get("/directory/changes").with(as("nell"))).andExpect(status().isOk()).andExpect(content().string(not(containsString("??"))));
  }

  private ImportReport read(String file) {
    return importing.read(SCHEME, file.getBytes(StandardCharsets.UTF_8), "nell");
  }

  private void read(String file, boolean load) {
    var report = read(file);
    assertThat(report.lines()).as("%s", report).noneMatch(line -> line.verdict() == Verdict.REFUSED);
    importing.load(report.importId(), "nell");
  }

  private static List<String> problems(ImportReport report, int number) {
    return report.lines().stream()
        .filter(line -> line.number() == number)
        .flatMap(line -> line.problems().stream())
        .map(problem -> problem.field() + " " + problem.messageKey())
        .toList();
  }

  private String refused(byte[] file) {
    var thrown = new String[1];
    assertThatThrownBy(() -> importing.read(SCHEME, file, "nell"))
        .isInstanceOfSatisfying(InvalidInput.class, e -> thrown[0] = e.problems().get(0).messageKey());
    return thrown[0];
  }

  private int audited(String act) {
    return db.sql("select count(*) from audit_entry where act = ?").param(act).query(Integer.class).single();
  }

  private static MockMultipartFile file(String lines) {
    return new MockMultipartFile("file", "list.csv", "text/csv", (HEADINGS + lines).getBytes(StandardCharsets.UTF_8));
  }

  private RequestPostProcessor as(String userId) {
    return user(new SignedIn(staff.find(userId).orElseThrow()));
  }
}
