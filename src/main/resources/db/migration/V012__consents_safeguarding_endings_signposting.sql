-- Consent is several separate questions (domain research section 4.4), each answered, changed and taken back on its own.

alter table consent_grant drop constraint consent_grant_purpose_check;
alter table consent_grant add constraint consent_grant_purpose_check check
  (purpose in ('REFER', 'HOLD_RECORD', 'TELL_REFERRER', 'TELL_GP', 'TELL_PROVIDER', 'EVALUATION'));

-- Who a message is written to decides whether it is sent: to somebody who has died, nothing is.

alter table outbox_message add column recipient text
  check (recipient in ('PERSON', 'REFERRER', 'ORGANISATION', 'GENERAL_PRACTICE', 'STAFF'));
comment on column outbox_message.recipient is '[OPERATIONAL] Code: who it is written to. Null in messages from before this was kept.';
alter table outbox_message drop constraint outbox_message_status_check;
alter table outbox_message add constraint outbox_message_status_check
  check (status in ('WAITING', 'SENT', 'ON_SCREEN', 'FAILED', 'CANCELLED'));

create table outbox_silence (
  referral_id  text primary key references referral,
  since        timestamptz not null
);
comment on table outbox_silence is '[HEALTH] Referrals whose person gets no message any more, because they have died.';
comment on column outbox_silence.referral_id is '[OPERATIONAL] The referral.';
comment on column outbox_silence.since is '[OPERATIONAL] Nothing is sent to the person from here on.';

-- Active signposting: which places somebody was told about, and what came of it. Counted apart from referrals with a link worker.

create table signpost (
  signpost_id          uuid primary key,
  referral_id          text not null references referral,
  scheme_id            text not null,
  reach                text not null check (reach in ('EMAIL', 'REFERRER', 'PRINT')),
  activity_ids         text[] not null,
  token_hash           text not null unique,
  ask_token_hash       text unique,
  sent_at              timestamptz not null,
  valid_until          date not null,
  asked_at             timestamptz,
  answer               text check (answer in ('GOT_THERE', 'NOT_YET', 'LINK_WORKER', 'NO_ANSWER')),
  answered_at          timestamptz,
  link_worker_given    boolean,
  decision_reason      text,
  decided_by           text,
  process_instance_id  text not null,
  version              integer not null default 0
);
create index signpost_by_referral on signpost (referral_id);
create index signpost_by_scheme on signpost (scheme_id, sent_at);
comment on table signpost is '[HEALTH] Places that a person was told about, without a link worker, and what they said about it.';
comment on column signpost.signpost_id is '[OPERATIONAL] Random id.';
comment on column signpost.referral_id is '[OPERATIONAL] The referral.';
comment on column signpost.scheme_id is '[OPERATIONAL] The scheme.';
comment on column signpost.reach is '[OPERATIONAL] EMAIL to the person, REFERRER to hand over, or PRINT.';
comment on column signpost.activity_ids is '[HEALTH] Activities that were named, best first.';
comment on column signpost.token_hash is '[SECRET] SHA-256 of the secret in the link that came with the places.';
comment on column signpost.ask_token_hash is '[SECRET] SHA-256 of the secret in the link that came with the question; null until it is asked.';
comment on column signpost.sent_at is '[OPERATIONAL] When the places were sent.';
comment on column signpost.valid_until is '[OPERATIONAL] Last day on which the links work.';
comment on column signpost.asked_at is '[OPERATIONAL] When the person was asked how it went; null if never.';
comment on column signpost.answer is '[HEALTH] GOT_THERE, NOT_YET, LINK_WORKER (would rather talk to somebody) or NO_ANSWER; null while it is waited for.';
comment on column signpost.answered_at is '[OPERATIONAL] When it was answered, or given up.';
comment on column signpost.link_worker_given is '[OPERATIONAL] Whether a team lead let the referral go on to a link worker; null if it was not asked.';
comment on column signpost.decision_reason is '[HEALTH] Why, in the team lead''s words.';
comment on column signpost.decided_by is '[PERSONAL] Account of the team lead.';
comment on column signpost.process_instance_id is '[OPERATIONAL] The engine''s instance that waits for the answer.';
comment on column signpost.version is '[OPERATIONAL] Counts changes, so that two at once cannot overwrite each other.';

-- Safeguarding concerns. Read by team leads of the scheme and whoever raised one, and by nobody else.

create table safeguarding_concern (
  concern_id           uuid primary key,
  referral_id          text not null references referral,
  scheme_id            text not null,
  raised_by            text not null,
  raised_at            timestamptz not null,
  immediate_danger     boolean not null,
  seen_or_said         text not null,
  who_at_risk          text not null,
  already_told         text,
  due_at               timestamptz not null,
  reminders            integer not null default 0,
  decision             text check (decision in ('NO_FURTHER_ACTION', 'ADVICE', 'LOCAL_AUTHORITY_REFERRAL', 'EMERGENCY_SERVICES')),
  decision_reason      text,
  decided_by           text,
  decided_at           timestamptz,
  read_at              timestamptz,
  told_by              text,
  process_instance_id  text,
  version              integer not null default 0
);
create index safeguarding_by_scheme on safeguarding_concern (scheme_id, raised_at);
create index safeguarding_undecided on safeguarding_concern (due_at) where decision is null;
comment on table safeguarding_concern is '[HEALTH] Concerns about somebody''s safety. That there is one is itself confidential.';
comment on column safeguarding_concern.concern_id is '[OPERATIONAL] Random id; the subject of its audit entries.';
comment on column safeguarding_concern.referral_id is '[HEALTH] The referral it came up in.';
comment on column safeguarding_concern.scheme_id is '[OPERATIONAL] The scheme whose team leads decide.';
comment on column safeguarding_concern.raised_by is '[PERSONAL] Account that raised it.';
comment on column safeguarding_concern.raised_at is '[OPERATIONAL] When it was raised.';
comment on column safeguarding_concern.immediate_danger is '[HEALTH] Whether somebody was in danger when it was raised.';
comment on column safeguarding_concern.seen_or_said is '[HEALTH] What was seen or said.';
comment on column safeguarding_concern.who_at_risk is '[HEALTH] Who may be at risk.';
comment on column safeguarding_concern.already_told is '[HEALTH] Whom the worker had told already.';
comment on column safeguarding_concern.due_at is '[OPERATIONAL] By when it is decided.';
comment on column safeguarding_concern.reminders is '[OPERATIONAL] How often it was brought up because nobody had decided. Count.';
comment on column safeguarding_concern.decision is '[HEALTH] NO_FURTHER_ACTION, ADVICE, LOCAL_AUTHORITY_REFERRAL or EMERGENCY_SERVICES; null while undecided.';
comment on column safeguarding_concern.decision_reason is '[HEALTH] Why, in the team lead''s words.';
comment on column safeguarding_concern.decided_by is '[PERSONAL] Account of the team lead.';
comment on column safeguarding_concern.decided_at is '[OPERATIONAL] When it was decided.';
comment on column safeguarding_concern.read_at is '[OPERATIONAL] When whoever raised it read the decision.';
comment on column safeguarding_concern.told_by is '[PERSONAL] Account of the team lead who told them in person instead.';
comment on column safeguarding_concern.process_instance_id is '[OPERATIONAL] The engine''s instance.';
comment on column safeguarding_concern.version is '[OPERATIONAL] Counts changes, so that two at once cannot overwrite each other.';
