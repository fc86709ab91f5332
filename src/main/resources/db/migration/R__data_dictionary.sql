-- What every table and column of Fingerpost's own holds, and how careful to be with it. The word in brackets comes first:
--   [PERSONAL]     says or can say who somebody is
--   [HEALTH]       says something about a person's health, needs, risks or life (UK GDPR Article 9: special category)
--   [SECRET]       opens something, or is the trace of something that does; never shown, never exported
--   [OPERATIONAL]  how the work went: codes, references, dates, counts, staff accounts
--   [PUBLIC]       may be published
-- A table has the class of the most delicate thing in it. DataDictionaryTest prints the statements for what is missing here.

-- ---- staff and sources ----

comment on table staff_account is '[PERSONAL] People who work with Fingerpost and sign in. Kept when they leave, so that the audit trail can be read; then not active.';
comment on column staff_account.user_id is '[PERSONAL] Name for signing in, also the name in the engine and the audit trail. Lower case, digits, hyphens.';
comment on column staff_account.display_name is '[PERSONAL] The name that colleagues see.';
comment on column staff_account.password_hash is '[SECRET] Slow salted hash of the password; the password itself is never stored.';
comment on column staff_account.roles is '[OPERATIONAL] Plural role names such as link-workers; the groups that the engine sees.';
comment on column staff_account.scheme_id is '[OPERATIONAL] The scheme that the account works in, which is the only one whose tasks it sees; null for roles that cross schemes.';
comment on column staff_account.language is '[OPERATIONAL] The language the account prefers, en or cy.';
comment on column staff_account.active is '[OPERATIONAL] False: can no longer sign in.';

comment on table link_worker is '[PERSONAL] How much work a link worker can take on, where, and for whom.';
comment on column link_worker.user_id is '[PERSONAL] The account.';
comment on column link_worker.scheme_id is '[OPERATIONAL] The scheme.';
comment on column link_worker.capacity is '[OPERATIONAL] Weighted caseload at which no referral is given to them by itself any more.';
comment on column link_worker.patches is '[OPERATIONAL] Codes of the areas that the link worker covers.';

comment on table api_key is '[SECRET] Keys with which the systems of referral sources send referrals.';
comment on column api_key.key_hash is '[SECRET] SHA-256 of the key; the key itself is never stored.';
comment on column api_key.scheme_id is '[OPERATIONAL] The scheme that the key may refer to.';
comment on column api_key.source_code is '[OPERATIONAL] The referral source that the key stands for.';
comment on column api_key.active is '[OPERATIONAL] False: refused.';

-- ---- the directory ----

comment on table organisation is '[PUBLIC] Community organisations that offer activities.';
comment on column organisation.organisation_id is '[PUBLIC] Code of the organisation within the scheme.';
comment on column organisation.scheme_id is '[PUBLIC] The scheme whose directory lists it.';
comment on column organisation.name is '[PUBLIC] Name of the organisation.';
comment on column organisation.email is '[PERSONAL] Where offers are sent; in a small group often one volunteer''s own address.';
comment on column organisation.phone is '[PERSONAL] For the link worker; in a small group often one volunteer''s own number.';
comment on column organisation.legal_form is '[PUBLIC] Code: charity, company, un-constituted group and so on.';
comment on column organisation.invented is '[PUBLIC] True: made up for the demo.';

comment on table activity is '[PUBLIC] What a person can be introduced to.';
comment on column activity.activity_id is '[PUBLIC] Code of the activity within the scheme.';
comment on column activity.scheme_id is '[PUBLIC] The scheme.';
comment on column activity.organisation_id is '[PUBLIC] Who offers it.';
comment on column activity.name_en is '[PUBLIC] Name in English.';
comment on column activity.name_cy is '[PUBLIC] Name in Welsh.';
comment on column activity.needs is '[PUBLIC] Codes of the needs it helps with.';
comment on column activity.areas is '[PUBLIC] Codes of the areas it serves.';
comment on column activity.minimum_age is '[PUBLIC] Youngest age in years; null for none.';
comment on column activity.maximum_age is '[PUBLIC] Oldest age in years; null for none.';
comment on column activity.format is '[PUBLIC] ONE_TO_ONE or GROUP.';
comment on column activity.weekdays is '[PUBLIC] Days on which it takes place, MONDAY to SUNDAY; empty for by agreement.';
comment on column activity.places is '[PUBLIC] Places in all; null for no limit. Count.';

