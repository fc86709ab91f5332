-- The engine's scripts give its history tables over 100 indexes, most of them for queries that Fingerpost never asks. Every row
-- written pays for each of them, and where one holds a column that changes later (END_TIME_, REMOVAL_TIME_) every change of a row
-- pays for all of them again: together more than half of the journal (WAL) that a journey writes.
--
-- What is asked of the history, and what stays for it:
--   one journey, by its reference            ACT_IDX_HI_PRO_I_BUSKEY
--   journeys by start or end                 ACT_IDX_HI_PRO_INST_PROC_TIME
--   journeys of one version of a process     ACT_IDX_HI_PI_PDEFID_END_TIME
--   everything of one process instance       ACT_IDX_HI_ACT_INST_PROCINST, ACT_IDX_HI_TASKINST_PROCINST,
--                                            ACT_IDX_HI_PROCVAR_PROC_INST, ACT_IDX_HI_DETAIL_PROC_INST,
--                                            ACT_IDX_HI_JOB_LOG_PROCINST, ACT_IDX_HI_OP_LOG_PROCINST, ACT_IDX_HI_DEC_INST_PI
--   everything of one step                   ACT_IDX_HI_VARINST_ACT_INST_ID, ACT_IDX_HI_DETAIL_ACT_INST,
--                                            ACT_IDX_HI_DEC_INST_ACT_INST
--   everything of one task                   ACT_IDX_HI_DETAIL_TASK_ID, ACT_IDX_HI_IDENT_LINK_TASK, ACT_IDX_HI_OP_LOG_TASK
--   who did what, and when                   ACT_IDX_HI_OP_LOG_USER_ID, ACT_IDX_HI_OP_LOG_TIMESTAMP,
--                                            ACT_IDX_HI_TASK_INST_START, ACT_IDX_HI_DEC_INST_TIME
--   inputs and outputs of one decision       ACT_IDX_HI_DEC_IN_INST, ACT_IDX_HI_DEC_OUT_INST
-- Primary keys stay. Tables that are rarely or never written here (incidents, batches, external tasks, comments, attachments,
-- cases) keep the indexes they came with. A query that needs another index brings it in its own migration.
--
-- Not needed at all: by root process instance and by removal time, because retention is Fingerpost's own and the engine stamps
-- nothing; by tenant and by process definition key, which single out too few rows; by content of byte arrays, because none exist.

drop index ACT_IDX_HI_PRO_INST_END;
drop index ACT_IDX_HI_PRO_INST_TENANT_ID;
drop index ACT_IDX_HI_PRO_INST_PROC_DEF_KEY;
drop index ACT_IDX_HI_PRO_INST_ROOT_PI;
drop index ACT_IDX_HI_PRO_INST_RM_TIME;
drop index ACT_IDX_HI_PRO_RST_PRO_INST_ID;

drop index ACT_IDX_HI_ACTINST_ROOT_PI;
drop index ACT_IDX_HI_ACT_INST_START_END;
drop index ACT_IDX_HI_ACT_INST_END;
drop index ACT_IDX_HI_ACT_INST_COMP;
drop index ACT_IDX_HI_ACT_INST_STATS;
drop index ACT_IDX_HI_ACT_INST_TENANT_ID;
drop index ACT_IDX_HI_ACT_INST_PROC_DEF_KEY;
drop index ACT_IDX_HI_AI_PDEFID_END_TIME;
drop index ACT_IDX_HI_ACT_INST_RM_TIME;

drop index ACT_IDX_HI_TASKINST_ROOT_PI;
drop index ACT_IDX_HI_TASK_INST_TENANT_ID;
drop index ACT_IDX_HI_TASK_INST_PROC_DEF_KEY;
drop index ACT_IDX_HI_TASKINSTID_PROCINST;
drop index ACT_IDX_HI_TASK_INST_RM_TIME;
drop index ACT_IDX_HI_TASK_INST_END;

drop index ACT_IDX_HI_DETAIL_ROOT_PI;
drop index ACT_IDX_HI_DETAIL_CASE_INST;
drop index ACT_IDX_HI_DETAIL_CASE_EXEC;
drop index ACT_IDX_HI_DETAIL_TIME;
drop index ACT_IDX_HI_DETAIL_NAME;
drop index ACT_IDX_HI_DETAIL_TENANT_ID;
drop index ACT_IDX_HI_DETAIL_PROC_DEF_KEY;
drop index ACT_IDX_HI_DETAIL_BYTEAR;
drop index ACT_IDX_HI_DETAIL_RM_TIME;
drop index ACT_IDX_HI_DETAIL_TASK_BYTEAR;
drop index ACT_IDX_HI_DETAIL_VAR_INST_ID;

