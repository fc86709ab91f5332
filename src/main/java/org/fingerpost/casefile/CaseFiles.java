package org.fingerpost.casefile;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.fingerpost.person.People;
import org.fingerpost.platform.AuditEvent;
import org.fingerpost.platform.AuditTrail;
import org.fingerpost.platform.CaseSection;
import org.fingerpost.platform.CurrentActor;
import org.fingerpost.platform.Language;
import org.fingerpost.platform.Staff;
import org.fingerpost.referral.ReferralSummary;
import org.fingerpost.referral.Referrals;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Opens cases: for link workers and team leads of the referral's own scheme, and never without leaving a line in the audit trail. */
@Component
class CaseFiles {

  /** Where a case is being read. */
  enum Place {
    PAGE,
    TASK
  }

  private final Referrals referrals;
  private final People people;
  private final List<CaseSection> sections;
  private final AuditTrail audit;
  private final CurrentActor currentActor;
  private final Staff staff;
  private final Clock clock;

  CaseFiles(
      Referrals referrals,
      People people,
      List<CaseSection> sections,
      AuditTrail audit,
      CurrentActor currentActor,
      Staff staff,
      Clock clock) {
    this.referrals = referrals;
    this.people = people;
    this.sections = sections.stream().sorted(Comparator.comparingInt(CaseSection::order)).toList();
    this.audit = audit;
    this.currentActor = currentActor;
    this.staff = staff;
    this.clock = clock;
  }

  /**
   * Reads a case and records the look, in one transaction: if the record cannot be written, nothing is shown.
   *
   * @return empty if there is no such referral in the reader's scheme; nothing is recorded then
   */
  @Transactional
  Optional<CaseFile> open(String reference, Place place, Language language) {
    return staff
        .find(currentActor.get().id())
        .filter(reader -> reader.holds(Staff.LINK_WORKERS) || reader.holds(Staff.TEAM_LEADS))
        .flatMap(
            reader ->
                referrals
                    .find(reference)
                    .filter(referral -> referral.schemeId().equals(reader.schemeId()))
                    .map(referral -> read(referral, reader, place, language)));
  }

  private CaseFile read(ReferralSummary referral, Staff.Member reader, Place place, Language language) {
    audit.record(
        AuditEvent.ofReferral(
            "casefile.seen", referral.referralId(), referral.schemeId(), Map.of("place", place.name())));
    var person = people.get(referral.personId());
    var subject =
        new CaseSection.Subject(referral.referralId(), referral.schemeId(), referral.personId(), reader);
    return new CaseFile(
        referral.referralId(),
        person.fullName(),
        person.ageOn(LocalDate.now(clock)),
        referral.stage(),
        referral.closedState(),
        referral.nextDate(),
        sections.stream()
            .filter(section -> section.mayBeSeenBy(reader))
            .flatMap(section -> shown(section, subject, language))
            .toList());
  }

  private static Stream<CaseFile.Section> shown(CaseSection section, CaseSection.Subject subject, Language language) {
    return section.of(subject, language).stream()
        .map(content -> new CaseFile.Section(section.id(), content.title(), content.blocks()));
  }
}
