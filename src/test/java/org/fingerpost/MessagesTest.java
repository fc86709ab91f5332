package org.fingerpost;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.dmn.instance.Output;
import org.fingerpost.community.ActionBy;
import org.fingerpost.community.AskedBy;
import org.fingerpost.community.Check;
import org.fingerpost.community.CheckState;
import org.fingerpost.community.ClosingReason;
import org.fingerpost.community.DemandEvidence;
import org.fingerpost.community.Further;
import org.fingerpost.community.GroupKind;
import org.fingerpost.community.GroupState;
import org.fingerpost.community.NoMark;
import org.fingerpost.community.NoVisit;
import org.fingerpost.community.ReviewResult;
import org.fingerpost.community.TrialResult;
import org.fingerpost.community.UnmetNeedLedger;
import org.fingerpost.caseload.Absence;
import org.fingerpost.caseload.AssignedBecause;
import org.fingerpost.caseload.HandingOver;
import org.fingerpost.directory.EntryField;
import org.fingerpost.directory.ImportReport;
import org.fingerpost.directory.ListingStatus;
import org.fingerpost.directory.MatchCaution;
import org.fingerpost.directory.MatchReason;
import org.fingerpost.eligibility.Route;
import org.fingerpost.followup.Attendance;
import org.fingerpost.grants.Criterion;
import org.fingerpost.grants.GrantOutcome;
import org.fingerpost.grants.GrantState;
import org.fingerpost.scheme.SmallGrants;
import org.fingerpost.followup.Barrier;
import org.fingerpost.followup.Safety;
import org.fingerpost.introduction.AccompaniedBy;
import org.fingerpost.introduction.Answer;
import org.fingerpost.introduction.DeclineReason;
import org.fingerpost.introduction.GoOnReason;
import org.fingerpost.introduction.Missing;
import org.fingerpost.introduction.PauseDecision;
import org.fingerpost.introduction.PausedBecause;
import org.fingerpost.kitemark.SuspensionReason;
import org.fingerpost.models.ModelFiles;
import org.fingerpost.notification.Purpose;
import org.fingerpost.outcome.GoalsMet;
import org.fingerpost.outcome.LaterReviews;
import org.fingerpost.outcome.Occasion;
import org.fingerpost.person.Consent;
import org.fingerpost.referral.ClosedState;
import org.fingerpost.referral.ClosureReason;
import org.fingerpost.referral.ConsentGivenBy;
import org.fingerpost.referral.ConsentHow;
import org.fingerpost.referral.ReferrerKind;
import org.fingerpost.referral.Relation;
import org.fingerpost.referral.SignpostAnswer;
import org.fingerpost.referral.Stage;
import org.fingerpost.safeguarding.ConcernDecision;
import org.fingerpost.referral.WithdrawalReason;
import org.fingerpost.referral.WorkerAsked;
import org.fingerpost.scheme.AccessNeed;
import org.fingerpost.scheme.ActivityFormat;
import org.fingerpost.scheme.ActivityKind;
import org.fingerpost.scheme.Codes;
import org.fingerpost.scheme.Frequency;
import org.fingerpost.scheme.Interest;
import org.fingerpost.scheme.KiteMarkLevel;
import org.fingerpost.scheme.LegalForm;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** Whatever Fingerpost says, it can say in English and in Welsh; and it never says the name of a key. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class MessagesTest {

  private static final Path MESSAGES = Path.of("src/main/resources/messages");

  /** The same in both languages because they are names or have no words. */
  private static final Set<String> SAME_IN_BOTH = Set.of("conversation.rung", "directory.import.change");

  /** Look like keys of a bundle and are something else. */
  private static final Set<String> NOT_KEYS =
      Set.of(
          "demo.clock-ahead",
          // messages of the models
          "caseload.capacity",
          "referral.ended",
          "introduction.markEnded",
          "introduction.placeTold",
          "introduction.questionAsked",
          "introduction.waitListed",
          "kitemark.newMarkAwarded",
          "kitemark.markEnded",
          "community.groupStopped",
          "community.markAwarded");

  /** Keys that are made from codes: by prefix, every code there is. */
  private static final Map<String, Collection<String>> VOCABULARIES = vocabularies();

  private static final Pattern ARGUMENT = Pattern.compile("\\{(\\d+)[^}]*}");

  private static final String KEY = "[a-z][a-z-]*(?:\\.[A-Za-z0-9_-]+)+";
  private static final Pattern LITERAL = Pattern.compile("(?:[\"'|`]|\"\\{|#\\{)(" + KEY + ")(?=[\"'`}(])");
  private static final Pattern PREFIX = Pattern.compile("[\"'|`]([a-z][a-z-]*\\.(?:[A-Za-z0-9_-]+\\.)*)(?=[\"'`$])");
  private static final Pattern IN_TEMPLATE = Pattern.compile("#\\{([a-z][^}$|(]*)");
  private static final Pattern CONSTRAINT = Pattern.compile("message = \"(?:\\{([^}\"]+)}|([^\"]*))\"");
  private static final Pattern REFUSED =
      Pattern.compile("new (?:InvalidInput|Problem)\\(\\s*\"[^\"]*\",\\s*\"([^\"]+)\"\\s*[,)]");

  private static final Pattern ACT = Pattern.compile("(?:AuditEvent|ofReferral)\\(\\s*\"([^\"]+)\"");

  private final Map<String, String> english = all("en");
  private final Map<String, String> welsh = all("cy");
  private final Map<Path, String> sources = sources();

  // ---- English and Welsh

  @Test
  void every_bundle_says_the_same_things_in_both_languages() {
    for (String bundle : bundles()) {
      assertThat(read(bundle, "cy").keySet())
          .as("keys of %s_cy.properties, and those of %s_en.properties", bundle, bundle)
          .containsExactlyElementsOf(read(bundle, "en").keySet());
    }
    assertThat(files().filter(file -> !file.toString().matches(".*_(en|cy)\\.properties")))
        .as("other files")
        .isEmpty();
  }

  @Test
  void a_message_takes_the_same_arguments_in_both_languages() {
    english.forEach(
        (key, text) ->
            assertThat(arguments(welsh.get(key)))
                .as("arguments of %s in Welsh, and in English: %s", key, text)
                .isEqualTo(arguments(text)));
  }

  @Test
  void a_message_has_words_and_can_be_formatted() {
    Stream.of(english, welsh)
        .flatMap(words -> words.entrySet().stream())
        .forEach(
            message -> {
              assertThat(message.getValue()).as(message.getKey()).isNotBlank();
              assertThat(message.getValue().replace("''", ""))
                  .as("%s: write an apostrophe twice, MessageFormat takes a single one away", message.getKey())
                  .doesNotContain("'");
              assertThat(new MessageFormat(message.getValue()).format(new Object[0])).isNotBlank();
            });
  }

  @Test
  void a_sentence_is_translated() {
    var same =
        english.keySet().stream()
            .filter(key -> english.get(key).split("\\s+").length >= 3)
            .filter(key -> english.get(key).equals(welsh.get(key)))
            .filter(key -> !SAME_IN_BOTH.contains(key))
            .toList();
    assertThat(same).as("the Welsh is the English; if it is a name, add the key to SAME_IN_BOTH").isEmpty();
  }

  @Test
  void a_key_belongs_to_one_bundle() {
    var homes = new TreeMap<String, List<String>>();
    for (String bundle : bundles()) {
      read(bundle, "en").keySet().forEach(key -> homes.computeIfAbsent(key, k -> new ArrayList<>()).add(bundle));
    }
    assertThat(homes.entrySet().stream().filter(home -> home.getValue().size() > 1)).isEmpty();
  }

  // ---- what the program says, the bundles have

  @Test
  void every_key_in_a_template_has_words() {
    assertThat(unknown(file -> file.endsWith(".html"), IN_TEMPLATE)).as("keys in templates without words").isEmpty();
  }

  @Test
  void every_constraint_names_a_key_with_words() {
    var bad = new TreeSet<String>();
    java().forEach(
        (file, text) ->
            CONSTRAINT
                .matcher(text)
                .results()
                .filter(message -> message.group(1) == null || !english.containsKey(message.group(1)))
                .forEach(message -> bad.add(file.getFileName() + ": " + message.group())));
    assertThat(bad).as("constraints whose message is not the {key} of a bundle").isEmpty();
  }

  @Test
  void every_refused_answer_is_explained() {
    assertThat(unknown(file -> file.endsWith(".java"), REFUSED)).as("InvalidInput without words").isEmpty();
  }

  @Test
  void every_rule_of_a_referral_is_explained() {
    String rules = text(Path.of("src/main/java/org/fingerpost/referral/domain/ReferralRules.java"));
    var problems = new TreeSet<String>();
    rule("problem\\(\"([\\w.]+)\", \"(\\w+)\"", rules).forEach(p -> problems.add(p.group(1) + "." + p.group(2)));
    rule("(?:line|note)\\(\"([\\w.]+)\"", rules).forEach(p -> problems.add(p.group(1) + ".tooLong"));
    rule("(?:line|oneOf)\\([^;]*?\"([\\w.]+)\"[^;]*true\\)", rules)
        .forEach(p -> problems.add(p.group(1) + ".required"));
    rule("(?:email|phone)\\(\"([\\w.]+)\"", rules).forEach(p -> problems.add(p.group(1) + ".invalid"));

    assertThat(problems).hasSizeGreaterThan(35);
    assertThat(english.keySet()).containsAll(problems.stream().map(problem -> "referral." + problem).toList());
  }

  @Test
  void every_act_has_words_and_all_words_for_acts_are_of_acts() {
    assertThat(unknown(file -> file.endsWith(".java"), ACT).keySet())
        .as("acts that the auditor would read as codes")
        .allMatch(act -> english.containsKey("audit.act." + act));
    var java = String.join("\n", java().values());
    assertThat(english.keySet().stream().filter(key -> key.startsWith("audit.act.")))
        .as("nothing records this act")
        .allMatch(key -> java.contains('"' + key.substring("audit.act.".length()) + '"'));
  }

  @Test
  void whatever_looks_like_a_key_has_words() {
    var families = english.keySet().stream().map(MessagesTest::family).collect(Collectors.toSet());
    var unknown =
        unknown(file -> true, LITERAL).entrySet().stream()
            .filter(use -> families.contains(family(use.getKey())))
            // what happened is named like a key, and said by the auditor's page
            .filter(use -> !english.containsKey("audit.act." + use.getKey()))
            .filter(use -> !NOT_KEYS.contains(use.getKey()))
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    assertThat(unknown).as("not in any bundle; if it is no key, add it to NOT_KEYS").isEmpty();
  }

  @Test
  void every_prefix_of_a_key_leads_somewhere() {
    var families = english.keySet().stream().map(MessagesTest::family).collect(Collectors.toSet());
    var lost =
        prefixes().stream()
            .filter(prefix -> families.contains(family(prefix)))
            .filter(prefix -> english.keySet().stream().noneMatch(key -> key.startsWith(prefix)))
            .toList();
    assertThat(lost).as("put before a code to make a key, but no key begins so").isEmpty();
  }

  @Test
  void every_code_has_words() {
    VOCABULARIES.forEach(
        (prefix, codes) ->
            assertThat(english.keySet())
                .as("keys for the codes of %s", prefix)
                .containsAll(codes.stream().map(code -> prefix + code).toList()));
  }

  @Test
  void every_paragraph_of_a_message_has_words_and_the_arguments_it_needs() {
    for (Purpose purpose : Purpose.values()) {
      for (Purpose.Part part : purpose.parts()) {
        String key = "message." + purpose.code() + "." + part.name();
        assertThat(english).as("paragraph of %s", purpose).containsKey(key);
        assertThat(arguments(english.get(key)))
            .as("%s is given %s", key, part.params())
            .allMatch(number -> number < part.params().size());
      }
    }
  }

  @Test
  void the_auditor_reads_the_labels_of_the_diagrams() {
    var labels = new TreeMap<String, String>();
    for (Path file : ModelFiles.processes()) {
      ModelFiles.process(file).getModelElementsByType(FlowNode.class).stream()
          .filter(node -> !(node instanceof Gateway || node instanceof CallActivity || node instanceof SubProcess))
          .forEach(node -> labels.put("audit.element." + node.getId(), node.getName()));
    }
    var said = new TreeMap<>(english);
    said.keySet().removeIf(key -> !key.startsWith("audit.element."));
    assertThat(said).as("audit_en.properties, and the labels in bpmn/").isEqualTo(labels);
  }

  @Test
  void what_is_said_to_people_who_refer_themselves_is_said_to_others_in_other_words() {
    var own = english.keySet().stream().filter(key -> key.startsWith("intake.self.")).toList();
    assertThat(own).isNotEmpty();
    assertThat(english.keySet()).containsAll(own.stream().map(key -> key.substring("intake.self.".length())).toList());
  }

  @Test
  void a_scheme_words_only_what_there_is_to_say() throws IOException {
    try (var files = Files.walk(Path.of("src/main/resources/schemes"))) {
      for (Path file : files.filter(path -> path.endsWith("scheme.yaml")).toList()) {
        Map<String, Object> scheme = new Yaml().load(Files.readString(file));
        if (scheme.get("wording") instanceof Map<?, ?> wording) {
          assertThat(english.keySet())
              .as("wording in %s", file)
              .containsAll(wording.keySet().stream().map(String::valueOf).toList());
        }
      }
    }
  }

  @Test
  void nothing_is_kept_that_nobody_says() {
    var said = new TreeSet<String>();
    sources.values().forEach(text -> LITERAL.matcher(text).results().forEach(use -> said.add(use.group(1))));
    var prefixes = prefixes();
    VOCABULARIES.forEach((prefix, codes) -> codes.forEach(code -> said.add(prefix + code)));
    var silent =
        english.keySet().stream()
            .filter(key -> !said.contains(key))
            .filter(key -> prefixes.stream().noneMatch(key::startsWith))
            .toList();
    assertThat(silent).as("keys that no source names").isEmpty();
  }

  // ---- reading

  private static Map<String, Collection<String>> vocabularies() {
    var all = new LinkedHashMap<String, Collection<String>>();
    all.put("caseload.because.", names(AssignedBecause.values()));
    all.put("caseload.change-reason.", names(HandingOver.Reason.values()));
    all.put("caseload.absence-reason.", names(Absence.Reason.values()));
    all.put("need.", Codes.needs());
    all.put("risk.", Codes.risks());
    all.put("source.", Codes.sources());
    all.put("activity-format.", names(ActivityFormat.values()));
    all.put("legal-form.", names(LegalForm.values()));
    all.put("weekday.", names(DayOfWeek.values()));
    all.put("consent-purpose.", names(Consent.Purpose.values()));
    for (String prefix : List.of("relation.", "intake.relation.")) {
      all.put(prefix, names(Relation.values()));
    }
    all.put("referrer-kind.", names(ReferrerKind.values()));
    all.put("consent-given-by.", names(ConsentGivenBy.values()));
    all.put("consent-how.", names(ConsentHow.values()));
    all.put("route.", names(Route.values()));
    all.put("route-reason.", outputs("referral-route", "reasonCode"));
    for (String prefix : List.of("group.", "circumstance.")) {
      all.put(prefix, prefix.equals("group.") ? Codes.groups() : Codes.circumstances());
    }
    all.put("worker-asked.", names(WorkerAsked.values()));
    all.put("eligibility.consent-needed.", outputs("young-person-consent", "needed"));
    all.put("match-reason.", names(MatchReason.values()));
    all.put("directory.field.", names(EntryField.values()));
    all.put("directory.status.", names(ListingStatus.values()));
    all.put("directory.verdict.", names(ImportReport.Verdict.values()));
    all.put("directory.mark.", names(KiteMarkLevel.values()));
    all.put("frequency.", names(Frequency.values()));
    for (String prefix : List.of("stage.", "intake.track.stage.", "intake.track.short.")) {
      all.put(prefix, names(Stage.values()));
    }
    for (String prefix : List.of("closed-state.", "closed-state-told.", "intake.track.closed.")) {
      all.put(prefix, names(ClosedState.values()));
    }
    all.put("closure-reason.", names(ClosureReason.values()));
    all.put("withdrawal-reason.", names(WithdrawalReason.values()));
    for (String prefix : List.of("answer.", "reply.answer.", "reply.answer-hint.")) {
      all.put("introduction." + prefix, names(Answer.values()));
    }
    all.put("match-caution.", names(MatchCaution.values()));
    all.put("activity-kind.", names(ActivityKind.values()));
    all.put("access-need.", names(AccessNeed.values()));
    all.put("interest.", names(Interest.values()));
    all.put("introduction.accompanied-by.", names(AccompaniedBy.values()));
    all.put("introduction.decline-reason.", names(DeclineReason.values()));
    all.put("introduction.paused-because.", names(PausedBecause.values()));
    all.put("introduction.pause-decision.", names(PauseDecision.values()));
    all.put("introduction.go-on-reason.", names(GoOnReason.values()));
    all.put("kitemark.suspension.", names(SuspensionReason.values()));
    all.put("introduction.missing.", names(Missing.values()));
    all.put(
        "introduction.status.",
        List.of("OFFERED", "ACCEPTED", "WAITING_LIST", "DECLINED", "NO_ANSWER", "STOPPED"));
    all.put("signpost-answer.", names(SignpostAnswer.values()));
    all.put("community.kind.", names(GroupKind.values()));
    all.put("community.state.", names(GroupState.values()));
    all.put("community.asked-by.", names(AskedBy.values()));
    all.put("community.closing.", names(ClosingReason.values()));
    all.put("community.ended-because.", names(ClosingReason.values()));
    all.put("community.check.", names(Check.values()));
    all.put("community.check-state.", names(CheckState.values()));
    all.put("community.action-by.", names(ActionBy.values()));
    all.put("community.review.", names(ReviewResult.values()));
    all.put("community.no-visit.", names(NoVisit.values()));
    all.put("community.interest.", names(org.fingerpost.community.Interest.values()));
    all.put("community.trial.", names(TrialResult.values()));
    all.put("community.no-mark.", names(NoMark.values()));
    all.put("community.further.", names(Further.values()));
    all.put("community.help.", outputs("group-support-need", "help"));
    all.put("community.trend.", names(UnmetNeedLedger.Trend.values()));
    all.put("community.export-reason.", names(DemandEvidence.Reason.values()));
    all.put("safeguarding.decision.", names(ConcernDecision.values()));
    all.put("followup.attendance.", names(Attendance.values()));
    all.put("followup.safety.", names(Safety.values()));
    all.put("followup.barrier.", names(Barrier.values()));
    all.put("followup.missed-step.", outputs("missed-appointment", "step"));
    all.put("outcome.still-going.", names(LaterReviews.StillGoing.values()));
    all.put("outcome.new-referral.", names(LaterReviews.NewReferral.values()));
    all.put("outcome.goals-met.", names(GoalsMet.values()));
    all.put("outcome.band.", bands());
    all.put("outcome.occasion.", names(Occasion.values()));
    for (String prefix : List.of("demo.purpose.", "audit.message.")) {
      all.put(prefix, Stream.of(Purpose.values()).map(Purpose::code).toList());
    }
    all.put("grant-state.", names(GrantState.values()));
    all.put("grant-outcome.", names(GrantOutcome.values()));
    all.put("grant-reason.", outputs("grant-eligibility", "reason"));
    all.put("grants.criterion.", names(Criterion.values()));
    all.put("grants.theme.", SmallGrants.THEMES);
    all.put("grants.proposal.", outputs("grant-award", "proposal"));
    all.put("grants.proposal-reason.", outputs("grant-award", "reason"));
    all.put("audit.process.", ModelFiles.processes().stream().map(ModelFiles::stem).toList());
    all.put("audit.decision.", ModelFiles.decisions().stream().map(ModelFiles::stem).toList());
    return all;
  }

  private static List<String> names(Enum<?>... codes) {
    return Stream.of(codes).map(Enum::name).toList();
  }

  /** The codes that a column of a decision table may answer. */
  private static List<String> outputs(String table, String column) {
    var model = ModelFiles.decision(ModelFiles.DECISIONS.resolve(table + ".dmn"));
    return model.getModelElementsByType(Output.class).stream()
        .filter(output -> column.equals(output.getName()))
        .map(output -> output.getOutputValues().getText().getTextContent())
        .flatMap(codes -> Stream.of(codes.replaceAll("[\"\\s]", "").split(",")))
        .toList();
  }

  private static Set<String> bands() {
    return Pattern.compile("\\{code: (\\w+), from")
        .matcher(text(Path.of("src/main/resources/measures/ons4.yaml")) + text(Path.of("src/main/resources/measures/ucla3.yaml")))
        .results()
        .map(band -> band.group(1))
        .collect(Collectors.toSet());
  }

  private Set<String> prefixes() {
    var prefixes = new TreeSet<String>();
    sources.values().forEach(text -> PREFIX.matcher(text).results().forEach(use -> prefixes.add(use.group(1))));
    return prefixes;
  }

  /** Keys found that no bundle has, and the files that use them. */
  private Map<String, Set<String>> unknown(Predicate<String> files, Pattern pattern) {
    var unknown = new TreeMap<String, Set<String>>();
    sources.forEach(
        (file, text) -> {
          if (files.test(file.toString())) {
            for (MatchResult use : pattern.matcher(text).results().toList()) {
              String key = use.group(1).strip();
              if (!english.containsKey(key)) {
                unknown.computeIfAbsent(key, k -> new TreeSet<>()).add(file.getFileName().toString());
              }
            }
          }
        });
    return unknown;
  }

  private static Stream<MatchResult> rule(String pattern, String source) {
    return Pattern.compile(pattern).matcher(source).results();
  }

  private Map<Path, String> java() {
    var java = new TreeMap<>(sources);
    java.keySet().removeIf(file -> !file.toString().endsWith(".java"));
    return java;
  }

  /** Java and templates, without their comments: examples there are no keys. */
  private static Map<Path, String> sources() {
    try (var files = Files.walk(Path.of("src/main"))) {
      return files
          .filter(file -> file.toString().endsWith(".java") || file.toString().endsWith(".html"))
          .collect(
              Collectors.toMap(
                  file -> file,
                  file -> text(file).replaceAll("(?s)/\\*\\*?\\s.*?\\*/|<!--.*?-->", ""),
                  (a, b) -> a,
                  TreeMap::new));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, String> all(String language) {
    var all = new TreeMap<String, String>();
    bundles().forEach(bundle -> all.putAll(read(bundle, language)));
    return all;
  }

  private static List<String> bundles() {
    return files()
        .map(file -> file.getFileName().toString())
        .filter(name -> name.endsWith("_en.properties"))
        .map(name -> name.replace("_en.properties", ""))
        .sorted()
        .toList();
  }

  private static Stream<Path> files() {
    try (var files = Files.list(MESSAGES)) {
      return files.toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** In the order of the file. A key that stands there twice is an error, which {@code Properties} would hide. */
  private static Map<String, String> read(String bundle, String language) {
    var words = new LinkedHashMap<String, String>();
    String file = bundle + "_" + language + ".properties";
    for (String line : text(MESSAGES.resolve(file)).split("\n")) {
      if (!line.isBlank() && !line.startsWith("#")) {
        assertThat(line).as("%s: a line is key=words", file).matches("[A-Za-z0-9_.-]+=.*");
        int at = line.indexOf('=');
        assertThat(words.put(line.substring(0, at), line.substring(at + 1)))
            .as("%s has two of %s", file, line)
            .isNull();
      }
    }
    return words;
  }

  private static Set<Integer> arguments(String text) {
    return ARGUMENT
        .matcher(text)
        .results()
        .map(argument -> Integer.valueOf(argument.group(1)))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String family(String key) {
    return key.substring(0, key.indexOf('.'));
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
