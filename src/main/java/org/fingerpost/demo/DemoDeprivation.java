package org.fingerpost.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.fingerpost.deprivation.DeprivationIndex.Kind;
import org.fingerpost.deprivation.ImportingDeprivation;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** How deprived the areas are that the demo's invented people live in: invented too, and loaded only where nothing else was. */
@Component
@ConditionalOnProperty(name = "fingerpost.demo", havingValue = "true")
class DemoDeprivation implements SmartInitializingSingleton {

  private static final int YEAR = 2025;

  private final ImportingDeprivation importing;

  DemoDeprivation(ImportingDeprivation importing) {
    this.importing = importing;
  }

  @Override
  public void afterSingletonsInstantiated() {
    if (importing.indices().isEmpty()) {
      importing.load(Kind.IMD, YEAR, true, file("demo/imd-2025-invented.csv"));
      importing.load(Kind.WIMD, YEAR, true, file("demo/wimd-2025-invented.csv"));
    }
  }

  private static byte[] file(String name) {
    try {
      return new ClassPathResource(name).getContentAsByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
