-- The life of a kite mark after its award: what has been done about each of its dates, what an organisation told by its link, what waits for
-- an assessor, and the visits drawn by lot.

create table kitemark_upkeep (
  award_id        uuid primary key references kitemark_award,
  since           timestamptz not null,
  due_kind        text,
  due_about       text,
  due_on          date,
  due_rule        text,
  due_grace       integer,
  renewed_by      text,
  check (due_kind is null or (due_about is not null and due_on is not null and due_rule is not null and due_grace is not null))
);
comment on table kitemark_upkeep is '[OPERATIONAL] Marks that are kept up to date, each with what is being done about it now. Locked while a mark is looked at.';
comment on column kitemark_upkeep.award_id is '[OPERATIONAL] The mark.';
comment on column kitemark_upkeep.since is '[OPERATIONAL] When its upkeep began.';
comment on column kitemark_upkeep.due_kind is '[OPERATIONAL] Kind of the date that is being dealt with, such as INSURANCE; null if none is.';
comment on column kitemark_upkeep.due_about is '[OPERATIONAL] Id of the condition that is being dealt with, or a hyphen.';
comment on column kitemark_upkeep.due_on is '[OPERATIONAL] The date that is being dealt with.';
comment on column kitemark_upkeep.due_rule is '[OPERATIONAL] Id of the rule of kitemark-upkeep that asks for it.';
comment on column kitemark_upkeep.due_grace is '[OPERATIONAL] Working days that are given from here; 0 for none.';
comment on column kitemark_upkeep.renewed_by is '[OPERATIONAL] Reference of the application to renew it, once that is begun.';

create table kitemark_step (
  award_id  uuid not null references kitemark_award,
  kind      text not null
    check (kind in ('INSURANCE', 'DBS', 'TRAINING', 'YEARLY_CHECK', 'CONDITION', 'RENEWAL', 'VALIDITY')),
  about     text not null,
  due_on    date not null,
  rule_id   text not null,
  step      text not null,
  done_at   timestamptz not null,
  primary key (award_id, kind, about, due_on, rule_id)
);
comment on table kitemark_step is '[OPERATIONAL] What has been done about each date of a mark, so that nothing is done twice.';
comment on column kitemark_step.award_id is '[OPERATIONAL] The mark.';
comment on column kitemark_step.kind is '[OPERATIONAL] Kind of the date, as kitemark-upkeep knows it.';
comment on column kitemark_step.about is '[OPERATIONAL] Id of the condition, or a hyphen.';
comment on column kitemark_step.due_on is '[OPERATIONAL] The date.';
comment on column kitemark_step.rule_id is '[OPERATIONAL] Id of the rule that asked for it.';
comment on column kitemark_step.step is '[OPERATIONAL] Code of what was done, such as NOTICE.';
comment on column kitemark_step.done_at is '[OPERATIONAL] When.';

create table kitemark_link (
  token_hash  text primary key,
  award_id    uuid not null references kitemark_award,
  made_at     timestamptz not null
);
comment on table kitemark_link is '[SECRET] Links in mails to organisations, with which they keep their mark up to date without an account.';
comment on column kitemark_link.token_hash is '[SECRET] SHA-256 of the secret in the link.';
comment on column kitemark_link.award_id is '[OPERATIONAL] The mark it is for.';
comment on column kitemark_link.made_at is '[OPERATIONAL] When it was made.';

create table kitemark_question (
  question_id    uuid primary key,
  award_id       uuid not null references kitemark_award,
  kind           text not null
    check (kind in ('PAPER_REPORTED', 'CONDITION_REPORTED', 'CHECK_CHANGED', 'CHECK_UNANSWERED', 'CONDITION_OVERDUE')),
  about          text,
  condition_id   uuid references kitemark_condition,
  new_until      date,
  evidence_id    uuid,
  told           text,
  raised_at      timestamptz not null,
  due_at         timestamptz not null,
  asked          boolean not null default false,
  decision       text check (decision in ('IN_ORDER', 'MORE_TIME', 'CONDITION', 'SUSPEND')),
  decision_note  text,
  decided_by     text,
  decided_at     timestamptz
);
create index kitemark_question_open on kitemark_question (award_id) where decision is null;
comment on table kitemark_question is '[PERSONAL] What about a mark a person must decide: told by the organisation, or not told in time.';
comment on column kitemark_question.question_id is '[OPERATIONAL] Random id.';
comment on column kitemark_question.award_id is '[OPERATIONAL] The mark.';
comment on column kitemark_question.kind is '[OPERATIONAL] Code of what it is about.';
comment on column kitemark_question.about is '[OPERATIONAL] Code of the paper or of the condition; null for the yearly check.';
comment on column kitemark_question.condition_id is '[OPERATIONAL] The condition; null if it is about none.';
comment on column kitemark_question.new_until is '[OPERATIONAL] Last day of the paper that was shown; null if none was.';
comment on column kitemark_question.evidence_id is '[OPERATIONAL] The document that was shown, with the application; null if none was.';
comment on column kitemark_question.told is '[PERSONAL] What the organisation wrote, in its own words.';
comment on column kitemark_question.raised_at is '[OPERATIONAL] Since when it waits.';
comment on column kitemark_question.due_at is '[OPERATIONAL] By when an assessor decides.';
comment on column kitemark_question.asked is '[OPERATIONAL] True: it is in the hands of the assessors.';
comment on column kitemark_question.decision is '[OPERATIONAL] IN_ORDER, MORE_TIME, CONDITION or SUSPEND; null while open.';
comment on column kitemark_question.decision_note is '[OPERATIONAL] The assessor''s note, which the organisation is told.';
comment on column kitemark_question.decided_by is '[PERSONAL] Account of the assessor.';
comment on column kitemark_question.decided_at is '[OPERATIONAL] When.';

