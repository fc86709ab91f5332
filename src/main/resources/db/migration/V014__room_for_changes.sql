-- A referral's row changes seven times on its way. With room left on its page a changed row stays there and no index is touched.
alter table referral set (fillfactor = 50);
alter table introduction set (fillfactor = 70);
alter table decision_record set (fillfactor = 90);
alter table act_hi_actinst set (fillfactor = 80);
alter table act_hi_taskinst set (fillfactor = 70);
alter table act_hi_procinst set (fillfactor = 70);
