-- The kite mark: what was decided about an application, the mark that came of it, and what was promised with it.
-- Who applied, and what they wrote, is with the questionnaire; here stand codes, dates, and the assessors' reasons.

create table kitemark_case (
  application_reference  text primary key,
  scheme_id              text not null,
  organisation_id        text,
  received_at            timestamptz not null,
  taken_up               integer not null default 0,
  open_concern           boolean not null default false,
  concern_note           text,
  appeal_of              integer,
  appeal_words           text,
  appeal_on              date,
  asked_items            text[] not null default '{}',
  asked_why              text,
  asked_until            date,
  help_note              text,
  step                   text not null check (step in ('ASSESSING', 'MORE_ASKED', 'SECOND', 'HELPED', 'ENDED')),
  ended                  text check (ended in ('AWARDED', 'NOT_TAKEN_UP', 'REFUSED', 'WITHDRAWN')),
  process_instance_id    text,
  version                integer not null default 0
);
create index kitemark_case_by_scheme on kitemark_case (scheme_id, step);
comment on table kitemark_case is '[OPERATIONAL] How far an application for the kite mark has come. What was written in it is with the questionnaire.';
comment on column kitemark_case.application_reference is '[OPERATIONAL] KM-…, the business key of its process.';
comment on column kitemark_case.scheme_id is '[OPERATIONAL] The scheme.';
comment on column kitemark_case.organisation_id is '[OPERATIONAL] The organisation in the directory; null until one that is not listed has its first mark.';
comment on column kitemark_case.received_at is '[OPERATIONAL] When it was sent in first.';
comment on column kitemark_case.taken_up is '[OPERATIONAL] How often it was taken up again with more answers. Count.';
comment on column kitemark_case.open_concern is '[OPERATIONAL] Whether an assessor knows of an open safeguarding or regulator''s concern. The table is asked with it.';
comment on column kitemark_case.concern_note is '[PERSONAL] What the concern is, in the assessor''s words; for assessors only.';
comment on column kitemark_case.appeal_of is '[OPERATIONAL] Number of the assessment that is appealed against; null if there is no appeal.';
comment on column kitemark_case.appeal_words is '[OPERATIONAL] Why the organisation asks again, in its words.';
comment on column kitemark_case.asked_items is '[OPERATIONAL] Codes of the evidence that the assessor asked for last.';
comment on column kitemark_case.asked_why is '[OPERATIONAL] Why, in the assessor''s words to the organisation.';
comment on column kitemark_case.asked_until is '[OPERATIONAL] Last day for the answer.';
comment on column kitemark_case.appeal_on is '[OPERATIONAL] When it asked.';
comment on column kitemark_case.help_note is '[OPERATIONAL] Why the organisation goes no further, in the officer''s words; null otherwise.';
comment on column kitemark_case.step is '[OPERATIONAL] ASSESSING, MORE_ASKED, SECOND (a second assessor looks), HELPED (not yet, with help) or ENDED.';
comment on column kitemark_case.ended is '[OPERATIONAL] AWARDED, NOT_TAKEN_UP, REFUSED or WITHDRAWN; null while it goes on.';
comment on column kitemark_case.process_instance_id is '[OPERATIONAL] The engine''s instance that ran last.';
comment on column kitemark_case.version is '[OPERATIONAL] Counts changes, so that two at once cannot overwrite each other.';

