-- Consent is several separate questions (domain research section 4.4), each answered, changed and taken back on its own.

alter table consent_grant drop constraint consent_grant_purpose_check;
alter table consent_grant add constraint consent_grant_purpose_check check
  (purpose in ('REFER', 'HOLD_RECORD', 'TELL_REFERRER', 'TELL_GP', 'TELL_PROVIDER', 'EVALUATION'));
