package org.fingerpost.platform.engine;

import java.util.ArrayList;
import org.camunda.bpm.engine.exception.NotValidException;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;

/** Stands before the engine's own deployers, so that no route to a deployment passes the guard by. */
class ModelGuardDeployer implements Deployer {

  @Override
  public void deploy(DeploymentEntity deployment) {
    if (!deployment.isNew()) {
      return;
    }
    EngineDecisions.forgetWhatIsInForce();
    var refusals = new ArrayList<ModelGuard.Refusal>();
    deployment
        .getResources()
        .forEach((name, resource) -> refusals.addAll(ModelGuard.check(name, resource.getBytes())));
    if (!refusals.isEmpty()) {
      throw new NotValidException(
          "The models were not deployed. "
              + String.join(" ", refusals.stream().map(ModelGuard.Refusal::toString).toList()));
    }
  }
}
