package org.fingerpost.journeys;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.pvm.process.TransitionImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.springframework.boot.test.context.TestComponent;

/** Watches which steps are entered and which arrows are taken, in every version of every process that the tests walk. */
@TestComponent
public class WalkedPaths extends AbstractProcessEnginePlugin {

  private static final Set<String> WALKED = ConcurrentHashMap.newKeySet();

  private static final Map<String, Runnable> WHEN_ENTERED = new ConcurrentHashMap<>();

  /** Has something done inside the engine's transaction each time this step is entered. */
  static void whenEntered(String process, String element, Runnable what) {
    WHEN_ENTERED.put(process + "#" + element, what);
  }

  static boolean walked(String process, String element) {
    return WALKED.contains(process + "#" + element);
  }

  @Override
  public void preInit(ProcessEngineConfigurationImpl configuration) {
    var listeners = configuration.getCustomPostBPMNParseListeners();
    if (listeners == null) {
      configuration.setCustomPostBPMNParseListeners(listeners = new ArrayList<>());
    }
    listeners.add(new Watcher());
  }

  private static final class Watcher extends AbstractBpmnParseListener {

    @Override
    public void parseSequenceFlow(Element element, ScopeImpl scope, TransitionImpl flow) {
      flow.addListener(ExecutionListener.EVENTNAME_TAKE, remember(processOf(scope), flow.getId()));
    }

    @Override
    public void parseProcess(Element element, ProcessDefinitionEntity process) {
      watch(process.getKey(), process.getActivities());
    }

    /** Steps are watched when their process has been read whole, so that none is missed whatever its kind. */
    private static void watch(String process, List<ActivityImpl> activities) {
      for (var activity : activities) {
        activity.addListener(ExecutionListener.EVENTNAME_START, remember(process, activity.getId()));
        watch(process, activity.getActivities());
      }
    }

    private static String processOf(ScopeImpl scope) {
      return ((ProcessDefinitionEntity) scope.getProcessDefinition()).getKey();
    }

    private static ExecutionListener remember(String process, String element) {
      var step = process + "#" + element;
      return execution -> {
        WALKED.add(step);
        WHEN_ENTERED.getOrDefault(step, () -> {}).run();
      };
    }
  }
}
