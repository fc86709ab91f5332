-- Who looks after whom: what a link worker can take on and for whom, how much a referral weighs, who waits, who is away.

alter table link_worker
  add column warn_at integer check (warn_at >= 0),
  add column practices text[] not null default '{}',
  add column languages text[] not null default '{en}',
  add column gender text check (gender in ('FEMALE', 'MALE'));
comment on column link_worker.capacity is '[OPERATIONAL] Weighted caseload at which no referral is given to them by itself any more.';
comment on column link_worker.warn_at is '[OPERATIONAL] Weighted caseload from which others come first; null for three quarters of the capacity.';
comment on column link_worker.practices is '[OPERATIONAL] Codes of the general practices whose referrals come to them first.';
comment on column link_worker.languages is '[PERSONAL] Languages they support people in, as ISO 639-1 codes.';
comment on column link_worker.gender is '[PERSONAL] FEMALE or MALE, for people who ask for one; null where they would rather not say.';

alter table referral add column assigned_because text[] not null default '{}';
comment on column referral.assigned_because is '[OPERATIONAL] Codes of why this link worker has it, chief reason first; empty while nobody has.';

-- What a referral weighs in a caseload. One row for everybody (*), and one for a scheme that weighs otherwise.
create table caseload_weight (
  scheme_id     text primary key,
  base          numeric(4, 2) not null check (base > 0),
  urgent        numeric(4, 2) not null check (urgent >= 0),
  further_need  numeric(4, 2) not null check (further_need >= 0),
  risk          numeric(4, 2) not null check (risk >= 0),
  later_stages  numeric(4, 2) not null check (later_stages between 0 and 1)
);
comment on table caseload_weight is '[OPERATIONAL] How much of a caseload a referral takes, by its complexity.';
comment on column caseload_weight.scheme_id is '[OPERATIONAL] The scheme, or * for every scheme without a row of its own.';
comment on column caseload_weight.base is '[OPERATIONAL] Any referral.';
comment on column caseload_weight.urgent is '[OPERATIONAL] Added when it is urgent.';
comment on column caseload_weight.further_need is '[OPERATIONAL] Added for each need after the first.';
comment on column caseload_weight.risk is '[OPERATIONAL] Added for each known risk.';
comment on column caseload_weight.later_stages is '[OPERATIONAL] Factor from follow-up on, when there is less to do.';
insert into caseload_weight values ('*', 1.00, 0.50, 0.25, 0.25, 0.50);

create table waiting_list (
  referral_id      text primary key references referral deferrable initially deferred,
  scheme_id        text not null,
  urgent           boolean not null,
  worker_asked     text,
  received_at      timestamptz not null,
  since            timestamptz not null,
  times_escalated  integer not null default 0,
  escalated_at     timestamptz,
  ended_at         timestamptz,
  ended_how        text check (ended_how in ('PLACE_FOUND', 'CHOSEN', 'CLOSED'))
);
create index waiting_list_open on waiting_list (scheme_id) where ended_at is null;
comment on table waiting_list is '[HEALTH] Referrals that wait, or waited, for a link worker with room.';
comment on column waiting_list.referral_id is '[OPERATIONAL] The referral.';
comment on column waiting_list.scheme_id is '[OPERATIONAL] The scheme whose list it is.';
comment on column waiting_list.urgent is '[HEALTH] True: before all that are not.';
comment on column waiting_list.worker_asked is '[PERSONAL] FEMALE or MALE where the person asked for one; otherwise null.';
comment on column waiting_list.received_at is '[OPERATIONAL] When the referral was received, which decides among equals.';
comment on column waiting_list.since is '[OPERATIONAL] When it was put on the list.';
comment on column waiting_list.times_escalated is '[OPERATIONAL] How often the team lead was told that it waits too long. Count.';
comment on column waiting_list.escalated_at is '[OPERATIONAL] When they were last told; null for never.';
comment on column waiting_list.ended_at is '[OPERATIONAL] When it left the list; null while it waits.';
comment on column waiting_list.ended_how is '[OPERATIONAL] PLACE_FOUND by itself, CHOSEN by a team lead, or CLOSED.';

