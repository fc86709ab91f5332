package org.fingerpost.rights;

import java.util.List;
import java.util.Optional;
import org.fingerpost.platform.Language;
import org.fingerpost.platform.Staff;
import org.fingerpost.platform.StartNotice;
import org.fingerpost.platform.Words;
import org.fingerpost.platform.WrittenDate;
import org.fingerpost.scheme.Scheme;
import org.fingerpost.scheme.Schemes;
import org.springframework.stereotype.Component;

/** Requests about data whose month is over, for whoever answers for it: records officers and team leads, and the programme's managers. */
@Component
class OverdueRequests implements StartNotice {

  private final Requests requests;
  private final Schemes schemes;
  private final Words words;

  OverdueRequests(Requests requests, Schemes schemes, Words words) {
    this.requests = requests;
    this.schemes = schemes;
    this.words = words;
  }

  @Override
  public Optional<Notice> of(Staff.Member member, Language language) {
    boolean answers = member.holds(Staff.RECORDS_OFFICERS) || member.holds(Staff.TEAM_LEADS);
    if (!answers && !member.holds(Staff.PROGRAMME_MANAGERS)) {
      return Optional.empty();
    }
    return requests
        .overdue(member.schemeId() == null ? schemes.all().stream().map(Scheme::id).toList() : List.of(member.schemeId()))
        .map(
            overdue ->
                new Notice(
                    words.say(language, "rights.overdue.heading", overdue.requests()),
                    words.say(
                        language,
                        answers ? "rights.overdue.text" : "rights.overdue.manager",
                        overdue.requests(),
                        WrittenDate.of(overdue.first(), language)),
                    answers ? "/rights" : null));
  }
}
