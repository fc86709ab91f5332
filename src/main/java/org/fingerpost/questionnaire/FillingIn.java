package org.fingerpost.questionnaire;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.fingerpost.notification.Purpose;
import org.fingerpost.platform.InvalidInput;
import org.fingerpost.platform.InvalidInput.Problem;
import org.fingerpost.platform.Tokens;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Filling in an application, page by page, as the applicant or an officer for them. What was typed is kept, right or wrong; where two people
 * typed something else at the same time, both are kept until somebody has chosen.
 */
@Component
public class FillingIn {

  static final int MOST_FILES = 20;
  private static final int LONGEST_NAME = 120;

  /** Another link on request, so often in this time; who asks more often has one. */
  private static final int MOST_LINKS = 3;

  private static final Duration LINKS_IN = Duration.ofHours(1);

  private final ApplicationRows rows;
  private final Applications applications;
  private final HelpingApplicants helping;
  private final ApplicationLinks links;
  private final Kinds kinds;
  private final Clock clock;

  FillingIn(
      ApplicationRows rows,
      Applications applications,
      HelpingApplicants helping,
      ApplicationLinks links,
      Kinds kinds,
      Clock clock) {
    this.rows = rows;
    this.applications = applications;
    this.helping = helping;
    this.links = links;
    this.kinds = kinds;
    this.clock = clock;
  }

  /**
   * Begins an application and mails its link.
   *
   * @return the secret of a link, for the page that follows
   */
  @Transactional
  public String begin(NewApplication begun) {
    String reference = applications.begin(begun);
    applications.send(Purpose.APPLICATION_BEGUN, rows.find(reference).orElseThrow(), reference, Map.of());
    return links.token(reference);
  }

  /** Mails another link for each open application of an address; whether there is one, nobody learns. */
  @Transactional
  public void mailLinks(String kind, String email) {
    var now = clock.instant();
    for (var row : rows.openOf(kind, email.strip())) {
      if (rows.linksSince(row.reference(), now.minus(LINKS_IN)) <= MOST_LINKS) {
        applications.send(Purpose.APPLICATION_LINK, row, row.reference() + ":" + UUID.randomUUID(), Map.of());
        applications.record("application.linkAsked", row, Map.of());
      }
    }
  }

  /** The application that a link's secret opens; empty if it opens none, or none any more. */
  @Transactional(readOnly = true)
  public Optional<String> opened(String token) {
    return rows.referenceOf(Tokens.hash(token), clock.instant());
  }

  /** An application as its pages show it. */
  @Transactional(readOnly = true)
  public Optional<Paper> paper(String reference) {
    return rows.find(reference).map(this::paper);
  }

  private Paper paper(ApplicationRows.Row row) {
    var answers = rows.answers(row.reference());
    var files = rows.files(row.reference());
    var application = applications.application(row, answers, files);
    var reading = applications.read(application.questionnaire(), row.schemeId(), answers);
    var entries = new TreeMap<String, Paper.Entry>();
    answers.forEach(
        (question, a) -> entries.put(question, new Paper.Entry(a.typed(), a.at(), a.by(), a.rival(), a.rivalAt(), a.rivalBy())));
    return new Paper(
        application,
        reading.asked(),
        entries,
        reading.problems(),
        files.stream().map(file -> new Paper.File(file.evidence(), file.fileName())).toList(),
        helping.of(row.reference()));
  }

  /** What this application still needs, as its kind sees it. */
  @Transactional(readOnly = true)
  public List<Gap> gaps(Application application) {
    return kinds.serving(application.kind(), application.schemeId()).gaps(application);
  }

