package org.fingerpost.rights;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.fingerpost.platform.AuditEvent;
import org.fingerpost.platform.AuditTrail;
import org.fingerpost.platform.CurrentActor;
import org.fingerpost.platform.Language;
import org.fingerpost.platform.WrittenDate;
import org.fingerpost.scheme.Schemes;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Answers to requests for access (UK GDPR Article 15): everything that is kept, for machines and for people, in one file in each
 * language. It can be fetched for two weeks and is deleted then.
 */
@Component
class Answers {

  static final Duration FETCHED_WITHIN = Duration.ofDays(14);

  /** Larger answers are handed over by hand. */
  private static final int LONGEST_HISTORY = 2000;

  private final JdbcClient db;
  private final Gathering gathering;
  private final AnswerWords answerWords;
  private final AnswerPaper paper;
  private final Seen seen;
  private final Schemes schemes;
  private final ObjectMapper json;
  private final CurrentActor currentActor;
  private final AuditTrail audit;
  private final Clock clock;

  Answers(
      JdbcClient db,
      Gathering gathering,
      AnswerWords answerWords,
      AnswerPaper paper,
      Seen seen,
      Schemes schemes,
      ObjectMapper json,
      CurrentActor currentActor,
      AuditTrail audit,
      Clock clock) {
    this.db = db;
    this.gathering = gathering;
    this.answerWords = answerWords;
    this.paper = paper;
    this.seen = seen;
    this.schemes = schemes;
    this.json = json;
    this.currentActor = currentActor;
    this.audit = audit;
    this.clock = clock;
  }

  /** What somebody should look at before it is released: written by others, or about others. */
  @Transactional(readOnly = true)
  List<ToCheck> toCheck(Subject subject, Language language) {
    var toCheck = new ArrayList<ToCheck>();
    for (var found : gathering.gather(subject, language)) {
      for (var row : found.rows()) {
        for (var column : found.columns()) {
          if (row.flagged().contains(column.name())) {
            Optional.of(row.text(column.name()).isEmpty() ? "" : answerWords.said(row, column.name(), Map.of(), language))
                .filter(text -> !text.isBlank())
                .ifPresent(
                    text ->
                        toCheck.add(
                            new ToCheck(
                                row.key() + "/" + column.name(),
                                answerWords.table(found.holding().table(), language),
                                answerWords.column(found.holding().table(), column.name(), language),
                                text)));
          }
        }
        if (row.flagged().contains("content")) {
          toCheck.add(
              new ToCheck(
                  row.key() + "/content",
                  answerWords.table(found.holding().table(), language),
                  answerWords.column(found.holding().table(), "content", language),
                  row.text("file_name").orElse("")));
        }
      }
    }
    return toCheck;
  }

  /** Writes the answer in both languages and keeps it until it is fetched. */
  @Transactional(propagation = Propagation.MANDATORY)
  void release(RightsRequest request, Subject subject) {
    var expires = clock.instant().plus(FETCHED_WITHIN);
    for (Language language : Language.values()) {
      byte[] zip = written(request, subject, language);
      var id = UUID.randomUUID();
      db.sql(
              """
              insert into rights_export (export_id, reference, language, content, sha256, released_by, released_at, expires_at)
              values (:id, :request, :language, :content, :hash, :me, :now, :expires)
              """)
          .param("id", id)
          .param("request", request.reference())
          .param("language", language.code())
          .param("content", zip)
          .param("hash", hash(zip))
          .param("me", currentActor.get().id())
          .param("now", Timestamp.from(clock.instant()))
          .param("expires", Timestamp.from(expires))
          .update();
      for (String about : subject.references()) {
        audit.record(
            new AuditEvent(
                "rights.answer-released",
                Erasing.type(subject),
                about,
                request.schemeId(),
                Map.of("request", request.reference(), "language", language.code(), "sha256", hash(zip).substring(0, 16))));
      }
    }
  }

