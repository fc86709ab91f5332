package org.fingerpost.community;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.fingerpost.notification.Message;
import org.fingerpost.notification.Outbox;
import org.fingerpost.notification.PublicLinks;
import org.fingerpost.notification.Purpose;
import org.fingerpost.platform.Language;
import org.fingerpost.platform.Staff;
import org.fingerpost.platform.WrittenDate;
import org.fingerpost.scheme.SchemeWords;
import org.fingerpost.scheme.Schemes;
import org.springframework.stereotype.Component;

/** What is written to the people of a group. Where there is no address it waits on screen, to be read out. */
@Component
class GroupMessages {

  private final Outbox outbox;
  private final PublicLinks links;
  private final Schemes schemes;
  private final SchemeWords words;
  private final Staff staff;
  private final GroupRows rows;

  GroupMessages(
      Outbox outbox, PublicLinks links, Schemes schemes, SchemeWords words, Staff staff, GroupRows rows) {
    this.outbox = outbox;
    this.links = links;
    this.schemes = schemes;
    this.words = words;
    this.staff = staff;
    this.rows = rows;
  }

  void received(GroupCase group) {
    send(group, Purpose.GROUP_ASKED, "", Map.of());
  }

  void officerNamed(GroupCase group, String officer) {
    send(group, Purpose.GROUP_OFFICER_NAMED, officer, Map.of("officerName", name(officer)));
  }

  void notReached(GroupCase group, int time, LocalDate until) {
    send(group, Purpose.GROUP_NOT_REACHED, "" + time, Map.of("answerBy", WrittenDate.of(until, group.language())));
  }

  /** The group is reminded of what it wanted to do; the officer of everything that is open. */
  void chase(GroupCase group, int time, List<GroupFile.Action> open) {
    var theirs = open.stream().filter(action -> action.by() == ActionBy.GROUP).toList();
    if (!theirs.isEmpty()) {
      send(group, Purpose.GROUP_ACTIONS_CHASED, time + "-" + group.rounds(), Map.of("actions", listed(theirs, group.language())));
    }
    staff
        .find(group.officer())
        .ifPresent(
            officer ->
                outbox.send(
                    new Message(
                        group.schemeId(),
                        null,
                        Purpose.GROUP_ACTIONS_OPEN,
                        key(Purpose.GROUP_ACTIONS_OPEN, group, time + "-" + group.rounds()),
                        null,
                        officer.language(),
                        Map.of(
                            "reference", group.reference(),
                            "count", Integer.toString(open.size()),
                            "groupLink", links.staffPage("/community/groups/" + group.reference())))));
  }

  void invitedToMark(GroupCase group, int time, LocalDate until) {
    send(
        group,
        Purpose.GROUP_INVITED_TO_MARK,
        "" + time,
        Map.of(
            "applyLink", links.staffPage("/kitemark/apply"), "until", WrittenDate.of(until, group.language())));
  }

  void listed(GroupCase group) {
    send(group, Purpose.GROUP_LISTED, "", Map.of("directoryLink", links.staffPage("/directory")));
  }

  /** However it ended, said kindly. */
  void ended(GroupCase group, GroupState state, ClosingReason reason) {
    String key = reason == null ? "community.ended." + state : "community.ended-because." + reason;
    send(group, Purpose.GROUP_ENDED, "", Map.of("result", words.say(group.schemeId(), group.language(), key)));
  }

  private String listed(List<GroupFile.Action> actions, Language language) {
    return actions.stream()
        .map(action -> "- " + action.what() + " (" + WrittenDate.of(action.dueOn(), language) + ")")
        .collect(Collectors.joining("\n"));
  }

  private void send(GroupCase group, Purpose purpose, String time, Map<String, Object> more) {
    var scheme = schemes.get(group.schemeId());
    var params = new HashMap<String, Object>(more);
    params.put("schemeName", scheme.name().in(group.language()));
    params.put("contact", scheme.contact().in(group.language()));
    params.put("groupName", group.groupName());
    params.put("reference", group.reference());
    outbox.send(
        new Message(
            group.schemeId(),
            null,
            purpose,
            key(purpose, group, time),
            rows.contactOf(group.reference()).email(),
            group.language(),
            params));
  }

  private static String key(Purpose purpose, GroupCase group, String time) {
    return purpose.code() + ":" + group.reference() + ":" + time;
  }

  private String name(String userId) {
    return staff.find(userId).map(Staff.Member::displayName).orElse(userId);
  }
}
