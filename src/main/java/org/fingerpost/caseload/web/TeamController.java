package org.fingerpost.caseload.web;

import java.time.Clock;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.fingerpost.caseload.Absence;
import org.fingerpost.caseload.Absences;
import org.fingerpost.caseload.HandingOver;
import org.fingerpost.caseload.Team;
import org.fingerpost.caseload.TeamMember;
import org.fingerpost.caseload.WaitingList;
import org.fingerpost.platform.CurrentActor;
import org.fingerpost.platform.InvalidInput;
import org.fingerpost.platform.Language;
import org.fingerpost.platform.Staff;
import org.fingerpost.platform.Words;
import org.fingerpost.platform.web.PageErrors;
import org.fingerpost.scheme.Schemes;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * A team lead's own team: caseloads, waiting list, absences, and the forms that change them. Whoever and whatever belongs to another
 * scheme is not found. No name of a referred person is shown.
 */
@Controller
@RequestMapping("/team")
class TeamController {

  private static final String TO = "to-";

  private final Team team;
  private final WaitingList waiting;
  private final Absences absences;
  private final HandingOver handingOver;
  private final Schemes schemes;
  private final Staff staff;
  private final CurrentActor currentActor;
  private final Words words;
  private final Clock clock;

  TeamController(
      Team team,
      WaitingList waiting,
      Absences absences,
      HandingOver handingOver,
      Schemes schemes,
      Staff staff,
      CurrentActor currentActor,
      Words words,
      Clock clock) {
    this.team = team;
    this.waiting = waiting;
    this.absences = absences;
    this.handingOver = handingOver;
    this.schemes = schemes;
    this.staff = staff;
    this.currentActor = currentActor;
    this.words = words;
    this.clock = clock;
  }

  @GetMapping
  String team(Locale locale, Model model) {
    String scheme = ownScheme();
    var list = waiting.of(scheme);
    model.addAttribute("schemeName", schemes.get(scheme).name().in(Language.of(locale)));
    model.addAttribute("workerTitle", schemes.get(scheme).workerTitle().in(Language.of(locale)));
    model.addAttribute("members", team.of(scheme));
    model.addAttribute("areas", areas(scheme, locale));
    model.addAttribute("names", names(scheme));
    model.addAttribute("absences", absences.of(scheme));
    model.addAttribute("waiting", list);
    model.addAttribute("zone", clock.getZone());
    model.addAttribute("waitedTooLong", list.stream().filter(place -> place.timesEscalated() > 0).count());
    return "team/team";
  }

  // ---- capacity, patches, languages

  @GetMapping("/workers/{userId}")
  String settings(@PathVariable String userId, Locale locale, Model model) {
    var member = member(userId);
    var form = new WorkerForm();
    form.setCapacity(member.settled() ? String.valueOf(member.capacity()) : "40");
    form.setWarnAt(member.settled() ? member.warning() : "30");
    form.setPatches(member.patches());
    form.setPractices(String.join(", ", member.practices()));
    form.setLanguages(member.languages());
    form.setGender(member.gender() == null ? "ANY" : member.gender());
    return settingsPage(member, form, locale, model);
  }

  @PostMapping("/workers/{userId}")
  String set(@PathVariable String userId, WorkerForm form, Locale locale, Model model, RedirectAttributes next) {
    var member = member(userId);
    try {
      team.set(ownScheme(), userId, form.settings());
    } catch (InvalidInput e) {
      refused(e, locale, model);
      return settingsPage(member, form, locale, model);
    }
    return done(next, "caseload.team.done.settings", member.name());
  }

  private String settingsPage(TeamMember member, WorkerForm form, Locale locale, Model model) {
    model.addAttribute("member", member);
    model.addAttribute("form", form);
    model.addAttribute("areas", areas(ownScheme(), locale));
    model.addAttribute("languageNames", labels(locale, "caseload.language.", "en", "cy"));
    model.addAttribute("genders", labels(locale, "caseload.gender.", "FEMALE", "MALE", "ANY"));
    return "team/worker";
  }

  // ---- absence

  @GetMapping("/workers/{userId}/absence")
  String absence(@PathVariable String userId, Locale locale, Model model) {
    return absencePage(member(userId), new AbsenceForm(), locale, model);
  }

