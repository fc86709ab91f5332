-- Drafts of models: what a manager is changing, before anybody has agreed to it. Nothing in here is run by the engine.

create sequence model_draft_revision;

create table model_draft (
  draft_id    uuid primary key,
  scheme_id   text,
  title       text not null check (length(title) between 1 and 120),
  status      text not null check (status in ('OPEN', 'PROPOSED', 'LIVE', 'DROPPED')),
  author      text not null,
  created_at  timestamptz not null,
  based_on    text,
  dropped_why text check (length(dropped_why) <= 500)
);
create index model_draft_by_status on model_draft (status, created_at desc);

comment on table model_draft is '[PERSONAL] One intended change to models, from its first file until it is live or dropped.';
comment on column model_draft.draft_id is '[OPERATIONAL] Random id; part of the page''s address.';
comment on column model_draft.scheme_id is '[OPERATIONAL] The scheme it is for; null for the models that all schemes share.';
comment on column model_draft.title is '[OPERATIONAL] What is to change, in the words of its author.';
comment on column model_draft.status is '[OPERATIONAL] OPEN, PROPOSED, LIVE or DROPPED; only an open one can be changed.';
comment on column model_draft.author is '[PERSONAL] Account of whoever began it.';
comment on column model_draft.created_at is '[OPERATIONAL] When it was begun.';
comment on column model_draft.based_on is '[OPERATIONAL] The deployment that was live for the scheme, or for all, when it was begun.';
comment on column model_draft.dropped_why is '[OPERATIONAL] Why it was dropped, in words; null when it was not.';

create table model_draft_file (
  draft_id     uuid not null references model_draft on delete cascade,
  name         text not null check (name ~ '^(bpmn/[a-z0-9-]+[.]bpmn|dmn/[a-z0-9-]+[.]dmn|forms/[a-z0-9-]+[.]form)$'),
  content      bytea check (octet_length(content) <= 1048576),
  base_hash    text,
  revision     integer not null,
  saved_by     text not null,
  saved_with   text not null check (saved_with in ('EDITOR', 'UPLOAD', 'MODELER')),
  saved_at     timestamptz not null,
  recorded_at  timestamptz not null,
  primary key (draft_id, name)
);

comment on table model_draft_file is '[PERSONAL] The files of a draft as they were last saved.';
comment on column model_draft_file.draft_id is '[OPERATIONAL] The draft.';
comment on column model_draft_file.name is '[OPERATIONAL] The file''s stable name: dmn/referral-route.dmn.';
comment on column model_draft_file.content is '[OPERATIONAL] The file; null where the draft takes the file away.';
comment on column model_draft_file.base_hash is '[OPERATIONAL] SHA-256 of the live file that it was begun from; null where there was none.';
comment on column model_draft_file.revision is '[OPERATIONAL] Another number after each save, so that of two people neither overwrites the other.';
comment on column model_draft_file.saved_by is '[PERSONAL] Account of whoever saved it last.';
comment on column model_draft_file.saved_with is '[OPERATIONAL] EDITOR in the browser, UPLOAD of a file, or MODELER, by Camunda Modeler.';
comment on column model_draft_file.saved_at is '[OPERATIONAL] When it was last saved.';
comment on column model_draft_file.recorded_at is '[OPERATIONAL] When a save of this person was last written into the audit trail.';

create table model_draft_visit (
  draft_id  uuid not null references model_draft on delete cascade,
  name      text not null,
  user_id   text not null,
  seen_at   timestamptz not null,
  primary key (draft_id, name, user_id)
);

comment on table model_draft_visit is '[PERSONAL] Who has a file of a draft open in the editor.';
comment on column model_draft_visit.draft_id is '[OPERATIONAL] The draft.';
comment on column model_draft_visit.name is '[OPERATIONAL] The file.';
comment on column model_draft_visit.user_id is '[PERSONAL] Account of the person.';
comment on column model_draft_visit.seen_at is '[OPERATIONAL] When their editor was last heard of.';

create table modeler_token (
  token_id      uuid primary key,
  user_id       text not null,
  token_hash    text not null unique,
  made_at       timestamptz not null,
  expires_at    timestamptz not null,
  last_used_at  timestamptz,
  revoked_at    timestamptz
);
create index modeler_token_of on modeler_token (user_id, made_at desc);

comment on table modeler_token is '[PERSONAL] Personal tokens with which Camunda Modeler hands in drafts.';
comment on column modeler_token.token_id is '[OPERATIONAL] Random id, for the page and the audit trail.';
comment on column modeler_token.user_id is '[PERSONAL] Account of the person in whose name the token acts.';
comment on column modeler_token.token_hash is '[SECRET] SHA-256 of the token, which itself is kept nowhere.';
comment on column modeler_token.made_at is '[OPERATIONAL] When it was made.';
comment on column modeler_token.expires_at is '[OPERATIONAL] From when on it opens nothing.';
comment on column modeler_token.last_used_at is '[OPERATIONAL] When it was last used, or null.';
comment on column modeler_token.revoked_at is '[OPERATIONAL] When its owner took it back, or null.';
