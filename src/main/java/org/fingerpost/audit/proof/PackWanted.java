package org.fingerpost.audit.proof;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.fingerpost.audit.CaseKind;

/**
 * What an auditor wants in a pack.
 *
 * @param about a case's reference or a deployment's id, where the kind needs one
 * @param purpose why, as a code; stands in the audit entry
 * @param reason why, in words; stands in the pack
 */
record PackWanted(Kind kind, String about, LocalDate from, LocalDate to, Purpose purpose, String reason) {

  /** What a pack is about; words under {@code proof.kind.}. */
  enum Kind {
    CASE,
    PERIOD,
    MODEL,
    LOG
  }

  /** What for; words under {@code proof.purpose.}. */
  enum Purpose {
    COMPLAINT,
    OMBUDSMAN,
    SUBJECT_REQUEST,
    INCIDENT,
    INSPECTION,
    ROUTINE
  }

  private static final Pattern ID = Pattern.compile("[A-Za-z0-9_.:-]{2,80}");
  private static final int LONGEST_REASON = 500;

  /** What is wrong with it: key of a message by field; empty when nothing is. */
  Map<String, String> problems(LocalDate today) {
    var problems = new TreeMap<String, String>();
    if (kind == null) {
      problems.put("kind", "proof.pack.kind.required");
    } else if (kind == Kind.CASE && (about == null || !ID.matcher(about).matches())) {
      problems.put("about", "proof.pack.about.required");
    } else if (kind == Kind.MODEL && (about == null || !ID.matcher(about).matches())) {
      problems.put("about", "proof.pack.about.required");
    } else if (kind == Kind.PERIOD && (from == null || to == null || to.isBefore(from) || from.isAfter(today))) {
      problems.put("from", "proof.pack.period.required");
    }
    if (purpose == null) {
      problems.put("purpose", "proof.pack.purpose.required");
    }
    if (reason == null || reason.isBlank()) {
      problems.put("reason", "proof.pack.reason.required");
    } else if (reason.length() > LONGEST_REASON) {
      problems.put("reason", "proof.pack.reason.tooLong");
    }
    return problems;
  }

  /** The same with what people type beside what is meant. */
  PackWanted tidied() {
    boolean named = kind == Kind.CASE || kind == Kind.MODEL;
    var name = about == null || about.isBlank() || !named ? null : about.strip();
    return new PackWanted(
        kind,
        name != null && CaseKind.of(name.toUpperCase(Locale.ROOT)) != null ? name.toUpperCase(Locale.ROOT) : name,
        kind == Kind.PERIOD ? from : null,
        kind == Kind.PERIOD ? to : null,
        purpose,
        reason == null ? null : reason.strip());
  }
}
