-- Rights of the person (UK GDPR Articles 15 to 21) and retention: requests, what was done about each, what was erased, and what waits
-- to be disposed of. How every other table hangs on a person is in the registry (org.fingerpost.rights.Registry), not here.

create table rights_request (
  reference         text primary key check (reference ~ '^RR-[0-9A-Z]{4}-[0-9A-Z]{4}$'),
  scheme_id         text not null,
  about             text not null check (about in ('PERSON', 'CONTACT')),
  kind              text not null check (kind in ('ACCESS', 'CORRECTION', 'RESTRICTION', 'ERASURE', 'OBJECTION')),
  received_on       date not null,
  due_on            date not null,
  extended_because  text check (extended_because in ('COMPLEX', 'SEVERAL')),
  asked_by          text not null check (asked_by in ('PERSON', 'PARENT', 'REPRESENTATIVE')),
  words             text,
  identity_how      text check (identity_how in ('DOCUMENT', 'KNOWN', 'CALLED_BACK', 'QUESTIONS')),
  identity_by       text,
  identity_at       timestamptz,
  state             text not null check (state in ('OPEN', 'PROPOSED', 'DONE', 'REFUSED')),
  prepared_by       text not null,
  prepared_at       timestamptz not null,
  proposal          text check (proposal in ('RELEASE', 'CARRY_OUT', 'ERASE', 'RESTRICT', 'REFUSE')),
  proposal_reason   text,
  proposed_by       text,
  proposed_at       timestamptz,
  withheld          text[] not null default '{}',
  decision          text check (decision in ('RELEASE', 'CARRY_OUT', 'ERASE', 'RESTRICT', 'REFUSE')),
  ground            text check (ground in ('LEGAL_OBLIGATION', 'PUBLIC_HEALTH', 'LEGAL_CLAIMS', 'NOT_IDENTIFIED', 'UNFOUNDED', 'NOT_HELD')),
  decided_by        text,
  decided_at        timestamptz,
  reminded_at       timestamptz
);
create index rights_request_open on rights_request (scheme_id, due_on) where decided_at is null;
comment on table rights_request is '[HEALTH] Requests of people about their own data, and what became of each.';
comment on column rights_request.reference is '[OPERATIONAL] Reference such as RR-7K3M-Q2XD.';
comment on column rights_request.scheme_id is '[OPERATIONAL] The scheme that keeps the records asked about.';
comment on column rights_request.about is '[OPERATIONAL] PERSON who was referred, or CONTACT of a group or organisation.';
comment on column rights_request.kind is '[OPERATIONAL] ACCESS, CORRECTION, RESTRICTION, ERASURE or OBJECTION.';
comment on column rights_request.received_on is '[OPERATIONAL] Day on which it was received, in Europe/London; the month begins here.';
comment on column rights_request.due_on is '[OPERATIONAL] Last day to answer it.';
comment on column rights_request.extended_because is '[OPERATIONAL] Code of why two months more were needed; null if they were not.';
comment on column rights_request.asked_by is '[PERSONAL] Who asked: PERSON, PARENT or REPRESENTATIVE.';
comment on column rights_request.words is '[HEALTH] What was asked for, in their words; gone when the request is closed.';
comment on column rights_request.identity_how is '[OPERATIONAL] How it was made sure who asks; null until it was.';
comment on column rights_request.identity_by is '[PERSONAL] Account of who made sure.';
comment on column rights_request.identity_at is '[OPERATIONAL] When.';
comment on column rights_request.state is '[OPERATIONAL] OPEN, PROPOSED to a second person, DONE or REFUSED.';
comment on column rights_request.prepared_by is '[PERSONAL] Account of who took the request up.';
comment on column rights_request.prepared_at is '[OPERATIONAL] When it was taken up.';
comment on column rights_request.proposal is '[OPERATIONAL] What is proposed; null until something is.';
comment on column rights_request.proposal_reason is '[HEALTH] Why, in words; gone when the request is closed.';
comment on column rights_request.proposed_by is '[PERSONAL] Account of who proposed it.';
comment on column rights_request.proposed_at is '[OPERATIONAL] When it was proposed.';
comment on column rights_request.withheld is '[OPERATIONAL] Values that are left out of the export: table, row and column, without the value.';
comment on column rights_request.decision is '[OPERATIONAL] What was decided; null while open.';
comment on column rights_request.ground is '[OPERATIONAL] Code of the ground of a decision that does not do as asked; null otherwise.';
comment on column rights_request.decided_by is '[PERSONAL] Account of who decided.';
comment on column rights_request.decided_at is '[OPERATIONAL] When it was decided, which closes the request.';
comment on column rights_request.reminded_at is '[OPERATIONAL] When it was last brought up because it is overdue; null for never.';