  /**
   * Keeps what was typed on a page.
   *
   * @param typed by question; questions that were not on the page are left out
   * @param shown by question: {@link #trace} of what the page showed
   * @param settled by question: the trace of the other answer that the page showed, so that sending it again is a choice
   * @param by user id of an officer, or {@code null} for the applicant
   * @return keys of the questions that somebody else had changed meanwhile: both answers are kept
   */
  @Transactional
  public List<String> save(
      String reference,
      Map<String, List<String>> typed,
      Map<String, String> shown,
      Map<String, String> settled,
      String by) {
    var row = applications.lock(reference);
    var paper = paper(row);
    var now = clock.instant();
    var changed = new ArrayList<String>();
    var rivals = new ArrayList<String>();
    typed.forEach(
        (key, words) -> {
          var question = paper.application().questionnaire().question(key).filter(paper::open);
          if (question.isEmpty() || question.get().type() == QuestionType.EVIDENCE) {
            return;
          }
          var entry = paper.entries().get(key);
          var before = paper.typed(key);
          if (entry != null && entry.rival() != null && trace(entry.rival()).equals(settled.get(key))) {
            rows.settled(reference, key);
            changed.add(key);
          }
          if (trace(words).equals(trace(before))) {
            if (entry == null) {
              rows.answer(reference, key, words, now, by);
            }
          } else if (trace(before).equals(shown.get(key))) {
            rows.answer(reference, key, words, now, by);
            changed.add(key);
          } else if (!trace(words).equals(shown.get(key))) {
            rows.rival(reference, key, beside(question.get(), entry, words), now, by);
            rivals.add(key);
          }
        });
    var contact = new LinkedHashMap<String, String>();
    typed.forEach((key, words) -> contact.put(key, words.isEmpty() ? "" : words.get(0).strip()));
    if (contact.containsKey("contactName") && changed.stream().anyMatch(key -> key.startsWith("contact"))) {
      rows.contact(reference, none(contact.get("contactName")), none(contact.get("contactPhone")));
    }
    if (!changed.isEmpty() || !rivals.isEmpty()) {
      var all = new ArrayList<>(changed);
      rivals.stream().filter(key -> !all.contains(key)).forEach(all::add);
      rows.changed(reference, now, by, all);
      applications.record(
          "application.filledIn",
          row,
          Map.of("questions", Integer.toString(all.size()), "atTheSameTime", Integer.toString(rivals.size())));
    }
    return rivals;
  }

  /** A third answer to the same question does not push out the second. */
  private static List<String> beside(Question question, Paper.Entry entry, List<String> words) {
    boolean words3 = entry != null && entry.rival() != null && question.type() == QuestionType.LONG_TEXT;
    return words3 && !entry.rival().equals(words) ? List.of(entry.rival().get(0) + "\n\n" + words.get(0)) : words;
  }

  private static String none(String text) {
    return text == null || text.isBlank() ? null : text;
  }

  /** A short trace of what was typed, by which a page knows later whether it is still the same. */
  public static String trace(List<String> typed) {
    return Reading.blank(typed)
        ? "0"
        : Tokens.hash(String.join("\u0000", typed).replace("\r\n", "\n").strip()).substring(0, 16);
  }

  // ---- documents

  /**
   * Keeps a document.
   *
   * @throws InvalidInput on {@code file} if it cannot be taken; nothing else changes then
   */
  @Transactional
  public void add(String reference, String key, String fileName, byte[] content, String by) {
    var row = applications.lock(reference);
    var paper = paper(row);
    openEvidence(paper, key);
    if (paper.files().size() >= MOST_FILES) {
      throw new InvalidInput("file", "questionnaire.file.tooMany", MOST_FILES);
    }
    String type = UploadCheck.typeOf(content);
    String sha256 = sha256(content);
    if (paper.files(key).stream().anyMatch(file -> file.evidence().sha256().equals(sha256))) {
      throw new InvalidInput("file", "questionnaire.file.again");
    }
    var evidence = new Evidence(UUID.randomUUID(), key, type, content.length, sha256, clock.instant(), by);
    rows.add(reference, new ApplicationRows.Stored(evidence, tidy(fileName, type)), content);
    rows.changed(reference, clock.instant(), by, List.of(key));
    applications.record(
        "application.fileAdded",
        row,
        Map.of("question", key, "file", evidence.id().toString(), "mediaType", type, "bytes", Integer.toString(content.length)));
  }

  /** Takes a document away that was added since the application was last sent; safe to repeat. */
  @Transactional
  public void remove(String reference, UUID fileId, String by) {
    var row = applications.lock(reference);
    var paper = paper(row);
    paper.files().stream()
        .filter(file -> file.evidence().id().equals(fileId))
        .findFirst()
        .ifPresent(
            file -> {
              openEvidence(paper, file.evidence().question());
              var since = row.submittedAt() == null ? Instant.EPOCH : row.submittedAt();
              if (rows.remove(reference, fileId, since) > 0) {
                rows.changed(reference, clock.instant(), by, List.of(file.evidence().question()));
                applications.record(
                    "application.fileRemoved", row, Map.of("question", file.evidence().question(), "file", fileId.toString()));
              }
            });
  }

