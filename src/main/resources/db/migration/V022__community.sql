create table community_group (
  reference           text primary key,
  kind                text not null check (kind in ('SUPPORT', 'START')),
  scheme_id           text not null,
  group_name          text not null,
  organisation_id     text,
  area_code           text,
  needs               text[] not null default '{}',
  missing             text,
  asked_by            text not null,
  asked_by_user       text,
  words               text,
  contact_name        text,
  contact_email       text,
  contact_phone       text,
  language            text not null,
  state               text not null,
  officer             text,
  next_date           date,
  others_interested   integer not null default 0,
  rounds              integer not null default 0,
  silences            integer not null default 0,
  declined            boolean not null default false,
  chases              integer not null default 0,
  invitations         integer not null default 0,
  venue               text,
  venue_access        text[] not null default '{}',
  mark_reference      text,
  activity_id         text,
  closing_reason      text,
  process_instance_id text,
  received_at         timestamptz not null,
  closed_at           timestamptz
);
create index community_group_in_scheme on community_group (scheme_id, closed_at);
create index community_group_mark on community_group (mark_reference) where mark_reference is not null;
comment on table community_group is '[PERSONAL] A request to support a group, or an idea for a new one, from asking to its end.';
comment on column community_group.reference is '[OPERATIONAL] SG- or NG-reference; business key of its process.';
comment on column community_group.kind is '[OPERATIONAL] SUPPORT of a group that exists, or START of a new one.';
comment on column community_group.scheme_id is '[OPERATIONAL] The scheme.';
comment on column community_group.group_name is '[OPERATIONAL] What the group is or would be called.';
comment on column community_group.organisation_id is '[OPERATIONAL] The organisation in the directory, or null.';
comment on column community_group.area_code is '[OPERATIONAL] Area in which the group meets or would meet, or null.';
comment on column community_group.needs is '[OPERATIONAL] Codes of the needs that a new group would be for.';
comment on column community_group.missing is '[OPERATIONAL] Where the idea comes from the ledger of unmet needs: code of what was missing.';
comment on column community_group.asked_by is '[OPERATIONAL] Code: who asked.';
comment on column community_group.asked_by_user is '[OPERATIONAL] User id where a colleague asked, or null.';
comment on column community_group.words is '[PERSONAL] What was asked for, in their words.';
comment on column community_group.contact_name is '[PERSONAL] Contact person, or null.';
comment on column community_group.contact_email is '[PERSONAL] E-mail address of the contact person, or null.';
comment on column community_group.contact_phone is '[PERSONAL] Telephone number of the contact person, or null.';
comment on column community_group.language is '[OPERATIONAL] Language to write to them in, en or cy.';
comment on column community_group.state is '[OPERATIONAL] Code: the step that it is at, or how it ended.';
comment on column community_group.officer is '[OPERATIONAL] User id of the named officer, or null.';
comment on column community_group.next_date is '[OPERATIONAL] Day by which the next step is due; null when it has ended.';
comment on column community_group.others_interested is '[OPERATIONAL] Interested people whom the officer counted, besides those of referrals.';
comment on column community_group.rounds is '[OPERATIONAL] How often interest was looked at.';
comment on column community_group.silences is '[OPERATIONAL] How often the group was written to without an answer.';
comment on column community_group.declined is '[OPERATIONAL] True: the group wants no visit.';
comment on column community_group.chases is '[OPERATIONAL] How often open actions were chased since they were agreed.';
comment on column community_group.invitations is '[OPERATIONAL] How often it was invited to apply for the kite mark.';
comment on column community_group.venue is '[OPERATIONAL] Where a new group meets, or null.';
comment on column community_group.venue_access is '[OPERATIONAL] Codes of the access needs that the venue meets.';
comment on column community_group.mark_reference is '[OPERATIONAL] Reference of its application for the kite mark, or null.';
comment on column community_group.activity_id is '[OPERATIONAL] The activity it was listed with, or null.';
comment on column community_group.closing_reason is '[OPERATIONAL] Code: why it ended without what was asked for, or null.';
comment on column community_group.process_instance_id is '[OPERATIONAL] The process instance.';
comment on column community_group.received_at is '[OPERATIONAL] When it was asked for.';
comment on column community_group.closed_at is '[OPERATIONAL] When it ended, or null.';

