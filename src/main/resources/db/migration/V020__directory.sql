-- The directory at full breadth, shaped like Open Referral UK 3: what an organisation is, what its activities are, when, where and
-- what they cost, how they are doing, and who changed what. The kite mark is the organisation's, not the activity's.

alter table organisation
  add column mark_level      text not null default 'NONE'
    check (mark_level in ('NONE', 'NOT_YET', 'SUSPENDED', 'SIGNPOST_ONLY', 'SMALL_GROUP', 'CONDITIONAL', 'FULL')),
  add column mark_until      date,
  add column part_of         text,
  add column description_en  text,
  add column description_cy  text,
  add column website         text,
  add column areas           text[] not null default '{}',
  add column paid_staff      integer check (paid_staff >= 0),
  add column volunteers      integer check (volunteers >= 0),
  add column status          text not null default 'ACTIVE' check (status in ('ACTIVE', 'TEMPORARILY_CLOSED', 'INACTIVE')),
  add column origin          text not null default 'FOLDER' check (origin in ('FOLDER', 'IMPORT', 'REGISTERED')),
  add column edited_at       timestamptz,
  add column confirmed_on    date not null default current_date,
  add column reminded_on     date,
  add foreign key (scheme_id, part_of) references organisation (scheme_id, organisation_id);
create index organisation_by_email on organisation (lower(email)) where email is not null;
comment on column organisation.mark_level is '[PUBLIC] Level of the kite mark, as it stands now.';
comment on column organisation.mark_until is '[PUBLIC] Last day the mark holds; null for none.';
comment on column organisation.part_of is '[PUBLIC] For a group or branch: the organisation it belongs to.';
comment on column organisation.description_en is '[PUBLIC] What it does, in English.';
comment on column organisation.description_cy is '[PUBLIC] What it does, in Welsh.';
comment on column organisation.website is '[PUBLIC] Address of its own pages.';
comment on column organisation.areas is '[PUBLIC] Codes of the areas it works in; empty for those of its activities.';
comment on column organisation.paid_staff is '[PUBLIC] How many people it pays; null if not known. Count.';
comment on column organisation.volunteers is '[PUBLIC] How many volunteers it has; null if not known. Count.';
comment on column organisation.status is '[PUBLIC] ACTIVE, TEMPORARILY_CLOSED or INACTIVE; an inactive one is not listed.';
comment on column organisation.origin is '[OPERATIONAL] How it came into the directory: FOLDER, IMPORT or REGISTERED.';
comment on column organisation.edited_at is '[OPERATIONAL] When somebody last changed it here; from then on the scheme folder changes it no more. Null for never.';
comment on column organisation.confirmed_on is '[PUBLIC] When it was last said that the entry is right.';
comment on column organisation.reminded_on is '[OPERATIONAL] When it was last asked whether the entry is still right.';

update organisation o
   set mark_level = coalesce(
         (select a.kite_mark
            from activity a
           where a.scheme_id = o.scheme_id and a.organisation_id = o.organisation_id
           order by array_position(array['FULL', 'CONDITIONAL', 'SMALL_GROUP', 'NONE'], a.kite_mark)
           limit 1),
         'NONE');

alter table activity
  drop column kite_mark,
  add column description_en    text,
  add column description_cy    text,
  add column cost_pence        integer check (cost_pence >= 0),
  add column cost_note_en      text,
  add column cost_note_cy      text,
  add column starts_at         time,
  add column ends_at           time,
  add column frequency         text not null default 'WEEKLY'
    check (frequency in ('WEEKLY', 'FORTNIGHTLY', 'MONTHLY', 'BY_AGREEMENT')),
  add column venue             text,
  add column address           text,
  add column postcode          text,
  add column group_size        integer check (group_size > 0),
  add column status            text not null default 'ACTIVE' check (status in ('ACTIVE', 'TEMPORARILY_CLOSED', 'INACTIVE')),
  add column places_this_week  integer check (places_this_week >= 0),
  add column places_said_on    date,
  add column edited_at         timestamptz;
comment on column activity.description_en is '[PUBLIC] What happens there, in English.';
comment on column activity.description_cy is '[PUBLIC] What happens there, in Welsh.';
comment on column activity.cost_pence is '[PUBLIC] What one time costs, in pence; 0 for nothing, null if not known.';
comment on column activity.cost_note_en is '[PUBLIC] What else there is to know of the cost, in English.';
comment on column activity.cost_note_cy is '[PUBLIC] The same in Welsh.';
comment on column activity.starts_at is '[PUBLIC] Time of day it begins; null for by agreement.';
comment on column activity.ends_at is '[PUBLIC] Time of day it ends.';
comment on column activity.frequency is '[PUBLIC] WEEKLY, FORTNIGHTLY, MONTHLY or BY_AGREEMENT.';
comment on column activity.venue is '[PUBLIC] Name of the place; null when it comes to the person.';
comment on column activity.address is '[PUBLIC] Street and town of the place.';
comment on column activity.postcode is '[PUBLIC] Postcode of the place.';
comment on column activity.group_size is '[PUBLIC] How many usually come; null if not known. Count.';
comment on column activity.status is '[PUBLIC] ACTIVE, TEMPORARILY_CLOSED (takes nobody at the moment) or INACTIVE (not listed).';
comment on column activity.places_this_week is '[PUBLIC] How many more people it can take this week, as its organisation said. Count.';
comment on column activity.places_said_on is '[PUBLIC] The day it said so.';
comment on column activity.edited_at is '[OPERATIONAL] When somebody last changed it here; from then on the scheme folder changes it no more. Null for never.';