drop index ACT_IDX_HI_IDENT_LNK_ROOT_PI;
drop index ACT_IDX_HI_IDENT_LNK_USER;
drop index ACT_IDX_HI_IDENT_LNK_GROUP;
drop index ACT_IDX_HI_IDENT_LNK_TENANT_ID;
drop index ACT_IDX_HI_IDENT_LNK_PROC_DEF_KEY;
drop index ACT_IDX_HI_IDENT_LINK_RM_TIME;
drop index ACT_IDX_HI_IDENT_LNK_TIMESTAMP;

drop index ACT_IDX_HI_VARINST_ROOT_PI;
drop index ACT_IDX_HI_PROCVAR_NAME_TYPE;
drop index ACT_IDX_HI_CASEVAR_CASE_INST;
drop index ACT_IDX_HI_VAR_INST_TENANT_ID;
drop index ACT_IDX_HI_VAR_INST_PROC_DEF_KEY;
drop index ACT_IDX_HI_VARINST_BYTEAR;
drop index ACT_IDX_HI_VARINST_RM_TIME;
drop index ACT_IDX_HI_VAR_PI_NAME_TYPE;
drop index ACT_IDX_HI_VARINST_NAME;

drop index ACT_IDX_HI_JOB_LOG_ROOT_PI;
drop index ACT_IDX_HI_JOB_LOG_PROCDEF;
drop index ACT_IDX_HI_JOB_LOG_TENANT_ID;
drop index ACT_IDX_HI_JOB_LOG_JOB_DEF_ID;
drop index ACT_IDX_HI_JOB_LOG_PROC_DEF_KEY;
drop index ACT_IDX_HI_JOB_LOG_EX_STACK;
drop index ACT_IDX_HI_JOB_LOG_RM_TIME;
drop index ACT_IDX_HI_JOB_LOG_JOB_CONF;

drop index ACT_IDX_HI_OP_LOG_ROOT_PI;
drop index ACT_IDX_HI_OP_LOG_PROCDEF;
drop index ACT_IDX_HI_OP_LOG_RM_TIME;
drop index ACT_IDX_HI_OP_LOG_OP_TYPE;
drop index ACT_IDX_HI_OP_LOG_ENTITY_TYPE;

drop index ACT_IDX_HI_DEC_INST_ID;
drop index ACT_IDX_HI_DEC_INST_KEY;
drop index ACT_IDX_HI_DEC_INST_CI;
drop index ACT_IDX_HI_DEC_INST_ACT;
drop index ACT_IDX_HI_DEC_INST_TENANT_ID;
drop index ACT_IDX_HI_DEC_INST_ROOT_ID;
drop index ACT_IDX_HI_DEC_INST_REQ_ID;
drop index ACT_IDX_HI_DEC_INST_REQ_KEY;
drop index ACT_IDX_HI_DEC_INST_ROOT_PI;
drop index ACT_IDX_HI_DEC_INST_RM_TIME;

drop index ACT_IDX_HI_DEC_IN_CLAUSE;
drop index ACT_IDX_HI_DEC_IN_ROOT_PI;
drop index ACT_IDX_HI_DEC_IN_RM_TIME;
drop index ACT_IDX_HI_DEC_OUT_RULE;
drop index ACT_IDX_HI_DEC_OUT_ROOT_PI;
drop index ACT_IDX_HI_DEC_OUT_RM_TIME;

-- The engine's runtime rows live for days and then go: by default PostgreSQL clears up only after a fifth of a table is dead rows,
-- and every foreign key check wades through them until then.
alter table ACT_RU_EXECUTION    set (autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_threshold = 200, autovacuum_analyze_scale_factor = 0.05);
alter table ACT_RU_TASK         set (autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_threshold = 200, autovacuum_analyze_scale_factor = 0.05);
alter table ACT_RU_VARIABLE     set (autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_threshold = 200, autovacuum_analyze_scale_factor = 0.05);
alter table ACT_RU_IDENTITYLINK set (autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_threshold = 200, autovacuum_analyze_scale_factor = 0.05);
alter table ACT_RU_JOB          set (autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_threshold = 200, autovacuum_analyze_scale_factor = 0.05);
alter table ACT_RU_EVENT_SUBSCR set (autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_threshold = 200, autovacuum_analyze_scale_factor = 0.05);
alter table ACT_GE_PROPERTY     set (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 50);
