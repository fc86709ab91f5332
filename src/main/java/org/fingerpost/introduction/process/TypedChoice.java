package org.fingerpost.introduction.process;

import static org.fingerpost.platform.engine.Texts.trimmed;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.fingerpost.introduction.AccompaniedBy;
import org.fingerpost.introduction.ChoosingActivity.Chosen;
import org.fingerpost.introduction.Missing;
import org.fingerpost.platform.InvalidInput;

/** Reads from form {@code choose-activity} what was chosen, and refuses what does not fit together. */
final class TypedChoice {

  private TypedChoice() {}

  /** The activity that this instance is about. */
  static Chosen first(ChooseActivityForm answers) {
    agreed(answers.agreesToShare());
    return new Chosen(answers.activity(), companion(answers), trimmed(answers.note()));
  }

  /** The activities chosen besides. */
  static List<Chosen> further(ChooseActivityForm answers) {
    var further = new ArrayList<Chosen>();
    if (named(answers.secondActivity())) {
      agreed(answers.secondAgreesToShare());
      further.add(further(answers.secondActivity(), answers.secondAccompaniedBy(), answers.secondNote()));
    }
    if (named(answers.thirdActivity())) {
      agreed(answers.thirdAgreesToShare());
      further.add(further(answers.thirdActivity(), answers.thirdAccompaniedBy(), answers.thirdNote()));
    }
    return further;
  }

  private static Chosen further(String activity, String accompaniedBy, String note) {
    return new Chosen(
        activity, named(accompaniedBy) ? one(accompaniedBy, AccompaniedBy.class) : null, trimmed(note));
  }

  private static AccompaniedBy companion(ChooseActivityForm answers) {
    if (!Boolean.TRUE.equals(answers.accompanied())) {
      return null;
    }
    return named(answers.accompaniedBy())
        ? one(answers.accompaniedBy(), AccompaniedBy.class)
        : AccompaniedBy.LINK_WORKER;
  }

  private static void agreed(Boolean agrees) {
    if (!Boolean.TRUE.equals(agrees)) {
      throw new InvalidInput("agreesToShare", "introduction.form.agreesToShare.required");
    }
  }

  static void distinct(Chosen first, List<Chosen> further) {
    var ids = new HashSet<>(Set.of(first.activityId()));
    for (var one : further) {
      if (!ids.add(one.activityId())) {
        throw new InvalidInput("secondActivity", "introduction.form.activity.twice");
      }
    }
  }

  private static boolean named(String code) {
    return code != null && !code.isBlank();
  }

  /** Codes that were ticked; none for nothing. */
  static <E extends Enum<E>> List<E> codes(List<String> codes, Class<E> type) {
    return codes == null ? List.of() : codes.stream().map(code -> one(code, type)).toList();
  }

  /** A code of a list that the form gave. */
  static <E extends Enum<E>> E one(String code, Class<E> type) {
    try {
      return Enum.valueOf(type, code);
    } catch (IllegalArgumentException e) {
      throw new InvalidInput("activity", "introduction.form.code.unknown");
    }
  }

  /** Codes as the form lists them. */
  static List<String> names(Enum<?>... codes) {
    return Stream.of(codes).map(Enum::name).toList();
  }

  /** What may have been missing, without what nobody chooses. */
  static List<String> asked(Missing... codes) {
    return names(codes).stream().filter(code -> !code.equals(Missing.NOT_SAID.name())).toList();
  }
}
