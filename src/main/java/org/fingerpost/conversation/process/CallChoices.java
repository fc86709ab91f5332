package org.fingerpost.conversation.process;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.stream.Stream;
import org.fingerpost.conversation.ContactingPerson;
import org.fingerpost.person.PartOfDay;
import org.fingerpost.platform.InvalidInput;
import org.fingerpost.platform.Language;
import org.fingerpost.platform.engine.Choices;
import org.fingerpost.platform.engine.Shown;
import org.fingerpost.scheme.Schemes;
import org.fingerpost.scheme.WorkingDays;
import org.springframework.stereotype.Component;

/** What the forms of first contact offer to choose from; days to call on are working days, so that nobody can choose another. */
@Component
class CallChoices {

  private static final List<String> CHANNELS = List.of("PHONE", "TEXT", "EMAIL", "LETTER", "VIDEO", "IN_PERSON");

  private final Choices choices;
  private final WorkingDays workingDays;
  private final Schemes schemes;
  private final Clock clock;

  CallChoices(Choices choices, WorkingDays workingDays, Schemes schemes, Clock clock) {
    this.choices = choices;
    this.workingDays = workingDays;
    this.schemes = schemes;
    this.clock = clock;
  }

  List<Shown.Option> channels(Language language) {
    return choices.of(language, "conversation.channel.", CHANNELS);
  }

  List<Shown.Option> results(Language language, List<String> codes) {
    return choices.of(language, "conversation.result.", codes);
  }

  List<Shown.Option> parts(Language language) {
    return choices.of(language, "part-of-day.", Stream.of(PartOfDay.values()).map(PartOfDay::name).toList());
  }

  List<Shown.Option> days(String schemeId, Language language) {
    var scheme = schemes.get(schemeId);
    var written = DateTimeFormatter.ofPattern("EEEE d MMMM", language.locale());
    return Stream.iterate(LocalDate.now(clock), day -> day.plusDays(1))
        .limit(ContactingPerson.LATEST_CALL_DAYS + 1L)
        .filter(day -> workingDays.worksOn(scheme, day))
        .map(day -> new Shown.Option(written.format(day), day.toString()))
        .toList();
  }

  static PartOfDay part(String code) {
    return code == null ? null : PartOfDay.valueOf(code);
  }

  static LocalDate day(String code) {
    try {
      return code == null ? null : LocalDate.parse(code);
    } catch (DateTimeParseException e) {
      throw new InvalidInput("callOn", "conversation.form.callOn.required");
    }
  }
}
