-- Small grants. Money is in whole pence. What the group wrote stands in its application; here stands what became of it.

create table grant_fund (
  scheme_id       text not null,
  year            integer not null,
  total_pence     bigint not null check (total_pence >= 0),
  reserved_pence  bigint not null default 0 check (reserved_pence >= 0),
  spent_pence     bigint not null default 0 check (spent_pence >= 0),
  primary key (scheme_id, year),
  constraint grant_fund_never_below_zero check (reserved_pence + spent_pence <= total_pence)
);
comment on table grant_fund is '[OPERATIONAL] What a scheme has for small grants in a financial year. It never goes below zero: the row itself refuses.';
comment on column grant_fund.scheme_id is '[OPERATIONAL] The scheme.';
comment on column grant_fund.year is '[OPERATIONAL] The financial year by the calendar year it begins in, on 1 April.';
comment on column grant_fund.total_pence is '[OPERATIONAL] What there is for the year, in pence.';
comment on column grant_fund.reserved_pence is '[OPERATIONAL] Awarded and not paid yet, in pence.';
comment on column grant_fund.spent_pence is '[OPERATIONAL] Paid, in pence.';

create table project_grant (
  reference            text primary key references application,
  scheme_id            text not null,
  organisation_id      text,
  organisation_name    text not null,
  title                text not null,
  asked_pence          bigint not null check (asked_pence > 0),
  areas                text[] not null,
  themes               text[] not null,
  state                text not null,
  applied_at           timestamptz not null,
  proposed_outcome     text,
  proposed_reason      text,
  panel_rank           integer not null default 0,
  outcome              text,
  outcome_reason       text,
  outcome_by           text,
  answer_by            date,
  decision             text check (decision in ('AWARD', 'DECLINE')),
  decision_reason      text,
  decided_by           text,
  decided_at           timestamptz,
  awarded_pence        bigint check (awarded_pence > 0 and awarded_pence <= asked_pence),
  fund_year            integer,
  money                text not null default 'NONE' check (money in ('NONE', 'RESERVED', 'SPENT', 'RELEASED')),
  accepted_at          timestamptz,
  paid_on              date,
  payment_reference    text,
  paid_by              text,
  report_due_on        date,
  reminders            integer not null default 0,
  closed_at            timestamptz,
  process_instance_id  text,
  version              integer not null default 0,
  foreign key (scheme_id, fund_year) references grant_fund
);
create index project_grant_by_scheme on project_grant (scheme_id, applied_at);
create index project_grant_by_group on project_grant (scheme_id, lower(organisation_name));
comment on table project_grant is '[PERSONAL] Applications of groups for small grants, and what became of each.';
comment on column project_grant.reference is '[OPERATIONAL] Reference of the application such as GR-7K3M-Q2XD; the business key of its processes.';
comment on column project_grant.scheme_id is '[OPERATIONAL] The scheme.';
comment on column project_grant.organisation_id is '[OPERATIONAL] The organisation in the scheme''s directory; null if it is not listed.';
comment on column project_grant.organisation_name is '[PERSONAL] The group as it calls itself; a small one may be called after somebody.';
comment on column project_grant.title is '[PERSONAL] The project, in the group''s words.';
comment on column project_grant.asked_pence is '[OPERATIONAL] What the group asks for, in pence.';
comment on column project_grant.areas is '[OPERATIONAL] Codes of the areas the group works in.';
comment on column project_grant.themes is '[OPERATIONAL] Codes of whom or what the project is for.';
comment on column project_grant.state is '[OPERATIONAL] Code: where the grant stands.';
comment on column project_grant.applied_at is '[OPERATIONAL] When the application was first sent.';
comment on column project_grant.proposed_outcome is '[OPERATIONAL] Code: what the table grant-eligibility proposed last; null before.';
comment on column project_grant.proposed_reason is '[OPERATIONAL] Code: why it proposed that.';
comment on column project_grant.panel_rank is '[OPERATIONAL] The panel reads 1 before 2; 0 never comes before it.';
comment on column project_grant.outcome is '[OPERATIONAL] Code: what was confirmed; null as long as it was not.';
comment on column project_grant.outcome_reason is '[PERSONAL] Why an officer confirmed or changed it, in the officer''s words.';
comment on column project_grant.outcome_by is '[OPERATIONAL] User id of the officer; null where nobody had to confirm.';
comment on column project_grant.answer_by is '[OPERATIONAL] By when the group is to answer a question, or to accept the terms.';
comment on column project_grant.decision is '[OPERATIONAL] What was decided; null before.';
comment on column project_grant.decision_reason is '[PERSONAL] Why, in the words of whoever decided; the group reads it.';
comment on column project_grant.decided_by is '[OPERATIONAL] User id of whoever decided.';
comment on column project_grant.decided_at is '[OPERATIONAL] When it was decided.';
comment on column project_grant.awarded_pence is '[OPERATIONAL] What was awarded, in pence; null if nothing.';
comment on column project_grant.fund_year is '[OPERATIONAL] The financial year of the fund it comes out of.';
comment on column project_grant.money is '[OPERATIONAL] Where the money is: in the fund untouched, reserved, spent, or given back.';
comment on column project_grant.accepted_at is '[OPERATIONAL] When the group accepted the terms.';
comment on column project_grant.paid_on is '[OPERATIONAL] The day of the payment.';
comment on column project_grant.payment_reference is '[OPERATIONAL] The reference of the payment in the accounts.';
comment on column project_grant.paid_by is '[OPERATIONAL] User id of the officer who recorded the payment.';
comment on column project_grant.report_due_on is '[OPERATIONAL] By when the report is due.';
comment on column project_grant.reminders is '[OPERATIONAL] How often the report was chased since the last date was set.';
comment on column project_grant.closed_at is '[OPERATIONAL] When it was closed; null while it is open.';
comment on column project_grant.process_instance_id is '[OPERATIONAL] The engine''s process instance.';
comment on column project_grant.version is '[OPERATIONAL] Counts changes, so that two at once are noticed.';

