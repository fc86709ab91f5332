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
