-- Applications for a kite mark or a grant: answers as they were typed, documents, requests for help, and the links that open them.

create table application (
  reference              text primary key,
  kind                   text not null,
  scheme_id              text not null,
  organisation_id        text,
  questionnaire_id       text not null,
  questionnaire_version  integer not null,
  contact_name           text,
  contact_email          text not null,
  contact_phone          text,
  language               text not null check (language in ('en', 'cy')),
  status                 text not null check (status in ('DRAFT', 'SUBMITTED', 'ASKED_FOR_MORE', 'CLOSED')),
  asked_for              text[] not null default '{}',
  answer_by              date,
  started_at             timestamptz not null,
  submitted_at           timestamptz,
  closed_at              timestamptz
);
create index application_by_scheme on application (scheme_id, status, started_at);
create index application_by_email on application (lower(contact_email));
comment on table application is '[PERSONAL] Applications of groups and organisations, for a kite mark or a grant.';
comment on column application.reference is '[OPERATIONAL] Reference such as KM-7K3M-Q2XD; the business key of its processes.';
comment on column application.kind is '[OPERATIONAL] KITE_MARK or GRANT.';
comment on column application.scheme_id is '[OPERATIONAL] The scheme.';
comment on column application.organisation_id is '[OPERATIONAL] The organisation in the scheme''s directory; null as long as it is not listed.';
comment on column application.questionnaire_id is '[OPERATIONAL] Id of the questionnaire.';
comment on column application.questionnaire_version is '[OPERATIONAL] The version it was begun with, and keeps.';
comment on column application.contact_name is '[PERSONAL] Who may be written to; null until it was asked.';
comment on column application.contact_email is '[PERSONAL] Where links are sent; in a small group often one volunteer''s own address.';
comment on column application.contact_phone is '[PERSONAL] For questions; null if there is none.';
comment on column application.language is '[OPERATIONAL] Language that the applicant is written to in: en or cy.';
comment on column application.status is '[OPERATIONAL] DRAFT, SUBMITTED, ASKED_FOR_MORE or CLOSED.';
comment on column application.asked_for is '[OPERATIONAL] Keys of the questions it was opened again for.';
comment on column application.answer_by is '[OPERATIONAL] By when these are answered; null otherwise.';
comment on column application.started_at is '[OPERATIONAL] When it was begun.';
comment on column application.submitted_at is '[OPERATIONAL] When it was last sent; null if never.';
comment on column application.closed_at is '[OPERATIONAL] When it was closed; null if it is not.';

create table application_link (
  token_hash   text primary key,
  reference    text not null references application,
  created_at   timestamptz not null,
  valid_until  timestamptz not null
);
create index application_link_by_reference on application_link (reference, created_at);
comment on table application_link is '[SECRET] Links that open an application without signing in.';
comment on column application_link.token_hash is '[SECRET] SHA-256 of the secret in the link.';
comment on column application_link.reference is '[OPERATIONAL] The application.';
comment on column application_link.created_at is '[OPERATIONAL] When it was made.';
comment on column application_link.valid_until is '[OPERATIONAL] From then on it opens nothing, and a new one can be asked for.';

create table application_answer (
  reference    text not null references application,
  question     text not null,
  typed        text[] not null,
  answered_at  timestamptz not null,
  answered_by  text,
  rival        text[],
  rival_at     timestamptz,
  rival_by     text,
  primary key (reference, question)
);
comment on table application_answer is '[PERSONAL] What was answered, as it was typed, right or wrong.';
comment on column application_answer.reference is '[OPERATIONAL] The application.';
comment on column application_answer.question is '[OPERATIONAL] Key of the question in the application''s questionnaire.';
comment on column application_answer.typed is '[PERSONAL] What was typed or chosen: one text, the codes chosen, or day, month and year.';
comment on column application_answer.answered_at is '[OPERATIONAL] When.';
comment on column application_answer.answered_by is '[PERSONAL] Account of the officer who filled it in; null for the applicant.';
comment on column application_answer.rival is '[PERSONAL] Another answer that was given at the same time, kept until somebody has chosen; null if there is none.';
comment on column application_answer.rival_at is '[OPERATIONAL] When the other answer was given.';
comment on column application_answer.rival_by is '[PERSONAL] Account of the officer who gave the other answer; null for the applicant.';

