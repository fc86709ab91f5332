-- The audit trail becomes provable: a signed log (RFC 9162) over all its entries. Nothing here is written in the transaction of an act
-- but the two columns, which go with the entry's own insert; the rest is written by the sequencer, by the seals and by the check.

alter table audit_entry add column via text;
alter table audit_entry add column session_mark text;
comment on column audit_entry.via is '[OPERATIONAL] From where: PAGES, TASKLIST, API, LINK, MODELER, ROUND, START; null for entries from before this was kept.';
comment on column audit_entry.session_mark is '[OPERATIONAL] Which session, as the beginning of a hash of its id; null outside sessions.';

create table audit_key (
  public_key  text primary key,
  since       timestamptz not null
);
comment on table audit_key is '[OPERATIONAL] Public keys with which heads of the log were and are signed.';
comment on column audit_key.public_key is '[PUBLIC] The key as name+hash+key.';
comment on column audit_key.since is '[OPERATIONAL] From when on it signs.';

create table audit_leaf (
  leaf_index  bigint primary key,
  audit_id    bigint not null unique,
  leaf_hash   bytea not null
);
comment on table audit_leaf is '[OPERATIONAL] Leaves of the log: which entry stands where, and its hash. Tiles of the lowest level are 256 of them.';
comment on column audit_leaf.leaf_index is '[OPERATIONAL] Number of the entry in the log, from 0.';
comment on column audit_leaf.audit_id is '[OPERATIONAL] The entry.';
comment on column audit_leaf.leaf_hash is '[OPERATIONAL] SHA-256 of a zero byte and the entry in its canonical form.';

create table audit_node (
  level       smallint not null,
  node_index  bigint not null,
  hash        bytea not null,
  primary key (level, node_index)
);
comment on table audit_node is '[OPERATIONAL] Hashes over whole tiles of the log: what tiles above the lowest level consist of.';
comment on column audit_node.level is '[OPERATIONAL] Level of tiles, from 1.';
comment on column audit_node.node_index is '[OPERATIONAL] Number of the hash on its level, from 0.';
comment on column audit_node.hash is '[OPERATIONAL] Hash over 256 hashes of the level below.';

create table audit_head (
  size       bigint primary key,
  root       bytea not null,
  edge       bytea not null,
  note       text not null,
  signed_at  timestamptz not null
);
comment on table audit_head is '[OPERATIONAL] Signed heads of the log, one for each time it grew. Each also stands in a file outside the database.';
comment on column audit_head.size is '[OPERATIONAL] How many entries the log had.';
comment on column audit_head.root is '[OPERATIONAL] Hash over all of them.';
comment on column audit_head.edge is '[OPERATIONAL] Hashes of the perfect subtrees at the right edge, from which the tree grows on.';
comment on column audit_head.note is '[OPERATIONAL] The signed head as a C2SP checkpoint.';
comment on column audit_head.signed_at is '[OPERATIONAL] When it was signed.';

create table case_seal (
  instance_id   text primary key,
  business_key  text,
  sealed_at     timestamptz not null
);
comment on table case_seal is '[OPERATIONAL] Which ended process instances have had their history sealed; the hashes stand in the audit trail.';
comment on column case_seal.instance_id is '[OPERATIONAL] The process instance that was called by no other.';
comment on column case_seal.business_key is '[OPERATIONAL] What it was about.';
comment on column case_seal.sealed_at is '[OPERATIONAL] When.';

create trigger audit_key_append_only before update or delete or truncate on audit_key for each statement execute function refuse_change();
create trigger audit_leaf_append_only before update or delete or truncate on audit_leaf for each statement execute function refuse_change();
create trigger audit_node_append_only before update or delete or truncate on audit_node for each statement execute function refuse_change();
create trigger audit_head_append_only before update or delete or truncate on audit_head for each statement execute function refuse_change();
create trigger case_seal_append_only before update or delete or truncate on case_seal for each statement execute function refuse_change();

