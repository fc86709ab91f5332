package org.fingerpost.audit.watch;

import java.util.Locale;

/**
 * One list. Its statement is written out for whoever wants to run it by hand: columns {@code at, id, reference, scheme_id, who, what,
 * more, path}, of rows from {@code :from} until before {@code :to}. An empty list is good news, unless the words say otherwise.
 */
enum WatchList {
  /** A person settled on another answer than the table proposed. */
  CHANGED_BY_HAND(
      false,
      """
      select confirmed_at as at, 'decision-' || decision_record_id as id, referral_id as reference, scheme_id, confirmed_by as who,
             decision_key as what, coalesce(outputs ->> 'route', '-') || ' > ' || confirmed_route as more,
             '/audit/decisions/' || decision_record_id as path
      from decision_record
      where confirmed_route is not null and confirmed_route is distinct from outputs ->> 'route'
        and confirmed_at >= :from and confirmed_at < :to
      union all
      select decided_at, 'assessment-' || assessment_id, application_reference, scheme_id, assessor, 'kitemark-level',
             proposed_level || ' > ' || decided_level, null
      from kitemark_assessment
      where decided_level is distinct from proposed_level and decided_at >= :from and decided_at < :to
      union all
      select g.decided_at, 'grant-' || g.reference, g.reference, g.scheme_id, g.decided_by, 'grant-award',
             k.proposal || ' > ' || g.decision, '/audit/decisions/' || k.kept_answer_id
      from project_grant g
      join lateral (select kept_answer_id, outputs -> 0 ->> 'proposal' as proposal from kept_answer
                    where subject_id = g.reference and decision_key = 'grant-award' order by decided_at desc limit 1) k on true
      where (g.decision = 'AWARD') <> (k.proposal like 'AWARD%') and g.decided_at >= :from and g.decided_at < :to
      union all
      select e.at, 'act-' || e.audit_id, g.reference, g.scheme_id, g.outcome_by, 'grant-eligibility',
             g.proposed_outcome || ' > ' || g.outcome, null
      from audit_entry e join project_grant g on g.reference = e.subject_id
      where e.act = 'grant.outcome-confirmed' and g.outcome is distinct from g.proposed_outcome and e.at >= :from and e.at < :to"""),

  /** Somebody agreed to what they had decided themself. The product refuses it, so the list says whether it ever failed to. */
  OWN_WORK(
      true,
      """
      select second_at as at, 'assessment-' || assessment_id as id, application_reference as reference, scheme_id, second_assessor as who,
             'SECOND' as what, null as more, null as path
      from kitemark_assessment where second_assessor = assessor and second_at >= :from and second_at < :to
      union all
      select s.confirmed_at, 'suspension-' || s.suspension_id, w.application_reference, s.scheme_id, s.confirmed_by, 'SUSPENSION_CONFIRMED', null, null
      from kitemark_suspension s join kitemark_award w using (award_id)
      where s.confirmed_by = s.raised_by and s.confirmed_at >= :from and s.confirmed_at < :to
      union all
      select s.end_confirmed_at, 'end-' || s.suspension_id, w.application_reference, s.scheme_id, s.end_confirmed_by, 'MARK_ENDED', null, null
      from kitemark_suspension s join kitemark_award w using (award_id)
      where s.end_confirmed_by = s.settled_by and s.end_confirmed_at >= :from and s.end_confirmed_at < :to
      union all
      select w.awarded_on::timestamp at time zone 'Europe/London', 'award-' || w.award_id, w.application_reference, w.scheme_id, w.confirmed_by,
             'SECOND', null, null
      from kitemark_award w
      where w.confirmed_second_by = w.confirmed_by and w.awarded_on >= cast(:from as date) and w.awarded_on < cast(:to as date)
      union all
      select c.decided_at, 'change-' || c.reference, c.reference, c.scheme_id, c.decided_by, 'CHANGE_AGREED', null, null
      from model_change c
      where c.decided_by = c.author and c.state in ('APPROVED', 'CARRIED_OUT', 'FAILED', 'REFUSED') and c.decided_at >= :from and c.decided_at < :to
      union all
      select r.decided_at, 'request-' || r.reference, r.reference, r.scheme_id, r.decided_by, 'REQUEST_DECIDED', null, null
      from rights_request r
      where r.decided_by = r.proposed_by and r.decided_at >= :from and r.decided_at < :to
      union all
      select p.decided_at, 'disposal-' || p.proposal_id, p.subject_id, p.scheme_id, p.decided_by, 'DISPOSAL_DECIDED', null, null
      from retention_proposal p
      where p.state = 'DISPOSED' and p.decided_by = p.confirmed_by and p.decided_at >= :from and p.decided_at < :to"""),

