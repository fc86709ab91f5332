-- Introductions at full breadth: what an activity is like for a particular person, what an organisation may answer besides yes and
-- no, whether the person went, and what was missing where nothing suited. New facts of an introduction are columns of its row,
-- because that row is written anyway.

alter table activity
  add column kind          text not null default 'COMMUNITY' check (kind in ('COMMUNITY', 'STATUTORY', 'ADVICE')),
  add column access        text[] not null default '{}',
  add column languages     text[] not null default '{en}',
  add column capacity      integer,
  add column waiting_list  boolean not null default true,
  add column waiting_weeks integer not null default 0,
  add column district      text,
  add column kite_mark     text not null default 'NONE' check (kite_mark in ('NONE', 'SMALL_GROUP', 'CONDITIONAL', 'FULL')),
  add column interests     text[] not null default '{}';
comment on column activity.kind is '[PUBLIC] COMMUNITY, STATUTORY or ADVICE.';
comment on column activity.access is '[PUBLIC] Codes of the access needs it meets.';
comment on column activity.languages is '[PUBLIC] Languages it speaks, ISO 639 codes; bfi for British Sign Language.';
comment on column activity.capacity is '[PUBLIC] Places when nobody has one; null for no limit. Count.';
comment on column activity.waiting_list is '[PUBLIC] True: somebody can wait for a place when there is none.';
comment on column activity.waiting_weeks is '[PUBLIC] Usual time until a place is free, in weeks; 0 for none.';
comment on column activity.district is '[PUBLIC] Postcode district where it takes place; null when it comes to the person.';
comment on column activity.kite_mark is '[PUBLIC] Level of the kite mark: NONE, SMALL_GROUP, CONDITIONAL or FULL.';
comment on column activity.interests is '[PUBLIC] Tags of what somebody may like or want.';

alter table introduction
  add column accompanied_by      text,
  add column own_instance        boolean not null default false,
  add column earlier_token_hash  text,
  add column link_uses           integer not null default 0,
  add column nudged_at           timestamptz,
  add column first_on            date,
  add column look_again_on       date,
  add column place_asked         integer not null default 0,
  add column decline_reason      text,
  add column question            text,
  add column question_answer     text,
  add column question_instance   text,
  add column regular_since       date;
create index introduction_by_earlier_token on introduction (earlier_token_hash) where earlier_token_hash is not null;
comment on column introduction.accompanied_by is '[HEALTH] Who comes along the first time: LINK_WORKER, VOLUNTEER, FAMILY_OR_FRIEND or PROVIDER; null for nobody.';
comment on column introduction.own_instance is '[OPERATIONAL] True: it runs beside the journey, as an instance of its own.';
comment on column introduction.earlier_token_hash is '[SECRET] SHA-256 of the token in the link sent before the latest one; it still works.';
comment on column introduction.link_uses is '[OPERATIONAL] How often its links were used. Count.';
comment on column introduction.nudged_at is '[OPERATIONAL] When the organisation was reminded; null if not since it was asked.';
comment on column introduction.first_on is '[HEALTH] First day the person is expected, as the organisation said.';
comment on column introduction.look_again_on is '[OPERATIONAL] When to look again whether there is a place.';
comment on column introduction.place_asked is '[OPERATIONAL] How often the organisation was asked for a place since it last said anything. Count.';
comment on column introduction.decline_reason is '[OPERATIONAL] Code of why the organisation said no.';
comment on column introduction.question is '[HEALTH] What the organisation asked before it answers.';
comment on column introduction.question_answer is '[HEALTH] What it was told.';
comment on column introduction.question_instance is '[OPERATIONAL] The process in the engine that waits for our answer; null if none does.';
comment on column introduction.regular_since is '[HEALTH] Day on which going there had become a habit.';

create table attendance (
  attendance_id    uuid primary key,
  introduction_id  uuid not null references introduction,
  referral_id      text not null references referral,
  scheme_id        text not null,
  held_on          date not null,
  attended         boolean not null,
  source           text not null check (source in ('PROVIDER', 'LINK_WORKER')),
  recorded_by      text not null,
  recorded_at      timestamptz not null,
  unique (introduction_id, held_on)
);
create index attendance_by_referral on attendance (referral_id);
comment on table attendance is '[HEALTH] Whether a person went to what they were introduced to, day by day.';
comment on column attendance.attendance_id is '[OPERATIONAL] Id of the row.';
comment on column attendance.introduction_id is '[OPERATIONAL] The introduction.';
comment on column attendance.referral_id is '[OPERATIONAL] The referral.';
comment on column attendance.scheme_id is '[OPERATIONAL] The scheme.';
comment on column attendance.held_on is '[HEALTH] The day of the session.';
comment on column attendance.attended is '[HEALTH] True: the person was there.';
comment on column attendance.source is '[OPERATIONAL] Who told: PROVIDER by its link, or LINK_WORKER.';
comment on column attendance.recorded_by is '[OPERATIONAL] User id or organisation id.';
comment on column attendance.recorded_at is '[OPERATIONAL] When it was recorded last.';

create table unmet_need (
  unmet_need_id  uuid primary key,
  referral_id    text not null references referral,
  scheme_id      text not null,
  area_code      text,
  needs          text[] not null,
  reason         text not null,
  recorded_on    date not null
);
create index unmet_need_in_scheme on unmet_need (scheme_id, recorded_on);
comment on table unmet_need is '[HEALTH] A need for which nothing suitable was found: codes only, for commissioners.';
comment on column unmet_need.unmet_need_id is '[OPERATIONAL] Id of the row.';
comment on column unmet_need.referral_id is '[OPERATIONAL] The referral.';
comment on column unmet_need.scheme_id is '[OPERATIONAL] The scheme.';
comment on column unmet_need.area_code is '[OPERATIONAL] Area the person lives in; null if in none.';
comment on column unmet_need.needs is '[HEALTH] Codes of the needs.';
comment on column unmet_need.reason is '[OPERATIONAL] Code of what was missing.';
comment on column unmet_need.recorded_on is '[OPERATIONAL] The day.';

create table matching_wish (
  referral_id  text primary key references referral,
  access       text[] not null,
  weekdays     text[] not null,
  interests    text[] not null,
  recorded_by  text not null,
  recorded_at  timestamptz not null
);
comment on table matching_wish is '[HEALTH] What an activity must be like for a person, as their link worker noted it.';
comment on column matching_wish.referral_id is '[OPERATIONAL] The referral.';
comment on column matching_wish.access is '[HEALTH] Codes of access needs.';
comment on column matching_wish.weekdays is '[HEALTH] Days on which the person can go; empty for any.';
comment on column matching_wish.interests is '[HEALTH] Tags of what the person likes and wants.';
comment on column matching_wish.recorded_by is '[OPERATIONAL] User id.';
comment on column matching_wish.recorded_at is '[OPERATIONAL] When it was noted last.';

-- So that closing a referral need not look for introductions that run beside its journey.
alter table referral add column side_introductions boolean not null default false;
comment on column referral.side_introductions is '[OPERATIONAL] True: introductions may run as processes of their own.';
