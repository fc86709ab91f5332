-- First contact at full breadth: when it is safe to get in touch, what a person asked for, what was wrong with the details we had, and
-- the letter at the end of the ladder. What an ordinary first call needs stands in rows that are written anyway.

alter table person add column safe_times text[] not null default '{}'
  check (safe_times <@ array['MORNING', 'AFTERNOON', 'EVENING']);
comment on column person.safe_times is '[HEALTH] Parts of the day in which getting in touch is safe: MORNING, AFTERNOON, EVENING; empty if any is. Can hint at danger in the home.';

alter table contact_attempt add column part_of_day text check (part_of_day in ('MORNING', 'AFTERNOON', 'EVENING'));
comment on column contact_attempt.part_of_day is '[OPERATIONAL] Part of the day in which it was made; null for a decision, a letter and new details.';
alter table contact_attempt add column unsafe_time_reason text;
comment on column contact_attempt.unsafe_time_reason is '[HEALTH] Why it was made outside the times that are safe, in the link worker''s words; null if it was not.';
alter table contact_attempt add column own_words text;
comment on column contact_attempt.own_words is '[HEALTH] What the person said who does not want support, in their own words.';
alter table contact_attempt add column call_on date;
comment on column contact_attempt.call_on is '[OPERATIONAL] The day on which the person asked to be called; Europe/London.';
alter table contact_attempt add column call_part text check (call_part in ('MORNING', 'AFTERNOON', 'EVENING'));
comment on column contact_attempt.call_part is '[OPERATIONAL] The part of that day that the person asked for.';
alter table contact_attempt add column wrong_detail text;
comment on column contact_attempt.wrong_detail is '[PERSONAL] The telephone number or e-mail address that turned out not to be the person''s; taken out of their record.';

create table contact_letter (
  letter_id    uuid primary key,
  referral_id  text not null references referral,
  scheme_id    text not null,
  language     text not null check (language in ('en', 'cy')),
  emailed      boolean not null,
  answer_by    date not null,
  written_at   timestamptz not null
);
create index contact_letter_by_referral on contact_letter (referral_id);
comment on table contact_letter is '[OPERATIONAL] Letters to people who could not be reached; their words are in the bundles.';
comment on column contact_letter.letter_id is '[OPERATIONAL] Random id, part of the address of the printable page.';
comment on column contact_letter.referral_id is '[OPERATIONAL] The referral.';
comment on column contact_letter.scheme_id is '[OPERATIONAL] The scheme whose staff may open it.';
comment on column contact_letter.language is '[PERSONAL] The language it is written in, en or cy.';
comment on column contact_letter.emailed is '[OPERATIONAL] Whether it went by e-mail as well.';
comment on column contact_letter.answer_by is '[OPERATIONAL] The day until which an answer is waited for; Europe/London.';
comment on column contact_letter.written_at is '[OPERATIONAL] When it was written.';

create table contact_details_request (
  request_id           uuid primary key,
  referral_id          text not null references referral,
  token_hash           text not null unique,
  asked_at             timestamptz not null,
  answer_by            timestamptz not null,
  closed_at            timestamptz,
  process_instance_id  text not null
);
create index contact_details_request_by_referral on contact_details_request (referral_id);
comment on table contact_details_request is '[OPERATIONAL] Links by which a referrer was asked for the right contact details.';
comment on column contact_details_request.request_id is '[OPERATIONAL] Random id.';
comment on column contact_details_request.referral_id is '[OPERATIONAL] The referral.';
comment on column contact_details_request.token_hash is '[SECRET] SHA-256 of the token in the link; the token itself is in the message only.';
comment on column contact_details_request.asked_at is '[OPERATIONAL] When the referrer was asked.';
comment on column contact_details_request.answer_by is '[OPERATIONAL] Until when the link works.';
comment on column contact_details_request.closed_at is '[OPERATIONAL] When it was answered, or needed no more; null while it works.';
comment on column contact_details_request.process_instance_id is '[OPERATIONAL] The instance of first-contact that waits for the answer.';
