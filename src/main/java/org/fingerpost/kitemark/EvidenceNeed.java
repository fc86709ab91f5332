package org.fingerpost.kitemark;

import java.util.Map;
import org.fingerpost.platform.Decisions;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Something an organisation has to show at its risk, size and circumstances.
 *
 * @param form in which form, a code of the table
 * @param mandatory whether it comes before anybody is introduced
 * @param ruleId the row that asks for it
 */
record EvidenceNeed(EvidenceItem item, String form, boolean mandatory, String ruleId) {

  /** What the rows of a table ask for. */
  static List<EvidenceNeed> of(Decisions.Collected answer, boolean mandatory) {
    return IntStream.range(0, answer.rows().size())
        .mapToObj(
            row -> {
              Map<String, Object> says = answer.rows().get(row);
              return new EvidenceNeed(
                  EvidenceItem.valueOf((String) says.get("item")),
                  (String) says.get("form"),
                  mandatory,
                  answer.ruleIds().get(row));
            })
        .toList();
  }
}