create table staff_absence (
  absence_id   text primary key,
  user_id      text not null references staff_account,
  scheme_id    text not null,
  first_day    date not null,
  last_day     date check (last_day >= first_day),
  cover_user   text references staff_account check (cover_user <> user_id),
  reason       text not null check (reason in ('LEAVE', 'TRAINING', 'OTHER', 'LEAVING')),
  recorded_by  text not null,
  recorded_at  timestamptz not null,
  begun_at     timestamptz,
  ended_at     timestamptz,
  check ((reason = 'LEAVING') = (last_day is null))
);
create index staff_absence_open on staff_absence (user_id) where ended_at is null;
comment on table staff_absence is '[PERSONAL] Days on which a link worker is away, and their leaving.';
comment on column staff_absence.absence_id is '[OPERATIONAL] Random id, also the business key of the process that follows it.';
comment on column staff_absence.user_id is '[PERSONAL] Who is away.';
comment on column staff_absence.scheme_id is '[OPERATIONAL] The scheme they work in.';
comment on column staff_absence.first_day is '[OPERATIONAL] First day away, in Europe/London.';
comment on column staff_absence.last_day is '[OPERATIONAL] Last day away; null for somebody who leaves.';
comment on column staff_absence.cover_user is '[PERSONAL] Who does their work meanwhile; null for nobody.';
comment on column staff_absence.reason is '[OPERATIONAL] LEAVE, TRAINING, OTHER or LEAVING; never why somebody is ill, which is nobody''s business here.';
comment on column staff_absence.recorded_by is '[PERSONAL] The team lead who recorded it.';
comment on column staff_absence.recorded_at is '[OPERATIONAL] When it was recorded.';
comment on column staff_absence.begun_at is '[OPERATIONAL] When the work went to the cover; null until then.';
comment on column staff_absence.ended_at is '[OPERATIONAL] When it came back, or the absence was called off; null until then.';

create table referral_cover (
  absence_id   text not null references staff_absence,
  referral_id  text not null references referral,
  link_worker  text not null,
  cover_user   text not null,
  since        timestamptz not null,
  ended_at     timestamptz,
  primary key (absence_id, referral_id)
);
create index referral_cover_open on referral_cover (referral_id) where ended_at is null;
comment on table referral_cover is '[PERSONAL] Referrals that somebody else does while their link worker is away.';
comment on column referral_cover.absence_id is '[OPERATIONAL] The absence.';
comment on column referral_cover.referral_id is '[OPERATIONAL] The referral.';
comment on column referral_cover.link_worker is '[PERSONAL] Whose referral it is and stays.';
comment on column referral_cover.cover_user is '[PERSONAL] Who does the work.';
comment on column referral_cover.since is '[OPERATIONAL] From when.';
comment on column referral_cover.ended_at is '[OPERATIONAL] Until when; null while it lasts.';

-- The weighted caseload of each link worker of a scheme who has any. "In turn" is for giving a referral away: allocations of a scheme
-- then wait for one another until they commit, and the counting below sees what the one before has committed, because a volatile
-- function takes a new snapshot for each of its queries. So two referrals never get the same last place, and it costs no statement.
create function caseload_of(of_scheme text, in_turn boolean)
  returns table (worker text, referrals bigint, weighted numeric)
  language plpgsql volatile as $$
begin
  if in_turn then
    perform pg_advisory_xact_lock(hashtextextended('caseload ' || of_scheme, 0));
  end if;
  return query
    select r.link_worker, count(*),
      sum(
        (w.base
          + case when r.urgent then w.urgent else 0 end
          + w.further_need * (cardinality(r.needs) - 1)
          + w.risk * cardinality(array_remove(r.risks, 'NONE_KNOWN')))
        * case when r.stage in ('FOLLOW_UP', 'OUTCOME_RECORDED') then w.later_stages else 1 end)
    from referral r
    cross join (
      select * from caseload_weight c where c.scheme_id in (of_scheme, '*') order by c.scheme_id = '*' limit 1) w
    where r.scheme_id = of_scheme and r.closed_state is null and r.link_worker is not null
    group by r.link_worker;
end $$;

-- Whatever somebody records about a referral that they cover says for whom. Here, because it must be true of every act whichever
-- module records it, and because looking it up from Java would cost a statement on every day of every referral.
create function say_for_whom() returns trigger language plpgsql as $$
declare
  absent text;
begin
  select c.link_worker into absent from referral_cover c
    where c.referral_id = new.subject_id and c.cover_user = new.actor_id and c.ended_at is null;
  if absent is not null then
    new.details := new.details || jsonb_build_object('coveringFor', absent);
  end if;
  return new;
end $$;
create trigger audit_entry_for_whom before insert on audit_entry for each row
  when (new.actor_kind = 'STAFF' and new.subject_type = 'referral') execute function say_for_whom();
