-- The what-matters conversation at full breadth: more than one meeting, people and likes beside what matters, goals with actions, home
-- visits, agreement and review; the plan shared with the person by a link; measures taken again after the end, and their licences.

alter table conversation
  alter column what_matters drop not null,
  add column meeting integer not null default 1 check (meeting >= 1),
  add column likes_and_wants text,
  add column people_who_matter text,
  add column place text check (place in ('HOME', 'SURGERY', 'COMMUNITY', 'PHONE', 'VIDEO')),
  add column agreed_with text check (agreed_with in ('PERSON', 'REPRESENTATIVE', 'NOT_YET')),
  add column review_on date,
  add column next_meeting_on date,
  add column next_place text check (next_place in ('HOME', 'SURGERY', 'COMMUNITY', 'PHONE', 'VIDEO')),
  add column home_visit jsonb;
alter table conversation alter column meeting drop default;
drop index conversation_by_referral;
alter table conversation add unique (referral_id, meeting);
comment on column conversation.meeting is '[OPERATIONAL] Number of the meeting, from 1; the version of the plan that came of it.';
comment on column conversation.likes_and_wants is '[HEALTH] What the person likes and wants to do, in their words; asked first where the scheme says so.';
comment on column conversation.people_who_matter is '[HEALTH] Who matters to the person and should be involved.';
comment on column conversation.place is '[OPERATIONAL] Kind of place where they met; null if not said.';
comment on column conversation.agreed_with is '[OPERATIONAL] Who agreed the plan: PERSON, REPRESENTATIVE, NOT_YET; null if not said.';
comment on column conversation.review_on is '[OPERATIONAL] Day on which the plan is to be looked at again.';
comment on column conversation.next_meeting_on is '[OPERATIONAL] Day of the next meeting; null if the plan was agreed.';
comment on column conversation.next_place is '[OPERATIONAL] Kind of place of the next meeting.';
comment on column conversation.home_visit is '[HEALTH] Answers for the safety of a home visit, by question, and a note; null if nobody visits at home.';

alter table goal add column actions jsonb not null default '[]';
update goal set actions = jsonb_build_array(jsonb_build_object('what', action)) where action is not null;
alter table goal alter column actions drop default;
alter table goal drop column action;

alter table measure_record drop constraint measure_record_occasion_check;
alter table measure_record add constraint measure_record_occasion_check
  check (occasion in ('BASELINE', 'CLOSING', 'REVIEW_3', 'REVIEW_6', 'REVIEW_12'));

create table measure_licence (
  measure      text not null,
  scheme_id    text not null,
  reference    text not null,
  valid_until  date,
  recorded_by  text not null,
  recorded_at  timestamptz not null,
  primary key (measure, scheme_id)
);
comment on table measure_licence is '[OPERATIONAL] Licences for measures whose wording is not free; without one a measure is not asked.';
comment on column measure_licence.measure is '[OPERATIONAL] Which measure.';
comment on column measure_licence.scheme_id is '[OPERATIONAL] The scheme that may use it.';
comment on column measure_licence.reference is '[OPERATIONAL] Under which reference the owner of the measure knows the licence.';
comment on column measure_licence.valid_until is '[OPERATIONAL] Last day; null if it does not run out.';
comment on column measure_licence.recorded_by is '[PERSONAL] Account of the administrator.';
comment on column measure_licence.recorded_at is '[OPERATIONAL] When it was recorded.';

create table plan_link (
  plan_link_id  uuid primary key,
  referral_id   text not null references referral,
  token_hash    text not null unique,
  language      text not null check (language in ('en', 'cy')),
  sent_by       text not null,
  sent_at       timestamptz not null,
  expires_at    timestamptz not null,
  uses          integer not null default 0 check (uses between 0 and 20),
  revoked_by    text,
  revoked_at    timestamptz
);
create index plan_link_by_referral on plan_link (referral_id);
comment on table plan_link is '[SECRET] Links by which a person reads their own plan without an account.';
comment on column plan_link.plan_link_id is '[OPERATIONAL] Id of the row.';
comment on column plan_link.referral_id is '[OPERATIONAL] The referral whose plan it opens.';
comment on column plan_link.token_hash is '[SECRET] SHA-256 of the token in the link; the token itself is never stored.';
comment on column plan_link.language is '[OPERATIONAL] Language the plan was sent in, en or cy.';
comment on column plan_link.sent_by is '[PERSONAL] Account of whoever sent it and was told that the person wants it.';
comment on column plan_link.sent_at is '[OPERATIONAL] When it was sent.';
comment on column plan_link.expires_at is '[OPERATIONAL] When it stops working.';
comment on column plan_link.uses is '[OPERATIONAL] How often it was opened; it stops after 20. Count.';
comment on column plan_link.revoked_by is '[PERSONAL] Account of whoever took it back; null while it works.';
comment on column plan_link.revoked_at is '[OPERATIONAL] When it was taken back.';