-- ---- the person ----

comment on table person is '[PERSONAL] The one home of who a person is. Nothing of it goes to the engine, to logs or to addresses of pages.';
comment on column person.person_id is '[OPERATIONAL] Random id, says nothing about the person.';
comment on column person.scheme_id is '[OPERATIONAL] The scheme that holds the record; two schemes do not share a person.';
comment on column person.given_name is '[PERSONAL] Given name as the person uses it.';
comment on column person.family_name is '[PERSONAL] Family name.';
comment on column person.date_of_birth is '[PERSONAL] Date of birth.';
comment on column person.nhs_number is '[PERSONAL] Ten digits, checked (modulus 11); null when not known.';
comment on column person.postcode is '[PERSONAL] Postcode of the home; gives the area.';
comment on column person.phone is '[PERSONAL] Telephone number.';
comment on column person.email is '[PERSONAL] E-mail address.';
comment on column person.preferred_language is '[PERSONAL] The language to speak and write to the person in, en or cy.';
comment on column person.interpreter is '[PERSONAL] Language to interpret, British Sign Language included; null when not needed.';
comment on column person.communication_needs is '[HEALTH] How to make contact possible: large print, hearing, someone to be present.';
comment on column person.safe_time_to_call is '[HEALTH] When a call is safe and wanted; can hint at danger in the home.';
comment on column person.created_at is '[OPERATIONAL] When the record was made.';

-- ---- the referral ----

comment on table referral is '[HEALTH] One referral: who made it, why, and how far it has come. Lists are read from here, not from the engine.';
comment on column referral.referral_id is '[OPERATIONAL] The reference that people use, FP-XXXX-XXXX; also the business key in the engine.';
comment on column referral.scheme_id is '[OPERATIONAL] The scheme, also the tenant in the engine.';
comment on column referral.person_id is '[OPERATIONAL] The person.';
comment on column referral.received_at is '[OPERATIONAL] When it was received.';
comment on column referral.channel is '[OPERATIONAL] WEB, API or TRANSFER (handed over by another scheme).';
comment on column referral.source_code is '[OPERATIONAL] Where it came from: one of the scheme''s sources.';
comment on column referral.referrer_kind is '[OPERATIONAL] PROFESSIONAL, SELF or FAMILY.';
comment on column referral.referrer_name is '[PERSONAL] Who made the referral.';
comment on column referral.referrer_role is '[PERSONAL] Their role.';
comment on column referral.referrer_organisation is '[PERSONAL] Where they work.';
comment on column referral.referrer_email is '[PERSONAL] Where messages about the referral go.';
comment on column referral.referrer_phone is '[PERSONAL] How to ask them something.';
comment on column referral.relation_to_person is '[PERSONAL] What a relative or friend is to the person.';
comment on column referral.referrer_language is '[PERSONAL] The language of messages to the referrer, en or cy.';
comment on column referral.needs is '[HEALTH] One to three codes of needs.';
comment on column referral.reason is '[HEALTH] Why now, in the referrer''s words.';
comment on column referral.tried is '[HEALTH] What has been tried, in the referrer''s words.';
comment on column referral.risks is '[HEALTH] Codes of risks, or NONE_KNOWN; never empty.';
comment on column referral.risk_note is '[HEALTH] More about the risks, in the referrer''s words.';
comment on column referral.wants_information_only is '[HEALTH] True: the person asked only where to find things.';
comment on column referral.area_code is '[OPERATIONAL] Area of the postcode on the day it was received; null when outside every area.';
comment on column referral.stage is '[OPERATIONAL] One of the six stages.';
comment on column referral.closed_state is '[OPERATIONAL] How it ended; null while it is open.';
comment on column referral.closure_reason is '[HEALTH] Code of the reason for closing.';
comment on column referral.route is '[OPERATIONAL] The route taken, after confirmation where a person had to confirm it.';
comment on column referral.link_worker is '[PERSONAL] The account of the link worker.';
comment on column referral.process_instance_id is '[OPERATIONAL] The journey in the engine.';
comment on column referral.tracking_token_hash is '[SECRET] SHA-256 of the token in the referrer''s link.';
comment on column referral.next_date is '[OPERATIONAL] Next date on which something is due; shown to the referrer.';
comment on column referral.changed_at is '[OPERATIONAL] Last change.';
comment on column referral.version is '[OPERATIONAL] Counts changes, so that two people cannot overwrite each other.';