create table audit_check (
  check_id     uuid primary key,
  asked_by     text not null,
  started_at   timestamptz not null,
  finished_at  timestamptz,
  night        date unique,
  size         bigint,
  root         text,
  seals        bigint,
  deployments  bigint,
  result       text not null default 'RUNNING' check (result in ('RUNNING', 'UNALTERED', 'ALTERED', 'FAILED')),
  findings     jsonb not null default '[]'
);
create index audit_check_latest on audit_check (started_at desc);
comment on table audit_check is '[OPERATIONAL] Checks of the whole log and of what is bound to it.';
comment on column audit_check.check_id is '[OPERATIONAL] Id of the row.';
comment on column audit_check.asked_by is '[PERSONAL] The account that asked for it, or Fingerpost itself at night.';
comment on column audit_check.started_at is '[OPERATIONAL] When it began.';
comment on column audit_check.finished_at is '[OPERATIONAL] When it ended; null while it runs.';
comment on column audit_check.night is '[OPERATIONAL] The night it belongs to, so that one of several nodes does it; null when somebody asked.';
comment on column audit_check.size is '[OPERATIONAL] How many entries were checked.';
comment on column audit_check.root is '[OPERATIONAL] Hash over them.';
comment on column audit_check.seals is '[OPERATIONAL] How many closed cases were compared.';
comment on column audit_check.deployments is '[OPERATIONAL] How many deployments of models were compared.';
comment on column audit_check.result is '[OPERATIONAL] RUNNING, UNALTERED, ALTERED, or FAILED when it could not end.';
comment on column audit_check.findings is '[OPERATIONAL] What does not fit, as codes and ids.';

create table evidence_pack (
  pack_id      uuid primary key,
  kind         text not null check (kind in ('LOG', 'PERIOD', 'CASE', 'MODEL')),
  about        text,
  from_day     date,
  to_day       date,
  reason       text not null,
  asked_by     text not null,
  asked_at     timestamptz not null,
  finished_at  timestamptz,
  expires_at   timestamptz not null,
  status       text not null default 'MAKING' check (status in ('MAKING', 'READY', 'FAILED', 'EXPIRED')),
  entries      bigint,
  bytes        bigint,
  sha256       text,
  failed       text
);
create index evidence_pack_latest on evidence_pack (asked_at desc);
comment on table evidence_pack is '[OPERATIONAL] Packs of evidence that auditors had made. The packs themselves are files in the folder of the audit log.';
comment on column evidence_pack.pack_id is '[OPERATIONAL] Id of the row and name of the file.';
comment on column evidence_pack.kind is '[OPERATIONAL] The whole log, a period, a case, or a version of the models.';
comment on column evidence_pack.about is '[OPERATIONAL] The case''s reference or the deployment''s id; null for the others.';
comment on column evidence_pack.from_day is '[OPERATIONAL] First day of a period.';
comment on column evidence_pack.to_day is '[OPERATIONAL] Last day of a period.';
comment on column evidence_pack.reason is '[OPERATIONAL] Why it was made, in the auditor''s words.';
comment on column evidence_pack.asked_by is '[PERSONAL] The auditor''s account.';
comment on column evidence_pack.asked_at is '[OPERATIONAL] When it was asked for.';
comment on column evidence_pack.finished_at is '[OPERATIONAL] When it was there.';
comment on column evidence_pack.expires_at is '[OPERATIONAL] When the file is deleted.';
comment on column evidence_pack.status is '[OPERATIONAL] MAKING, READY, FAILED or EXPIRED.';
comment on column evidence_pack.entries is '[OPERATIONAL] How many entries it holds.';
comment on column evidence_pack.bytes is '[OPERATIONAL] Its size.';
comment on column evidence_pack.sha256 is '[OPERATIONAL] Hash of the file.';
comment on column evidence_pack.failed is '[OPERATIONAL] Why it could not be made, as a code.';
