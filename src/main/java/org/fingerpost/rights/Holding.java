package org.fingerpost.rights;

import java.util.Map;
import java.util.Set;

/**
 * How one table hangs on somebody: one line of the {@link Registry}.
 *
 * @param about whose data it is
 * @param where SQL condition over the table's own columns that finds the rows of a {@link Subject}, with the parameters {@code
 *     :people}, {@code :references} and {@code :records}; {@code null} for what is about nobody but staff
 * @param erasure what happens to these rows when somebody is erased
 * @param blanked columns that are emptied where the rows stay
 * @param takenOut texts that stay where the rows stay, without what the person is called and reached by
 * @param aboutOthers columns that were written by others or are about others, and are looked at before they are released
 * @param notReleased columns that are not part of an answer to the person, each with the reason
 * @param kept how long, as a class of the table {@code retention-plan}
 * @param why in words, where rows stay
 */
record Holding(
    String table,
    About about,
    String where,
    Erasure erasure,
    Set<String> blanked,
    Set<String> takenOut,
    Set<String> aboutOthers,
    Map<String, String> notReleased,
    Kept kept,
    String why) {

  enum About {
    PERSON,
    CONTACT,
    STAFF
  }

  enum Erasure {
    DELETED,
    BLANKED,
    KEPT
  }

  /** Classes of records; the first three are those that {@code retention-plan} knows, the others go with something else. */
  enum Kept {
    /** The case of a person: {@code ADULT_CASE}, {@code CHILD_CASE} or {@code NOT_ENGAGED}. */
    CASE,
    /** The file of a group or organisation: {@code ORGANISATION_FILE}. */
    FILE,
    /** A request about data: {@code RIGHTS_REQUEST}. */
    REQUEST,
    /** Minutes to days, by itself: sessions, idempotency keys, drafts, answers that were fetched. */
    TRACE,
    /** While the organisation works with the member of staff, and as long as anything names them. */
    STAFF,
    /** Longer than anything it is about. */
    AUDIT
  }

  boolean released() {
    return about != About.STAFF && where != null;
  }
}
