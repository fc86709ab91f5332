package org.fingerpost.workbench.replay;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a table says to a combination of facts, in a form in which equal answers are equal: numbers without their type, a table that
 * collects without an order.
 *
 * @param rules ids of the rows that answered, in table order
 * @param rows what they said, by output; empty where none answers
 * @param failed whether the table could not answer, because more rows fitted than its hit policy allows
 */
record Said(List<String> rules, List<Map<String, Object>> rows, boolean failed) {

  static final Said FAILED = new Said(List.of(), List.of(), true);

  static Said of(List<String> rules, List<Map<String, Object>> rows) {
    return new Said(rules, rows.stream().map(Said::plain).toList(), false);
  }

  private static Map<String, Object> plain(Map<String, Object> row) {
    var plain = new TreeMap<String, Object>();
    row.forEach((name, value) -> plain.put(name, plain(value)));
    return plain;
  }

  /** A number as a number, whatever it was kept as. */
  static Object plain(Object value) {
    return value instanceof Number number ? new BigDecimal(number.toString()).stripTrailingZeros().toPlainString() : value;
  }

  /** The same with nothing but these outputs, and in no order where the table collects. */
  List<Map<String, Object>> only(java.util.Set<String> outputs, boolean ordered) {
    var rows =
        this.rows.stream()
            .map(
                row -> {
                  Map<String, Object> kept = new TreeMap<>(row);
                  kept.keySet().retainAll(outputs);
                  return kept;
                });
    return (ordered ? rows : rows.sorted(java.util.Comparator.comparing(Map::toString))).toList();
  }
}
