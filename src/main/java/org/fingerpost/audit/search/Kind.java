package org.fingerpost.audit.search;

import java.util.EnumSet;
import java.util.Set;

/**
 * A kind of thing that can be looked for: where its rows are, and how each question is put to them. The statements are read by
 * people who want to run them by hand, so they are written out.
 */
enum Kind {
  REFERRALS(
      "select referral_id as id, received_at as at, scheme_id, link_worker as who, coalesce(closed_state, stage) as state, stage, closed_state from referral",
      Set.of(Question.REFERENCE, Question.WHO, Question.STATE, Question.RULE, Question.MODEL, Question.ACT)),
  KITEMARKS(
      """
      select reference as id, begun as at, scheme_id, who, state from (
        select coalesce(a.reference, w.application_reference) as reference,
               coalesce(a.started_at, w.awarded_on::timestamp at time zone 'Europe/London') as begun,
               coalesce(a.scheme_id, w.scheme_id) as scheme_id,
               coalesce(w.confirmed_by, (select s.assessor from kitemark_assessment s
                 where s.application_reference = a.reference order by s.number desc limit 1)) as who,
               coalesce(w.status, k.ended, nullif(k.step, 'ENDED'), a.status) as state
        from (select * from application where kind = 'KITE_MARK') a
        full join kitemark_award w on w.application_reference = a.reference
        left join kitemark_case k on k.application_reference = a.reference) mark""",
      Set.of(Question.REFERENCE, Question.WHO, Question.STATE, Question.RULE, Question.MODEL, Question.ACT)),
  GRANTS(
      """
      select reference as id, begun as at, scheme_id, who, state from (
        select a.reference, coalesce(g.applied_at, a.started_at) as begun, a.scheme_id, g.decided_by as who,
               coalesce(g.state, a.status) as state
        from application a left join project_grant g on g.reference = a.reference where a.kind = 'GRANT'
        union all
        select g.reference, g.applied_at, g.scheme_id, g.decided_by, g.state
        from project_grant g where not exists (select 1 from application a where a.reference = g.reference)) fund""",
      Set.of(Question.REFERENCE, Question.WHO, Question.STATE, Question.RULE, Question.MODEL, Question.ACT)),
  GROUPS(
      "select reference as id, received_at as at, scheme_id, officer as who, state from community_group",
      Set.of(Question.REFERENCE, Question.WHO, Question.STATE, Question.RULE, Question.MODEL, Question.ACT)),
  CHANGES(
      """
      select subject_id as id, min(at) as at, min(scheme_id) as scheme_id,
             (array_agg(actor_id order by audit_id))[1] as who, (array_agg(act order by audit_id desc))[1] as state
      from audit_entry where subject_id >= 'CH-' and subject_id < 'CI' and subject_id like 'CH-____-____' group by subject_id""",
      Set.of(Question.REFERENCE, Question.WHO, Question.ACT)),
  DEPLOYMENTS(
      "select deployment_id as id, deployed_at as at, scheme_id, deployed_by as who, source as state from model_deployment",
      Set.of(Question.REFERENCE, Question.WHO, Question.MODEL)),
  SIGN_INS(
      """
      select audit_id, at, (select a.scheme_id from staff_account a where a.user_id = subject_id) as scheme_id,
             subject_id as who, act as state, 'STAFF' as actor_kind, subject_id as subject
      from audit_entry where act in ('account.signedIn', 'account.signInFailed')""",
      Set.of(Question.WHO, Question.ACT)),
  FILES(
      """
      select audit_id, at, scheme_id, actor_id as who, act as state, actor_kind, subject_id as subject
      from audit_entry where act in (%s)"""
          .formatted(Files.QUOTED),
      Set.of(Question.WHO, Question.ACT)),
  ACTS(
      "select audit_id, at, scheme_id, actor_id as who, act as state, actor_kind, subject_id as subject from audit_entry",
      Set.of(Question.REFERENCE, Question.WHO, Question.ACT));

  /** What can be asked, besides days and scheme, which can be asked of all. */
  enum Question {
    REFERENCE,
    WHO,
    STATE,
    RULE,
    MODEL,
    ACT
  }

  private final String rows;
  private final Set<Question> questions;

  Kind(String rows, Set<Question> questions) {
    this.rows = rows;
    this.questions = questions;
  }

  /** Columns {@code id, at, scheme_id, who, state}; of entries {@code audit_id, actor_kind, subject} instead of an id. */
  String rows() {
    return rows;
  }

  /** Whether rows of this kind are entries of the audit trail, told by their number. */
  boolean ofEntries() {
    return this == SIGN_INS || this == FILES || this == ACTS;
  }

  /** Whether everything that is asked can be asked of this kind. */
  boolean answers(Wanted wanted) {
    var asked = EnumSet.noneOf(Question.class);
    if (wanted.reference() != null) {
      asked.add(Question.REFERENCE);
    }
    if (wanted.who() != null) {
      asked.add(Question.WHO);
    }
    if (wanted.state() != null) {
      asked.add(Question.STATE);
    }
    if (wanted.rule() != null) {
      asked.add(Question.RULE);
    }
    if (wanted.model() != null) {
      asked.add(Question.MODEL);
    }
    if (wanted.act() != null) {
      asked.add(Question.ACT);
    }
    return questions.containsAll(asked);
  }
}