  @PostMapping("/workers/{userId}/absence")
  String recordAbsence(
      @PathVariable String userId, AbsenceForm form, @RequestParam Map<String, String> sent, Locale locale, Model model,
      RedirectAttributes next) {
    var member = member(userId);
    form.readDays(sent);
    try {
      absences.record(
          ownScheme(), userId, form.first(), form.last(), form.coverOrNobody(), form.reasonGiven());
    } catch (InvalidInput e) {
      refused(e, locale, model);
      return absencePage(member, form, locale, model);
    }
    return done(next, "caseload.team.done.absence", member.name());
  }

  @PostMapping("/absences/{absenceId}/end")
  String endAbsence(@PathVariable String absenceId, RedirectAttributes next) {
    var absence =
        absences.of(ownScheme()).stream()
            .filter(known -> known.absenceId().equals(absenceId))
            .findFirst()
            .orElseThrow(TeamController::notFound);
    absences.endNow(absenceId);
    return done(next, "caseload.team.done.absenceEnded", names(ownScheme()).get(absence.userId()));
  }

  private String absencePage(TeamMember member, AbsenceForm form, Locale locale, Model model) {
    model.addAttribute("member", member);
    model.addAttribute("form", form);
    model.addAttribute("reasons", labels(locale, "caseload.absence-reason.", names(Absence.Reason.values())));
    model.addAttribute("colleagues", colleaguesOf(member.userId()));
    return "team/absence";
  }

  // ---- passing work on

  @GetMapping("/workers/{userId}/hand-over")
  String handOver(@PathVariable String userId, Locale locale, Model model) {
    return handOverPage(member(userId), HandingOver.BY_THE_RULES, null, locale, model);
  }

  @PostMapping("/workers/{userId}/hand-over")
  String handOver(
      @PathVariable String userId, @RequestParam Map<String, String> sent, Locale locale, Model model,
      RedirectAttributes next) {
    var member = member(userId);
    String rest = sent.getOrDefault("everything", HandingOver.BY_THE_RULES);
    var to = new LinkedHashMap<String, String>();
    sent.forEach(
        (field, target) -> {
          if (field.startsWith(TO) && !target.isBlank()) {
            to.put(field.substring(TO.length()), target);
          }
        });
    List<String> left;
    try {
      left = handingOver.handOver(ownScheme(), userId, to, rest, reason(sent.get("reason")));
    } catch (InvalidInput e) {
      refused(e, locale, model);
      return handOverPage(member, rest, sent.get("reason"), locale, model);
    }
    if (left.isEmpty()) {
      return done(next, "caseload.team.done.handOver", member.name());
    }
    return done(next, "caseload.team.done.handOverLeft", member.name(), String.join(", ", left));
  }

  private String handOverPage(TeamMember member, String rest, String reason, Locale locale, Model model) {
    var targets = new LinkedHashMap<String, String>();
    targets.put(HandingOver.BY_THE_RULES, say(locale, "caseload.team.byTheRules"));
    targets.putAll(colleaguesOf(member.userId()));
    model.addAttribute("member", member);
    model.addAttribute("open", handingOver.openOf(ownScheme(), member.userId()));
    model.addAttribute("targets", targets);
    model.addAttribute("everything", rest);
    model.addAttribute("reasons", labels(locale, "caseload.change-reason.", names(HandingOver.Reason.values())));
    model.addAttribute("reason", reason);
    return "team/hand-over";
  }

  @GetMapping("/workers/{userId}/referrals")
  String referralsOf(@PathVariable String userId, Model model) {
    model.addAttribute("member", member(userId));
    model.addAttribute("open", handingOver.openOf(ownScheme(), userId));
    model.addAttribute("names", names(ownScheme()));
    model.addAttribute("covers", absences.covers(ownScheme()));
    return "team/referrals";
  }

  @GetMapping("/referrals/{referralId}")
  String referral(@PathVariable String referralId, Locale locale, Model model) {
    return referralPage(referralId, null, null, locale, model);
  }

