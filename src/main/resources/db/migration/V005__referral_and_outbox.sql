-- A referral may ask for nothing but a letter, a statutory assessment or help with an immigration matter: the route table needs to
-- know. A message that could not be sent waits longer each time, which has to survive a restart.

alter table referral add column statutory_request_only boolean not null default false;
comment on column referral.statutory_request_only is 'OPERATIONAL: only a letter, a statutory assessment or an immigration matter is asked for';

alter table outbox_message add column next_try_at timestamptz not null;
comment on column outbox_message.next_try_at is 'OPERATIONAL: not to be tried before; a claim puts it off';
drop index outbox_waiting;
create index outbox_waiting on outbox_message (next_try_at) where status = 'WAITING';
create index outbox_latest on outbox_message (created_at);

-- Not by date: a date in an index would make every change of it touch all indexes of the row.
create index referral_open_in_scheme on referral (scheme_id) where closed_state is null;
