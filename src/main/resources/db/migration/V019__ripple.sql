-- What a suspended or ended kite mark means for people on their way to the organisation: their introductions pause. The pause is
-- columns of the introduction's row, so that nothing is read or written for it where there is none.

alter table introduction
  add column paused_at         timestamptz,
  add column paused_because    text,
  add column pause_instance    text,
  add column pause_step        text check (pause_step in ('ASKED', 'WAIT_CHOSEN', 'WAITING', 'TEAM')),
  add column pause_final       boolean not null default false,
  add column pause_decision    text check (pause_decision in ('OFFER_ANOTHER', 'WAIT', 'GO_ON')),
  add column go_on_reason      text,
  add column pause_note        text,
  add column pause_decided_by  text,
  add column pause_decided_at  timestamptz;
create index introduction_paused on introduction (scheme_id, activity_id) where paused_at is not null;
comment on column introduction.paused_at is '[OPERATIONAL] Since when it is paused, because its organisation has lost its kite mark for now; null if it is not.';
comment on column introduction.paused_because is '[OPERATIONAL] Code of why the mark was suspended, as the link worker is told.';
comment on column introduction.pause_instance is '[OPERATIONAL] The process in the engine in which somebody chooses how it goes on; null if none does.';
comment on column introduction.pause_step is '[OPERATIONAL] Who chooses now: ASKED the link worker, WAIT_CHOSEN and WAITING nobody until a day, TEAM a team lead.';
comment on column introduction.pause_final is '[OPERATIONAL] True: the mark has ended, so that waiting for it is no choice.';
comment on column introduction.pause_decision is '[OPERATIONAL] What was chosen last: OFFER_ANOTHER, WAIT or GO_ON.';
comment on column introduction.go_on_reason is '[OPERATIONAL] Code of why the person goes on although the mark is suspended.';
comment on column introduction.pause_note is '[HEALTH] What whoever chose wrote about it.';
comment on column introduction.pause_decided_by is '[OPERATIONAL] User id of who chose; null if nobody has.';
comment on column introduction.pause_decided_at is '[OPERATIONAL] When it was chosen.';

create table kitemark_suspension (
  suspension_id        uuid primary key,
  award_id             uuid not null references kitemark_award,
  scheme_id            text not null,
  organisation_id      text not null,
  reason_code          text not null,
  reason_text          text,
  raised_by            text not null,
  raised_at            timestamptz not null,
  confirm_due_at       timestamptz,
  confirmed            boolean,
  confirmed_by         text,
  confirmed_at         timestamptz,
  confirm_note         text,
  suspended_at         timestamptz,
  settle_due_at        timestamptz,
  settlement           text check (settlement in ('LIFTED', 'ENDED')),
  settle_reason        text,
  settled_by           text,
  settled_at           timestamptz,
  end_confirmed        boolean,
  end_confirmed_by     text,
  end_confirmed_at     timestamptz,
  end_note             text,
  reminders            integer not null default 0,
  outcome              text check (outcome in ('NOT_CONFIRMED', 'LIFTED', 'ENDED', 'NEW_MARK')),
  over_at              timestamptz,
  process_instance_id  text
);
create unique index kitemark_suspension_one_at_a_time on kitemark_suspension (award_id) where over_at is null;
create index kitemark_suspension_of_organisation on kitemark_suspension (scheme_id, organisation_id);
comment on table kitemark_suspension is '[OPERATIONAL] Each time that a kite mark was to be suspended: why, who confirmed it, and what became of it.';
comment on column kitemark_suspension.suspension_id is '[OPERATIONAL] Random id.';
comment on column kitemark_suspension.award_id is '[OPERATIONAL] The mark.';
comment on column kitemark_suspension.scheme_id is '[OPERATIONAL] The scheme.';
comment on column kitemark_suspension.organisation_id is '[OPERATIONAL] The organisation in the scheme''s directory.';
comment on column kitemark_suspension.reason_code is '[OPERATIONAL] Code of why.';
comment on column kitemark_suspension.reason_text is '[PERSONAL] What whoever raised it wrote, a complaint for example, which may speak of people.';
comment on column kitemark_suspension.raised_by is '[PERSONAL] Account of the assessor who raised it; fingerpost if a date did.';
comment on column kitemark_suspension.raised_at is '[OPERATIONAL] When it was raised.';
comment on column kitemark_suspension.confirm_due_at is '[OPERATIONAL] By when a second assessor looks at it; null if none has to.';
comment on column kitemark_suspension.confirmed is '[OPERATIONAL] Whether the second assessor confirmed it; null while nobody has looked, or nobody has to.';
comment on column kitemark_suspension.confirmed_by is '[PERSONAL] Account of the second assessor.';
comment on column kitemark_suspension.confirmed_at is '[OPERATIONAL] When the second assessor looked.';
comment on column kitemark_suspension.confirm_note is '[PERSONAL] What the second assessor wrote.';
comment on column kitemark_suspension.suspended_at is '[OPERATIONAL] When it took effect; null if it has not.';
comment on column kitemark_suspension.settle_due_at is '[OPERATIONAL] By when it is settled.';
comment on column kitemark_suspension.settlement is '[OPERATIONAL] What an assessor last settled: LIFTED, or ENDED, which a second one confirms.';
comment on column kitemark_suspension.settle_reason is '[PERSONAL] The assessor''s reason.';
comment on column kitemark_suspension.settled_by is '[PERSONAL] Account of the assessor who settled it.';
comment on column kitemark_suspension.settled_at is '[OPERATIONAL] When it was settled.';
comment on column kitemark_suspension.end_confirmed is '[OPERATIONAL] Whether a second assessor confirmed that the mark ends; null while nobody has looked.';
comment on column kitemark_suspension.end_confirmed_by is '[PERSONAL] Account of the assessor who looked at the end.';
comment on column kitemark_suspension.end_confirmed_at is '[OPERATIONAL] When.';
comment on column kitemark_suspension.end_note is '[PERSONAL] What that assessor wrote.';
comment on column kitemark_suspension.reminders is '[OPERATIONAL] How often it was brought up because nobody decided in time. Count.';
comment on column kitemark_suspension.outcome is '[OPERATIONAL] NOT_CONFIRMED, LIFTED, ENDED or NEW_MARK; null while it is open.';
comment on column kitemark_suspension.over_at is '[OPERATIONAL] When it was over; null while it is open.';
comment on column kitemark_suspension.process_instance_id is '[OPERATIONAL] The engine''s instance that carries it.';
