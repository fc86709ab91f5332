package org.fingerpost.audit.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.fingerpost.audit.AuditReader;
import org.fingerpost.audit.AuditWords;
import org.fingerpost.audit.CaseKind;
import org.fingerpost.audit.StaffNames;
import org.fingerpost.audit.search.Search.Hit;
import org.fingerpost.platform.Language;
import org.fingerpost.platform.Words;
import org.fingerpost.platform.web.PageErrors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/** The auditor's search: one page, all questions in its address, every line a link to its story. */
@Controller
class SearchPages {

  private static final Map<Kind, CaseKind> KINDS =
      Map.of(
          Kind.REFERRALS, CaseKind.REFERRAL,
          Kind.KITEMARKS, CaseKind.KITEMARK,
          Kind.GRANTS, CaseKind.GRANT,
          Kind.GROUPS, CaseKind.SUPPORT);

  private static final Map<Kind, List<String>> STATES =
      Map.of(
          Kind.REFERRALS,
          List.of(
              "OPEN", "RECEIVED", "ASSIGNED", "CONVERSATION", "INTRODUCED", "FOLLOW_UP", "OUTCOME_RECORDED", "COMPLETED",
              "SIGNPOSTED", "DECLINED", "WITHDRAWN", "NOT_REACHED", "TRANSFERRED", "NOT_ELIGIBLE", "DUPLICATE", "DIED"),
          Kind.KITEMARKS,
          List.of(
              "DRAFT", "ASSESSING", "MORE_ASKED", "SECOND", "HELPED", "REFUSED", "NOT_TAKEN_UP", "WITHDRAWN", "CURRENT",
              "SUSPENDED", "EXPIRED", "REPLACED", "ENDED"),
          Kind.GRANTS,
          List.of(
              "DRAFT", "APPLIED", "ASKED", "PANEL", "AWARDED", "ACCEPTED", "PAID", "REPORTED", "COMPLETED", "OVERDUE",
              "REFUSED", "UNANSWERED", "DECLINED", "RELEASED", "WITHDRAWN"),
          Kind.GROUPS,
          List.of(
              "OFFICER", "VISIT", "AGREE", "ACTIONS", "REVIEW", "INTEREST", "VENUE", "TRIAL", "MARK", "LISTING", "FURTHER",
              "SUPPORTED", "STILL_NEEDS", "LISTED", "CLOSED"));

  private final Search search;
  private final StaffNames names;
  private final AuditReader reader;
  private final Words words;

  SearchPages(Search search, StaffNames names, AuditReader reader, Words words) {
    this.search = search;
    this.names = names;
    this.reader = reader;
    this.words = words;
  }

