package org.fingerpost.kitemark;

import java.util.List;
import java.util.Map;
import org.fingerpost.platform.Decisions;
import org.fingerpost.scheme.KiteMarkLevel;

/**
 * What the tables say to an application.
 *
 * @param needs what it has to show, in the tables' order
 * @param missing what of it is not shown
 * @param risk answer of {@code kitemark-risk}
 * @param evidence answer of {@code kitemark-evidence}
 * @param goodPractice answer of {@code kitemark-good-practice}
 * @param level answer of {@code kitemark-level}
 * @param facts what each table was given, by its key
 */
record Proposal(
    List<EvidenceNeed> needs,
    List<EvidenceNeed> missing,
    Decisions.Answer risk,
    Decisions.Collected evidence,
    Decisions.Collected goodPractice,
    Decisions.Answer level,
    Map<String, Map<String, Object>> facts) {

  KiteMarkLevel proposed() {
    return KiteMarkLevel.valueOf(level.code("level"));
  }

  List<EvidenceItem> missing(boolean mandatory) {
    return missing.stream().filter(need -> need.mandatory() == mandatory).map(EvidenceNeed::item).distinct().toList();
  }
}
