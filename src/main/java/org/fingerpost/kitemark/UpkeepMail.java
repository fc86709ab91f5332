package org.fingerpost.kitemark;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.fingerpost.notification.Message;
import org.fingerpost.notification.Outbox;
import org.fingerpost.notification.PublicLinks;
import org.fingerpost.notification.Purpose;
import org.fingerpost.platform.Language;
import org.fingerpost.platform.Staff;
import org.fingerpost.platform.Tokens;
import org.fingerpost.platform.Words;
import org.fingerpost.platform.WrittenDate;
import org.fingerpost.scheme.Schemes;
import org.springframework.stereotype.Component;

/** Mails about a mark, in the language of its holder. Each carries a link of its own, and all of them work as long as the mark is kept. */
@Component
class UpkeepMail {

  private final Outbox outbox;
  private final PublicLinks links;
  private final MarkContacts contacts;
  private final UpkeepRows rows;
  private final Schemes schemes;
  private final Staff staff;
  private final Words words;

  UpkeepMail(
      Outbox outbox,
      PublicLinks links,
      MarkContacts contacts,
      UpkeepRows rows,
      Schemes schemes,
      Staff staff,
      Words words) {
    this.outbox = outbox;
    this.links = links;
    this.contacts = contacts;
    this.rows = rows;
    this.schemes = schemes;
    this.staff = staff;
    this.words = words;
  }

  /**
   * What a mail says about something.
   *
   * @param about key of the words for what it is about, or {@code null}
   * @param until the day it is about, or {@code null}
   * @param answerBy or {@code null}
   * @param result key of the words for what was decided, or {@code null}
   * @param note an assessor's own words, or {@code null}
   */
  record Said(String about, LocalDate until, LocalDate answerBy, String result, String note) {

    static Said of(String about, LocalDate until) {
      return new Said(about, until, null, null, null);
    }
  }

  /**
   * @param once what makes this mail one of its kind, so that it is never sent twice
   */
  void toHolder(Award award, Purpose purpose, String once, Said said) {
    var holder = contacts.of(award);
    var language = holder.language();
    var params = new HashMap<String, Object>();
    params.put("schemeName", schemes.get(award.schemeId()).name().in(language));
    params.put("organisationName", holder.name());
    params.put("markLink", link(award));
    params.put("applyLink", links.staffPage("/kitemark/apply"));
    put(params, "about", said.about() == null ? null : words.say(language, said.about()));
    put(params, "until", written(said.until(), language));
    put(params, "answerBy", written(said.answerBy(), language));
    put(params, "result", said.result() == null ? null : words.say(language, said.result()));
    put(params, "note", said.note());
    outbox.send(
        new Message(
            award.schemeId(),
            null,
            purpose,
            purpose.code() + ":" + award.reference() + ":" + once,
            holder.email(),
            language,
            params));
  }

  /** Reminds the assessors of the scheme that something waits; says nothing of what. They have no address: it stays on screen. */
  void toAssessors(Award award, String once) {
    staff.inRole(Staff.KITEMARK_ASSESSORS).stream()
        .filter(assessor -> award.schemeId().equals(assessor.schemeId()))
        .forEach(
            assessor ->
                outbox.send(
                    new Message(
                        award.schemeId(),
                        null,
                        Purpose.MARK_QUESTION_WAITING,
                        Purpose.MARK_QUESTION_WAITING.code() + ":" + award.reference() + ":" + once + ":" + assessor.userId(),
                        null,
                        assessor.language(),
                        Map.of(
                            "schemeName", schemes.get(award.schemeId()).name().in(assessor.language()),
                            "reference", award.reference(),
                            "tasksLink", links.staffPage("/camunda/app/tasklist/default/")))));
  }

  private String link(Award award) {
    var token = Tokens.random();
    rows.link(award.awardId(), Tokens.hash(token));
    return links.staffPage("/kitemark/mark/" + token);
  }

  private static void put(Map<String, Object> params, String name, String value) {
    if (value != null) {
      params.put(name, value);
    }
  }

  private static String written(LocalDate day, Language language) {
    return day == null ? null : WrittenDate.of(day, language);
  }
}
