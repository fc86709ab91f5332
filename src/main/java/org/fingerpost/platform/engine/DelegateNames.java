package org.fingerpost.platform.engine;

import java.util.Set;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.stereotype.Component;

/** The names of the delegates that a model may use. */
@Component
public class DelegateNames {

  private final Set<String> names;

  DelegateNames(ListableBeanFactory beans) {
    this.names = ModelDelegates.namesIn(beans);
  }

  public Set<String> all() {
    return names;
  }
}
