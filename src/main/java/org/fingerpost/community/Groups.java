package org.fingerpost.community;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fingerpost.platform.KeptAnswers;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What is being done for groups, for those who help them. */
@Component
public class Groups {

  private static final int MOST_LISTED = 500;

  private final GroupRows rows;
  private final GroupRecord record;
  private final KeptAnswers answers;

  Groups(GroupRows rows, GroupRecord record, KeptAnswers answers) {
    this.rows = rows;
    this.record = record;
    this.answers = answers;
  }

  /** Those of a scheme, open ones first. */
  @Transactional(readOnly = true)
  public List<GroupCase> inScheme(String schemeId) {
    return rows.inScheme(schemeId, MOST_LISTED);
  }

  /** New groups that gather people now, in all schemes: without a name, for the public. */
  @Transactional(readOnly = true)
  public List<GroupCase> gathering() {
    return rows.gathering();
  }

  @Transactional(readOnly = true)
  public Optional<GroupCase> find(String reference) {
    return rows.find(reference);
  }

  /**
   * Everything about a group of a scheme, with whom to ask: the look is put on record.
   *
   * @return empty if there is none in the scheme
   */
  @Transactional
  public Optional<GroupFile> look(String reference, String schemeId) {
    var group = rows.find(reference).filter(known -> known.schemeId().equals(schemeId));
    group.ifPresent(seen -> record.auditOnly(seen, "community.seen", Map.of()));
    return group.map(this::file);
  }

  /** The same for a form of a task, which is shown to those who may work on it. */
  @Transactional(readOnly = true)
  public GroupFile file(String reference) {
    return file(rows.find(reference).orElseThrow());
  }

  private GroupFile file(GroupCase group) {
    String reference = group.reference();
    return new GroupFile(
        group,
        rows.wordsOf(reference),
        rows.contactOf(reference),
        rows.visits(reference),
        rows.help(reference),
        rows.actions(reference),
        rows.trials(reference),
        rows.steps(reference),
        answers.of(GroupRecord.SUBJECT, reference));
  }
}
