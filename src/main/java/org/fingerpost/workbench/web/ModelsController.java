package org.fingerpost.workbench.web;

import org.camunda.bpm.engine.RepositoryService;
import org.fingerpost.platform.engine.EngineClock;
import org.fingerpost.workbench.ModelDeployer;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The programme manager's start page: which models are in force, and who deployed what when and why. */
@Controller
class ModelsController {

  private final ModelDeployer deployer;
  private final RepositoryService repository;

  ModelsController(ModelDeployer deployer, RepositoryService repository) {
    this.deployer = deployer;
    this.repository = repository;
  }

  @GetMapping("/workbench")
  String models(Model model) {
    model.addAttribute("zone", EngineClock.LONDON);
    model.addAttribute("deployments", deployer.deployments());
    model.addAttribute(
        "processes",
        repository.createProcessDefinitionQuery().latestVersion().orderByProcessDefinitionKey().asc().list());
    model.addAttribute(
        "decisions",
        repository.createDecisionDefinitionQuery().latestVersion().orderByDecisionDefinitionKey().asc().list());
    return "workbench/models";
  }
}
