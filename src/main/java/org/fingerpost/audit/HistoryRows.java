package org.fingerpost.audit;

import static org.fingerpost.audit.EngineRows.MODEL;
import static org.fingerpost.audit.EngineRows.NOT_RESTRICTED;
import static org.fingerpost.audit.EngineRows.instant;
import static org.fingerpost.audit.EngineRows.model;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import org.fingerpost.audit.StoryLine.Element;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The engine's own notes of asking decision tables on the way of one case. */
@Component
class HistoryRows {

  private final JdbcClient database;

  HistoryRows(JdbcClient database) {
    this.database = database;
  }

  /**
   * Evaluations of decision tables within the processes of the case, by the definition that was asked, oldest
   * first.
   */
  List<Evaluation> of(String referralId, FlowOrder order) {
    var outputs =
        database
            .sql(
                """
                select o.dec_inst_id_, o.rule_id_, o.var_name_,
                       case when o.var_type_ = 'boolean' then case o.long_ when 1 then 'true' else 'false' end
                            else coalesce(o.text_, o.long_::text, o.double_::text) end as value
                from act_hi_dec_out o
                join act_hi_decinst i on i.id_ = o.dec_inst_id_
                join act_hi_procinst p on p.proc_inst_id_ = i.proc_inst_id_
                where p.business_key_ = :referral and\s"""
                + NOT_RESTRICTED
                + " order by o.rule_order_, o.var_name_")
            .param("referral", referralId)
            .query(
                (row, number) ->
                    new Output(
                        row.getString("dec_inst_id_"),
                        row.getString("rule_id_"),
                        row.getString("var_name_"),
                        row.getString("value")))
            .list()
            .stream()
            .collect(Collectors.groupingBy(Output::evaluationId));
    return database
        .sql(
            "select i.id_, i.dec_def_id_, i.dec_def_key_, i.act_id_, i.act_inst_id_, i.eval_time_,"
                + " t.version_ as table_version, t.tenant_id_ is not null as own_table,"
                + MODEL
                + """
                from act_hi_procinst p
                join act_hi_decinst i on i.proc_inst_id_ = p.proc_inst_id_
                left join act_re_decision_def t on t.id_ = i.dec_def_id_
                left join act_re_procdef d on d.id_ = i.proc_def_id_
                where p.business_key_ = :referral and\s"""
                + NOT_RESTRICTED
                + " order by i.eval_time_")
        .param("referral", referralId)
        .query(
            (row, number) ->
                evaluation(row, order, outputs.getOrDefault(row.getString("id_"), List.of())))
        .list();
  }

  private static Evaluation evaluation(ResultSet row, FlowOrder order, List<Output> outputs)
      throws SQLException {
    var details = new LinkedHashMap<String, Object>();
    details.put("table", row.getString("dec_def_key_"));
    details.put("tableVersion", row.getInt("table_version"));
    details.put("ownTable", row.getBoolean("own_table"));
    if (!outputs.isEmpty()) {
      details.put("rules", outputs.stream().map(Output::ruleId).distinct().toList());
      var byName = new LinkedHashMap<String, Object>();
      outputs.forEach(output -> byName.putIfAbsent(output.name(), output.value()));
      details.put("outputs", byName);
    }
    var line =
        new StoryLine(
            StoryLine.anchor("table", row.getString("id_"), ""),
            instant(row, "eval_time_"),
            order.during(row.getString("act_inst_id_")),
            Happening.DECIDED,
            row.getString("dec_def_key_"),
            null,
            row.getString("act_id_") == null
                ? null
                : new Element(row.getString("act_id_"), null, null),
            model(row),
            details);
    return new Evaluation(row.getString("dec_def_id_"), line);
  }

  /**
   * The engine's own note of asking a table.
   *
   * @param definitionId the engine's id of the table's version
   */
  record Evaluation(String definitionId, StoryLine line) {}

  private record Output(String evaluationId, String ruleId, String name, String value) {}
}