create table kitemark_assessment (
  assessment_id          uuid primary key,
  application_reference  text not null references kitemark_case,
  scheme_id              text not null,
  number                 integer not null,
  kind                   text not null check (kind in ('FIRST', 'AGAIN', 'APPEAL')),
  appeal_of              integer,
  proposed_at            timestamptz not null,
  risk                   text not null check (risk in ('LOW', 'MEDIUM', 'HIGH')),
  proposed_level         text not null,
  referral_mode          text not null check (referral_mode in ('DIRECT', 'ACCOMPANIED', 'SIGNPOST', 'NONE')),
  renew_months           integer not null,
  most_open              integer,
  conditions             text not null,
  second_by_table        boolean not null,
  missing_mandatory      text[] not null,
  missing_other          text[] not null,
  appeal_words           text,
  decided_level          text,
  decision               text check (decision in ('CONFIRM', 'CHANGE', 'NOT_YET', 'REFUSE')),
  reason                 text,
  assessor               text,
  decided_at             timestamptz,
  second_assessor        text,
  second_agreed          boolean,
  second_reason          text,
  second_at              timestamptz,
  final_at               timestamptz,
  appeal_until           date,
  unique (application_reference, number)
);
comment on table kitemark_assessment is '[OPERATIONAL] One row for each time that an application was assessed: what the tables proposed, and what people decided.';
comment on column kitemark_assessment.assessment_id is '[OPERATIONAL] Random id.';
comment on column kitemark_assessment.application_reference is '[OPERATIONAL] The application, KM-….';
comment on column kitemark_assessment.scheme_id is '[OPERATIONAL] The scheme.';
comment on column kitemark_assessment.number is '[OPERATIONAL] The first assessment of an application is 1, the next 2.';
comment on column kitemark_assessment.kind is '[OPERATIONAL] FIRST, AGAIN (after more answers, or with another fact) or APPEAL (by the same versions of the tables).';
comment on column kitemark_assessment.appeal_of is '[OPERATIONAL] Number of the assessment that is appealed against; null if it is no appeal.';
comment on column kitemark_assessment.proposed_at is '[OPERATIONAL] When the tables were asked.';
comment on column kitemark_assessment.risk is '[OPERATIONAL] LOW, MEDIUM or HIGH, by kitemark-risk.';
comment on column kitemark_assessment.proposed_level is '[OPERATIONAL] Level that kitemark-level proposed.';
comment on column kitemark_assessment.referral_mode is '[OPERATIONAL] How people may come with the proposed level: DIRECT, ACCOMPANIED, SIGNPOST or NONE.';
comment on column kitemark_assessment.renew_months is '[OPERATIONAL] How long the proposed mark would last, in months; 0 for none.';
comment on column kitemark_assessment.most_open is '[OPERATIONAL] How many introductions may be open at once; null for any number.';
comment on column kitemark_assessment.conditions is '[OPERATIONAL] Code of what goes with the proposed level.';
comment on column kitemark_assessment.second_by_table is '[OPERATIONAL] Whether the table asks for a second assessor.';
comment on column kitemark_assessment.missing_mandatory is '[OPERATIONAL] Codes of evidence without which nobody is introduced, and which was missing.';
comment on column kitemark_assessment.missing_other is '[OPERATIONAL] Codes of other evidence that was missing.';
comment on column kitemark_assessment.appeal_words is '[OPERATIONAL] Why the organisation asked again, in its words; null if it is no appeal.';
comment on column kitemark_assessment.decided_level is '[OPERATIONAL] Level that was decided; null while undecided.';
comment on column kitemark_assessment.decision is '[OPERATIONAL] CONFIRM (as proposed), CHANGE (another level), NOT_YET or REFUSE; null while undecided.';
comment on column kitemark_assessment.reason is '[OPERATIONAL] The assessor''s reason, which the organisation may read.';
comment on column kitemark_assessment.assessor is '[PERSONAL] Account of the assessor; null while undecided.';
comment on column kitemark_assessment.decided_at is '[OPERATIONAL] When the first assessor decided.';
comment on column kitemark_assessment.second_assessor is '[PERSONAL] Account of the second assessor; null if none looked.';
comment on column kitemark_assessment.second_agreed is '[OPERATIONAL] Whether the second assessor agreed.';
comment on column kitemark_assessment.second_reason is '[OPERATIONAL] What the second assessor says to it.';
comment on column kitemark_assessment.second_at is '[OPERATIONAL] When the second assessor looked.';
comment on column kitemark_assessment.final_at is '[OPERATIONAL] When the decision took effect; null if it never did.';
comment on column kitemark_assessment.appeal_until is '[OPERATIONAL] Last day for an appeal; null if there is nothing to appeal against.';