create table grant_link (
  token_hash  text primary key,
  reference   text not null references project_grant,
  made_at     timestamptz not null
);
create index grant_link_by_reference on grant_link (reference);
comment on table grant_link is '[SECRET] Links with which a group reads its award letter, accepts the terms, reports, or withdraws.';
comment on column grant_link.token_hash is '[SECRET] SHA-256 of the secret in the link.';
comment on column grant_link.reference is '[OPERATIONAL] The grant.';
comment on column grant_link.made_at is '[OPERATIONAL] When it was made.';

create table grant_score (
  score_id     uuid primary key,
  reference    text not null references project_grant,
  member       text not null,
  asked_at     timestamptz not null,
  state        text not null check (state in ('ASKED', 'SCORED', 'CONFLICT', 'NO_TIME', 'LATE', 'ENDED')),
  need         integer check (need between 1 and 5),
  people       integer check (people between 1 and 5),
  delivery     integer check (delivery between 1 and 5),
  money_value  integer check (money_value between 1 and 5),
  lasting      integer check (lasting between 1 and 5),
  comment      text,
  answered_at  timestamptz,
  check (state <> 'SCORED' or need + people + delivery + money_value + lasting is not null)
);
create index grant_score_by_reference on grant_score (reference, asked_at);
-- Nobody is asked twice at the same time, and nobody scores twice.
create unique index grant_score_once on grant_score (reference, member) where state in ('ASKED', 'SCORED', 'CONFLICT');
comment on table grant_score is '[PERSONAL] Scores that members of the panel were asked for, and gave.';
comment on column grant_score.score_id is '[OPERATIONAL] Random id.';
comment on column grant_score.reference is '[OPERATIONAL] The grant.';
comment on column grant_score.member is '[OPERATIONAL] User id of the member of the panel.';
comment on column grant_score.asked_at is '[OPERATIONAL] When the member was asked.';
comment on column grant_score.state is '[OPERATIONAL] ASKED, SCORED, CONFLICT of interest, NO_TIME, LATE, or ENDED because the application was withdrawn.';
comment on column grant_score.need is '[OPERATIONAL] Points for local need.';
comment on column grant_score.people is '[OPERATIONAL] Points for who benefits.';
comment on column grant_score.delivery is '[OPERATIONAL] Points for being able to do it.';
comment on column grant_score.money_value is '[OPERATIONAL] Points for what the money does.';
comment on column grant_score.lasting is '[OPERATIONAL] Points for what lasts.';
comment on column grant_score.comment is '[PERSONAL] What the member says about the scores, or about the conflict of interest.';
comment on column grant_score.answered_at is '[OPERATIONAL] When the member answered.';

create table grant_report (
  report_id      uuid primary key,
  reference      text not null references project_grant,
  sent_at        timestamptz not null,
  typed_by       text,
  done           text not null,
  changed        text not null,
  learnt         text,
  people         integer not null check (people >= 0),
  spent_pence    bigint not null check (spent_pence >= 0),
  satisfactory   boolean,
  judged_reason  text,
  judged_by      text,
  judged_at      timestamptz
);
create index grant_report_by_reference on grant_report (reference, sent_at);
comment on table grant_report is '[PERSONAL] Reports of groups on the projects that were paid for.';
comment on column grant_report.report_id is '[OPERATIONAL] Random id.';
comment on column grant_report.reference is '[OPERATIONAL] The grant.';
comment on column grant_report.sent_at is '[OPERATIONAL] When it came.';
comment on column grant_report.typed_by is '[OPERATIONAL] User id of the officer who typed in one that came on paper; null if the group sent it.';
comment on column grant_report.done is '[PERSONAL] What was done, in the group''s words.';
comment on column grant_report.changed is '[PERSONAL] What changed for people, in the group''s words.';
comment on column grant_report.learnt is '[PERSONAL] What the group has learnt; null if it says nothing.';
comment on column grant_report.people is '[OPERATIONAL] How many people took part.';
comment on column grant_report.spent_pence is '[OPERATIONAL] What was spent of the grant, in pence.';
comment on column grant_report.satisfactory is '[OPERATIONAL] Whether an officer found it satisfactory; null before.';
comment on column grant_report.judged_reason is '[PERSONAL] Why, in the officer''s words; the group reads it if something is missing.';
comment on column grant_report.judged_by is '[OPERATIONAL] User id of the officer.';
comment on column grant_report.judged_at is '[OPERATIONAL] When it was judged.';
