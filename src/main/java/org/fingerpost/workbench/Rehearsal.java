package org.fingerpost.workbench;

import java.util.List;
import org.camunda.bpm.engine.ParseException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.stereotype.Component;

/**
 * Deploys models in a transaction that is rolled back, to hear what the engine says of them. In an engine command of its own too: inside
 * another one, what was only tried out would be written with the other.
 */
@Component
public class Rehearsal {

  private final RepositoryService repository;
  private final ProcessEngineConfigurationImpl engine;

  Rehearsal(RepositoryService repository, ProcessEngineConfigurationImpl engine) {
    this.repository = repository;
    this.engine = engine;
  }

  /** What the engine says against one element of a file. */
  public record Complaint(String file, String element, String words) {}

  /** What the engine has against the models; empty if it would take them. They have passed the guard before they come here. */
  public List<Complaint> of(ModelBundle bundle) {
    try {
      engine
          .getCommandExecutorTxRequiresNew()
          .execute(
              context -> {
                ModelDeployer.builder(repository, bundle, "rehearsal").deploy();
                throw new Over();
              });
      throw new IllegalStateException("A rehearsal is taken back");
    } catch (Over e) {
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

  /** Says that the engine would take the models, and takes them back. */
  private static final class Over extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private Over() {
      super(null, null, false, false);
    }
  }
}
