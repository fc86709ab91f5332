package org.fingerpost.questionnaire.web;

import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.fingerpost.platform.Language;
import org.fingerpost.platform.WrittenDate;
import org.fingerpost.questionnaire.FillingIn;
import org.fingerpost.questionnaire.Paper;
import org.fingerpost.questionnaire.Question;
import org.fingerpost.questionnaire.QuestionType;
import org.fingerpost.scheme.Schemes;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;

/**
 * Applications for assessors, community officers and the grant panel of their scheme: every answer in words, documents as downloads and
 * never as pages, and who filled in what. Each look and each download goes on record.
 */
@Controller
@RequestMapping("/applications")
class ApplicationsController {

  private final FillingIn filling;
  private final PaperWords words;
  private final Readers readers;
  private final Schemes schemes;

  ApplicationsController(FillingIn filling, PaperWords words, Readers readers, Schemes schemes) {
    this.filling = filling;
    this.words = words;
    this.readers = readers;
    this.schemes = schemes;
  }

  /** What is read here must not stay behind in a browser. */
  @ModelAttribute
  void leaveNothingBehind(HttpServletResponse response) {
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
  }

  @GetMapping
  String list(Locale locale, Model model) {
    var language = Language.of(locale);
    model.addAttribute(
        "applications",
        filling.inScheme(readers.scheme()).stream()
            .map(
                application ->
                    new Row(
                        application.reference(),
                        application.text("organisationName"),
                        application.questionnaire().name().in(language),
                        application.status().name(),
                        words.at(application.submittedAt() == null ? application.startedAt() : application.submittedAt(), language)))
            .toList());
    return "applications/list";
  }

  @GetMapping("/{reference}")
  String read(@PathVariable String reference, Locale locale, Model model) {
    var language = Language.of(locale);
    var paper = readers.ofOwnScheme(reference).paper();
    var application = paper.application();
    filling.looked(reference);
    model.addAttribute("applicationReference", reference);
    model.addAttribute("organisation", application.text("organisationName"));
    model.addAttribute("name", application.questionnaire().name().in(language));
    model.addAttribute("questionnaireVersion", application.questionnaire().version());
    model.addAttribute("schemeName", schemes.get(application.schemeId()).name().in(language));
    model.addAttribute("status", application.status().name());
    model.addAttribute("contact", application.contact());
    model.addAttribute("shorter", application.shorter());
    model.addAttribute("startedAt", words.at(application.startedAt(), language));
    model.addAttribute("submittedAt", application.submittedAt() == null ? null : words.at(application.submittedAt(), language));
    model.addAttribute("answerBy", application.answerBy() == null ? null : WrittenDate.of(application.answerBy(), language));
    model.addAttribute("mayFill", paper.open() && readers.fillsIn());
    model.addAttribute("groups", groups(paper, language));
    model.addAttribute("gaps", filling.gaps(application).stream().map(gap -> gap.text().in(language)).toList());
    model.addAttribute(
        "changes",
        filling.history(reference).stream()
            .map(
                change ->
                    new ChangeRow(
                        words.at(change.at(), language), words.who(change.by(), language), labels(paper, change.questions(), language)))
            .toList());
    return "applications/application";
  }

  private List<Group> groups(Paper paper, Language language) {
    return paper.application().questionnaire().sections().stream()
        .map(
            section ->
                new Group(
                    section.title().in(language),
                    section.questions().stream()
                        .filter(question -> paper.asked().contains(question.key()) || paper.application().has(question.key()))
                        .map(question -> answer(paper, question, language))
                        .toList()))
        .filter(group -> !group.rows().isEmpty())
        .toList();
  }

  private Answer answer(Paper paper, Question question, Language language) {
    var shown = words.shown(paper, question, language);
    var entry = paper.entries().get(question.key());
    return new Answer(
        question.key(),
        shown.label(),
        question.type() == QuestionType.EVIDENCE ? null : words.answer(paper, question, language),
        question.type() == QuestionType.EVIDENCE,
        shown.files(),
        entry == null || entry.by() == null ? null : words.who(entry.by(), language),
        shown.rival(),
        shown.helps());
  }

  private static List<String> labels(Paper paper, List<String> keys, Language language) {
    return keys.stream()
        .map(key -> paper.application().questionnaire().question(key).map(q -> q.label().in(language)).orElse(null))
        .filter(Objects::nonNull)
        .toList();
  }

  /** A document: as an attachment, whatever it is, and should a browser open it all the same, with no rights at all. */
  @GetMapping("/{reference}/files/{fileId}")
  ResponseEntity<byte[]> download(@PathVariable String reference, @PathVariable UUID fileId) {
    readers.ofOwnScheme(reference);
    var file = filling.download(reference, fileId).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType(file.mediaType()))
        .contentLength(file.content().length)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename(file.name(), StandardCharsets.UTF_8).build().toString())
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .header("X-Content-Type-Options", "nosniff")
        .header("Content-Security-Policy", "default-src 'none'; sandbox; frame-ancestors 'none'")
        .header("Cross-Origin-Resource-Policy", "same-origin")
        .body(file.content());
  }

  /** An application in the list. */
  record Row(String reference, String organisation, String name, String status, String at) {

    @Override
    public String toString() {
      return "Row[" + reference + "]";
    }
  }

  /** The answers of a page. */
  record Group(String title, List<Answer> rows) {}

  /** An answer in words. */
  record Answer(
      String key,
      String question,
      String answer,
      boolean evidence,
      List<PaperWords.Document> files,
      String officer,
      PaperWords.Rival rival,
      List<PaperWords.Help> helps) {

    @Override
    public String toString() {
      return "Answer[" + key + "]";
    }
  }

  /** Who filled in what when. */
  record ChangeRow(String at, String who, List<String> questions) {}
}
