-- Records that must not go (legal hold), and messages whose address and text were removed when their time was over.

create table rights_hold (
  hold_id         uuid primary key,
  scheme_id       text not null,
  about           text not null check (about in ('PERSON', 'CONTACT')),
  record_id       text not null,
  because         text not null check (because in ('LEGAL_CLAIM', 'INQUIRY', 'SAFEGUARDING', 'STILL_NEEDED')),
  until_on        date not null,
  set_by          text not null,
  set_at          timestamptz not null,
  lifted_because  text check (lifted_because in ('OVER', 'NOT_NEEDED', 'MISTAKE')),
  lifted_by       text,
  lifted_at       timestamptz
);
create unique index rights_hold_one_at_a_time on rights_hold (record_id) where lifted_at is null;
comment on table rights_hold is '[OPERATIONAL] Records that are neither erased nor proposed for disposal until a day, or until somebody lifts the hold.';
comment on column rights_hold.hold_id is '[OPERATIONAL] Random id.';
comment on column rights_hold.scheme_id is '[OPERATIONAL] The scheme that keeps the record.';
comment on column rights_hold.about is '[OPERATIONAL] PERSON who was referred, or CONTACT of a group or organisation.';
comment on column rights_hold.record_id is '[OPERATIONAL] Id of the record of a person, or reference of a file of a group.';
comment on column rights_hold.because is '[OPERATIONAL] Code of why it must be kept.';
comment on column rights_hold.until_on is '[OPERATIONAL] Day on which the hold ends by itself.';
comment on column rights_hold.set_by is '[PERSONAL] Account of who put it on, or changed it last.';
comment on column rights_hold.set_at is '[OPERATIONAL] When.';
comment on column rights_hold.lifted_because is '[OPERATIONAL] Code of why it was lifted; null while it holds.';
comment on column rights_hold.lifted_by is '[PERSONAL] Account of who lifted it.';
comment on column rights_hold.lifted_at is '[OPERATIONAL] When.';

alter table outbox_message add column removed_at timestamptz;
comment on column outbox_message.removed_at is '[OPERATIONAL] When address and text were removed because their time was over; null until then.';