create table application_change (
  change_id   bigint generated always as identity primary key,
  reference   text not null references application,
  changed_at  timestamptz not null,
  changed_by  text,
  questions   text[] not null
);
create index application_change_by_reference on application_change (reference, changed_at);
comment on table application_change is '[OPERATIONAL] Who filled in which questions when; added to, never changed.';
comment on column application_change.change_id is '[OPERATIONAL] Number in order.';
comment on column application_change.reference is '[OPERATIONAL] The application.';
comment on column application_change.changed_at is '[OPERATIONAL] When.';
comment on column application_change.changed_by is '[PERSONAL] Account of the officer; null for the applicant.';
comment on column application_change.questions is '[OPERATIONAL] Keys of the questions whose answers or documents changed.';

create table application_file (
  file_id      uuid primary key,
  reference    text not null references application,
  question     text not null,
  file_name    text not null,
  media_type   text not null,
  size         bigint not null,
  sha256       text not null,
  content      bytea not null,
  uploaded_at  timestamptz not null,
  uploaded_by  text
);
alter table application_file alter column content set storage external;
create index application_file_by_reference on application_file (reference, uploaded_at);
comment on table application_file is '[PERSONAL] Documents that came with applications. Handed out as downloads to staff of the scheme only.';
comment on column application_file.file_id is '[OPERATIONAL] Random id.';
comment on column application_file.reference is '[OPERATIONAL] The application.';
comment on column application_file.question is '[OPERATIONAL] Key of the question it answers.';
comment on column application_file.file_name is '[PERSONAL] Name that the applicant''s file had.';
comment on column application_file.media_type is '[OPERATIONAL] What it is, as its first bytes say.';
comment on column application_file.size is '[OPERATIONAL] Size in bytes.';
comment on column application_file.sha256 is '[OPERATIONAL] SHA-256 of the contents, so that it can be shown that nobody changed them.';
comment on column application_file.content is '[PERSONAL] The contents.';
comment on column application_file.uploaded_at is '[OPERATIONAL] When it was added.';
comment on column application_file.uploaded_by is '[PERSONAL] Account of the officer who added it; null for the applicant.';

create table application_help (
  help_id              uuid primary key,
  reference            text not null references application,
  scheme_id            text not null,
  question             text not null,
  asked                text not null,
  asked_at             timestamptz not null,
  due_at               timestamptz,
  status               text not null check (status in ('OPEN', 'ANSWERED', 'NOT_NEEDED')),
  answer               text,
  answered_at          timestamptz,
  answered_by          text,
  process_instance_id  text
);
create index application_help_by_reference on application_help (reference, asked_at);
comment on table application_help is '[PERSONAL] Requests for help with a question of an application, and what an officer answered.';
comment on column application_help.help_id is '[OPERATIONAL] Random id.';
comment on column application_help.reference is '[OPERATIONAL] The application.';
comment on column application_help.scheme_id is '[OPERATIONAL] The scheme whose officers help.';
comment on column application_help.question is '[OPERATIONAL] Key of the question.';
comment on column application_help.asked is '[PERSONAL] What the applicant asked.';
comment on column application_help.asked_at is '[OPERATIONAL] When it was asked.';
comment on column application_help.due_at is '[OPERATIONAL] By when an officer answers; null until it is planned.';
comment on column application_help.status is '[OPERATIONAL] OPEN, ANSWERED, or NOT_NEEDED because the application was sent without it.';
comment on column application_help.answer is '[PERSONAL] What the officer answered; null until then.';
comment on column application_help.answered_at is '[OPERATIONAL] When it was answered; null until then.';
comment on column application_help.answered_by is '[PERSONAL] Account of whoever answered; null until then.';
comment on column application_help.process_instance_id is '[OPERATIONAL] The engine''s instance that waits for the answer.';
