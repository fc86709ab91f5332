package org.fingerpost.scheme;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Schemes read from folders; kept in memory, replaced whole. */
@Component
class FolderSchemes implements Schemes {

  static FolderSchemes fromClassPath(ApplicationEventPublisher events) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Optional<Scheme> find(String id) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Scheme get(String id) {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<Scheme> all() {
    throw new UnsupportedOperationException();
  }

  @Override
  public Listing listing(String id) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void addFrom(Path folder) {
    throw new UnsupportedOperationException();
  }
}