  @PostMapping("/referrals/{referralId}")
  String reassign(
      @PathVariable String referralId,
      @RequestParam(defaultValue = "") String linkWorker,
      @RequestParam(defaultValue = "") String reason,
      Locale locale,
      Model model,
      RedirectAttributes next) {
    ownerOf(referralId);
    try {
      if (linkWorker.isBlank()) {
        throw new InvalidInput("linkWorker", "caseload.form.linkWorker.required");
      }
      handingOver.reassign(referralId, linkWorker, reason(reason));
    } catch (InvalidInput e) {
      refused(e, locale, model);
      return referralPage(referralId, linkWorker, reason, locale, model);
    }
    return done(next, "caseload.team.done.reassigned", referralId, names(ownScheme()).get(linkWorker));
  }

  private String referralPage(String referralId, String chosen, String reason, Locale locale, Model model) {
    String owner = ownerOf(referralId);
    model.addAttribute("referralId", referralId);
    model.addAttribute("owner", owner);
    model.addAttribute("names", names(ownScheme()));
    model.addAttribute("cover", absences.covers(ownScheme()).get(referralId));
    model.addAttribute("because", team.whyThisWorker(referralId));
    model.addAttribute("colleagues", colleaguesOf(owner));
    model.addAttribute("reasons", labels(locale, "caseload.change-reason.", names(HandingOver.Reason.values())));
    model.addAttribute("chosen", chosen);
    model.addAttribute("reason", reason);
    return "team/referral";
  }

  // ---- what all of them need

  /** The link worker of an open referral of the own scheme. */
  private String ownerOf(String referralId) {
    String scheme = ownScheme();
    return team.of(scheme).stream()
        .map(TeamMember::userId)
        .filter(userId -> handingOver.openOf(scheme, userId).contains(referralId))
        .findFirst()
        .orElseThrow(TeamController::notFound);
  }

  private TeamMember member(String userId) {
    return team.member(ownScheme(), userId).orElseThrow(TeamController::notFound);
  }

  private String ownScheme() {
    return staff
        .find(currentActor.get().id())
        .map(Staff.Member::schemeId)
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.FORBIDDEN));
  }

  private Map<String, String> names(String schemeId) {
    var names = new LinkedHashMap<String, String>();
    team.of(schemeId).forEach(member -> names.put(member.userId(), member.name()));
    return names;
  }

  private Map<String, String> colleaguesOf(String userId) {
    var names = new LinkedHashMap<String, String>();
    team.of(ownScheme()).stream()
        .filter(member -> member.active() && member.settled() && !member.userId().equals(userId))
        .forEach(member -> names.put(member.userId(), member.name()));
    return names;
  }

  private Map<String, String> areas(String schemeId, Locale locale) {
    var areas = new LinkedHashMap<String, String>();
    schemes.get(schemeId).areas().forEach(area -> areas.put(area.code(), area.name().in(Language.of(locale))));
    return areas;
  }

  private static HandingOver.Reason reason(String code) {
    return Arrays.stream(HandingOver.Reason.values())
        .filter(reason -> reason.name().equals(code))
        .findFirst()
        .orElseThrow(() -> new InvalidInput("reason", "caseload.team.reason.required"));
  }

  private static String[] names(Enum<?>... codes) {
    return Arrays.stream(codes).map(Enum::name).toArray(String[]::new);
  }

  private Map<String, String> labels(Locale locale, String prefix, String... codes) {
    var labels = new LinkedHashMap<String, String>();
    for (String code : codes) {
      labels.put(code, say(locale, prefix + code));
    }
    return labels;
  }

  private void refused(InvalidInput e, Locale locale, Model model) {
    model.addAttribute(PageErrors.ATTRIBUTE, PageErrors.of(e.problems(), words, Language.of(locale)));
  }

  private String say(Locale locale, String key, Object... args) {
    return words.say(Language.of(locale), key, args);
  }

  private static String done(RedirectAttributes next, String key, String... args) {
    next.addFlashAttribute("done", key);
    next.addFlashAttribute("doneArgs", args);
    return "redirect:/team";
  }

  private static ResponseStatusException notFound() {
    return new ResponseStatusException(HttpStatus.NOT_FOUND);
  }
}
