create table kept_answer (
  kept_answer_id      uuid primary key,
  subject_type        text not null,
  subject_id          text not null,
  scheme_id           text not null,
  decision_key        text not null,
  definition_id       text not null,
  definition_version  integer not null,
  own_table           boolean not null,
  rule_ids            text[] not null,
  facts               jsonb not null,
  outputs             jsonb not null,
  decided_at          timestamptz not null
);
create index kept_answer_subject on kept_answer (subject_type, subject_id, decided_at);

comment on table kept_answer is '[OPERATIONAL] What a decision table was asked about an organisation, a group or a grant, and what it answered, so that it can be explained.';
comment on column kept_answer.kept_answer_id is '[OPERATIONAL] Id of the row.';
comment on column kept_answer.subject_type is '[OPERATIONAL] Code: what it is about, as in the audit trail.';
comment on column kept_answer.subject_id is '[OPERATIONAL] Reference of what it is about.';
comment on column kept_answer.scheme_id is '[OPERATIONAL] The scheme.';
comment on column kept_answer.decision_key is '[OPERATIONAL] Which decision, for example kitemark-level.';
comment on column kept_answer.definition_id is '[OPERATIONAL] The exact table that answered.';
comment on column kept_answer.definition_version is '[OPERATIONAL] Its version.';
comment on column kept_answer.own_table is '[OPERATIONAL] True: the scheme''s own table answered, not the shared one.';
comment on column kept_answer.rule_ids is '[OPERATIONAL] Ids of the rules that applied, in the table''s order.';
comment on column kept_answer.facts is '[OPERATIONAL] The coded facts that the table was given; no name, no text.';
comment on column kept_answer.outputs is '[OPERATIONAL] What each of these rules answered.';
comment on column kept_answer.decided_at is '[OPERATIONAL] When it answered.';
