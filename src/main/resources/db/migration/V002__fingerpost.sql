-- Fingerpost's own tables. The engine's tables come from V001, which runs the engine jar's own scripts; nothing here refers to
-- them by foreign key, because the engine deletes its runtime rows when a journey ends.
-- Personal data lives in person, consent_grant, referral (referrer), contact_attempt, conversation, goal, check_in, outcome,
-- introduction.note and outbox_message, and nowhere else: see R__data_dictionary.sql for the classification of every column.

create table staff_account (
  user_id        text primary key check (user_id ~ '^[a-z0-9-]{2,64}$'),
  display_name   text not null,
  password_hash  text not null,
  roles          text[] not null,
  scheme_id      text,
  language       text not null default 'en' check (language in ('en', 'cy')),
  active         boolean not null default true
);

create table link_worker (
  user_id    text primary key references staff_account,
  scheme_id  text not null,
  capacity   integer not null check (capacity >= 0),
  patches    text[] not null default '{}'
);

create table api_key (
  key_hash     text primary key,
  scheme_id    text not null,
  source_code  text not null,
  active       boolean not null default true
);

create table organisation (
  organisation_id  text not null,
  scheme_id        text not null,
  name             text not null,
  email            text,
  phone            text,
  legal_form       text not null,
  invented         boolean not null,
  primary key (scheme_id, organisation_id)
);

create table activity (
  activity_id      text not null,
  scheme_id        text not null,
  organisation_id  text not null,
  name_en          text not null,
  name_cy          text not null,
  needs            text[] not null,
  areas            text[] not null,
  minimum_age      integer,
  maximum_age      integer,
  format           text not null check (format in ('ONE_TO_ONE', 'GROUP')),
  weekdays         text[] not null default '{}',
  places           integer,
  primary key (scheme_id, activity_id),
  foreign key (scheme_id, organisation_id) references organisation (scheme_id, organisation_id)
);

create table person (
  person_id            uuid primary key,
  scheme_id            text not null,
  given_name           text not null,
  family_name          text not null,
  date_of_birth        date not null,
  nhs_number           text check (nhs_number ~ '^[0-9]{10}$'),
  postcode             text not null,
  phone                text,
  email                text,
  preferred_language   text not null default 'en' check (preferred_language in ('en', 'cy')),
  interpreter          text,
  communication_needs  text,
  safe_time_to_call    text,
  created_at           timestamptz not null
);
create index person_nhs_number on person (scheme_id, nhs_number) where nhs_number is not null;
create index person_name_birth on person (scheme_id, lower(family_name), date_of_birth);

create table referral (
  referral_id            text primary key check (referral_id ~ '^FP-[0-9A-Z]{4}-[0-9A-Z]{4}$'),
  scheme_id              text not null,
  person_id              uuid not null references person,
  received_at            timestamptz not null,
  channel                text not null check (channel in ('WEB', 'API')),
  source_code            text not null,
  referrer_kind          text not null check (referrer_kind in ('PROFESSIONAL', 'SELF', 'FAMILY')),
  referrer_name          text not null,
  referrer_role          text,
  referrer_organisation  text,
  referrer_email         text,
  referrer_phone         text,
  relation_to_person     text,
  referrer_language      text not null default 'en' check (referrer_language in ('en', 'cy')),
  needs                  text[] not null check (cardinality(needs) between 1 and 3),
  reason                 text,
  tried                  text,
  risks                  text[] not null check (cardinality(risks) >= 1),
  risk_note              text,
  wants_information_only boolean not null default false,
  area_code              text,
  stage                  text not null,
  closed_state           text,
  closure_reason         text,
  route                  text,
  link_worker            text,
  process_instance_id    text,
  tracking_token_hash    text not null unique,
  next_date              date,
  changed_at             timestamptz not null,
  version                integer not null default 0
);
create index referral_worklist on referral (scheme_id, received_at desc);
create index referral_open_by_worker on referral (link_worker) where closed_state is null;
create index referral_person on referral (person_id);

create table consent_grant (
  consent_id       uuid primary key,
  person_id        uuid not null references person,
  referral_id      text not null references referral,
  purpose          text not null check (purpose in ('REFER', 'TELL_REFERRER', 'TELL_PROVIDER', 'EVALUATION')),
  granted          boolean not null,
  given_by         text not null,
  given_how        text not null,
  given_on         date not null,
  wording_version  text not null,
  activity_id      text,
  recorded_by      text not null,
  recorded_at      timestamptz not null
);
create index consent_by_referral on consent_grant (referral_id);

