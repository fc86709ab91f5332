package org.fingerpost.outcome;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.fingerpost.outcome.Measure.LicenceState;
import org.fingerpost.platform.Language;
import org.fingerpost.platform.Words;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The measures that may be used, and what people answered. Whoever records answers writes the audit entry of the act
 * they belong to: a measure is never an act by itself.
 */
@Component
public class Measures {

  /** The only measure every scheme may use without asking anyone. */
  public static final String ONS4 = "ons4";

  private final Measure ons4;
  private final EntityManager entities;
  private final Words words;
  private final Clock clock;

  Measures(EntityManager entities, Words words, Clock clock) {
    this.ons4 = load(ONS4);
    this.entities = entities;
    this.words = words;
    this.clock = clock;
  }

  /**
   * Reads a measure from the class path.
   *
   * @throws IllegalStateException if its licence does not let Fingerpost show it
   */
  static Measure load(String id) {
    try (var in = new ClassPathResource("measures/" + id + ".yaml").getInputStream()) {
      var measure = new ObjectMapper(new YAMLFactory()).readValue(in, Measure.class);
      if (measure.licence().state() != LicenceState.FREE) {
        throw new IllegalStateException("Measure " + id + " needs a licence and cannot be shipped with its wording");
      }
      return measure;
    } catch (IOException e) {
      throw new UncheckedIOException("Measure " + id + " cannot be read", e);
    }
  }

  public Measure ons4() {
    return ons4;
  }

  /**
   * Keeps the answers to ONS4. Nothing is kept when nothing was asked.
   *
   * @param answers by item id, as {@link Scores#read} takes them
   * @param recordedBy user id
   * @return what was understood
   * @throws org.fingerpost.platform.InvalidInput if an answer is off the scale
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public Scores record(String referralId, Occasion occasion, Map<String, String> answers, String recordedBy) {
    var scores = Scores.read(ons4, answers);
    if (!scores.isEmpty()) {
      entities.persist(new MeasureRecord(referralId, ons4, occasion, scores, recordedBy, clock.instant()));
    }
    return scores;
  }

  /** The answers to ONS4 on an occasion; empty if nothing was asked. */
  @Transactional(readOnly = true)
  public Optional<Scores> scores(String referralId, Occasion occasion) {
    return entities
        .createQuery(
            """
            select r from MeasureRecord r
            where r.referralId = :referral and r.measure = :measure and r.occasion = :occasion
            """,
            MeasureRecord.class)
        .setParameter("referral", referralId)
        .setParameter("measure", ONS4)
        .setParameter("occasion", occasion)
        .getResultList()
        .stream()
        .findFirst()
        .map(r -> Scores.kept(ons4, r.scores()));
  }

  /** The choices of a score in a form, in order: label by value, 0 to 10 and "prefer not to say". */
  public Map<String, String> choices(Language language) {
    var labels = new LinkedHashMap<String, String>();
    for (int score = ons4.lowest(); score <= ons4.highest(); score++) {
      labels.put(Integer.toString(score), Integer.toString(score));
    }
    labels.put(Scores.PREFER_NOT_TO_SAY, words.say(language, "outcome.score." + Scores.PREFER_NOT_TO_SAY));
    return labels;
  }
}
