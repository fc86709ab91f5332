package org.fingerpost.directory;

import org.fingerpost.scheme.SchemeAdded;
import org.fingerpost.scheme.Schemes;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Loads the directory of every scheme before the first request is served, and of a scheme that joins later at once. */
@Component
class DirectorySeed implements SmartInitializingSingleton {

  private final Directory directory;
  private final Schemes schemes;

  DirectorySeed(Directory directory, Schemes schemes) {
    this.directory = directory;
    this.schemes = schemes;
  }

  @Override
  public void afterSingletonsInstantiated() {
    schemes.all().forEach(directory::load);
  }

  @EventListener
  void on(SchemeAdded added) {
    directory.load(schemes.get(added.schemeId()));
  }
}