  /** Covered records that were opened: restricted ones, words uncovered, and cases opened by somebody who is not in charge of them. */
  BREAK_GLASS(
      false,
      """
      select e.at, 'act-' || e.audit_id as id, e.subject_id as reference, e.scheme_id, e.actor_id as who, e.act as what,
             e.details ->> 'why' as more, null as path
      from audit_entry e
      where e.act in ('safeguarding.seen', 'safeguarding.decision-read', 'audit.words-shown') and e.at >= :from and e.at < :to
      union all
      select e.at, 'act-' || e.audit_id, e.subject_id, e.scheme_id, e.actor_id, e.act,
             case when exists (select 1 from referral_cover c
                               where c.referral_id = e.subject_id and c.cover_user = e.actor_id
                                 and c.since <= e.at and (c.ended_at is null or c.ended_at > e.at)) then 'COVER' else 'NOT_IN_CHARGE' end,
             null
      from audit_entry e
      join staff_account a on a.user_id = e.actor_id
      where e.act = 'casefile.seen' and e.actor_kind = 'STAFF' and e.at >= :from and e.at < :to and not 'team-leads' = any(a.roles)
        and (exists (select 1 from referral_cover c
                     where c.referral_id = e.subject_id and c.cover_user = e.actor_id
                       and c.since <= e.at and (c.ended_at is null or c.ended_at > e.at))
             or e.actor_id is distinct from coalesce(
                  (select g.details ->> 'linkWorker' from audit_entry g
                   where g.subject_id = e.subject_id and g.act in ('linkworker.assigned', 'linkworker.changed') and g.at <= e.at
                     and g.details ->> 'linkWorker' is not null
                   order by g.audit_id desc limit 1),
                  (select r.link_worker from referral r where r.referral_id = e.subject_id)))"""),

  /** Concerns decided too late, or not yet. Whose they are is for their own readers. */
  SAFEGUARDING_OVERDUE(
      true,
      """
      select due_at as at, 'concern-' || concern_id as id, concern_id::text as reference, scheme_id, decided_by as who,
             case when decided_at is null then 'UNDECIDED' else 'LATE' end as what, to_json(decided_at) #>> '{}' as more,
             null as path
      from safeguarding_concern
      where due_at >= :from and due_at < :to and coalesce(decided_at, :now) > due_at"""),

  /** Requests of people about their own data that were answered too late, or not yet. */
  REQUESTS_OVERDUE(
      true,
      """
      select (q.due_on + 1)::timestamp at time zone 'Europe/London' as at, 'request-' || q.reference as id, q.reference, q.scheme_id,
             q.decided_by as who, case when q.decided_at is null then 'UNANSWERED' else 'ANSWERED_LATE' end as what,
             to_json(q.decided_at) #>> '{}' as more, null as path
      from rights_request q
      where (q.due_on + 1)::timestamp at time zone 'Europe/London' >= :from
        and (q.due_on + 1)::timestamp at time zone 'Europe/London' < :to
        and coalesce(q.decided_at, :now) >= (q.due_on + 1)::timestamp at time zone 'Europe/London'"""),

  /** Data that came in or left as a file. */
  FILES(
      false,
      """
      select at, 'act-' || audit_id as id, subject_id as reference, scheme_id, actor_id as who, act as what,
             coalesce(details ->> 'lines', details ->> 'reason') as more, null as path
      from audit_entry
      where act in ('directory.imported', 'directory.exported', 'community.demand-exported', 'grant.list-exported',
                    'conversation.plan-printed', 'application.fileFetched', 'audit.list-downloaded', 'evidence.taken')
        and at >= :from and at < :to"""),

  FAILED_SIGN_INS(
      false,
      """
      select e.at, 'act-' || e.audit_id as id, e.subject_id as reference, a.scheme_id, e.subject_id as who, e.act as what,
             null as more, null as path
      from audit_entry e left join staff_account a on a.user_id = e.subject_id
      where e.act = 'account.signInFailed' and e.at >= :from and e.at < :to"""),

  /** Models that the engine holds and the deployer does not know, or knows otherwise. */
  MODELS_BEHIND_OUR_BACK(
      true,
      """
      select d.deploy_time_::timestamptz as at, 'deployment-' || d.id_ as id, d.id_ as reference, d.tenant_id_ as scheme_id, null as who,
             'UNKNOWN' as what, d.name_ as more, '' as path
      from act_re_deployment d
      where not exists (select 1 from model_deployment m where m.deployment_id = d.id_)
        and d.deploy_time_::timestamptz >= :from and d.deploy_time_::timestamptz < :to
      union all
      select m.deployed_at, 'resource-' || b.id_, m.deployment_id, m.scheme_id, m.deployed_by, 'ALTERED', b.name_, null
      from model_deployment m
      join act_ge_bytearray b on b.deployment_id_ = m.deployment_id
      where m.resources ->> b.name_ is distinct from encode(sha256(convert(b.bytes_, 'LATIN1', 'UTF8')), 'hex')
        and m.deployed_at >= :from and m.deployed_at < :to"""),

  /** People's details sent to an organisation for which the consent had lapsed, or was never given. */
  WITHOUT_CONSENT(
      true,
      """
      select i.offered_at as at, 'introduction-' || i.introduction_id as id, i.referral_id as reference, i.scheme_id, null as who,
             'TELL_PROVIDER' as what, i.activity_id as more, null as path
      from introduction i
      where i.offered_at >= :from and i.offered_at < :to
        and not coalesce((select c.granted from consent_grant c
                          where c.referral_id = i.referral_id and c.purpose = 'TELL_PROVIDER'
                            and (c.activity_id is null or c.activity_id = i.activity_id)
                            and c.recorded_at <= i.offered_at + interval '1 second'
                          order by c.recorded_at desc limit 1), false)""");

  private final boolean emptyIsGood;
  private final String rows;

  WatchList(boolean emptyIsGood, String rows) {
    this.emptyIsGood = emptyIsGood;
    this.rows = rows;
  }

  /** Whether there should be nothing on it at all. */
  boolean emptyIsGood() {
    return emptyIsGood;
  }

  String rows() {
    return rows;
  }

  /** Its place in addresses: {@code changed-by-hand}. */
  String path() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static WatchList of(String path) {
    for (var list : values()) {
      if (list.path().equals(path)) {
        return list;
      }
    }
    return null;
  }
}
