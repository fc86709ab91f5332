-- Which groups people belong to, so that it can be counted whether a service reaches everybody and a rule treats everybody alike: sex and
-- ethnic category, if the person chooses to tell, and how deprived the area is that they lived in when they were referred. Counted only:
-- no decision table is asked about it and nothing of it is a variable of a process (src/docs/adr/0042).

alter table person add column stated_sex text check (stated_sex in ('1', '2', '9', 'X', 'Z'));
alter table person add column ethnic_category text check (
  ethnic_category in ('A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'J', 'K', 'L', 'M', 'N', 'P', 'R', 'S', 'Z', '99'));
comment on column person.stated_sex is '[PERSONAL] Sex as the person states it, code of the NHS Data Dictionary (PERSON STATED GENDER CODE: 1 male, 2 female, 9 neither, X not known), or Z for prefers not to say; null when not asked. For counting only.';
comment on column person.ethnic_category is '[HEALTH] Ethnic category as the person states it, code of the NHS Data Dictionary (A to S; Z not stated, 99 not known); null when not asked. Special category data; for counting only.';

create table deprivation_index (
  index_id     text primary key check (index_id ~ '^[A-Z]+-[0-9]{4}(-INVENTED)?$'),
  kind         text not null check (kind in ('IMD', 'WIMD')),
  year         int not null check (year between 2000 and 2100),
  invented     boolean not null,
  imported_at  timestamptz not null
);
comment on table deprivation_index is '[PUBLIC] Published indices of deprivation of which a lookup by postcode was imported.';
comment on column deprivation_index.index_id is '[PUBLIC] Kind and year, such as IMD-2025; ends with INVENTED if made up for the demo.';
comment on column deprivation_index.kind is '[PUBLIC] IMD: English Indices of Deprivation. WIMD: Welsh Index of Multiple Deprivation.';
comment on column deprivation_index.year is '[PUBLIC] Year of the index.';
comment on column deprivation_index.invented is '[PUBLIC] True: made up for the demo.';
comment on column deprivation_index.imported_at is '[OPERATIONAL] When a file of it was last loaded.';

create table deprivation_by_postcode (
  postcode  text primary key,
  decile    smallint not null check (decile between 1 and 10),
  index_id  text not null references deprivation_index
);
comment on table deprivation_by_postcode is '[PUBLIC] How deprived the area of a postcode is, as it was published.';
comment on column deprivation_by_postcode.postcode is '[PUBLIC] Postcode, upper case with one space.';
comment on column deprivation_by_postcode.decile is '[PUBLIC] Decile: 1 (most deprived tenth of the areas of its country) to 10 (least deprived).';
comment on column deprivation_by_postcode.index_id is '[PUBLIC] The index that says so.';

create table referral_deprivation (
  referral_id  text primary key references referral,
  decile       smallint not null check (decile between 1 and 10),
  index_id     text not null references deprivation_index,
  found_at     timestamptz not null
);
comment on table referral_deprivation is '[PERSONAL] How deprived the area was that somebody lived in when they were referred. Written once by a background round, never changed.';
comment on column referral_deprivation.referral_id is '[OPERATIONAL] The referral.';
comment on column referral_deprivation.decile is '[PERSONAL] Decile: 1 (most deprived tenth of the areas of the country) to 10 (least deprived). For counting only.';
comment on column referral_deprivation.index_id is '[OPERATIONAL] The index that said so.';
comment on column referral_deprivation.found_at is '[OPERATIONAL] When it was looked up.';