comment on table consent_grant is '[HEALTH] What the person agreed to, a new row each time; the newest counts. Rows are never changed.';
comment on column consent_grant.consent_id is '[OPERATIONAL] Id of the row.';
comment on column consent_grant.person_id is '[OPERATIONAL] The person.';
comment on column consent_grant.referral_id is '[OPERATIONAL] The referral it was given for.';
comment on column consent_grant.purpose is '[OPERATIONAL] REFER, TELL_REFERRER, TELL_PROVIDER or EVALUATION.';
comment on column consent_grant.granted is '[OPERATIONAL] True: agreed. False: refused or withdrawn.';
comment on column consent_grant.given_by is '[PERSONAL] Code: the person, or who decided for them.';
comment on column consent_grant.given_how is '[OPERATIONAL] Code: spoken, written, on the web form.';
comment on column consent_grant.given_on is '[OPERATIONAL] Day on which it was given.';
comment on column consent_grant.wording_version is '[OPERATIONAL] Version of the words that were agreed to.';
comment on column consent_grant.activity_id is '[HEALTH] For TELL_PROVIDER: the one activity it is about.';
comment on column consent_grant.recorded_by is '[PERSONAL] Account, or the kind of referrer, that recorded it.';
comment on column consent_grant.recorded_at is '[OPERATIONAL] When it was recorded.';

comment on table decision_record is '[HEALTH] What a decision table was asked and what it answered, so that it can be replayed and explained.';
comment on column decision_record.decision_record_id is '[OPERATIONAL] Id of the row.';
comment on column decision_record.referral_id is '[OPERATIONAL] The referral.';
comment on column decision_record.scheme_id is '[OPERATIONAL] The scheme.';
comment on column decision_record.decision_key is '[OPERATIONAL] Which decision, for example referral-route.';
comment on column decision_record.definition_id is '[OPERATIONAL] The exact table that answered.';
comment on column decision_record.definition_version is '[OPERATIONAL] Its version.';
comment on column decision_record.own_table is '[OPERATIONAL] True: the scheme''s own table answered, not the shared one.';
comment on column decision_record.rule_ids is '[OPERATIONAL] Ids of the rules that applied, in the table''s order.';
comment on column decision_record.facts is '[HEALTH] The coded facts that the table was given; no name, no text.';
comment on column decision_record.outputs is '[OPERATIONAL] What the table answered.';
comment on column decision_record.decided_at is '[OPERATIONAL] When it answered.';
comment on column decision_record.confirmed_route is '[OPERATIONAL] The route that a person confirmed or chose instead; null when none had to.';
comment on column decision_record.confirmed_by is '[PERSONAL] The account of that person.';
comment on column decision_record.confirmed_reason is '[HEALTH] Why, in their words.';
comment on column decision_record.confirmed_at is '[OPERATIONAL] When they confirmed.';

-- ---- the journey ----

comment on table contact_attempt is '[HEALTH] Each attempt to reach the person for the first time.';
comment on column contact_attempt.contact_attempt_id is '[OPERATIONAL] Id of the row.';
comment on column contact_attempt.referral_id is '[OPERATIONAL] The referral.';
comment on column contact_attempt.attempt is '[OPERATIONAL] First is 1. Count.';
comment on column contact_attempt.channel is '[OPERATIONAL] Code: telephone, letter and so on.';
comment on column contact_attempt.result is '[OPERATIONAL] REACHED, NOT_REACHED or DECLINED.';
comment on column contact_attempt.note is '[HEALTH] In the link worker''s words.';
comment on column contact_attempt.recorded_by is '[PERSONAL] Account of the link worker.';
comment on column contact_attempt.recorded_at is '[OPERATIONAL] When it was recorded.';

comment on table conversation is '[HEALTH] The what-matters conversation.';
comment on column conversation.conversation_id is '[OPERATIONAL] Id of the row.';
comment on column conversation.referral_id is '[OPERATIONAL] The referral.';
comment on column conversation.held_on is '[OPERATIONAL] Day of the conversation.';
comment on column conversation.what_matters is '[HEALTH] What matters to the person, in words agreed with them.';
comment on column conversation.strengths is '[HEALTH] What they can build on.';
comment on column conversation.recorded_by is '[PERSONAL] Account of the link worker.';
comment on column conversation.recorded_at is '[OPERATIONAL] When it was recorded.';

