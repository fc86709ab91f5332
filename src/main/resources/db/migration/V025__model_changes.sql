-- Changes to models as they were proposed, agreed and carried out, and the moves of referrals in flight from one version to another.
-- What was proposed is kept here byte by byte: a colleague agrees to exactly that, and going back needs what was there before.

create table model_change (
  reference      text primary key,
  kind           text not null check (kind in ('MODEL', 'ROLL_BACK', 'MIGRATION')),
  state          text not null check (state in ('PROPOSED', 'SENT_BACK', 'APPROVED', 'FAILED', 'CARRIED_OUT', 'REFUSED', 'WITHDRAWN', 'LAPSED')),
  scheme_id      text,
  title          text not null,
  reason         text not null,
  author         text not null,
  proposed_at    timestamptz not null,
  effective_from date not null,
  draft_id       uuid references model_draft,
  rolls_back     text references model_change,
  migration_id   uuid,
  due_at         timestamptz,
  lapses_at      timestamptz,
  reminded_at    timestamptz,
  decided_by     text,
  decided_at     timestamptz,
  carried_out_at timestamptz,
  deployments    text[] not null default '{}',
  problems       jsonb not null default '[]'
);
create index model_change_newest on model_change (proposed_at desc);
create index model_change_of_draft on model_change (draft_id);
comment on table model_change is '[PERSONAL] A change to models, or a move of referrals in flight, from its proposal on.';
comment on column model_change.reference is '[OPERATIONAL] Reference such as CH-7K3M-Q2XD; the business key of its process.';
comment on column model_change.kind is '[OPERATIONAL] MODEL, ROLL_BACK to the version before, or MIGRATION of referrals in flight.';
comment on column model_change.state is '[OPERATIONAL] Where it stands.';
comment on column model_change.scheme_id is '[OPERATIONAL] The scheme it is for; null for what all schemes share.';
comment on column model_change.title is '[OPERATIONAL] What is to change, in the words of its author.';
comment on column model_change.reason is '[OPERATIONAL] Why, in the words of its author.';
comment on column model_change.author is '[PERSONAL] Account of whoever proposed it.';
comment on column model_change.proposed_at is '[OPERATIONAL] When it was proposed last.';
comment on column model_change.effective_from is '[OPERATIONAL] The day from which it is to be in force, in London.';
comment on column model_change.draft_id is '[OPERATIONAL] The draft it was made in; null for a migration.';
comment on column model_change.rolls_back is '[OPERATIONAL] The change that it takes back, or null.';
comment on column model_change.migration_id is '[OPERATIONAL] The move that it is about, or null.';
comment on column model_change.due_at is '[OPERATIONAL] By when a colleague should decide, or its author revise.';
comment on column model_change.lapses_at is '[OPERATIONAL] When it is closed if nobody does.';
comment on column model_change.reminded_at is '[OPERATIONAL] When managers were reminded, or null.';
comment on column model_change.decided_by is '[PERSONAL] Account of the colleague who decided last, or null.';
comment on column model_change.decided_at is '[OPERATIONAL] When that was, or null.';
comment on column model_change.carried_out_at is '[OPERATIONAL] When it came into force, or null.';
comment on column model_change.deployments is '[OPERATIONAL] Ids of the deployments that it made.';
comment on column model_change.problems is '[OPERATIONAL] Why it could not be carried out: message keys with codes and names from models.';

create table model_change_file (
  reference text not null references model_change on delete cascade,
  name      text not null,
  content   bytea,
  before    bytea,
  was_own   boolean not null,
  primary key (reference, name)
);
comment on table model_change_file is '[OPERATIONAL] The files of a change as they were proposed, and as they were in force before.';
comment on column model_change_file.reference is '[OPERATIONAL] The change.';
comment on column model_change_file.name is '[OPERATIONAL] Stable name such as dmn/referral-route.dmn.';
comment on column model_change_file.content is '[OPERATIONAL] The bytes proposed; null where the file is taken away.';
comment on column model_change_file.before is '[OPERATIONAL] The bytes in force when it was proposed; null where there were none.';
comment on column model_change_file.was_own is '[OPERATIONAL] Whether the bytes before were a variant of the scheme.';