create table kitemark_check (
  check_id         uuid primary key,
  award_id         uuid not null references kitemark_award,
  due_on           date not null,
  same_activities  boolean not null,
  same_lead        boolean not null,
  insured          boolean not null,
  changed          text,
  answered_at      timestamptz not null
);
create index kitemark_check_by_award on kitemark_check (award_id, due_on);
comment on table kitemark_check is '[PERSONAL] Yearly self-checks that organisations have answered.';
comment on column kitemark_check.check_id is '[OPERATIONAL] Random id.';
comment on column kitemark_check.award_id is '[OPERATIONAL] The mark.';
comment on column kitemark_check.due_on is '[OPERATIONAL] The day it was due on.';
comment on column kitemark_check.same_activities is '[OPERATIONAL] Whether it still does the same.';
comment on column kitemark_check.same_lead is '[OPERATIONAL] Whether the same person leads on safeguarding.';
comment on column kitemark_check.insured is '[OPERATIONAL] Whether its insurance is in force.';
comment on column kitemark_check.changed is '[PERSONAL] What has changed, in its own words; null if nothing.';
comment on column kitemark_check.answered_at is '[OPERATIONAL] When it answered.';

create table kitemark_draw (
  draw_id        uuid primary key,
  scheme_id      text not null,
  year           integer not null,
  quarter        integer not null check (quarter between 1 and 4),
  seed           text not null,
  pool           uuid[] not null,
  drawn          uuid[] not null,
  drawn_before   integer not null,
  definition_id  text not null,
  drawn_at       timestamptz not null,
  unique (scheme_id, year, quarter)
);
comment on table kitemark_draw is '[OPERATIONAL] Draws of marks to be visited, with all that is needed to draw again and see that the draw was fair.';
comment on column kitemark_draw.draw_id is '[OPERATIONAL] Random id.';
comment on column kitemark_draw.scheme_id is '[OPERATIONAL] The scheme.';
comment on column kitemark_draw.year is '[OPERATIONAL] The calendar year.';
comment on column kitemark_draw.quarter is '[OPERATIONAL] Its quarter, 1 to 4.';
comment on column kitemark_draw.seed is '[OPERATIONAL] The random seed: whoever has the lowest SHA-256 of seed, colon and id of the mark is drawn.';
comment on column kitemark_draw.pool is '[OPERATIONAL] Marks that could be drawn: in force, and not drawn before in the year.';
comment on column kitemark_draw.drawn is '[OPERATIONAL] Marks that were drawn, in order.';
comment on column kitemark_draw.drawn_before is '[OPERATIONAL] How many were drawn earlier in the year. Count.';
comment on column kitemark_draw.definition_id is '[OPERATIONAL] The exact table that said how many.';
comment on column kitemark_draw.drawn_at is '[OPERATIONAL] When.';

create table kitemark_visit (
  visit_id     uuid primary key,
  award_id     uuid not null references kitemark_award,
  draw_id      uuid not null references kitemark_draw,
  due_at       timestamptz not null,
  asked        boolean not null default false,
  visited_on   date,
  result       text check (result in ('IN_ORDER', 'IMPROVEMENT', 'CONCERN', 'NOT_MADE')),
  note         text,
  recorded_by  text,
  recorded_at  timestamptz
);
create index kitemark_visit_open on kitemark_visit (award_id) where result is null;
comment on table kitemark_visit is '[PERSONAL] Visits to organisations whose mark was drawn.';
comment on column kitemark_visit.visit_id is '[OPERATIONAL] Random id.';
comment on column kitemark_visit.award_id is '[OPERATIONAL] The mark.';
comment on column kitemark_visit.draw_id is '[OPERATIONAL] The draw.';
comment on column kitemark_visit.due_at is '[OPERATIONAL] By when the visit is made.';
comment on column kitemark_visit.asked is '[OPERATIONAL] True: it is in the hands of the assessors.';
comment on column kitemark_visit.visited_on is '[OPERATIONAL] The day of the visit; null if it was not made.';
comment on column kitemark_visit.result is '[OPERATIONAL] IN_ORDER, IMPROVEMENT, CONCERN or NOT_MADE; null while open.';
comment on column kitemark_visit.note is '[PERSONAL] What was found, in the assessor''s words.';
comment on column kitemark_visit.recorded_by is '[PERSONAL] Account of the assessor.';
comment on column kitemark_visit.recorded_at is '[OPERATIONAL] When.';