create table rights_record (
  reference  text not null references rights_request,
  record_id  text not null,
  primary key (reference, record_id)
);
comment on table rights_record is '[OPERATIONAL] Which records a request is about.';
comment on column rights_record.reference is '[OPERATIONAL] The request.';
comment on column rights_record.record_id is '[OPERATIONAL] Id of the record of a person, or reference of a file of a group; means nothing any more once it is erased.';

create table rights_correction (
  correction_id  uuid primary key,
  reference      text not null references rights_request,
  person_id      uuid not null,
  field          text not null,
  value_before   text,
  corrected_by   text not null,
  corrected_at   timestamptz not null
);
create index rights_correction_of_person on rights_correction (person_id);
comment on table rights_correction is '[PERSONAL] What was put right about a person.';
comment on column rights_correction.correction_id is '[OPERATIONAL] Random id.';
comment on column rights_correction.reference is '[OPERATIONAL] The request.';
comment on column rights_correction.person_id is '[OPERATIONAL] The record of the person.';
comment on column rights_correction.field is '[OPERATIONAL] Code of what was put right.';
comment on column rights_correction.value_before is '[PERSONAL] What it was; gone when the request is closed.';
comment on column rights_correction.corrected_by is '[PERSONAL] Account of who put it right.';
comment on column rights_correction.corrected_at is '[OPERATIONAL] When.';

create table rights_dispute (
  dispute_id   uuid primary key,
  reference    text not null references rights_request,
  referral_id  text not null references referral,
  note         text not null,
  noted_by     text not null,
  noted_at     timestamptz not null
);
create index rights_dispute_of_referral on rights_dispute (referral_id);
comment on table rights_dispute is '[HEALTH] What a person says against something in their record that stays as it was written.';
comment on column rights_dispute.dispute_id is '[OPERATIONAL] Random id.';
comment on column rights_dispute.reference is '[OPERATIONAL] The request.';
comment on column rights_dispute.referral_id is '[OPERATIONAL] The referral whose record it stands beside.';
comment on column rights_dispute.note is '[HEALTH] What the person says, in words agreed with them.';
comment on column rights_dispute.noted_by is '[PERSONAL] Account of who noted it.';
comment on column rights_dispute.noted_at is '[OPERATIONAL] When.';

create table rights_restriction (
  restriction_id  uuid primary key,
  person_id       uuid not null,
  reference       text not null references rights_request,
  ground          text not null check (ground in ('ACCURACY', 'UNLAWFUL', 'LEGAL_CLAIM', 'OBJECTION', 'INSTEAD_OF_ERASURE')),
  set_by          text not null,
  set_at          timestamptz not null,
  lifted_because  text check (lifted_because in ('CHECKED', 'AGREED', 'CLAIM_OVER', 'NOT_UPHELD')),
  lifted_by       text,
  lifted_at       timestamptz
);
create unique index rights_restriction_one_at_a_time on rights_restriction (person_id) where lifted_at is null;
comment on table rights_restriction is '[OPERATIONAL] Records of people that are kept and not used: nothing of them leaves but to the person.';
comment on column rights_restriction.restriction_id is '[OPERATIONAL] Random id.';
comment on column rights_restriction.person_id is '[OPERATIONAL] The record of the person.';
comment on column rights_restriction.reference is '[OPERATIONAL] The request it was put on for.';
comment on column rights_restriction.ground is '[OPERATIONAL] Code of the ground (UK GDPR Article 18).';
comment on column rights_restriction.set_by is '[PERSONAL] Account of who put it on.';
comment on column rights_restriction.set_at is '[OPERATIONAL] When.';
comment on column rights_restriction.lifted_because is '[OPERATIONAL] Code of why it was lifted; null while it holds.';
comment on column rights_restriction.lifted_by is '[PERSONAL] Account of who lifted it.';
comment on column rights_restriction.lifted_at is '[OPERATIONAL] When.';

