-- What the whole route table needs to know, and what settling a route leaves behind. All of it is columns of rows that are written
-- anyway, so that an ordinary referral costs no statement more.

alter table referral add column circumstances text[] not null default '{}';
comment on column referral.circumstances is '[HEALTH] Codes of what makes it urgent, such as BEREAVEMENT; may be empty.';
alter table referral add column groups text[] not null default '{}';
comment on column referral.groups is '[HEALTH] Codes of the national groups the referrer sees the person in, such as FREQUENT_ATTENDER; may be empty.';
alter table referral add column worker_asked text check (worker_asked in ('FEMALE', 'MALE'));
comment on column referral.worker_asked is '[PERSONAL] Whether a woman or a man is wished for as link worker, FEMALE or MALE; null if it does not matter.';
alter table referral add column practice_code text check (practice_code ~ '^[A-Z][0-9]{5}$');
comment on column referral.practice_code is '[PERSONAL] National code of the GP practice the person is registered with; null if unknown.';
alter table referral add column urgent boolean not null default false;
comment on column referral.urgent is '[HEALTH] Whether the table referral-priority found it urgent.';
alter table referral add column transferred_from text references referral;
comment on column referral.transferred_from is '[OPERATIONAL] Reference of the referral in another scheme that this one goes on from.';
alter table referral add column merged_into text references referral;
comment on column referral.merged_into is '[OPERATIONAL] Reference of the open referral that this one was joined to.';
alter table referral add column watched boolean not null default false;
comment on column referral.watched is '[OPERATIONAL] Whether somebody else waits to hear how it ends, so that nobody is looked for otherwise.';

alter table decision_record add column confirmed_code text;
comment on column decision_record.confirmed_code is '[OPERATIONAL] Code of the reason that the referrer is told; null if the scheme goes on with the person.';

-- A referral handed over by another scheme was typed there.
alter table referral drop constraint referral_channel_check;
alter table referral add constraint referral_channel_check check (channel in ('WEB', 'API', 'TRANSFER'));

create table referral_watcher (
  referral_id         text not null references referral,
  watcher_referral_id text not null references referral,
  added_by            text not null,
  added_at            timestamptz not null,
  primary key (referral_id, watcher_referral_id)
);
comment on table referral_watcher is '[OPERATIONAL] Who, besides the first referrer, hears how an open referral ends: the referrers of referrals joined to it.';
comment on column referral_watcher.referral_id is '[OPERATIONAL] Reference of the open referral.';
comment on column referral_watcher.watcher_referral_id is '[OPERATIONAL] Reference of the joined referral, whose referrer watches and whose consent counts.';
comment on column referral_watcher.added_by is '[OPERATIONAL] User id of the team lead who joined them.';
comment on column referral_watcher.added_at is '[OPERATIONAL] When they were joined.';

create table young_person_consent (
  young_person_consent_id uuid primary key,
  referral_id             text not null references referral,
  age_band                text not null check (age_band in ('UNDER_11', 'AGE_11_12', 'AGE_13_15', 'AGE_16_17')),
  given                   boolean not null,
  given_by                text not null,
  competence              text not null check (competence in ('COMPETENT', 'NOT_COMPETENT', 'NOT_JUDGED')),
  competence_judged_by    text,
  assent                  boolean not null,
  note                    text,
  recorded_by             text not null,
  recorded_at             timestamptz not null
);
create index young_person_consent_by_referral on young_person_consent (referral_id);
comment on table young_person_consent is '[HEALTH] What was found out about the consent of somebody under 18: one row for each time it was recorded.';
comment on column young_person_consent.young_person_consent_id is '[OPERATIONAL] Random id.';
comment on column young_person_consent.referral_id is '[OPERATIONAL] Reference of the referral.';
comment on column young_person_consent.age_band is '[PERSONAL] Code of the age band on the day of recording.';
comment on column young_person_consent.given is '[PERSONAL] Whether consent was given.';
comment on column young_person_consent.given_by is '[PERSONAL] Who gave it: PERSON, PARENT, REPRESENTATIVE, or NOBODY.';
comment on column young_person_consent.competence is '[HEALTH] Whether a young person of 13 to 15 was found able to decide for themself.';
comment on column young_person_consent.competence_judged_by is '[PERSONAL] Who judged that: name and role.';
comment on column young_person_consent.assent is '[PERSONAL] Whether the young person agrees, besides the parent.';
comment on column young_person_consent.note is '[HEALTH] What the team lead wants to be remembered of it.';
comment on column young_person_consent.recorded_by is '[OPERATIONAL] User id of who recorded it.';
comment on column young_person_consent.recorded_at is '[OPERATIONAL] When it was recorded.';
