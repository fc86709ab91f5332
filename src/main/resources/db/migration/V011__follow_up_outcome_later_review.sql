-- Follow-up, outcome and later review at full breadth. On the way that most people go, new facts are columns of rows that are written
-- anyway; only later reviews have a table of their own, because they happen after the journey has ended.

alter table referral add column contacts integer not null default 0;
comment on column referral.contacts is '[OPERATIONAL] How often a link worker has talked with the person since the referral. Count.';
alter table referral add column support_since date;
comment on column referral.support_since is '[OPERATIONAL] Day on which a link worker first talked with the person; null before that.';

alter table check_in alter column attendance drop not null;
alter table check_in add column held boolean not null default true;
comment on column check_in.held is '[HEALTH] Whether the two talked; false if the person did not come or answer.';
alter table check_in add column safety text check (safety in ('SAFE', 'NOT_KNOWN', 'WORRIED'));
comment on column check_in.safety is '[HEALTH] What is known of their safety after a missed appointment; null if they came.';
alter table check_in add column barriers text[] not null default '{}';
comment on column check_in.barriers is '[HEALTH] Codes of what stands in the way of coming, such as TRAVEL; may be empty.';
alter table check_in add column ending_planned_on date;
comment on column check_in.ending_planned_on is '[OPERATIONAL] Day on which support ends, as agreed with the person; null if none is agreed.';
alter table check_in add column lead_decision text check (lead_decision in ('EXTEND', 'DO_NOT_EXTEND', 'TRY_AGAIN', 'VISIT', 'END'));
comment on column check_in.lead_decision is '[OPERATIONAL] What a team lead decided after this check-in; null if none was asked.';
alter table check_in add column lead_reason text;
comment on column check_in.lead_reason is '[HEALTH] Why, in the words of the team lead.';
alter table check_in add column lead_user_id text;
comment on column check_in.lead_user_id is '[PERSONAL] Account of the team lead.';
alter table check_in add column lead_decided_at timestamptz;
comment on column check_in.lead_decided_at is '[OPERATIONAL] When the team lead decided.';

alter table outcome add column goals text[] not null default '{}';
comment on column outcome.goals is '[HEALTH] Whether each goal was met, in the order of the goals: GOALS_MET, PARTLY, NOT_MET or NOT_SET; empty if not asked one by one.';
alter table outcome add column snomed_codes text[] not null default '{}';
comment on column outcome.snomed_codes is '[HEALTH] SNOMED CT codes that are certain for this ending; may be empty.';
alter table outcome add column reviews_done integer not null default 0;
comment on column outcome.reviews_done is '[OPERATIONAL] How many later reviews have begun. Count.';
alter table outcome add column next_review_on date;
comment on column outcome.next_review_on is '[OPERATIONAL] Day on which the next later review begins; null if not planned yet.';
alter table outcome add column reviews_over boolean not null default false;
comment on column outcome.reviews_over is '[OPERATIONAL] Whether no later review is to come.';

-- Not by date: a date in an index would make every change of it touch the index.
create index outcome_to_review on outcome (referral_id) where not reviews_over;

create table later_review (
  referral_id        text not null references referral,
  number             integer not null,
  due_on             date not null,
  result             text not null check (result in ('OPEN', 'HELD', 'HELP_WANTED', 'DECLINED', 'NOT_REACHED')),
  attempts           integer not null default 0,
  channels           text[] not null default '{}',
  still_going        text check (still_going in ('YES', 'SOMETIMES', 'NO', 'ELSEWHERE', 'NOT_SAID')),
  how_it_is          text,
  new_referral       text check (new_referral in ('LINK_WORKER_REFERS', 'PERSON_REFERS', 'NOT_NOW')),
  new_referral_note  text,
  recorded_by        text,
  recorded_at        timestamptz,
  primary key (referral_id, number)
);
comment on table later_review is '[HEALTH] How somebody is some months after support has ended.';
comment on column later_review.referral_id is '[OPERATIONAL] The referral, which stays closed.';
comment on column later_review.number is '[OPERATIONAL] First is 1. Count.';
comment on column later_review.due_on is '[OPERATIONAL] Day on which it became due.';
comment on column later_review.result is '[HEALTH] OPEN, HELD, HELP_WANTED, DECLINED or NOT_REACHED.';
comment on column later_review.attempts is '[OPERATIONAL] How often somebody tried to reach the person. Count.';
comment on column later_review.channels is '[OPERATIONAL] Codes of how each attempt was made, in order.';
comment on column later_review.still_going is '[HEALTH] Whether the person still goes to the activity: YES, SOMETIMES, NO, ELSEWHERE or NOT_SAID; null if not held.';
comment on column later_review.how_it_is is '[HEALTH] In the person''s words.';
comment on column later_review.new_referral is '[HEALTH] What the person said to a new referral; null if none was offered.';
comment on column later_review.new_referral_note is '[HEALTH] In words.';
comment on column later_review.recorded_by is '[PERSONAL] Account of who recorded it last; null before the first attempt.';
comment on column later_review.recorded_at is '[OPERATIONAL] When it was recorded last; null before the first attempt.';
