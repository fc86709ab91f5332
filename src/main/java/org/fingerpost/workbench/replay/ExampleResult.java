package org.fingerpost.workbench.replay;

import java.util.List;
import java.util.Map;

/**
 * What a table said to an example.
 *
 * @param file the table's file
 * @param passed whether it answered as expected
 * @param because why not; {@code null} where it passed
 * @param said what it answered, row by row; empty where no row answered or it was not asked
 * @param rules ids of the rows that answered
 * @param missing facts that the table asks for and the example does not have
 */
public record ExampleResult(
    String file,
    Example example,
    boolean passed,
    Because because,
    List<Map<String, Object>> said,
    List<String> rules,
    List<String> missing) {

  /** Why an example fails. Words: {@code replay.example.because.<CODE>}. */
  public enum Because {
    OTHER_ANSWER,
    /** A fact that the table now asks for is not in the example. */
    FACT_MISSING,
    /** More rows fit than the table allows, or a cell does not understand the fact. */
    NO_ANSWER_POSSIBLE,
    TOO_SLOW,
    /** The table does not pass the guard or is not there. */
    TABLE_REFUSED
  }
}