create table rights_export (
  export_id    uuid primary key,
  reference    text not null references rights_request,
  language     text not null check (language in ('en', 'cy')),
  content      bytea not null,
  sha256       text not null,
  released_by  text not null,
  released_at  timestamptz not null,
  expires_at   timestamptz not null
);
create index rights_export_of_request on rights_export (reference);
comment on table rights_export is '[HEALTH] Answers to requests for access, each for as long as it can be fetched.';
comment on column rights_export.export_id is '[OPERATIONAL] Random id.';
comment on column rights_export.reference is '[OPERATIONAL] The request.';
comment on column rights_export.language is '[OPERATIONAL] Language it is written in, en or cy.';
comment on column rights_export.content is '[HEALTH] The zip file.';
comment on column rights_export.sha256 is '[OPERATIONAL] SHA-256 of the file, for the audit trail.';
comment on column rights_export.released_by is '[PERSONAL] Account of who released it.';
comment on column rights_export.released_at is '[OPERATIONAL] When.';
comment on column rights_export.expires_at is '[OPERATIONAL] When it is deleted.';

create table rights_erased (
  subject_hash  text primary key,
  scheme_id     text not null,
  because       text not null check (because in ('REQUEST', 'RETENTION', 'RESTORED')),
  erased_at     timestamptz not null
);
comment on table rights_erased is '[OPERATIONAL] What was erased, by hash, so that it is erased again if a backup brings it back. A copy is kept in a file outside the database.';
comment on column rights_erased.subject_hash is '[OPERATIONAL] SHA-256 of the reference, from which nobody finds it.';
comment on column rights_erased.scheme_id is '[OPERATIONAL] The scheme.';
comment on column rights_erased.because is '[OPERATIONAL] REQUEST, RETENTION, or RESTORED and erased once more.';
comment on column rights_erased.erased_at is '[OPERATIONAL] When.';

create table retention_proposal (
  proposal_id      uuid primary key,
  scheme_id        text not null,
  about            text not null check (about in ('REFERRAL', 'FILE', 'REQUEST')),
  subject_id       text not null,
  retention_class  text not null,
  counted_from     date not null,
  over_on          date not null,
  definition_id    text not null,
  rule_id          text not null,
  proposed_at      timestamptz not null,
  state            text not null check (state in ('PROPOSED', 'CONFIRMED', 'KEPT', 'DISPOSED')),
  confirmed_by     text,
  confirmed_at     timestamptz,
  kept_because     text check (kept_because in ('LEGAL_CLAIM', 'INQUIRY', 'SAFEGUARDING', 'STILL_NEEDED')),
  keep_until       date,
  decided_by       text,
  decided_at       timestamptz
);
create unique index retention_proposal_open on retention_proposal (subject_id) where state in ('PROPOSED', 'CONFIRMED');
create index retention_proposal_in_scheme on retention_proposal (scheme_id, state);
comment on table retention_proposal is '[OPERATIONAL] Records whose time is over, as the daily round found them, and what people decided.';
comment on column retention_proposal.proposal_id is '[OPERATIONAL] Random id.';
comment on column retention_proposal.scheme_id is '[OPERATIONAL] The scheme.';
comment on column retention_proposal.about is '[OPERATIONAL] REFERRAL of a person, FILE of a group, or REQUEST about data.';
comment on column retention_proposal.subject_id is '[OPERATIONAL] Reference of the record.';
comment on column retention_proposal.retention_class is '[OPERATIONAL] Class of the record, as the table retention-plan knows it.';
comment on column retention_proposal.counted_from is '[OPERATIONAL] Day from which the time is counted.';
comment on column retention_proposal.over_on is '[OPERATIONAL] Day on which it was over.';
comment on column retention_proposal.definition_id is '[OPERATIONAL] The exact table that said how long.';
comment on column retention_proposal.rule_id is '[OPERATIONAL] Id of its rule.';
comment on column retention_proposal.proposed_at is '[OPERATIONAL] When it was proposed.';
comment on column retention_proposal.state is '[OPERATIONAL] PROPOSED, CONFIRMED by a first person, KEPT, or DISPOSED.';
comment on column retention_proposal.confirmed_by is '[PERSONAL] Account of the first person.';
comment on column retention_proposal.confirmed_at is '[OPERATIONAL] When they confirmed.';
comment on column retention_proposal.kept_because is '[OPERATIONAL] Code of why it is kept; null if it is not.';
comment on column retention_proposal.keep_until is '[OPERATIONAL] Day until which it is kept and not proposed again.';
comment on column retention_proposal.decided_by is '[PERSONAL] Account of who kept or disposed of it.';
comment on column retention_proposal.decided_at is '[OPERATIONAL] When.';

create table outbox_hold (
  referral_id  text primary key references referral,
  since        timestamptz not null
);
comment on table outbox_hold is '[OPERATIONAL] Referrals of which nothing is sent to anybody but the person and colleagues, because their record is restricted.';
comment on column outbox_hold.referral_id is '[OPERATIONAL] The referral.';
comment on column outbox_hold.since is '[OPERATIONAL] Nothing is sent from here on.';