create table decision_record (
  decision_record_id  uuid primary key,
  referral_id         text not null references referral,
  scheme_id           text not null,
  decision_key        text not null,
  definition_id       text not null,
  definition_version  integer not null,
  own_table           boolean not null,
  rule_ids            text[] not null,
  facts               jsonb not null,
  outputs             jsonb not null,
  decided_at          timestamptz not null,
  confirmed_route     text,
  confirmed_by        text,
  confirmed_reason    text,
  confirmed_at        timestamptz
);
create index decision_by_referral on decision_record (referral_id);

create table contact_attempt (
  contact_attempt_id  uuid primary key,
  referral_id         text not null references referral,
  attempt             integer not null,
  channel             text not null,
  result              text not null,
  note                text,
  recorded_by         text not null,
  recorded_at         timestamptz not null,
  unique (referral_id, attempt)
);

create table conversation (
  conversation_id  uuid primary key,
  referral_id      text not null references referral,
  held_on          date not null,
  what_matters     text not null,
  strengths        text,
  recorded_by      text not null,
  recorded_at      timestamptz not null
);
create index conversation_by_referral on conversation (referral_id);

create table goal (
  goal_id          uuid primary key,
  conversation_id  uuid not null references conversation,
  position         integer not null,
  goal             text not null,
  importance       integer check (importance between 1 and 10),
  confidence       integer check (confidence between 1 and 10),
  action           text
);
create index goal_by_conversation on goal (conversation_id);

create table measure_record (
  measure_record_id  uuid primary key,
  referral_id        text not null references referral,
  measure            text not null,
  measure_version    text not null,
  occasion           text not null check (occasion in ('BASELINE', 'CLOSING')),
  scores             jsonb not null,
  recorded_by        text not null,
  recorded_at        timestamptz not null,
  unique (referral_id, measure, occasion)
);

create table introduction (
  introduction_id      uuid primary key,
  referral_id          text not null references referral,
  scheme_id            text not null,
  activity_id          text not null,
  status               text not null check (status in ('OFFERED', 'ACCEPTED', 'WAITING_LIST', 'DECLINED', 'NO_ANSWER', 'STOPPED')),
  accompanied          boolean not null,
  note                 text,
  offered_at           timestamptz not null,
  answer_due_at        timestamptz not null,
  answered_at          timestamptz,
  answered_via         text check (answered_via in ('LINK', 'LINK_WORKER')),
  answer_note          text,
  reply_token_hash     text not null unique,
  process_instance_id  text not null,
  version              integer not null default 0,
  foreign key (scheme_id, activity_id) references activity (scheme_id, activity_id)
);
create index introduction_by_referral on introduction (referral_id);

create table check_in (
  check_in_id   uuid primary key,
  referral_id   text not null references referral,
  number        integer not null,
  held_on       date not null,
  attendance    text not null,
  how_it_goes   text,
  next_step     text not null,
  recorded_by   text not null,
  recorded_at   timestamptz not null,
  unique (referral_id, number)
);

create table outcome (
  referral_id     text primary key references referral,
  closure_reason  text not null,
  goals_met       text not null,
  what_changed    text,
  recorded_by     text not null,
  recorded_at     timestamptz not null
);

create table outbox_message (
  message_id    uuid primary key,
  scheme_id     text not null,
  referral_id   text,
  purpose       text not null,
  dedup_key     text not null unique,
  to_address    text,
  language      text not null check (language in ('en', 'cy')),
  params        jsonb not null,
  status        text not null default 'WAITING' check (status in ('WAITING', 'SENT', 'ON_SCREEN', 'FAILED')),
  tries         integer not null default 0,
  created_at    timestamptz not null,
  sent_at       timestamptz
);
create index outbox_waiting on outbox_message (created_at) where status = 'WAITING';

create table idempotency_key (
  client         text not null,
  key            text not null,
  request_hash   text not null,
  response       jsonb not null,
  created_at     timestamptz not null,
  primary key (client, key)
);

create table audit_entry (
  audit_id      bigint generated always as identity primary key,
  at            timestamptz not null,
  actor_kind    text not null,
  actor_id      text not null,
  act           text not null,
  subject_type  text not null,
  subject_id    text not null,
  scheme_id     text,
  details       jsonb not null
);
create index audit_by_subject on audit_entry (subject_id, audit_id);

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'The audit trail is append-only: % is refused on %', tg_op, tg_table_name;
end $$;
create trigger audit_entry_append_only before update or delete or truncate on audit_entry
  for each statement execute function refuse_change();

create table model_deployment (
  deployment_id  text primary key,
  scheme_id      text,
  source         text not null,
  deployed_by    text not null,
  reason         text not null,
  bundle_hash    text not null,
  resources      jsonb not null,
  deployed_at    timestamptz not null
);

create table setting (
  name   text primary key,
  value  text not null
);
