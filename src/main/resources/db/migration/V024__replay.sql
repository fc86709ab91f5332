-- What a draft would have meant. A report belongs to a draft and says which bytes it was about; its row is also where a running
-- replay tells how far it is. Whether the server still works on it shows in alive_at, by the database's own clock.

create table replay_report (
  report_id        uuid primary key,
  draft_id         uuid not null,
  scheme_id        text,
  file             text not null,
  file_hash        text not null,
  kind             text not null check (kind in ('DECISION', 'PROCESS')),
  period_from      date not null,
  period_to        date not null,
  started_by       text not null,
  started_at       timestamptz not null,
  state            text not null check (state in ('RUNNING', 'DONE', 'CANCELLED', 'FAILED', 'DIED')),
  phase            text not null,
  progress         bigint not null default 0,
  progress_of      bigint not null default 0,
  alive_at         timestamptz not null default now(),
  cancel_asked     boolean not null default false,
  ended_at         timestamptz,
  failure          text,
  found            jsonb
);
create index replay_report_of_draft on replay_report (draft_id, started_at desc);
create unique index replay_one_at_a_time on replay_report (draft_id) where state = 'RUNNING';

comment on table replay_report is '[OPERATIONAL] Past decisions or recorded paths run against a draft: how far it is, and what was found.';
comment on column replay_report.report_id is '[OPERATIONAL] Id of the row.';
comment on column replay_report.draft_id is '[OPERATIONAL] The draft it is kept with.';
comment on column replay_report.scheme_id is '[OPERATIONAL] The scheme of the draft; null for a shared one.';
comment on column replay_report.file is '[OPERATIONAL] Which file of the draft was run.';
comment on column replay_report.file_hash is '[OPERATIONAL] Hash of its bytes; another hash today means that the report is out of date.';
comment on column replay_report.kind is '[OPERATIONAL] Code: decisions of a table, or paths through a process.';
comment on column replay_report.period_from is '[OPERATIONAL] First day of the past that was run.';
comment on column replay_report.period_to is '[OPERATIONAL] Last day of it.';
comment on column replay_report.started_by is '[PERSONAL] Account of who ran it.';
comment on column replay_report.started_at is '[OPERATIONAL] When.';
comment on column replay_report.state is '[OPERATIONAL] Code: running, done, cancelled, failed, or died with the server.';
comment on column replay_report.phase is '[OPERATIONAL] Code: what a running replay is at.';
comment on column replay_report.progress is '[OPERATIONAL] How much of this phase is done.';
comment on column replay_report.progress_of is '[OPERATIONAL] How much there is to do in it.';
comment on column replay_report.alive_at is '[OPERATIONAL] When the server last worked on it, by the database''s clock.';
comment on column replay_report.cancel_asked is '[OPERATIONAL] True: somebody wants it to stop.';
comment on column replay_report.ended_at is '[OPERATIONAL] When it ended.';
comment on column replay_report.failure is '[OPERATIONAL] Code: why it failed; or null.';
comment on column replay_report.found is '[OPERATIONAL] Counts that were found; shown with small numbers suppressed.';

create table replay_case (
  report_id    uuid not null references replay_report on delete cascade,
  number       integer not null,
  subject_type text not null,
  subject_id   text not null,
  scheme_id    text,
  before       text not null,
  after        text not null,
  primary key (report_id, number)
);

comment on table replay_case is '[OPERATIONAL] Whose decision would change, or who could not have followed the draft, by reference.';
comment on column replay_case.report_id is '[OPERATIONAL] The report.';
comment on column replay_case.number is '[OPERATIONAL] Place in the list.';
comment on column replay_case.subject_type is '[OPERATIONAL] Code: what it is about, as in the audit trail.';
comment on column replay_case.subject_id is '[OPERATIONAL] Its reference.';
comment on column replay_case.scheme_id is '[OPERATIONAL] The scheme; null where it belongs to none.';
comment on column replay_case.before is '[OPERATIONAL] Codes: what was answered then, or the step before.';
comment on column replay_case.after is '[OPERATIONAL] Codes: what the draft answers, or the step that it does not allow.';

create table model_example (
  example_id     uuid primary key,
  decision_key   text not null,
  scheme_id      text,
  name           text not null,
  facts          jsonb not null,
  expected       jsonb not null,
  taken_from     text,
  kept_by        text not null,
  kept_at        timestamptz not null,
  removed_by     text,
  removed_at     timestamptz,
  removed_reason text
);
create unique index model_example_name on model_example (decision_key, coalesce(scheme_id, ''), lower(name)) where removed_at is null;

comment on table model_example is '[OPERATIONAL] What a decision table must answer, as a named example; a draft whose tables answer otherwise is not proposed.';
comment on column model_example.example_id is '[OPERATIONAL] Id of the row.';
comment on column model_example.decision_key is '[OPERATIONAL] The table.';
comment on column model_example.scheme_id is '[OPERATIONAL] The scheme whose table it is about; null for all schemes.';
comment on column model_example.name is '[OPERATIONAL] Who or what it is about, in words of a manager; nobody real.';
comment on column model_example.facts is '[OPERATIONAL] Coded facts by input.';
comment on column model_example.expected is '[OPERATIONAL] The answer by output; empty where no row may answer.';
comment on column model_example.taken_from is '[OPERATIONAL] Reference of the past decision it was taken over from; or null.';
comment on column model_example.kept_by is '[PERSONAL] Account of who kept it.';
comment on column model_example.kept_at is '[OPERATIONAL] When.';
comment on column model_example.removed_by is '[PERSONAL] Account of who removed it; or null.';
comment on column model_example.removed_at is '[OPERATIONAL] When; or null.';
comment on column model_example.removed_reason is '[OPERATIONAL] Why, in words of a manager; or null.';