comment on table goal is '[HEALTH] The person''s own goals.';
comment on column goal.goal_id is '[OPERATIONAL] Id of the row.';
comment on column goal.conversation_id is '[OPERATIONAL] The conversation it comes from.';
comment on column goal.position is '[OPERATIONAL] Order among the goals; first is 1.';
comment on column goal.goal is '[HEALTH] The goal in the person''s words.';
comment on column goal.importance is '[HEALTH] How important, 1 to 10.';
comment on column goal.confidence is '[HEALTH] How confident, 1 to 10.';
comment on column goal.actions is '[HEALTH] What is done for the goal: what, who (PERSON, LINK_WORKER, OTHER) and by when.';

comment on table measure_record is '[HEALTH] Answers to a measure before and after; the before and the after of one measure are compared.';
comment on column measure_record.measure_record_id is '[OPERATIONAL] Id of the row.';
comment on column measure_record.referral_id is '[OPERATIONAL] The referral.';
comment on column measure_record.measure is '[OPERATIONAL] Which measure, for example ONS4.';
comment on column measure_record.measure_version is '[OPERATIONAL] Version of its wording.';
comment on column measure_record.occasion is '[OPERATIONAL] BASELINE, CLOSING, or REVIEW_3, REVIEW_6 and REVIEW_12 for so many months later.';
comment on column measure_record.scores is '[HEALTH] Score by question; PREFER_NOT_TO_SAY is an answer too.';
comment on column measure_record.recorded_by is '[PERSONAL] Account of the link worker.';
comment on column measure_record.recorded_at is '[OPERATIONAL] When it was recorded.';

comment on table introduction is '[HEALTH] A person offered to an activity, and what became of it.';
comment on column introduction.introduction_id is '[OPERATIONAL] Id of the row.';
comment on column introduction.referral_id is '[OPERATIONAL] The referral.';
comment on column introduction.scheme_id is '[OPERATIONAL] The scheme.';
comment on column introduction.activity_id is '[HEALTH] The activity; says what the person does.';
comment on column introduction.status is '[OPERATIONAL] OFFERED, ACCEPTED, WAITING_LIST, DECLINED, NO_ANSWER or STOPPED.';
comment on column introduction.accompanied is '[HEALTH] True: the link worker comes along the first time.';
comment on column introduction.note is '[HEALTH] For the link worker; not sent to the organisation.';
comment on column introduction.offered_at is '[OPERATIONAL] When it was offered.';
comment on column introduction.answer_due_at is '[OPERATIONAL] When an answer is overdue.';
comment on column introduction.answered_at is '[OPERATIONAL] When it was answered; null while it is open.';
comment on column introduction.answered_via is '[OPERATIONAL] LINK: by the organisation itself. LINK_WORKER: recorded for it.';
comment on column introduction.answer_note is '[HEALTH] What the organisation wrote with its answer.';
comment on column introduction.reply_token_hash is '[SECRET] SHA-256 of the token in the organisation''s link.';
comment on column introduction.process_instance_id is '[OPERATIONAL] The process in the engine that waits for the answer.';
comment on column introduction.version is '[OPERATIONAL] Counts changes, so that two answers cannot both count.';

comment on table check_in is '[HEALTH] How it goes after the introduction.';
comment on column check_in.check_in_id is '[OPERATIONAL] Id of the row.';
comment on column check_in.referral_id is '[OPERATIONAL] The referral.';
comment on column check_in.number is '[OPERATIONAL] First is 1. Count.';
comment on column check_in.held_on is '[OPERATIONAL] Day of the check-in.';
comment on column check_in.attendance is '[HEALTH] Code: attending, attended once, not attended, not introduced.';
comment on column check_in.how_it_goes is '[HEALTH] In words.';
comment on column check_in.next_step is '[OPERATIONAL] CONTINUE or END.';
comment on column check_in.recorded_by is '[PERSONAL] Account of the link worker.';
comment on column check_in.recorded_at is '[OPERATIONAL] When it was recorded.';

comment on table outcome is '[HEALTH] How the support ended.';
comment on column outcome.referral_id is '[OPERATIONAL] The referral.';
comment on column outcome.closure_reason is '[HEALTH] Code of the reason.';
comment on column outcome.goals_met is '[HEALTH] GOALS_MET, PARTLY, NOT_MET or NOT_SET.';
comment on column outcome.what_changed is '[HEALTH] What changed for the person, in words.';
comment on column outcome.recorded_by is '[PERSONAL] Account of the link worker.';
comment on column outcome.recorded_at is '[OPERATIONAL] When it was recorded.';