  @GetMapping("/audit")
  String search(@RequestParam Map<String, String> typed, Locale locale, Model model) {
    var said = new AuditWords(words, Language.of(locale));
    var problems = new LinkedHashMap<String, String>();
    var wanted = Wanted.of(typed, problems);
    var found = search.find(wanted);
    var people = names.of(people(found));
    var groups = new ArrayList<Group>();
    found.forEach((kind, page) -> groups.add(group(kind, page, wanted, people, said)));
    model.addAttribute("groups", wanted.kind() == null ? groups.stream().filter(group -> !group.lines().isEmpty()).toList() : groups);
    model.addAttribute("wanted", wanted);
    model.addAttribute("typed", typed);
    model.addAttribute("kinds", kinds(said));
    model.addAttribute("schemes", named(search.schemes(), said::scheme));
    model.addAttribute("staff", names.all(reader.onlyScheme()));
    model.addAttribute("states", states(said));
    model.addAttribute("acts", acts(said));
    model.addAttribute("all", wanted.kind() == null ? null : address(wanted, null, null));
    model.addAttribute(
        PageErrors.ATTRIBUTE,
        problems.entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, problem -> said.say(problem.getValue()), (a, b) -> a, LinkedHashMap::new)));
    return "audit/search";
  }

  private static List<String> people(Map<Kind, Search.Page> found) {
    var ids = new LinkedHashSet<String>();
    found.values().forEach(page -> page.hits().stream().map(Hit::who).filter(Objects::nonNull).forEach(ids::add));
    return new ArrayList<>(ids);
  }

  private static Group group(Kind kind, Search.Page page, Wanted wanted, Map<String, String> people, AuditWords said) {
    return new Group(
        said.say("audit.search.kind." + kind),
        kind.ofEntries() ? said.say("audit.column.act") : kind == Kind.DEPLOYMENTS ? said.label("source") : said.say("audit.column.state"),
        kind == Kind.SIGN_INS ? said.say("audit.column.account") : kind.ofEntries() ? said.say("audit.column.who") : said.say("audit.column.in-charge"),
        page.hits().stream().map(hit -> line(kind, hit, people, said)).toList(),
        wanted.kind() == null && page.next() != null ? address(wanted, kind, null) : null,
        wanted.kind() != null && page.next() != null ? address(wanted, kind, page.next()) : null);
  }

  private static Line line(Kind kind, Hit hit, Map<String, String> people, AuditWords said) {
    var state =
        kind.ofEntries() || kind == Kind.CHANGES
            ? said.act(hit.state())
            : KINDS.containsKey(kind) ? said.stage(KINDS.get(kind), hit.state()) : hit.state();
    return new Line(
        hit.path(),
        hit.reference().length() > 24 ? hit.reference().substring(0, 8) + "…" : hit.reference(),
        said.moment(hit.at()),
        state,
        hit.who() == null ? "–" : people.getOrDefault(hit.who(), hit.who()),
        hit.schemeId() == null ? "–" : said.scheme(hit.schemeId()));
  }

  /** The same questions, of one kind, from one place on. Nothing but codes, ids and days can stand in it. */
  private static String address(Wanted wanted, Kind kind, Place after) {
    var address = UriComponentsBuilder.fromPath("/audit");
    put(address, "kind", kind);
    put(address, "reference", wanted.reference());
    put(address, "who", wanted.who());
    put(address, "from", wanted.from());
    put(address, "to", wanted.to());
    put(address, "scheme", wanted.scheme());
    put(address, "state", wanted.state());
    put(address, "rule", wanted.rule());
    put(address, "model", wanted.model());
    put(address, "act", wanted.act());
    put(address, "after", after);
    return address.encode().build().toUriString();
  }

  private static void put(UriComponentsBuilder address, String name, Object value) {
    if (value != null) {
      address.queryParam(name, value.toString());
    }
  }

  private static Map<String, String> kinds(AuditWords said) {
    var kinds = new LinkedHashMap<String, String>();
    for (var kind : Kind.values()) {
      kinds.put(kind.name(), said.say("audit.search.kind." + kind));
    }
    return kinds;
  }

  private static Map<String, Map<String, String>> states(AuditWords said) {
    var states = new LinkedHashMap<String, Map<String, String>>();
    for (var kind : List.of(Kind.REFERRALS, Kind.KITEMARKS, Kind.GRANTS, Kind.GROUPS)) {
      states.put(
          said.say("audit.search.kind." + kind),
          named(
              STATES.get(kind),
              code -> code.equals("OPEN") ? said.say("audit.state.OPEN") : said.stage(KINDS.get(kind), code)));
    }
    return states;
  }

  private Map<String, String> acts(AuditWords said) {
    return search.acts().stream()
        .map(act -> Map.entry(act, said.act(act)))
        .sorted(Map.Entry.comparingByValue(Comparator.naturalOrder()))
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (a, b) -> a, LinkedHashMap::new));
  }

  private static Map<String, String> named(List<String> codes, java.util.function.UnaryOperator<String> name) {
    var named = new LinkedHashMap<String, String>();
    codes.forEach(code -> named.put(code, name.apply(code)));
    return named;
  }

  /**
   * What was found of one kind.
   *
   * @param all the address of the whole list, where there is more of it than is shown
   * @param next the address of the next page, or {@code null}
   */
  record Group(String title, String stateColumn, String whoColumn, List<Line> lines, String all, String next) {}

  record Line(String path, String reference, String at, String state, String who, String scheme) {}
}