create table model_change_step (
  step_id   bigint generated always as identity primary key,
  reference text not null references model_change on delete cascade,
  act       text not null,
  by_user   text,
  at        timestamptz not null,
  words     text
);
create index model_change_step_of on model_change_step (reference, step_id);
comment on table model_change_step is '[PERSONAL] What happened with a change, for its page.';
comment on column model_change_step.step_id is '[OPERATIONAL] Id of the row, in order.';
comment on column model_change_step.reference is '[OPERATIONAL] The change.';
comment on column model_change_step.act is '[OPERATIONAL] Code of what happened, as in the audit trail.';
comment on column model_change_step.by_user is '[PERSONAL] Account of whoever did it, or null.';
comment on column model_change_step.at is '[OPERATIONAL] When.';
comment on column model_change_step.words is '[OPERATIONAL] What was said to it, or null.';

create table model_migration (
  migration_id uuid primary key,
  reference    text references model_change on delete set null,
  follows      text references model_change on delete set null,
  back_of      uuid references model_migration,
  scheme_id    text,
  state        text not null check (state in ('TRYING', 'TRIED', 'PROPOSED', 'MOVING', 'DONE', 'DROPPED')),
  legs         jsonb not null,
  planned_by   text not null,
  planned_at   timestamptz not null,
  tried_at     timestamptz,
  begun_at     timestamptz,
  finished_at  timestamptz
);
create index model_migration_at_work on model_migration (state) where state in ('TRYING', 'MOVING');
comment on table model_migration is '[PERSONAL] A move of referrals in flight from one version of processes to another.';
comment on column model_migration.migration_id is '[OPERATIONAL] Random id; part of the page''s address.';
comment on column model_migration.reference is '[OPERATIONAL] The change with which a colleague agrees to it, or null.';
comment on column model_migration.follows is '[OPERATIONAL] The change whose version they are moved to, or null.';
comment on column model_migration.back_of is '[OPERATIONAL] The move that this one takes back, or null.';
comment on column model_migration.scheme_id is '[OPERATIONAL] The scheme whose referrals move; null for all.';
comment on column model_migration.state is '[OPERATIONAL] TRYING, TRIED, PROPOSED, MOVING, DONE or DROPPED.';
comment on column model_migration.legs is '[OPERATIONAL] For each process: from and to which version, and which step stands for one that vanished.';
comment on column model_migration.planned_by is '[PERSONAL] Account of whoever planned it.';
comment on column model_migration.planned_at is '[OPERATIONAL] When it was planned.';
comment on column model_migration.tried_at is '[OPERATIONAL] When the dry run ended, or null.';
comment on column model_migration.begun_at is '[OPERATIONAL] When the move began, or null.';
comment on column model_migration.finished_at is '[OPERATIONAL] When the last of them had its turn, or null.';

create table model_migration_instance (
  migration_id uuid not null references model_migration on delete cascade,
  instance_id  text not null,
  leg          integer not null,
  subject      text not null,
  scheme_id    text,
  steps        text not null,
  state        text not null check (state in ('UNTRIED', 'MOVES', 'CANNOT', 'STAYS', 'MOVED', 'FAILED', 'ENDED')),
  target       text,
  problem      jsonb,
  moved_at     timestamptz,
  primary key (migration_id, instance_id)
);
create index model_migration_instance_by_state on model_migration_instance (migration_id, state);
comment on table model_migration_instance is '[OPERATIONAL] The running processes that a move is about, one by one.';
comment on column model_migration_instance.migration_id is '[OPERATIONAL] The move.';
comment on column model_migration_instance.instance_id is '[OPERATIONAL] The engine''s id of the process instance.';
comment on column model_migration_instance.leg is '[OPERATIONAL] Which of the move''s legs, counted from 0.';
comment on column model_migration_instance.subject is '[OPERATIONAL] Its business key: the referral''s reference.';
comment on column model_migration_instance.scheme_id is '[OPERATIONAL] Its scheme, or null.';
comment on column model_migration_instance.steps is '[OPERATIONAL] Ids of the steps at which it stood in the dry run.';
comment on column model_migration_instance.state is '[OPERATIONAL] UNTRIED, MOVES, CANNOT, STAYS, MOVED, FAILED or ENDED meanwhile.';
comment on column model_migration_instance.target is '[OPERATIONAL] Step that the manager chose for this one instead of a step that vanished, or null.';
comment on column model_migration_instance.problem is '[OPERATIONAL] Why it cannot move: a message key with names from models, or null.';
comment on column model_migration_instance.moved_at is '[OPERATIONAL] When it moved, or null.';