-- ---- what leaves, what arrives twice, what is proved ----

comment on table outbox_message is '[PERSONAL] Messages to send, written in the same transaction as what they tell.';
comment on column outbox_message.message_id is '[OPERATIONAL] Id of the message.';
comment on column outbox_message.scheme_id is '[OPERATIONAL] The scheme in whose name it is sent.';
comment on column outbox_message.referral_id is '[OPERATIONAL] The referral it is about.';
comment on column outbox_message.purpose is '[OPERATIONAL] Which message; chooses its words.';
comment on column outbox_message.dedup_key is '[OPERATIONAL] The same message is not written twice.';
comment on column outbox_message.to_address is '[PERSONAL] E-mail address; null when there is none to write to.';
comment on column outbox_message.language is '[OPERATIONAL] Language of the message, en or cy.';
comment on column outbox_message.params is '[SECRET] What the words need, with links that open a page without an account.';
comment on column outbox_message.status is '[OPERATIONAL] WAITING, SENT, ON_SCREEN (demo without a mail server) or FAILED.';
comment on column outbox_message.tries is '[OPERATIONAL] How often it was tried. Count.';
comment on column outbox_message.created_at is '[OPERATIONAL] When it was written.';
comment on column outbox_message.sent_at is '[OPERATIONAL] When it was sent; null while it waits.';

comment on table idempotency_key is '[SECRET] What was answered to a request of a source''s system, so that a repeated request makes no second referral.';
comment on column idempotency_key.client is '[OPERATIONAL] Which key''s owner asked: scheme and source.';
comment on column idempotency_key.key is '[OPERATIONAL] The Idempotency-Key header.';
comment on column idempotency_key.request_hash is '[OPERATIONAL] SHA-256 of the body; the body is not kept.';
comment on column idempotency_key.response is '[SECRET] The answer, with the tracking link.';
comment on column idempotency_key.created_at is '[OPERATIONAL] When it was answered.';

comment on table audit_entry is '[OPERATIONAL] Who did what when, append-only, in the transaction of the act itself. A trigger refuses changes.';
comment on column audit_entry.audit_id is '[OPERATIONAL] Order of the entries.';
comment on column audit_entry.at is '[OPERATIONAL] When.';
comment on column audit_entry.actor_kind is '[OPERATIONAL] Code: staff, referrer, organisation, system.';
comment on column audit_entry.actor_id is '[PERSONAL] The account, or a code for who has none.';
comment on column audit_entry.act is '[OPERATIONAL] What was done: module.pastTense.';
comment on column audit_entry.subject_type is '[OPERATIONAL] What it was done to: referral, introduction, model.';
comment on column audit_entry.subject_id is '[OPERATIONAL] Its reference or id.';
comment on column audit_entry.scheme_id is '[OPERATIONAL] The scheme; null for acts across schemes.';
comment on column audit_entry.details is '[OPERATIONAL] Codes, ids, versions and counts only; no name and no text.';

comment on table model_deployment is '[OPERATIONAL] Who put which models into use, and why.';
comment on column model_deployment.deployment_id is '[OPERATIONAL] The deployment in the engine.';
comment on column model_deployment.scheme_id is '[OPERATIONAL] The scheme whose own models these are; null for the shared ones.';
comment on column model_deployment.source is '[OPERATIONAL] Where they came from: a release, the workbench.';
comment on column model_deployment.deployed_by is '[PERSONAL] Account, or the system at start-up.';
comment on column model_deployment.reason is '[OPERATIONAL] Why.';
comment on column model_deployment.bundle_hash is '[OPERATIONAL] SHA-256 over the whole bundle: the same bundle is not deployed twice.';
comment on column model_deployment.resources is '[OPERATIONAL] Names of the files, each with its hash.';
comment on column model_deployment.deployed_at is '[OPERATIONAL] When.';

comment on table setting is '[OPERATIONAL] Small facts that Fingerpost keeps about itself, such as where the demo''s clock stands.';
comment on column setting.name is '[OPERATIONAL] Name of the fact.';
comment on column setting.value is '[OPERATIONAL] Its value.';

comment on column referral.statutory_request_only is '[OPERATIONAL] Whether only a letter, a statutory assessment or an immigration matter is asked for.';
comment on column outbox_message.next_try_at is '[OPERATIONAL] When sending may be tried next, in UTC; a claim puts it off.';
