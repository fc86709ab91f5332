-- Consent is several separate questions (domain research section 4.4), each answered, changed and taken back on its own.

alter table consent_grant drop constraint consent_grant_purpose_check;
alter table consent_grant add constraint consent_grant_purpose_check check
  (purpose in ('REFER', 'HOLD_RECORD', 'TELL_REFERRER', 'TELL_GP', 'TELL_PROVIDER', 'EVALUATION'));

-- Who a message is written to decides whether it is sent: to somebody who has died, nothing is.

alter table outbox_message add column recipient text
  check (recipient in ('PERSON', 'REFERRER', 'ORGANISATION', 'GENERAL_PRACTICE', 'STAFF'));
comment on column outbox_message.recipient is '[OPERATIONAL] Code: who it is written to. Null in messages from before this was kept.';
alter table outbox_message drop constraint outbox_message_status_check;
alter table outbox_message add constraint outbox_message_status_check
  check (status in ('WAITING', 'SENT', 'ON_SCREEN', 'FAILED', 'CANCELLED'));

create table outbox_silence (
  referral_id  text primary key references referral,
  since        timestamptz not null
);
comment on table outbox_silence is '[HEALTH] Referrals whose person gets no message any more, because they have died.';
comment on column outbox_silence.referral_id is '[OPERATIONAL] The referral.';
comment on column outbox_silence.since is '[OPERATIONAL] Nothing is sent to the person from here on.';