create table kitemark_award (
  award_id               uuid primary key,
  scheme_id              text not null,
  organisation_id        text not null,
  application_reference  text not null,
  level                  text not null
    check (level in ('NONE', 'NOT_YET', 'SUSPENDED', 'SIGNPOST_ONLY', 'SMALL_GROUP', 'CONDITIONAL', 'FULL')),
  referral_mode          text not null check (referral_mode in ('DIRECT', 'ACCOMPANIED', 'SIGNPOST', 'NONE')),
  most_open              integer,
  status                 text not null check (status in ('CURRENT', 'SUSPENDED', 'EXPIRED', 'REPLACED', 'ENDED')),
  awarded_on             date not null,
  valid_until            date not null,
  renew_months           integer not null,
  insurance_until        date,
  dbs_until              date,
  training_until         date,
  next_check_on          date,
  confirmed_by           text,
  confirmed_second_by    text,
  process_instance_id    text,
  version                integer not null default 0
);
create unique index kitemark_award_one_at_a_time on kitemark_award (scheme_id, organisation_id)
  where status in ('CURRENT', 'SUSPENDED');
create index kitemark_award_by_application on kitemark_award (application_reference);
create index kitemark_award_by_scheme on kitemark_award (scheme_id, status);
comment on table kitemark_award is '[OPERATIONAL] Kite marks that were awarded, each with what holds until when.';
comment on column kitemark_award.award_id is '[OPERATIONAL] Random id.';
comment on column kitemark_award.scheme_id is '[OPERATIONAL] The scheme.';
comment on column kitemark_award.organisation_id is '[OPERATIONAL] The organisation in the scheme''s directory.';
comment on column kitemark_award.application_reference is '[OPERATIONAL] The application it was awarded on, KM-…; also of a mark recorded before Fingerpost, which has no application here.';
comment on column kitemark_award.level is '[OPERATIONAL] Level that holds now.';
comment on column kitemark_award.referral_mode is '[OPERATIONAL] How people may come: DIRECT, ACCOMPANIED, SIGNPOST or NONE.';
comment on column kitemark_award.most_open is '[OPERATIONAL] How many introductions may be open at once; null for any number.';
comment on column kitemark_award.status is '[OPERATIONAL] CURRENT, SUSPENDED, EXPIRED, REPLACED (by a later mark) or ENDED.';
comment on column kitemark_award.awarded_on is '[OPERATIONAL] First day.';
comment on column kitemark_award.valid_until is '[OPERATIONAL] Last day.';
comment on column kitemark_award.renew_months is '[OPERATIONAL] How long it was awarded for, in months.';
comment on column kitemark_award.insurance_until is '[OPERATIONAL] Last day of the insurance; null if it has none of its own, such as a group insured by its venue.';
comment on column kitemark_award.dbs_until is '[OPERATIONAL] Day by which DBS checks are renewed; null if none are needed.';
comment on column kitemark_award.training_until is '[OPERATIONAL] Day by which safeguarding training is renewed; null if not given.';
comment on column kitemark_award.next_check_on is '[OPERATIONAL] Day of the next check of the mark; null until it is planned.';
comment on column kitemark_award.confirmed_by is '[PERSONAL] Account of the assessor; null for a mark recorded before Fingerpost.';
comment on column kitemark_award.confirmed_second_by is '[PERSONAL] Account of the second assessor; null if none was needed.';
comment on column kitemark_award.process_instance_id is '[OPERATIONAL] The engine''s instance that keeps the mark up to date; null until it starts.';
comment on column kitemark_award.version is '[OPERATIONAL] Counts changes, so that two at once cannot overwrite each other.';

create table kitemark_condition (
  condition_id  uuid primary key,
  award_id      uuid not null references kitemark_award,
  code          text not null,
  due_on        date not null,
  met_on        date,
  reminders     integer not null default 0
);
create index kitemark_condition_by_award on kitemark_condition (award_id);
comment on table kitemark_condition is '[OPERATIONAL] What an organisation promised with its mark, each by a day.';
comment on column kitemark_condition.condition_id is '[OPERATIONAL] Random id.';
comment on column kitemark_condition.award_id is '[OPERATIONAL] The mark.';
comment on column kitemark_condition.code is '[OPERATIONAL] What: a code of evidence such as EQUALITY, or of an action such as BUDDY_VISIT.';
comment on column kitemark_condition.due_on is '[OPERATIONAL] By when.';
comment on column kitemark_condition.met_on is '[OPERATIONAL] When it was done; null while open.';
comment on column kitemark_condition.reminders is '[OPERATIONAL] How often it was chased. Count.';
