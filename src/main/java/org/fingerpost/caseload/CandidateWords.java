package org.fingerpost.caseload;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fingerpost.platform.Language;
import org.fingerpost.platform.Staff;
import org.fingerpost.platform.WrittenDate;
import org.fingerpost.scheme.SchemeWords;
import org.springframework.stereotype.Component;

/** Says in one line who a candidate is, what they have in hand, and how they suit a person. */
@Component
public class CandidateWords {

  private final Staff staff;
  private final SchemeWords words;

  CandidateWords(Staff staff, SchemeWords words) {
    this.staff = staff;
    this.words = words;
  }

  /** A line for each candidate by user id, in their order. */
  public Map<String, String> of(List<LinkWorkerLoad> candidates, String schemeId, Language language) {
    var names = new LinkedHashMap<String, String>();
    staff.inRole(Staff.LINK_WORKERS).forEach(member -> names.put(member.userId(), member.displayName()));
    var lines = new LinkedHashMap<String, String>();
    for (var worker : candidates) {
      lines.put(worker.userId(), line(worker, names.getOrDefault(worker.userId(), worker.userId()), schemeId, language));
    }
    return lines;
  }

  private String line(LinkWorkerLoad worker, String name, String schemeId, Language language) {
    var parts = new ArrayList<String>();
    parts.add(
        words.say(
            schemeId, language, "caseload.option", name, Caseload.shown(worker.weighted()),
            String.valueOf(worker.capacity()), String.valueOf(worker.open())));
    for (var because : AssignedBecause.of(worker, false)) {
      parts.add(words.say(schemeId, language, "caseload.suits." + (worker.hasRoom() ? because : full(because))));
    }
    if (!worker.asAsked()) {
      parts.add(words.say(schemeId, language, "caseload.suits.NOT_AS_ASKED"));
    }
    if (worker.away()) {
      parts.add(away(worker.awayUntil(), schemeId, language));
    }
    return String.join("; ", parts);
  }

  private static String full(AssignedBecause because) {
    return because == AssignedBecause.CAPACITY || because == AssignedBecause.NEARLY_FULL ? "FULL" : because.name();
  }

  private String away(LocalDate until, String schemeId, Language language) {
    return until == null
        ? words.say(schemeId, language, "caseload.suits.LEAVING")
        : words.say(schemeId, language, "caseload.suits.AWAY", WrittenDate.of(until, language));
  }
}
