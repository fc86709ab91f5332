package org.fingerpost.platform.engine;

import org.camunda.bpm.engine.ArtifactFactory;
import org.camunda.bpm.engine.ProcessEngineException;

/** Models name delegates as {@code ${bean}}, never a class: {@code camunda:class} would instantiate any class on the path. */
class NoClassesByName implements ArtifactFactory {

  @Override
  public <T> T getArtifact(Class<T> type) {
    throw new ProcessEngineException(
        "A model may not name a Java class; it may name a delegate as ${...Delegate}");
  }
}