create table organisation_answers (
  scheme_id        text not null,
  organisation_id  text not null,
  answers          integer not null,
  accepted         integer not null,
  median_days      integer not null,
  computed_on      date not null,
  primary key (scheme_id, organisation_id)
);
comment on table organisation_answers is '[OPERATIONAL] How an organisation answered introductions in the last twelve months, computed each day from the answers themselves.';
comment on column organisation_answers.scheme_id is '[OPERATIONAL] The scheme.';
comment on column organisation_answers.organisation_id is '[OPERATIONAL] The organisation.';
comment on column organisation_answers.answers is '[OPERATIONAL] How many it answered. Count.';
comment on column organisation_answers.accepted is '[OPERATIONAL] How many of these it took on or put on its waiting list. Count.';
comment on column organisation_answers.median_days is '[OPERATIONAL] Usual time to its answer: the median, in working days.';
comment on column organisation_answers.computed_on is '[OPERATIONAL] The day it was computed.';

create table directory_link (
  token_hash       text primary key,
  scheme_id        text not null,
  organisation_id  text not null,
  sent_at          timestamptz not null,
  valid_until      date not null,
  foreign key (scheme_id, organisation_id) references organisation (scheme_id, organisation_id)
);
create index directory_link_of_organisation on directory_link (scheme_id, organisation_id, sent_at);
comment on table directory_link is '[SECRET] Links by which organisations keep their own entry up to date.';
comment on column directory_link.token_hash is '[SECRET] SHA-256 of the token in the link.';
comment on column directory_link.scheme_id is '[OPERATIONAL] The scheme.';
comment on column directory_link.organisation_id is '[OPERATIONAL] The organisation whose entry it opens.';
comment on column directory_link.sent_at is '[OPERATIONAL] When it was sent.';
comment on column directory_link.valid_until is '[OPERATIONAL] Last day it works.';

create table directory_change (
  change_id        uuid primary key,
  scheme_id        text not null,
  organisation_id  text not null,
  activity_id      text,
  field            text not null,
  value_before     text,
  value_after      text,
  changed_at       timestamptz not null,
  changed_by_kind  text not null check (changed_by_kind in ('ORGANISATION', 'STAFF', 'IMPORT')),
  changed_by       text not null,
  seen_by          text,
  seen_at          timestamptz
);
create index directory_change_in_scheme on directory_change (scheme_id, changed_at);
comment on table directory_change is '[PERSONAL] What was changed in the directory, value by value; contact details are among the values.';
comment on column directory_change.change_id is '[OPERATIONAL] Id of the row.';
comment on column directory_change.scheme_id is '[OPERATIONAL] The scheme.';
comment on column directory_change.organisation_id is '[OPERATIONAL] Whose entry.';
comment on column directory_change.activity_id is '[OPERATIONAL] Which activity; null for the organisation itself.';
comment on column directory_change.field is '[OPERATIONAL] Code of what was changed.';
comment on column directory_change.value_before is '[PERSONAL] What it was; null for nothing.';
comment on column directory_change.value_after is '[PERSONAL] What it is now; null for nothing.';
comment on column directory_change.changed_at is '[OPERATIONAL] When.';
comment on column directory_change.changed_by_kind is '[OPERATIONAL] ORGANISATION by its link, STAFF by hand or IMPORT from a file.';
comment on column directory_change.changed_by is '[OPERATIONAL] User id, or the organisation''s id.';
comment on column directory_change.seen_by is '[OPERATIONAL] User id of the officer who looked at it; null if nobody has.';
comment on column directory_change.seen_at is '[OPERATIONAL] When they did.';

create table directory_import (
  import_id    uuid primary key,
  scheme_id    text not null,
  file         text not null,
  sha256       text not null,
  uploaded_by  text not null,
  uploaded_at  timestamptz not null
);
comment on table directory_import is '[PERSONAL] A file that was read and reported on, and waits for somebody to say that it shall be loaded. Deleted then, or after a day.';
comment on column directory_import.import_id is '[OPERATIONAL] Id of the row.';
comment on column directory_import.scheme_id is '[OPERATIONAL] The scheme.';
comment on column directory_import.file is '[PERSONAL] The file''s text; contact details are in it.';
comment on column directory_import.sha256 is '[OPERATIONAL] SHA-256 of the text, for the audit trail.';
comment on column directory_import.uploaded_by is '[OPERATIONAL] User id of whoever uploaded it, who alone may load it.';
comment on column directory_import.uploaded_at is '[OPERATIONAL] When.';