  private static void openEvidence(Paper paper, String key) {
    paper
        .application()
        .questionnaire()
        .question(key)
        .filter(question -> question.type() == QuestionType.EVIDENCE && paper.open(question))
        .orElseThrow(() -> new NoSuchElementException("No documents are asked for here"));
  }

  /** The name alone, without folders or signs that mean something elsewhere, and with the ending of what it is. */
  static String tidy(String fileName, String type) {
    String name = fileName == null ? "" : fileName.substring(Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\')) + 1);
    name = name.replaceAll("[\\p{C}\"<>:|?*;%&`$]", "").replaceAll("\\s+", " ").strip().replaceAll("^\\.+", "");
    String ending = "." + UploadCheck.ENDINGS.get(type);
    boolean ends = name.toLowerCase(java.util.Locale.ROOT).endsWith(ending) || type.equals(UploadCheck.JPEG) && name.matches("(?i).*\\.jpeg");
    String stem = ends ? name.substring(0, name.lastIndexOf('.')) : name;
    return (stem.isEmpty() ? "document" : stem.substring(0, Math.min(stem.length(), LONGEST_NAME))) + ending;
  }

  private static String sha256(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }

  // ---- sending

  /**
   * Sends the application, for the first time or with what was asked for.
   *
   * @throws InvalidInput naming the questions that must be answered, or settled, first
   */
  @Transactional
  public void send(String reference, String by) {
    var row = applications.lock(reference);
    var paper = paper(row);
    if (!paper.open()) {
      return;
    }
    var unfinished = paper.unfinished();
    if (!unfinished.isEmpty()) {
      throw new InvalidInput(unfinished.stream().map(question -> problem(paper, question)).toList());
    }
    boolean more = row.status() == Application.Status.ASKED_FOR_MORE;
    var now = clock.instant();
    rows.submitted(reference, now);
    helping.notNeededAnyMore(reference);
    applications.record(
        "application.sent", row, Map.of("again", Boolean.toString(more), "files", Integer.toString(paper.files().size())));
    applications.send(Purpose.APPLICATION_SENT, row, reference + ":" + now.toEpochMilli(), Map.of());
    var kind = kinds.serving(row.kind(), row.schemeId());
    var sent = applications.get(reference);
    if (more) {
      kind.answeredMore(sent);
    } else {
      kind.submitted(sent);
    }
  }

  /** Why a question keeps the application from being sent. */
  public static Problem problem(Paper paper, Question question) {
    if (paper.problems().containsKey(question.key())) {
      return paper.problems().get(question.key());
    }
    String why = paper.rival(question.key()) != null ? "questionnaire.answer.two" : "questionnaire.answer.missing";
    return new Problem(question.key(), why, List.of());
  }

  // ---- staff

  /** The applications of a scheme, the newest first. */
  @Transactional(readOnly = true)
  public List<Application> inScheme(String schemeId) {
    return rows.inScheme(schemeId, 200).stream()
        .map(row -> applications.application(row, rows.answers(row.reference()), List.of()))
        .toList();
  }

  /** Who filled in what when, newest first. */
  @Transactional(readOnly = true)
  public List<Changed> history(String reference) {
    return rows.changes(reference).stream().map(c -> new Changed(c.at(), c.by(), c.questions())).toList();
  }

  /** A look of staff at all answers goes on record. */
  @Transactional
  public void looked(String reference) {
    rows.find(reference).ifPresent(row -> applications.record("application.seen", row, Map.of()));
  }

  /** A document for a member of staff; that it was fetched goes on record. */
  @Transactional
  public Optional<Download> download(String reference, UUID fileId) {
    var row = rows.find(reference).orElseThrow();
    return rows.files(reference).stream()
        .filter(file -> file.evidence().id().equals(fileId))
        .findFirst()
        .flatMap(
            file ->
                rows.content(reference, fileId)
                    .map(
                        content -> {
                          applications.record("application.fileFetched", row, Map.of("file", fileId.toString()));
                          return new Download(file.fileName(), file.evidence().mediaType(), content);
                        }));
  }

  /**
   * A page that was filled in.
   *
   * @param by user id of the officer, or {@code null} for the applicant
   * @param questions keys
   */
  public record Changed(Instant at, String by, List<String> questions) {}

  /** A document with its contents. */
  public record Download(String name, String mediaType, byte[] content) {

    @Override
    public String toString() {
      return "Download";
    }
  }
}
