-- What an auditor asks for, each answered from an index. The order of every list is the order of its index, so that the next page
-- begins where the last one ended. Rows that each journey writes get as few as will do.

-- Referrals by the day they came, in all schemes, and those that ended in one way: the closing writes a row's indexes anyway.
create index referral_received on referral (received_at desc, referral_id desc);
create index referral_closed_as on referral (closed_state, received_at desc) where closed_state is not null;

-- Everything one act was recorded for, and everything one member of staff did. Both are only ever appended to at their ends.
create index audit_by_act on audit_entry (act, audit_id);
create index audit_by_staff on audit_entry (actor_id, audit_id) where actor_kind = 'STAFF';
create index audit_by_time on audit_entry using brin (at);

-- Decisions by the rule that answered, by the version asked, and those that a person settled.
create index decision_by_rule on decision_record using gin (rule_ids);
create index decision_by_version on decision_record (definition_id, decided_at);
create index decision_settled on decision_record (confirmed_at) where confirmed_route is not null;
create index kept_answer_by_rule on kept_answer using gin (rule_ids);
create index kept_answer_by_version on kept_answer (definition_id, decided_at);
create index kept_answer_by_subject on kept_answer (subject_id, decided_at);

-- The messages of one case. What is not about a referral names its case in the key that keeps it from being sent twice.
create index outbox_by_referral on outbox_message (referral_id, created_at) where referral_id is not null;
create index outbox_by_subject on outbox_message (split_part(dedup_key, ':', 2)) where referral_id is null;

-- Lists of cases of the other kinds by the day they came.
create index application_started on application (started_at desc, reference desc);
create index project_grant_applied on project_grant (applied_at desc, reference desc);
create index community_group_received on community_group (received_at desc, reference desc);

-- Offers by the day they were made, to look at the consents they rested on.
create index introduction_offered on introduction (offered_at);
