package org.fingerpost.community.web;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.fingerpost.platform.CurrentActor;
import org.fingerpost.platform.Language;
import org.fingerpost.platform.Staff;
import org.fingerpost.platform.WrittenDate;
import org.fingerpost.scheme.Area;
import org.fingerpost.scheme.Codes;
import org.fingerpost.scheme.Scheme;
import org.fingerpost.scheme.SchemeWords;
import org.fingerpost.scheme.Schemes;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** Codes in words, and who is looking, for the pages about groups. */
@Component("communityPageWords")
class PageWords {

  private final Schemes schemes;
  private final SchemeWords words;
  private final Staff staff;
  private final CurrentActor currentActor;

  PageWords(Schemes schemes, SchemeWords words, Staff staff, CurrentActor currentActor) {
    this.schemes = schemes;
    this.words = words;
    this.staff = staff;
    this.currentActor = currentActor;
  }

  Scheme scheme(String id) {
    return schemes.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  List<Scheme> all() {
    return schemes.all();
  }

  Staff.Member me() {
    return staff
        .find(currentActor.get().id())
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.FORBIDDEN));
  }

  /** The scheme of whoever looks. */
  String own() {
    String scheme = me().schemeId();
    if (scheme == null) {
      throw new ResponseStatusException(HttpStatus.FORBIDDEN);
    }
    return scheme;
  }

  /** The scheme of whoever looks or, for those above schemes, the one they chose, the first where they chose none. */
  String ownOr(String chosen) {
    var me = me();
    if (me.schemeId() != null) {
      return me.schemeId();
    }
    return chosen == null || chosen.isBlank() ? schemes.all().get(0).id() : scheme(chosen).id();
  }

  /** Names of all schemes, for those above schemes; empty for everybody else. */
  Map<String, String> choosable(Language language) {
    var names = new LinkedHashMap<String, String>();
    if (me().schemeId() == null) {
      schemes.all().forEach(scheme -> names.put(scheme.id(), scheme.name().in(language)));
    }
    return names;
  }

  String say(String schemeId, Language language, String key, Object... args) {
    return words.say(schemeId, language, key, args);
  }

  String area(String schemeId, Language language, String code) {
    return code == null
        ? say(schemeId, language, "community.area.none")
        : schemes.get(schemeId).area(code).map(area -> area.name().in(language)).orElse(code);
  }

  Map<String, String> areas(String schemeId, Language language) {
    return schemes.get(schemeId).areas().stream()
        .collect(Collectors.toMap(Area::code, area -> area.name().in(language), (a, b) -> a, LinkedHashMap::new));
  }

  Map<String, String> needs(String schemeId, Language language) {
    var needs = new LinkedHashMap<String, String>();
    Codes.needs().forEach(code -> needs.put(code, say(schemeId, language, "need." + code)));
    return needs;
  }

  String needs(String schemeId, Language language, List<String> codes) {
    return codes.stream().map(code -> say(schemeId, language, "need." + code)).collect(Collectors.joining(", "));
  }

  Map<String, String> options(String schemeId, Language language, String prefix, Enum<?>... codes) {
    var options = new LinkedHashMap<String, String>();
    Arrays.stream(codes).forEach(code -> options.put(code.name(), say(schemeId, language, prefix + code)));
    return options;
  }

  String name(String userId) {
    return userId == null ? null : staff.find(userId).map(Staff.Member::displayName).orElse(userId);
  }

  static String day(LocalDate day, Language language) {
    return day == null ? null : WrittenDate.of(day, language);
  }
}
