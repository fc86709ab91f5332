package org.fingerpost.workbench;

import java.util.List;
import org.camunda.bpm.engine.ParseException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RepositoryService;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Deploys models in a transaction that is rolled back, to hear what the engine says of them. */
@Component
public class Rehearsal {

  private final RepositoryService repository;
  private final TransactionTemplate transaction;

  Rehearsal(RepositoryService repository, PlatformTransactionManager transactions) {
    this.repository = repository;
    this.transaction = new TransactionTemplate(transactions);
    this.transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
  }

  /** What the engine says against one element of a file. */
  public record Complaint(String file, String element, String words) {}

  /** What the engine has against the models; empty if it would take them. They have passed the guard before they come here. */
  public List<Complaint> of(ModelBundle bundle) {
    try {
      transaction.executeWithoutResult(
          status -> {
            status.setRollbackOnly();
            ModelDeployer.builder(repository, bundle, "rehearsal").deploy();
          });
      return List.of();
    } catch (ParseException e) {
      return e.getResorceReports().stream()
          .flatMap(
              report ->
                  report.getErrors().stream()
                      .map(
                          problem ->
                              new Complaint(report.getResourceName(), String.valueOf(problem.getMainElementId()), problem.getMessage())))
          .toList();
    } catch (ProcessEngineException e) {
      String first = bundle.files().firstKey();
      return List.of(new Complaint(first, first, String.valueOf(e.getMessage())));
    }
  }
}
