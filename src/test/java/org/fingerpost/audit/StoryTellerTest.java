package org.fingerpost.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.fingerpost.audit.StoryLine.Element;
import org.fingerpost.audit.StoryLine.Model;
import org.fingerpost.audit.ToldLine.Detail;
import org.fingerpost.platform.Actor;
import org.fingerpost.platform.Language;
import org.fingerpost.platform.Words;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.beans.BeanUtils;
import org.springframework.context.MessageSource;
import org.springframework.context.support.ReloadableResourceBundleMessageSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class StoryTellerTest {

  private static final Model FIRST_CONTACT =
      new Model("first-contact", "First contact", 3, "0.1.0");
  private static final Instant MORNING = Instant.parse("2026-07-03T08:05:09Z");

  @Test
  void a_finished_task_says_who_did_it_where_and_in_which_version() {
    var told =
        tell(
            Language.EN,
            line(
                Happening.TASK_DONE,
                null,
                Actor.staff("lowri"),
                new Element(
                    "userTask_recordFirstContact",
                    "Record first contact · FP-7K3M-Q2XD",
                    "userTask"),
                FIRST_CONTACT,
                Map.of()));

    assertThat(told.sentence()).isEqualTo("Task completed: Record first contact");
    assertThat(told.who()).isEqualTo("Lowri Beddoe (lowri)");
    assertThat(told.element()).isEqualTo("Record first contact, task for a person");
    assertThat(told.elementId()).isEqualTo("userTask_recordFirstContact");
    assertThat(told.model()).isEqualTo("First contact, version 3 (0.1.0)");
    assertThat(told.time()).as("London is an hour ahead in summer").isEqualTo("09:05:09");
    assertThat(told.day()).isEqualTo("Friday 3 July 2026");
    assertThat(told.process()).isFalse();
  }

  @Test
  void the_same_line_reads_in_welsh() {
    var told =
        tell(
            Language.CY,
            line(
                Happening.TIMER_FIRED,
                null,
                null,
                new Element("event_checkInDue", "Check-in is due", "intermediateTimer"),
                null,
                Map.of()));

    assertThat(told.sentence()).isEqualTo("Daeth y diwrnod: Sgwrs ddilynol i'w chynnal");
    assertThat(told.who()).isEqualTo("Y model, ar ei ben ei hun");
    assertThat(told.day()).isEqualTo("Dydd Gwener 3 Gorffennaf 2026");
    assertThat(told.process()).isTrue();
  }

  @Test
  void a_decision_shows_table_version_rules_answer_and_facts() {
    var details = new LinkedHashMap<String, Object>();
    details.put("table", "referral-route");
    details.put("tableVersion", 2);
    details.put("ownTable", true);
    details.put("rules", List.of("rule_noConsent"));
    details.put("outputs", Map.of("route", "RETURN"));
    details.put("facts", Map.of("consentToRefer", false));

    var told =
        tell(Language.EN, line(Happening.DECIDED, "referral-route", null, null, null, details));

    assertThat(told.sentence()).isEqualTo("Table answered: Where a referral goes");
    assertThat(told.details())
        .containsExactly(
            new Detail("Table", "Where a referral goes"),
            new Detail("Table version", "2"),
            new Detail("The scheme's own table", "yes"),
            new Detail("Rules that matched", "rule_noConsent"),
            new Detail("Answer", "route: RETURN"),
            new Detail("Facts it was given", "consent to refer: no"));
  }

  @Test
  void what_nobody_has_words_for_is_shown_as_it_is_kept() {
    var told =
        tell(
            Language.CY,
            line(
                Happening.ACT,
                "garden.watered",
                Actor.staff("gone"),
                new Element("serviceTask_water", null, "serviceTask"),
                new Model("garden", null, 1, null),
                Map.of("canSize", "LITRES_5")));

    assertThat(told.sentence()).isEqualTo("garden.watered");
    assertThat(told.who()).isEqualTo("gone");
    assertThat(told.element()).isEqualTo("serviceTask_water, cam awtomatig");
    assertThat(told.model()).isEqualTo("garden, fersiwn 1");
    assertThat(told.details()).containsExactly(new Detail("can size", "LITRES_5"));
  }

  @Test
  void times_and_codes_among_the_details_are_put_into_words() {
    var details = new LinkedHashMap<String, Object>();
    details.put("dueAt", "2026-12-01T09:00:00Z");
    details.put("dueOn", "2026-12-01");
    details.put("via", "LINK");
    details.put("table", "contact-plan:4:0c7c6f2e");
    details.put("reason", "null");

    var told =
        tell(
            Language.EN,
            line(Happening.ACT, "conversation.contact-planned", Actor.SYSTEM, null, null, details));

    assertThat(told.details())
        .containsExactly(
            new Detail("Due", "1 December 2026, 09:00"),
            new Detail("Due", "Tuesday 1 December 2026"),
            new Detail("By way of", "by link (LINK)"),
            new Detail("Table", "When to make contact, version 4"),
            new Detail("Reason", "–"));
  }

  @Test
  void the_day_is_named_once_by_the_calendar_of_london() {
    var beforeMidnight = line(Instant.parse("2026-07-03T22:59:59Z"));
    var afterMidnight = line(Instant.parse("2026-07-03T23:00:00Z"));
    var later = line(Instant.parse("2026-07-04T10:00:00Z"));

    var days =
        teller(Language.EN).tell(List.of(beforeMidnight, afterMidnight, later)).stream()
            .map(ToldLine::day)
            .toList();

    assertThat(days).containsExactly("Friday 3 July 2026", "Saturday 4 July 2026", null);
  }

  @Test
  void acts_come_before_what_the_engine_made_of_them_and_anchors_can_stand_in_an_address() {
    var engine = line(Happening.TASK_DONE, null, null, null, null, Map.of());
    var act = line(Happening.ACT, "conversation.held", null, null, null, Map.of());

    assertThat(Stream.of(engine, act).sorted(StoryLine.AS_IT_HAPPENED))
        .containsExactly(act, engine);
    assertThat(StoryLine.anchor("step", "userTask_x:0c7c-6f", "ended"))
        .isEqualTo("step-userTask_x-0c7c-6f-ended");
  }

  private static ToldLine tell(Language language, StoryLine line) {
    return teller(language).tell(List.of(line)).get(0);
  }

  private static StoryTeller teller(Language language) {
    var messages = new ReloadableResourceBundleMessageSource();
    messages.setBasename("classpath:messages/audit");
    messages.setDefaultEncoding("UTF-8");
    messages.setAlwaysUseMessageFormat(true);
    messages.setFallbackToSystemLocale(false);
    try {
      var words =
          BeanUtils.instantiateClass(
              Words.class.getDeclaredConstructor(MessageSource.class), messages);
      return new StoryTeller(new AuditWords(words, language), Map.of("lowri", "Lowri Beddoe"));
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException("Words are made of a message source", e);
    }
  }

  private static StoryLine line(Instant at) {
    return new StoryLine(
        "x", at, List.of(), Happening.ACT, "conversation.held", null, null, null, Map.of());
  }

  private static StoryLine line(
      Happening happening,
      String code,
      Actor who,
      Element element,
      Model model,
      Map<String, Object> details) {
    return new StoryLine("x", MORNING, List.of(), happening, code, who, element, model, details);
  }
}
