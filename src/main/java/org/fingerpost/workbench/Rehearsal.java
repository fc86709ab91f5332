package org.fingerpost.workbench;

import java.util.List;
import org.camunda.bpm.engine.ParseException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.stereotype.Component;

/**
 * Deploys models in a transaction that is rolled back, to hear what the engine says of them. It is an engine command of its own: inside
 * another one, what was tried out would be written with the other.
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
                throw new Rehearsed();
              });
      throw new IllegalStateException("A rehearsal ends with Rehearsed");
    } catch (Rehearsed e) {
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
      String words = String.valueOf(e.getMessage());
      String file = bundle.files().keySet().stream().filter(words::contains).findFirst().orElse(bundle.files().firstKey());
      return List.of(new Complaint(file, file, words));
    }
  }

  /** The curtain: takes everything back. */
  private static final class Rehearsed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private Rehearsed() {
      super(null, null, false, false);
    }
  }
}
