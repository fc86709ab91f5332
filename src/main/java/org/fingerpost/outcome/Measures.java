package org.fingerpost.outcome;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.IntSupplier;
import org.fingerpost.outcome.Measure.LicenceState;
import org.fingerpost.platform.InvalidInput;
import org.fingerpost.platform.Language;
import org.fingerpost.platform.StartRefused;
import org.fingerpost.platform.Words;
import org.fingerpost.scheme.Scheme;
import org.fingerpost.scheme.SchemeAdded;
import org.fingerpost.scheme.Schemes;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
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

  private static final TypeReference<Map<String, Object>> ANSWERS = new TypeReference<>() {};

  private final MeasureLibrary library;
  private final MeasureLicences licences;
  private final Schemes schemes;
  private final JdbcClient db;
  private final ObjectMapper json;
  private final Words words;
  private final Clock clock;

  Measures(
      MeasureLicences licences,
      Schemes schemes,
      JdbcClient db,
      ObjectMapper json,
      Words words,
      Clock clock,
      @Value("${fingerpost.measures.folder:}") String folder) {
    this.library = folder.isBlank() ? MeasureLibrary.shipped() : MeasureLibrary.with(Path.of(folder));
    this.licences = licences;
    this.schemes = schemes;
    this.db = db;
    this.json = json;
    this.words = words;
    this.clock = clock;
    schemes.all().forEach(this::knowsWhatItAsks);
  }

  /** A scheme that comes later is refused like one that is there at start. */
  @EventListener
  void on(SchemeAdded added) {
    knowsWhatItAsks(schemes.get(added.schemeId()));
  }

  private void knowsWhatItAsks(Scheme scheme) {
    for (String id : scheme.whatMatters().measures()) {
      if (library.current(id).isEmpty()) {
        throw new StartRefused(
            "Scheme %s asks for the measure '%s', which nobody has described.".formatted(scheme.id(), id),
            "Write measures/%s.yaml, or take it out of the scheme's list.".formatted(id));
      }
    }
  }

  public Measure ons4() {
    return library.current(ONS4).orElseThrow();
  }

  /** Every measure that is described, licensed or not, by id. */
  public Collection<Measure> described() {
    return library.all();
  }

  /**
   * What somebody of this age is asked in this scheme.
   *
   * @param age in completed years
   */
  public MeasureSet askedIn(String schemeId, int age) {
    return askedIn(schemeId, () -> age);
  }

  /**
   * The same, looking up the age only if the answer depends on it: in a scheme for adults it does not.
   *
   * @param age in completed years
   */
  public MeasureSet askedIn(String schemeId, IntSupplier age) {
    var scheme = schemes.get(schemeId);
    int youngest = scheme.minimumAge() == null ? 0 : scheme.minimumAge();
    var asked = new ArrayList<Measure>();
    var withoutLicence = new ArrayList<Measure>();
    Integer known = null;
    for (String id : scheme.whatMatters().measures()) {
      var measure = library.current(id).orElseThrow(() -> new IllegalArgumentException("There is no measure " + id));
      if (!usable(measure, schemeId)) {
        withoutLicence.add(measure);
      } else if (measure.dependsOnAgeFrom(youngest)) {
        known = known == null ? Integer.valueOf(age.getAsInt()) : known;
        measure.askedAt(known).ifPresent(asked::add);
      } else {
        asked.add(measure);
      }
    }
    return new MeasureSet(asked, withoutLicence);
  }

  /** A licence without the words helps nobody, and words without a licence may not be shown. */
  private boolean usable(Measure measure, String schemeId) {
    return measure.licence().state() == LicenceState.FREE
        || measure.worded() && licences.holds(measure.id(), schemeId);
  }

  /**
   * A measure that a scheme may use.
   *
   * @throws InvalidInput if it needs a licence that nobody has recorded, or its words are not here
   * @throws IllegalArgumentException if nobody has described it
   */
  public Measure usable(String measureId, String schemeId, Language language) {
    var measure =
        library.current(measureId).orElseThrow(() -> new IllegalArgumentException("There is no measure " + measureId));
    if (!usable(measure, schemeId)) {
      throw new InvalidInput("measure", "outcome.measure.licence-needed", measure.name(language), measure.source());
    }
    return measure;
  }

  /**
   * Keeps the answers to everything a person is asked, in one statement. Nothing is kept of a measure of which nothing was
   * asked.
   *
   * @param asked what this person is asked ({@link #askedIn})
   * @param answers by item id, as {@link Scores#read} takes them
   * @param recordedBy user id
   * @return what was understood, by measure, without those of which nothing was asked
   * @throws InvalidInput if an answer is off its scale, or belongs to a question that this person is not asked
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public Map<String, Scores> record(
      String referralId, Occasion occasion, MeasureSet asked, Map<String, String> answers, String recordedBy) {
    var read = read(asked, answers);
    if (!read.isEmpty()) {
      var rows =
          read.values().stream()
              .map(
                  scores ->
                      Map.of(
                          "id", UUID.randomUUID(),
                          "measure", scores.measure().id(),
                          "version", scores.measure().version(),
                          "scores", scores.byItem()))
              .toList();
      db.sql(
              """
              insert into measure_record (measure_record_id, referral_id, measure, measure_version, occasion, scores,
                recorded_by, recorded_at)
              select r.id, :referral, r.measure, r.version, :occasion, r.scores, :by, :at
              from jsonb_to_recordset(cast(:rows as jsonb)) as r (id uuid, measure text, version text, scores jsonb)
              """)
          .param("referral", referralId)
          .param("occasion", occasion.name())
          .param("by", recordedBy)
          .param("at", Timestamp.from(clock.instant()))
          .param("rows", write(rows))
          .update();
    }
    return read;
  }

  /**
   * Reads answers without keeping them.
   *
   * @return by measure id, in the order they are asked, without those of which nothing was asked
   * @throws InvalidInput if an answer is off its scale, or belongs to a question that this person is not asked
   */
  public Map<String, Scores> read(MeasureSet asked, Map<String, String> answers) {
    answers.forEach(
        (item, answer) -> {
          if (answer != null && !answer.isBlank() && !asked.asks(item)) {
            throw new InvalidInput(item, "outcome.measure.not-asked");
          }
        });
    var read = new LinkedHashMap<String, Scores>();
    for (var measure : asked.measures()) {
      var scores = Scores.read(measure, answers);
      if (!scores.isEmpty()) {
        read.put(measure.id(), scores);
      }
    }
    return read;
  }

  /**
   * Keeps the answers to ONS4, as adults are asked it. Nothing is kept when nothing was asked.
   *
   * @param answers by item id, as {@link Scores#read} takes them
   * @param recordedBy user id
   * @return what was understood
   * @throws InvalidInput if an answer is off the scale
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public Scores record(String referralId, Occasion occasion, Map<String, String> answers, String recordedBy) {
    var set = new MeasureSet(List.of(ons4()), List.of());
    return record(referralId, occasion, set, answers, recordedBy).getOrDefault(ONS4, Scores.kept(ons4(), Map.of()));
  }

  /** The answers to ONS4 on an occasion; empty if nothing was asked. */
  @Transactional(readOnly = true)
  public Optional<Scores> scores(String referralId, Occasion occasion) {
    return Optional.ofNullable(of(referralId).getOrDefault(occasion, Map.of()).get(ONS4));
  }

  /** Everything a person answered: by occasion, then by measure id; each read by the version that was asked. */
  @Transactional(readOnly = true)
  public Map<Occasion, Map<String, Scores>> of(String referralId) {
    var answered = new EnumMap<Occasion, Map<String, Scores>>(Occasion.class);
    db.sql("select measure, measure_version, occasion, scores from measure_record where referral_id = ? order by recorded_at, measure")
        .param(referralId)
        .query(
            row -> {
              var measure = library.version(row.getString("measure"), row.getString("measure_version"));
              answered
                  .computeIfAbsent(Occasion.valueOf(row.getString("occasion")), o -> new LinkedHashMap<>())
                  .put(measure.id(), Scores.kept(measure, parse(row.getString("scores"))));
            });
    return answered;
  }

  /** The choices of a score in a form, in order: label by value, 0 to 10 and "prefer not to say". */
  public Map<String, String> choices(Language language) {
    return choices(ons4(), language);
  }

  /** The choices of a score of a measure, in order: label by value, and last "prefer not to say". */
  public Map<String, String> choices(Measure measure, Language language) {
    var labels = new LinkedHashMap<String, String>();
    for (int score = measure.lowest(); score <= measure.highest(); score++) {
      labels.put(Integer.toString(score), Integer.toString(score));
    }
    measure.options().forEach(option -> labels.put(Integer.toString(option.score()), option.label().get(language.code())));
    labels.put(Scores.PREFER_NOT_TO_SAY, words.say(language, "outcome.score." + Scores.PREFER_NOT_TO_SAY));
    return labels;
  }

  private String write(Object rows) {
    try {
      return json.writeValueAsString(rows);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Scores are codes and numbers and can always be written", e);
    }
  }

  private Map<String, Object> parse(String scores) {
    try {
      return json.readValue(scores, ANSWERS);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("measure_record.scores is not a JSON object", e);
    }
  }
}
