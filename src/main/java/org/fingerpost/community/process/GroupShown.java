package org.fingerpost.community.process;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fingerpost.community.GroupFile;
import org.fingerpost.community.Groups;
import org.fingerpost.community.NamingOfficer;
import org.fingerpost.platform.InvalidInput;
import org.fingerpost.platform.Language;
import org.fingerpost.platform.Staff;
import org.fingerpost.platform.WrittenDate;
import org.fingerpost.platform.engine.Choices;
import org.fingerpost.platform.engine.Shown;
import org.fingerpost.platform.engine.TaskAtHand;
import org.fingerpost.scheme.SchemeWords;
import org.fingerpost.scheme.Schemes;
import org.springframework.stereotype.Component;

/** What every form about a group shows, straight from where it is kept. */
@Component
class GroupShown {

  private final Groups groups;
  private final NamingOfficer naming;
  private final Schemes schemes;
  private final SchemeWords words;
  private final Choices choices;
  private final Staff staff;

  GroupShown(Groups groups, NamingOfficer naming, Schemes schemes, SchemeWords words, Choices choices, Staff staff) {
    this.groups = groups;
    this.naming = naming;
    this.schemes = schemes;
    this.words = words;
    this.choices = choices;
    this.staff = staff;
  }

  GroupFile file(TaskAtHand task) {
    return groups.file(task.subjectId());
  }

  Shown of(TaskAtHand task, GroupFile file) {
    var group = file.group();
    return Shown.nothing()
        .text("groupName", group.groupName())
        .text("areaName", area(task, group.areaCode()))
        .text("askedBy", say(task, "community.asked-by." + group.askedBy()))
        .text("words", file.words())
        .text("contactName", file.contact().name())
        .text("contactPhone", file.contact().phone())
        .text("contactEmail", file.contact().email());
  }

  Shown of(TaskAtHand task) {
    return of(task, file(task));
  }

  private String area(TaskAtHand task, String code) {
    return code == null
        ? ""
        : schemes.get(task.schemeId()).area(code).map(area -> area.name().in(task.language())).orElse(code);
  }

  String say(TaskAtHand task, String key) {
    return words.say(task.schemeId(), task.language(), key);
  }

  List<Shown.Option> options(TaskAtHand task, String prefix, Enum<?>... codes) {
    return choices.of(task.language(), prefix, Typed.names(codes));
  }

  List<Shown.Option> codes(TaskAtHand task, String prefix, List<String> codes) {
    return choices.of(task.language(), prefix, codes);
  }

  List<Shown.Option> yesNo(TaskAtHand task) {
    return codes(task, "community.answer.", Typed.YES_NO);
  }

  List<Shown.Option> areas(TaskAtHand task) {
    return schemes.get(task.schemeId()).areas().stream()
        .filter(area -> !area.postcodePrefixes().isEmpty())
        .map(area -> new Shown.Option(area.name().in(task.language()), area.code()))
        .toList();
  }

  List<Shown.Option> officers(TaskAtHand task) {
    return naming.officers(task.schemeId()).stream()
        .map(member -> new Shown.Option(member.displayName(), member.userId()))
        .toList();
  }

  /** A community officer of the scheme, by user id. */
  String officer(TaskAtHand task, String userId) {
    if (naming.officers(task.schemeId()).stream().noneMatch(member -> member.userId().equals(userId))) {
      throw new InvalidInput("officer", "community.form.officer.required");
    }
    return userId;
  }

  String name(String userId) {
    return userId == null ? "" : staff.find(userId).map(Staff.Member::displayName).orElse(userId);
  }

  String needs(TaskAtHand task, List<String> codes) {
    return codes.stream().map(code -> say(task, "need." + code)).collect(Collectors.joining(", "));
  }

  /** Open actions with who and by when, one a line. */
  static Stream<GroupFile.Action> open(GroupFile file) {
    return file.actions().stream().filter(action -> Objects.isNull(action.doneOn()));
  }

  String action(TaskAtHand task, GroupFile.Action action) {
    return action.what() + " (" + say(task, "community.action-by." + action.by()) + ", " + day(action.dueOn(), task.language()) + ")";
  }

  String actions(TaskAtHand task, GroupFile file) {
    return open(file).map(action -> action(task, action)).collect(Collectors.joining("; "));
  }

  static String day(LocalDate day, Language language) {
    return WrittenDate.of(day, language);
  }
}
