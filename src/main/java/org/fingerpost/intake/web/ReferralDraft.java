package org.fingerpost.intake.web;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.fingerpost.intake.receiving.Receipt;
import org.fingerpost.platform.Tokens;

/**
 * A referral being written: the answers as typed, right or wrong, so that nobody types anything twice. Lives in the HTTP session and
 * nowhere else until it is sent. Whoever changes a draft must set it as the session's attribute again, because sessions may be kept
 * in the database.
 *
 * <p>Answers are kept by field name; names are the paths of {@link org.fingerpost.referral.ReferralRequest} and a few of our own.
 */
final class ReferralDraft implements Serializable {

  private static final long serialVersionUID = 1L;

  private final String schemeId;
  /** Makes sending the draft twice send it once. */
  private final String sendingKey = Tokens.random();

  private final LinkedHashMap<String, ArrayList<String>> answers = new LinkedHashMap<>();
  private final EnumSet<Step> tried = EnumSet.noneOf(Step.class);
  private String sentReference;
  private String sentToken;

  ReferralDraft(String schemeId) {
    this.schemeId = schemeId;
  }

  String schemeId() {
    return schemeId;
  }

  String sendingKey() {
    return sendingKey;
  }

  /** The one answer, trimmed; {@code null} if there is none or it is blank. Public for the templates. */
  public String one(String field) {
    var given = answers.get(field);
    return given == null || given.isEmpty() || given.get(0).isBlank() ? null : given.get(0).strip();
  }

  /** All answers to a question with several; empty if there are none. Public for the templates. */
  public List<String> all(String field) {
    var given = answers.get(field);
    return given == null ? List.of() : given.stream().filter(answer -> !answer.isBlank()).toList();
  }

  boolean is(String field, String answer) {
    return answer.equals(one(field));
  }

  void answer(String field, Collection<String> given) {
    if (given.isEmpty()) {
      answers.remove(field);
    } else {
      // No database text holds the character NUL, and nobody types it.
      answers.put(field, given.stream().map(answer -> answer.replace("\0", "")).collect(Collectors.toCollection(ArrayList::new)));
    }
  }

  /** Takes over what a step's page sent. Fields that the page does not have are ignored, missing ones become empty. */
  void answer(Step step, Map<String, String[]> sent) {
    for (var field : step.inputs()) {
      var values = sent.get(field);
      answer(field, values == null ? List.of() : List.of(values));
    }
    tried.add(step);
  }

  /** Forgets a step, as if its page had not been seen. */
  void forget(Step step) {
    step.inputs().forEach(answers::remove);
    tried.remove(step);
  }

  /** Whether the step's page has been sent at least once, so that its problems are to be shown. */
  boolean tried(Step step) {
    return tried.contains(step);
  }

  /** Keeps what the confirmation page shows and forgets every answer. */
  void sent(Receipt receipt) {
    sentReference = receipt.reference();
    sentToken = receipt.trackingToken();
    answers.clear();
    tried.clear();
  }

  boolean isSent() {
    return sentReference != null;
  }

  String sentReference() {
    return sentReference;
  }

  String sentToken() {
    return sentToken;
  }

  /** No personal data, because sessions may be logged by name. */
  @Override
  public String toString() {
    return "ReferralDraft[" + schemeId + "]";
  }
}
