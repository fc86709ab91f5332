package org.fingerpost.rights;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Whose data is meant, by ids only.
 *
 * @param people records of one person; empty for a contact person
 * @param references referrals of these, or files of a contact person
 */
record Subject(Holding.About about, List<UUID> people, List<String> references) {

  private static final UUID NOBODY = new UUID(0, 0);

  Subject {
    people = List.copyOf(people);
    references = List.copyOf(references);
  }

  /** What requests know these records by. */
  List<String> records() {
    return about == Holding.About.PERSON ? people.stream().map(UUID::toString).toList() : references;
  }

  /** The parameters of every condition in the registry; an empty list is a list of nobody, which SQL can read. */
  Map<String, Object> parameters() {
    return Map.of(
        "people", people.isEmpty() ? List.of(NOBODY) : people,
        "references", references.isEmpty() ? List.of("-") : references,
        "records", records().isEmpty() ? List.of("-") : records());
  }

  /** What the list of erased records names, before it is hashed. */
  List<String> identities() {
    var ids = new ArrayList<>(references);
    people.forEach(person -> ids.add(person.toString()));
    return ids;
  }
}