  byte[] written(RightsRequest request, Subject subject, Language language) {
    var withheld = request.withheld();
    var found = gathering.gather(subject, language);
    boolean concernsShown =
        found.stream()
            .filter(one -> one.holding().table().equals("safeguarding_concern"))
            .flatMap(one -> one.rows().stream().map(Gathering.Row::key))
            .noneMatch(key -> withheld.stream().anyMatch(left -> left.startsWith(key)));
    var looks = seen.looks(subject, language, concernsShown);
    var told = seen.told(subject, language);
    var answer =
        new Answer(
            language,
            request.reference(),
            schemes.get(request.schemeId()).name().in(language),
            WrittenDate.of(LocalDate.now(clock), language),
            answerWords.parts(found, request.schemeId(), withheld, language),
            looks.size() > LONGEST_HISTORY ? looks.subList(looks.size() - LONGEST_HISTORY, looks.size()) : looks,
            told);
    var files = new TreeMap<String, byte[]>();
    files.put("record.json", machineReadable(request, found, looks, told, withheld));
    String page = paper.page(answer);
    files.put("record.html", page.getBytes(StandardCharsets.UTF_8));
    files.put("record.pdf", paper.print(page));
    files.putAll(gathering.documents(subject, withheld));
    return zip(files);
  }

  private byte[] machineReadable(
      RightsRequest request,
      List<Gathering.Found> found,
      List<Seen.Look> looks,
      List<Seen.Look> told,
      Set<String> withheld) {
    ObjectNode root = json.createObjectNode();
    root.put("request", request.reference());
    root.put("scheme", request.schemeId());
    root.put("writtenOn", LocalDate.now(clock).toString());
    var kept = root.putObject("kept");
    for (var one : found) {
      var rows = kept.withArray(one.holding().table());
      for (var row : one.rows()) {
        var said = rows.addObject();
        row.values()
            .forEach(
                (column, value) -> {
                  if (withheld.contains(row.key() + "/" + column)) {
                    said.putObject(column).put("leftOut", true);
                  } else {
                    said.set(column, value);
                  }
                });
      }
    }
    root.set("seenBy", json.valueToTree(looks));
    root.set("told", json.valueToTree(told));
    try {
      return json.writerWithDefaultPrettyPrinter().writeValueAsBytes(root);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A tree can always be written", e);
    }
  }

  private static byte[] zip(Map<String, byte[]> files) {
    var out = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
      for (var file : files.entrySet()) {
        zip.putNextEntry(new ZipEntry(file.getKey()));
        zip.write(file.getValue());
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException("An answer could not be put together", e);
    }
    return out.toByteArray();
  }

  /** The file, as long as it is there; fetching it is on record. */
  @Transactional
  Optional<byte[]> fetch(RightsRequest request, Subject subject, Language language) {
    var file =
        db.sql(
                "select content from rights_export where reference = :reference and language = :language and expires_at > :now"
                    + " order by released_at desc limit 1")
            .param("reference", request.reference())
            .param("language", language.code())
            .param("now", Timestamp.from(clock.instant()))
            .query(byte[].class)
            .optional();
    if (file.isPresent()) {
      for (String about : subject.references()) {
        audit.record(
            new AuditEvent(
                "rights.answer-downloaded",
                Erasing.type(subject),
                about,
                request.schemeId(),
                Map.of("request", request.reference(), "language", language.code())));
      }
    }
    return file;
  }

  /** Until when the answer can be fetched; empty if it cannot. */
  Optional<LocalDate> fetchableUntil(String reference) {
    return db.sql("select max(expires_at) from rights_export where reference = :reference and expires_at > :now having max(expires_at) is not null")
        .param("reference", reference)
        .param("now", Timestamp.from(clock.instant()))
        .query(Timestamp.class)
        .optional()
        .map(at -> LocalDate.ofInstant(at.toInstant(), clock.getZone()));
  }

  @Transactional
  int deleteExpired() {
    return db.sql("delete from rights_export where expires_at <= :now")
        .param("now", Timestamp.from(clock.instant()))
        .update();
  }

  private static String hash(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }

  /**
   * One value that was written by others, or is about others.
   *
   * @param key table, row and column: what leaving it out is kept by
   */
  record ToCheck(String key, String table, String column, String text) {

    @Override
    public String toString() {
      return "ToCheck[" + key + "]";
    }
  }

  /** An answer in words. */
  record Answer(
      Language language,
      String reference,
      String schemeName,
      String writtenOn,
      List<Part> parts,
      List<Seen.Look> seen,
      List<Seen.Look> told) {

    @Override
    public String toString() {
      return "Answer[" + reference + "]";
    }
  }

  record Part(String title, String why, List<List<Line>> rows) {

    @Override
    public String toString() {
      return "Part";
    }
  }

  record Line(String label, String value, boolean leftOut) {

    @Override
    public String toString() {
      return "Line";
    }
  }
}