create table community_visit (
  reference  text not null references community_group,
  number     integer not null,
  visited_on date not null,
  visited_by text not null,
  states     jsonb not null,
  note       text,
  primary key (reference, number)
);
comment on table community_visit is '[PERSONAL] One visit to a group and what was checked.';
comment on column community_visit.reference is '[OPERATIONAL] The request.';
comment on column community_visit.number is '[OPERATIONAL] Which visit, counted from 1.';
comment on column community_visit.visited_on is '[OPERATIONAL] The day.';
comment on column community_visit.visited_by is '[OPERATIONAL] User id.';
comment on column community_visit.states is '[OPERATIONAL] How each check stands, by code.';
comment on column community_visit.note is '[PERSONAL] What else was seen, in the words of the officer.';

create table community_help (
  reference     text not null references community_group,
  visit         integer not null,
  check_code    text not null,
  help          text not null,
  look_again_on date not null,
  agreed        boolean,
  primary key (reference, visit, check_code)
);
comment on table community_help is '[OPERATIONAL] Help that the table proposed after a visit, and whether it was agreed.';
comment on column community_help.reference is '[OPERATIONAL] The request.';
comment on column community_help.visit is '[OPERATIONAL] The visit, counted from 1.';
comment on column community_help.check_code is '[OPERATIONAL] What was checked.';
comment on column community_help.help is '[OPERATIONAL] Code of the proposed help.';
comment on column community_help.look_again_on is '[OPERATIONAL] Day to look again.';
comment on column community_help.agreed is '[OPERATIONAL] Whether the group wants it; null while nobody has decided.';

create table community_action (
  action_id uuid primary key,
  reference text not null references community_group,
  what      text not null,
  by_whom   text not null,
  due_on    date not null,
  done_on   date,
  chased    integer not null default 0
);
create index community_action_of_group on community_action (reference);
comment on table community_action is '[PERSONAL] Something that somebody does for a group by a day.';
comment on column community_action.action_id is '[OPERATIONAL] Id of the row.';
comment on column community_action.reference is '[OPERATIONAL] The request.';
comment on column community_action.what is '[PERSONAL] What is to be done, in the words of the officer.';
comment on column community_action.by_whom is '[OPERATIONAL] Code: who does it.';
comment on column community_action.due_on is '[OPERATIONAL] By which day.';
comment on column community_action.done_on is '[OPERATIONAL] When it was done, or null.';
comment on column community_action.chased is '[OPERATIONAL] How often it was chased.';

create table community_trial (
  reference text not null references community_group,
  number    integer not null,
  held_on   date not null,
  came      integer not null,
  note      text,
  primary key (reference, number)
);
comment on table community_trial is '[PERSONAL] A session of a new group that was tried out.';
comment on column community_trial.reference is '[OPERATIONAL] The idea.';
comment on column community_trial.number is '[OPERATIONAL] Which session, counted from 1.';
comment on column community_trial.held_on is '[OPERATIONAL] The day.';
comment on column community_trial.came is '[OPERATIONAL] How many people came.';
comment on column community_trial.note is '[PERSONAL] How it went, in the words of the officer.';

create table community_interest (
  reference   text not null references community_group,
  referral_id text not null references referral,
  noted_by    text not null,
  noted_at    timestamptz not null,
  primary key (reference, referral_id)
);
comment on table community_interest is '[HEALTH] For whom a link worker knows that they would come to a new group: the reference only. Outside, nothing but the number is shown.';
comment on column community_interest.reference is '[OPERATIONAL] The idea.';
comment on column community_interest.referral_id is '[HEALTH] The referral of the person who would come.';
comment on column community_interest.noted_by is '[OPERATIONAL] User id of the link worker.';
comment on column community_interest.noted_at is '[OPERATIONAL] When it was noted.';

create table community_step (
  step_id   bigint generated always as identity primary key,
  reference text not null references community_group,
  act       text not null,
  code      text,
  by_user   text,
  at        timestamptz not null,
  words     text
);
create index community_step_of_group on community_step (reference, step_id);
comment on table community_step is '[PERSONAL] What happened with a group, for the page of the group.';
comment on column community_step.step_id is '[OPERATIONAL] Id of the row, in order.';
comment on column community_step.reference is '[OPERATIONAL] The request or idea.';
comment on column community_step.act is '[OPERATIONAL] Code of what happened, as in the audit trail.';
comment on column community_step.code is '[OPERATIONAL] Code of the result, or null.';
comment on column community_step.by_user is '[OPERATIONAL] User id, or null.';
comment on column community_step.at is '[OPERATIONAL] When.';
comment on column community_step.words is '[PERSONAL] What was said to it, or null.';
