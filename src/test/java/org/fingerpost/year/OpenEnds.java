package org.fingerpost.year;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Looks in the engine's own tables for referrals that nothing will ever move on. */
final class OpenEnds {

  private final JdbcClient database;

  OpenEnds(JdbcClient database) {
    this.database = database;
  }

  /** Open referrals none of whose process instances has a task with a due date or a timer. */
  List<String> withoutDeadline() {
    return database
        .sql(
            """
            select r.referral_id || ' in stage ' || r.stage || ' at ' || coalesce(
                (select string_agg(t.task_def_key_, ', ') from act_ru_task t
                 join act_hi_procinst p on p.proc_inst_id_ = t.proc_inst_id_ where p.business_key_ = r.referral_id), 'no task')
            from referral r
            where r.closed_state is null
              and not exists (select 1 from act_hi_procinst p join act_ru_task t on t.proc_inst_id_ = p.proc_inst_id_
                              where p.business_key_ = r.referral_id and t.due_date_ is not null)
              and not exists (select 1 from act_hi_procinst p join act_ru_job j on j.process_instance_id_ = p.proc_inst_id_
                              where p.business_key_ = r.referral_id and j.type_ = 'timer' and j.duedate_ is not null)
            order by 1""")
        .query(String.class)
        .list();
  }

  /** Closed referrals whose journey, or an introduction of it, is still running. */
  List<String> unfinishedThoughClosed() {
    return database
        .sql(
            """
            select r.referral_id || ': ' || p.proc_def_key_
            from referral r join act_hi_procinst p on p.business_key_ = r.referral_id
            where r.closed_state is not null and p.end_time_ is null
              and p.proc_def_key_ in ('referral-journey', 'settle-route', 'wait-for-link-worker', 'first-contact', 'introduce-activity',
                                      'follow-up-cycle')
            order by 1""")
        .query(String.class)
        .list();
  }

  List<String> incidents() {
    return database
        .sql("select coalesce(activity_id_, '') || ': ' || incident_type_ from act_ru_incident order by 1")
        .query(String.class)
        .list();
  }
}
