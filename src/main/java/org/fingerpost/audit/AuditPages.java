package org.fingerpost.audit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.fingerpost.audit.AuditedReferrals.Wanted;
import org.fingerpost.platform.Actor;
import org.fingerpost.platform.Language;
import org.fingerpost.platform.Words;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/**
 * The auditor's pages. Whoever may open {@code /audit} at all is settled by the access rules of the
 * addresses, not here.
 */
@Controller
class AuditPages {

  private static final List<String> STAGES =
      List.of(
          "RECEIVED", "ASSIGNED", "CONVERSATION", "INTRODUCED", "FOLLOW_UP", "OUTCOME_RECORDED");
  private static final List<String> ENDINGS =
      List.of(
          "COMPLETED",
          "SIGNPOSTED",
          "DECLINED",
          "WITHDRAWN",
          "NOT_REACHED",
          "TRANSFERRED",
          "NOT_ELIGIBLE",
          "DUPLICATE",
          "DIED");

  private final AuditedReferrals referrals;
  private final ReferralStory story;
  private final OwnRecords own;
  private final Words words;

  AuditPages(AuditedReferrals referrals, ReferralStory story, OwnRecords own, Words words) {
    this.referrals = referrals;
    this.story = story;
    this.own = own;
    this.words = words;
  }

  @GetMapping("/audit")
  String list(
      @RequestParam(required = false) String scheme,
      @RequestParam(required = false) String state,
      @RequestParam(required = false) String reference,
      @RequestParam(defaultValue = "1") int page,
      Locale locale,
      Model model) {
    var said = new AuditWords(words, Language.of(locale));
    var wanted = Wanted.of(scheme, state, reference);
    // Nobody leafs further than this: a filter finds more, and an offset without limit invites a
    // slow query.
    int number = Math.max(1, Math.min(page, 1000));
    var found = referrals.page(wanted, number);
    model.addAttribute("wanted", wanted);
    model.addAttribute("page", number);
    model.addAttribute("older", found.size() > AuditedReferrals.PAGE);
    model.addAttribute(
        "lines",
        found.stream()
            .limit(AuditedReferrals.PAGE)
            .map(referral -> listed(referral, said))
            .toList());
    model.addAttribute("schemes", schemes(said));
    model.addAttribute("states", states(said));
    return "audit/list";
  }

  @GetMapping("/audit/referrals/{reference}")
  String referral(@PathVariable String reference, Locale locale, Model model) {
    var told =
        story.open(reference).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    var said = new AuditWords(words, Language.of(locale));
    var teller = new StoryTeller(said, own.staffNames(staff(told)));
    model.addAttribute("referral", listed(told.referral(), said));
    model.addAttribute("lines", teller.tell(told.lines()));
    model.addAttribute("views", teller.tell(told.views()));
    return "audit/referral";
  }

  private static List<String> staff(ReferralStory.Told told) {
    var ids = new LinkedHashSet<String>();
    for (var lines : List.of(told.lines(), told.views())) {
      for (var line : lines) {
        if (line.who() != null && line.who().kind() == Actor.Kind.STAFF) {
          ids.add(line.who().id());
        }
      }
    }
    return new ArrayList<>(ids);
  }

  private Map<String, String> schemes(AuditWords said) {
    var schemes = new LinkedHashMap<String, String>();
    referrals.schemes().forEach(id -> schemes.put(id, said.scheme(id)));
    return schemes;
  }

  private static Map<String, String> states(AuditWords said) {
    var states = new LinkedHashMap<String, String>();
    states.put(AuditedReferrals.OPEN, said.say("audit.state.OPEN"));
    STAGES.forEach(
        stage -> states.put(stage, said.say("audit.state.at", said.say("stage." + stage))));
    states.put(AuditedReferrals.CLOSED, said.say("audit.state.CLOSED"));
    ENDINGS.forEach(
        ending ->
            states.put(ending, said.say("audit.state.as", said.say("closed-state." + ending))));
    return states;
  }

  private static Listed listed(AuditedReferral referral, AuditWords said) {
    boolean closed = referral.closedState() != null;
    return new Listed(
        referral.referralId(),
        said.scheme(referral.schemeId()),
        said.moment(referral.receivedAt()),
        said.value("source", referral.sourceCode()),
        closed
            ? said.say("closed-state." + referral.closedState())
            : said.say("stage." + referral.stage()),
        closed,
        said.value("route", referral.route()));
  }

  /**
   * A referral in words, without a name.
   *
   * @param state its stage, or how it ended
   */
  record Listed(
      String reference,
      String scheme,
      String receivedAt,
      String source,
      String state,
      boolean closed,
      String route) {}
}
