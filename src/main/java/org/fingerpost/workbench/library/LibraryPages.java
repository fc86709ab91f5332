package org.fingerpost.workbench.library;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.fingerpost.platform.StartNotice;
import org.fingerpost.platform.Words;
import org.fingerpost.scheme.Schemes;
import org.fingerpost.workbench.ModelDeployer;
import org.fingerpost.workbench.library.Library.InForce;
import org.fingerpost.workbench.library.Library.OpenDraft;
import org.fingerpost.workbench.library.ModelVersions.Latest;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The programme manager's start page: every model in force, and what was deployed of late. */
@Controller
class LibraryPages {

  private static final int LAST_DEPLOYMENTS = 10;

  private final Library library;
  private final Numbers numbers;
  private final ModelDeployer deployer;
  private final WhoLooks who;
  private final List<StartNotice> notices;
  private final Schemes schemes;
  private final Words words;

  LibraryPages(
      Library library,
      Numbers numbers,
      ModelDeployer deployer,
      WhoLooks who,
      List<StartNotice> notices,
      Schemes schemes,
      Words words) {
    this.library = library;
    this.numbers = numbers;
    this.deployer = deployer;
    this.who = who;
    this.notices = notices;
    this.schemes = schemes;
    this.words = words;
  }

  @GetMapping("/workbench")
  String library(
      @RequestParam(required = false) String kind,
      @RequestParam(required = false) String scheme,
      @RequestParam(required = false) String q,
      Locale locale,
      Model model) {
    var said = new LibraryWords(words, schemes, locale);
    String seenFrom = who.chosen(scheme);
    var wantedKind = ModelKind.of(kind);
    String text = q == null ? "" : q.strip();
    var models = library.inForce();
    var rows = rows(models, seenFrom, said);
    var groups = new LinkedHashMap<ModelKind, List<Row>>();
    for (ModelKind one : ModelKind.values()) {
      if (wantedKind.isEmpty() || wantedKind.get() == one) {
        var found = rows.stream().filter(row -> row.kind() == one && row.matches(text)).toList();
        if (!found.isEmpty()) {
          groups.put(one, found);
        }
      }
    }
    model.addAttribute("groups", groups);
    model.addAttribute("found", groups.values().stream().mapToInt(List::size).sum());
    model.addAttribute("wantedKind", wantedKind.map(ModelKind::code).orElse(""));
    model.addAttribute("wantedScheme", Objects.toString(seenFrom, ""));
    model.addAttribute("wantedText", text);
    model.addAttribute("schemes", who.schemes(said.language()));
    model.addAttribute("mayChooseAll", who.aboveSchemes());
    model.addAttribute("notices", notices.stream().flatMap(notice -> notice.of(who.member(), said.language()).stream()).toList());
    model.addAttribute("openDrafts", library.openDrafts());
    model.addAttribute(
        "deployments",
        deployer.deployments().stream()
            .filter(deployment -> who.sees(deployment.schemeId()))
            .limit(LAST_DEPLOYMENTS)
            .map(
                deployment ->
                    new Deployment(
                        said.moment(deployment.deployedAt()),
                        deployment.deployedBy(),
                        said.scheme(deployment.schemeId()),
                        deployment.reason()))
            .toList());
    return "workbench/library/list";
  }

  private List<Row> rows(InForce models, String seenFrom, LibraryWords said) {
    var links = new ModelLinks(models, seenFrom, said);
    var running = numbers.running(seenFrom);
    var drafts = library.drafts();
    var shown = models.models().stream().filter(latest -> visible(latest, models, seenFrom)).toList();
    var read = library.read(
        shown.stream().map(Latest::version).filter(version -> version.kind() != ModelKind.FORM).toList());
    var rows = new ArrayList<Row>();
    for (Latest latest : shown) {
      var version = latest.version();
      var line = running.stream().filter(r -> r.key().equals(version.key()) && Objects.equals(r.schemeId(), version.schemeId())).toList();
      boolean process = version.kind() == ModelKind.PROCESS;
      rows.add(
          new Row(
              version.kind(),
              version.key(),
              links.title(version),
              links.foreign(version),
              Optional.ofNullable(read.get(version.definitionId())).map(r -> LibraryWords.sentence(r.purpose())).orElse(""),
              ModelLinks.address(version.kind(), version.key(), version.schemeId() == null ? seenFrom : version.schemeId()),
              said.scheme(version.schemeId()),
              version.schemeId() != null,
              latest.change().version(),
              said.day(latest.change().deployedAt()),
              latest.change().deployedBy(),
              latest.change().reason(),
              process ? line.stream().mapToLong(Numbers.Running::running).sum() : -1,
              line.stream().filter(r -> r.version() < version.since()).mapToLong(Numbers.Running::running).sum(),
              drafts(drafts, version, models)));
    }
    rows.sort(Comparator.comparing(Row::kind).thenComparing(row -> row.title().toLowerCase(Locale.ROOT)).thenComparing(Row::own));
    return rows;
  }

  /** A variant that is being made stands with the shared model that it begins from. */
  private static long drafts(Map<String, List<OpenDraft>> drafts, ModelVersion version, InForce models) {
    return drafts.getOrDefault(version.file(), List.of()).stream()
        .filter(
            draft ->
                Objects.equals(draft.schemeId(), version.schemeId())
                    || version.schemeId() == null && models.find(version.kind(), version.key(), draft.schemeId()).isEmpty())
        .count();
  }

  /** Seen from a scheme, its own variant stands in place of the shared model. */
  private boolean visible(Latest latest, InForce models, String seenFrom) {
    var version = latest.version();
    if (seenFrom == null) {
      return who.sees(version.schemeId());
    }
    return seenFrom.equals(version.schemeId())
        || version.schemeId() == null && models.find(version.kind(), version.key(), seenFrom).isEmpty();
  }

  /**
   * A model in the list.
   *
   * @param version the version in which it last changed
   * @param running how many cases run on any version; -1 for what is no process
   * @param earlier how many of these run on a version that says something else
   */
  record Row(
      ModelKind kind,
      String key,
      String title,
      boolean foreign,
      String purpose,
      String href,
      String scheme,
      boolean own,
      int version,
      String changedOn,
      String changedBy,
      String reason,
      long running,
      long earlier,
      long drafts) {

    private boolean matches(String text) {
      String wanted = text.toLowerCase(Locale.ROOT);
      return title.toLowerCase(Locale.ROOT).contains(wanted)
          || key.contains(wanted)
          || purpose.toLowerCase(Locale.ROOT).contains(wanted);
    }
  }

  record Deployment(String when, String who, String scheme, String why) {}
}
