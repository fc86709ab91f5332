package org.fingerpost.rights;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.fingerpost.FingerpostTest;
import org.fingerpost.platform.Language;
import org.fingerpost.rights.Holding.About;
import org.fingerpost.rights.Holding.Erasure;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The registry names everything that is kept about people: a table that is not in it can be neither shown to them nor erased. */
@FingerpostTest
class RegistryTest {

  private static final Pattern ACCOUNT = Pattern.compile("(?i)\\b(account|user id)\\b");

  @Autowired Dictionary dictionary;
  @Autowired Gathering gathering;
  @Autowired AnswerWords answerWords;
  @Autowired JdbcClient database;

  @Test
  void every_table_that_says_something_about_somebody_is_registered() {
    var registered = Registry.HOLDINGS.stream().map(Holding::table).collect(Collectors.toSet());
    var missing =
        dictionary.tables().entrySet().stream()
            .filter(table -> table.getValue().stream().anyMatch(Dictionary.Column::ofAPerson))
            .map(Map.Entry::getKey)
            .filter(table -> !registered.contains(table))
            .sorted()
            .toList();
    assertThat(missing)
        .as(
            "Add each of these to org.fingerpost.rights.Registry: line(\"...\") with how its rows hang on a referred person, contact(...)"
                + " for the contact person of a group, or staff(\"...\", Kept..., \"why it is kept\") if only accounts of staff are in it."
                + " Mind the order: what refers to something is erased before it")
        .isEmpty();
  }

  @Test
  void whatever_hangs_on_a_referral_or_a_person_is_registered_even_if_it_holds_codes_only() {
    var registered = Registry.of(About.PERSON).stream().map(Holding::table).collect(Collectors.toSet());
    var pointing =
        database
            .sql(
                """
                select distinct conrelid::regclass::text from pg_constraint
                where contype = 'f' and confrelid in ('referral'::regclass, 'person'::regclass)
                """)
            .query(String.class)
            .list();
    assertThat(new TreeSet<>(pointing))
        .as("Tables with a foreign key to referral or person: erasing fails as long as they are not in the registry, before these two")
        .allMatch(registered::contains);
  }

  @Test
  void a_registered_table_and_its_columns_exist() {
    for (Holding holding : Registry.HOLDINGS) {
      var columns =
          dictionary.columns(holding.table()).stream().map(Dictionary.Column::name).collect(Collectors.toSet());
      assertThat(columns).as("the table %s of the registry", holding.table()).isNotEmpty();
      assertThat(columns).as("columns of %s in the registry", holding.table()).containsAll(holding.blanked());
      assertThat(columns).as("columns of %s in the registry", holding.table()).containsAll(holding.aboutOthers());
    }
  }

  @Test
  void every_way_to_a_person_can_be_walked() {
    for (var subject :
        List.of(
            new Subject(About.PERSON, List.of(UUID.randomUUID()), List.of("FP-0000-0000")),
            new Subject(About.CONTACT, List.of(), List.of("KM-0000-0000")))) {
      for (Holding holding : Registry.of(subject.about())) {
        assertThat(
                database
                    .sql("select count(*) from " + holding.table() + " where " + holding.where())
                    .params(subject.parameters())
                    .query(Integer.class)
                    .single())
            .as("rows of %s for nobody", holding.table())
            .isZero();
      }
      assertThat(gathering.gather(subject, Language.EN)).isEmpty();
    }
  }

  @Test
  void what_refers_to_something_is_erased_before_it() {
    for (About about : List.of(About.PERSON, About.CONTACT)) {
      var order = Registry.of(about).stream().filter(h -> h.erasure() == Erasure.DELETED).map(Holding::table).toList();
      database
          .sql("select conrelid::regclass::text as child, confrelid::regclass::text as parent from pg_constraint where contype = 'f'")
          .query(
              row -> {
                String child = row.getString("child");
                String parent = row.getString("parent");
                if (!child.equals(parent) && order.contains(child) && order.contains(parent)) {
                  assertThat(order.indexOf(child))
                      .as("%s refers to %s and stands before it in the registry", child, parent)
                      .isLessThan(order.indexOf(parent));
                }
              });
    }
  }

  @Test
  void every_column_that_holds_words_about_somebody_is_in_their_answer() {
    var missing = new ArrayList<String>();
    for (Holding holding : Registry.HOLDINGS) {
      if (holding.about() != About.STAFF && !holding.notReleased().containsKey("*")) {
        var released = gathering.released(holding).stream().map(Dictionary.Column::name).collect(Collectors.toSet());
        dictionary.columns(holding.table()).stream()
            .filter(Dictionary.Column::ofAPerson)
            .filter(column -> !released.contains(column.name()))
            .filter(column -> !holding.notReleased().containsKey(column.name()))
            // uploaded documents are files of their own in the answer
            .filter(column -> !(holding.table().equals("application_file") && column.name().equals("content")))
            .forEach(column -> missing.add(holding.table() + "." + column.name()));
      }
    }
    assertThat(missing)
        .as("Columns of people that no answer to a request for access would show; if that is right, say .notReleased(column, why)")
        .isEmpty();
  }

  @Test
  void every_column_of_an_answer_can_be_read_in_both_languages() {
    var silent = new TreeSet<String>();
    for (Holding holding : Registry.HOLDINGS) {
      for (var column : gathering.released(holding)) {
        boolean account = Registry.STAFF_COLUMNS.contains(column.name());
        if (column.ofAPerson() && !account && !answerWords.hasWords(holding.table(), column.name(), Language.EN)) {
          silent.add("rights.column." + column.name());
        }
      }
      if (holding.about() != About.STAFF && !Set.of("spring_session").contains(holding.table())) {
        for (Language language : Language.values()) {
          if (answerWords.table(holding.table(), language).startsWith("rights.table.")) {
            silent.add("rights.table." + holding.table());
          }
        }
      }
    }
    assertThat(silent).as("keys to add to messages/rights_en.properties and rights_cy.properties").isEmpty();
  }

  @Test
  void no_column_with_an_account_is_shown_as_it_is() {
    var open = new TreeSet<String>();
    for (Holding holding : Registry.HOLDINGS) {
      for (var column : gathering.released(holding)) {
        if (ACCOUNT.matcher(column.said()).find() && !Registry.STAFF_COLUMNS.contains(column.name())) {
          open.add(holding.table() + "." + column.name());
        }
      }
    }
    assertThat(open)
        .as("The dictionary says that these hold an account: add the names to Registry.STAFF_COLUMNS, so that people read roles")
        // its comment speaks of links that open a page without an account
        .isSubsetOf("outbox_message.params");
  }

  @Test
  void what_stays_says_why() {
    assertThat(Registry.HOLDINGS.stream().filter(holding -> holding.erasure() != Erasure.DELETED))
        .allSatisfy(holding -> assertThat(holding.why()).as(holding.table()).isNotBlank());
  }
}
