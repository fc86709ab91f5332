package org.fingerpost.platform.engine;

import java.util.AbstractMap;
import java.util.Collections;
import java.util.HashSet;
import java.util.Set;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.beans.factory.ListableBeanFactory;

/**
 * The beans a model may name: every delegate of ours, and nothing else of the application. They are looked up when a step runs,
 * because they need the engine that is being built with this map.
 */
class ModelDelegates extends AbstractMap<Object, Object> {

  private final ListableBeanFactory beans;
  private final Set<String> names;

  ModelDelegates(ListableBeanFactory beans) {
    this.beans = beans;
    this.names = namesIn(beans);
  }

  static Set<String> namesIn(ListableBeanFactory beans) {
    var names = new HashSet<String>();
    for (String name : beans.getBeanNamesForType(JavaDelegate.class, false, false)) {
      Class<?> type = beans.getType(name, false);
      if (type != null && type.getName().startsWith("org.fingerpost.") && name.endsWith("Delegate")) {
        names.add(name);
      }
    }
    return Collections.unmodifiableSet(names);
  }

  @Override
  public boolean containsKey(Object key) {
    return names.contains(key);
  }

  @Override
  public Object get(Object key) {
    return containsKey(key) ? beans.getBean((String) key) : null;
  }

  @Override
  public Set<Object> keySet() {
    return Collections.unmodifiableSet(names);
  }

  /** Never filled: nothing walks over the delegates' instances, and building them all would build the application in a circle. */
  @Override
  public Set<Entry<Object, Object>> entrySet() {
    return Collections.emptySet();
  }
}
