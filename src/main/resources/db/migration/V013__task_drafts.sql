-- What somebody has typed into a task's form and not sent yet. It hangs on the task by the one foreign key into the engine's tables
-- that Fingerpost has, on purpose: a draft goes with its task, whether the task is finished, its journey withdrawn or closed, or a
-- provider's answer makes it needless, in the same transaction and without anybody having to remember it (src/docs/adr/0025).

create table task_draft (
  task_id     varchar(64) primary key references act_ru_task (id_) on delete cascade,
  form_id     text not null,
  user_id     text not null,
  answers     jsonb not null check (jsonb_typeof(answers) = 'object' and octet_length(answers::text) <= 131072),
  revision    integer not null,
  changed_at  timestamptz not null
);

comment on table task_draft is '[HEALTH] What is being typed into task forms; goes with the task, or a month after the last change.';
comment on column task_draft.task_id is '[OPERATIONAL] The engine''s id of the open task.';
comment on column task_draft.form_id is '[OPERATIONAL] The form; a draft of another form of the same task is not shown.';
comment on column task_draft.user_id is '[PERSONAL] Account of the member of staff who typed it.';
comment on column task_draft.answers is '[HEALTH] What was typed so far, by the form''s own field keys.';
comment on column task_draft.revision is '[OPERATIONAL] Counts the changes from 1, so that of two windows neither overwrites the other.';
comment on column task_draft.changed_at is '[OPERATIONAL] When it was last changed.';
