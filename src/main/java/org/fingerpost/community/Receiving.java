package org.fingerpost.community;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.fingerpost.platform.Actor;
import org.fingerpost.platform.CurrentActor;
import org.fingerpost.platform.InvalidInput;
import org.fingerpost.platform.Tokens;
import org.fingerpost.scheme.Codes;
import org.fingerpost.scheme.Schemes;
import org.springframework.stereotype.Component;

/** Takes requests and ideas: row, process, message and record in one transaction. */
@Component
class Receiving {

  private static final int LONGEST_NAME = 120;
  private static final int LONGEST_WORDS = 4000;
  private static final int LONGEST_CONTACT = 200;

  private final GroupRows rows;
  private final GroupProcess process;
  private final GroupPlan plan;
  private final GroupMessages messages;
  private final GroupRecord record;
  private final Schemes schemes;
  private final CurrentActor currentActor;
  private final Clock clock;

  Receiving(
      GroupRows rows,
      GroupProcess process,
      GroupPlan plan,
      GroupMessages messages,
      GroupRecord record,
      Schemes schemes,
      CurrentActor currentActor,
      Clock clock) {
    this.rows = rows;
    this.process = process;
    this.plan = plan;
    this.messages = messages;
    this.record = record;
    this.schemes = schemes;
    this.currentActor = currentActor;
    this.clock = clock;
  }

  String receive(GroupKind kind, Idea idea, String organisationId, String act) {
    check(kind, idea);
    String reference = Tokens.reference(kind.prefix());
    Actor actor = currentActor.get();
    rows.add(
        reference,
        kind,
        idea,
        organisationId,
        actor.kind() == Actor.Kind.STAFF ? actor.id() : null,
        plan.of(idea.schemeId(), GroupState.OFFICER).on(),
        clock.instant());
    var group = rows.get(reference);
    var details = new LinkedHashMap<String, String>();
    details.put("askedBy", idea.askedBy().name());
    details.put("area", idea.areaCode());
    details.put("needs", idea.needs().isEmpty() ? null : String.join(", ", idea.needs()));
    details.put("missing", idea.missing());
    record.note(group, act, null, details, null);
    if (reachable(idea)) {
      messages.received(group);
    }
    rows.set(reference, "process_instance_id", process.start(kind, reference, idea.schemeId()));
    return reference;
  }

  private static boolean reachable(Idea idea) {
    return idea.contact().email() != null || idea.contact().phone() != null;
  }

  private void check(GroupKind kind, Idea idea) {
    var problems = new ArrayList<InvalidInput.Problem>();
    required(problems, "groupName", idea.groupName(), LONGEST_NAME, "community.form.name.required");
    boolean outsiders = idea.askedBy() == AskedBy.GROUP || idea.askedBy() == AskedBy.PERSON;
    if (outsiders) {
      required(problems, "words", idea.words(), LONGEST_WORDS, "community.form.words.required");
      required(problems, "contactName", idea.contact().name(), LONGEST_CONTACT, "community.form.contact.required");
      if (!reachable(idea)) {
        problems.add(problem("email", "community.form.reach.required"));
      }
    }
    tooLong(problems, "words", idea.words(), LONGEST_WORDS);
    tooLong(problems, "contactName", idea.contact().name(), LONGEST_CONTACT);
    tooLong(problems, "email", idea.contact().email(), LONGEST_CONTACT);
    tooLong(problems, "phone", idea.contact().phone(), 40);
    if (idea.contact().email() != null && !idea.contact().email().matches("[^@\\s]+@[^@\\s]+\\.[^@\\s]+")) {
      problems.add(problem("email", "community.form.email.invalid"));
    }
    if (idea.areaCode() != null && schemes.get(idea.schemeId()).area(idea.areaCode()).isEmpty()) {
      problems.add(problem("area", "community.form.code.unknown"));
    }
    if (kind == GroupKind.START && idea.needs().isEmpty()) {
      problems.add(problem("needs", "community.form.needs.required"));
    }
    if (!Codes.needs().containsAll(idea.needs())) {
      problems.add(problem("needs", "community.form.code.unknown"));
    }
    if (!problems.isEmpty()) {
      throw new InvalidInput(problems);
    }
  }

  private static void required(
      List<InvalidInput.Problem> problems, String field, String text, int longest, String key) {
    if (text == null || text.isBlank()) {
      problems.add(problem(field, key));
    } else {
      tooLong(problems, field, text, longest);
    }
  }

  private static void tooLong(List<InvalidInput.Problem> problems, String field, String text, int longest) {
    boolean known = problems.stream().anyMatch(problem -> problem.field().equals(field));
    if (!known && text != null && text.length() > longest) {
      problems.add(new InvalidInput.Problem(field, "community.form.tooLong", List.of(longest)));
    }
  }

  private static InvalidInput.Problem problem(String field, String key) {
    return new InvalidInput.Problem(field, key, List.of());
  }
}
